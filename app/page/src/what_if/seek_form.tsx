/** The form of "how much is needed": numbers that may change, and figures that must be good enough. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useUniqueId } from "../unique_id";
import type { AskedFigure } from "./protocol";
import { AmountField, Choice } from "./question_fields";
import { QuestionForm } from "./question_form";
import {
  amountOf, figuresFor, firstDraft, leversFor, mayTargetMore, mayVaryMore, questionOf, withFirstLever, withTarget,
  withTargetAt, withVaried, withVariedAt, withoutAt, type SeekDraft,
} from "./seek_question";
import { fieldText } from "../typed_number";
import { signed } from "../values";
import { unitText } from "./span";
import type { Workspace } from "./workspace";

interface RowsProps {
  workspace: Workspace;
  draft: SeekDraft;
  put: (draft: SeekDraft) => void;
}

/** A row, which can be taken away where it was added. */
function Row(props: { workspace: Workspace; name: string; isAdded: boolean; remove: () => void; children: ComponentChildren }) {
  if (!props.isAdded) return <div class="seek-row">{props.children}</div>;
  return (
    <div class="seek-row seek-added" role="group" aria-label={props.name}>
      <button type="button" class="plain seek-remove" aria-label={props.workspace.t("take_off", props.name)} onClick={props.remove}>
        {"\u00d7"}
      </button>
      {props.children}
    </div>
  );
}

/** Rows with a button for another one; who adds one goes on in it, who takes one away at the button. */
function useRows(count: number) {
  const id = useUniqueId();
  const before = useRef(count);
  useLayoutEffect(() => {
    const at = count > before.current ? `${id}-${count - 1}` : count < before.current ? `${id}-add` : "";
    before.current = count;
    document.getElementById(at)?.focus();
  }, [count]);
  return { rowId: (i: number) => `${id}-${i}`, addId: `${id}-add` };
}

function AddButton(props: { id: string; text: string; isOn: boolean; add: () => void }) {
  return (
    <p>
      <button type="button" id={props.id} aria-disabled={!props.isOn} onClick={() => props.isOn && props.add()}>
        {props.text}
      </button>
    </p>
  );
}

function VariedRows({ workspace, draft, put }: RowsProps) {
  const choices = workspace.model.value.seek;
  const { rowId, addId } = useRows(draft.varied.length);
  const t = workspace.t.bind(workspace);
  return (
    <>
      {draft.varied.map(({ path, from, to, step }, i) => {
        const lever = choices.levers.find((each) => each.path === path);
        if (!lever) return null;
        const field = (label: string, typed: number | null, usual: string, key: "from" | "to" | "step") => (
          <AmountField
            workspace={workspace}
            label={label}
            value={typed ?? Number(usual)}
            step={Number(lever.step)}
            {...(key === "step" ? { unit: lever.unit, note: t("now_is", fieldText(Number(lever.now), workspace.language.value)) } : {})}
            set={(value) => put(withVariedAt(draft, i, { [key]: value }))}
          />
        );
        return (
          <Row
            workspace={workspace}
            name={lever.label}
            isAdded={i > 0}
            remove={() => put({ ...draft, varied: withoutAt(draft.varied, i) })}
            key={i}
          >
            <Choice
              id={rowId(i)}
              label={t(i === 0 ? "seek_lever" : "seek_lever_also")}
              value={path}
              options={leversFor(choices, draft, i).map((each) => ({ id: each.path, label: each.label }))}
              choose={(chosen) =>
                put(i === 0 ? withFirstLever(choices, draft, chosen) : withVariedAt(draft, i, { path: chosen }))
              }
            />
            <div class="question-range">
              {field(t("seek_from"), from, lever.from, "from")}
              {field(t("seek_to"), to, lever.to, "to")}
              {field(t("seek_step"), step, lever.step, "step")}
            </div>
          </Row>
        );
      })}
      {draft.varied.length > 1 && <p class="note">{t("seek_several")}</p>}
      <AddButton id={addId} text={t("seek_vary_more")} isOn={mayVaryMore(choices, draft)} add={() => put(withVaried(choices, draft))} />
    </>
  );
}

function unitOf({ units }: AskedFigure, language: string): string {
  if (units === "1") return "%";
  if (units === "day") return unitText({ number: 2, unit: "week" }, language);
  return units.startsWith("EUR") ? "EUR" : "";
}

function TargetRows({ workspace, draft, put }: RowsProps) {
  const choices = workspace.model.value.seek;
  const { rowId, addId } = useRows(draft.targets.length);
  const t = workspace.t.bind(workspace);
  const language = workspace.language.value;
  return (
    <>
      {draft.targets.map((target, i) => {
        const figure = choices.figures.find(({ id }) => id === target.figure);
        if (!figure) return null;
        const isLeast = figure.relation === ">=";
        const amount = amountOf(target, figure);
        const unit = unitOf(figure, language);
        const now = workspace.base.value.get(figure.id);
        const shown = amount === null ? "" : fieldText(amount, language) + (unit === "%" ? unit : ` ${unit}`).trimEnd();
        return (
          <Row
            workspace={workspace}
            name={figure.label}
            isAdded={i > 0}
            remove={() => put({ ...draft, targets: withoutAt(draft.targets, i) })}
            key={i}
          >
            <Choice
              id={rowId(i)}
              label={t(i === 0 ? "seek_figure" : "seek_figure_also")}
              value={figure.id}
              options={figuresFor(choices, draft, i)}
              choose={(id) => put(withTargetAt(draft, i, { figure: id }))}
            />
            <AmountField
              workspace={workspace}
              label={t(isLeast ? "at_least" : "at_most")}
              unit={unit}
              note={now === undefined ? "" : t("now_is", signed(now))}
              value={amount}
              step={unit === "EUR" ? 1000 : 1}
              set={(value) => put(withTargetAt(draft, i, { amount: value }))}
            />
            {figure.tolerance && draft.chance === null && <p class="note">{t("seek_tolerance", figure.tolerance)}</p>}
            {draft.targets.length > 1 && shown !== "" && (
              <p class="note">{t(isLeast ? "target_least" : "target_most", figure.label, shown)}</p>
            )}
          </Row>
        );
      })}
      <AddButton id={addId} text={t("seek_target_more")} isOn={mayTargetMore(choices, draft)} add={() => put(withTarget(choices, draft))} />
    </>
  );
}

export function SeekForm({ workspace }: { workspace: Workspace }) {
  const choices = workspace.model.value.seek;
  const [typed, put] = useState<SeekDraft | null>(null);
  const draft = typed ?? firstDraft(choices);
  if (!draft) return null;
  const t = workspace.t.bind(workspace);
  return (
    <QuestionForm
      workspace={workspace}
      title={t("seek")}
      note={t("seek_note")}
      go={t("seek_go")}
      question={() => questionOf(choices, draft)}
    >
      <VariedRows workspace={workspace} draft={draft} put={put} />
      <TargetRows workspace={workspace} draft={draft} put={put} />
      <AmountField
        workspace={workspace}
        label={t("seek_chance")}
        note={t("seek_chance_note")}
        value={draft.chance}
        step={5}
        isOptional
        set={(chance) => put({ ...draft, chance })}
      />
    </QuestionForm>
  );
}
