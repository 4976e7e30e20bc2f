/** One lever: a slider with buttons and a field, what it means, and where its value comes from. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { NumberField } from "../number_field";
import { useUniqueId } from "../unique_id";
import { isBeyondEvidence, isDate, leverName, quantityOf, sliderRange, valueText, writtenNumber } from "./lever_value";
import type { Lever, Setting } from "./protocol";
import { withLever } from "./variants";
import type { Workspace } from "./workspace";

interface LeverProps {
  workspace: Workspace;
  lever: Lever;
  value: string; // as a scenario writes it
}

/** What is set of a lever; null: it is as it is now. Nothing can be set to be left out where the file says it. */
function settingOf(lever: Lever | undefined, value: string): string | null {
  if (value === "") return null;
  const [now, then] = [quantityOf(lever?.value ?? ""), quantityOf(value)];
  const isAlike = lever && !isDate(lever) && now !== null && now.number === then?.number && now.unit === then.unit;
  return value === lever?.value || isAlike ? null : value;
}

/** Moves levers in one step. @param tag  steps of one tag in a row are undone together */
export function moveLevers(workspace: Workspace, settings: readonly Setting[], tag: string): void {
  const { levers } = workspace.selected.peek();
  const moved = settings
    .map(({ path, value }) => ({ path, value: settingOf(workspace.leverAt(path), value) }))
    .filter(({ path, value }) => value !== (levers.find((each) => each.path === path)?.value ?? null));
  if (moved.length === 0) return;
  workspace.change((plans) => moved.reduce((all, { path, value }) => withLever(all, path, value), plans), tag);
}

export function moveLever(workspace: Workspace, lever: Lever, value: string): void {
  moveLevers(workspace, [{ path: lever.path, value }], lever.path);
}

function NumberLever({ workspace, lever, value, id, described }: LeverProps & { id: string; described: string }) {
  const [draft, setDraft] = useState<string | null>(null);
  const { number, unit } = quantityOf(draft ?? value) ?? { number: 0, unit: "" };
  const range = sliderRange(lever);
  const name = leverName(lever);
  const textOf = (of: number) => writtenNumber(lever.kind === "count" ? Math.round(of) : of) + unit;
  const commit = (of: number) => {
    setDraft(null);
    if (Number.isFinite(of)) moveLever(workspace, lever, textOf(of));
  };
  const button = (sign: number, key: string, shown: string) => (
    <button
      type="button"
      aria-label={workspace.t(key, name)}
      onClick={() => commit(Math.max(number + sign * range.buttonStep, Math.min(range.low, number)))}
    >
      {shown}
    </button>
  );
  return (
    <div class="slider-row">
      {button(-1, "less", "\u2212")}
      <input
        type="range"
        aria-label={name}
        aria-valuetext={valueText(lever, draft ?? value, workspace.language.value)}
        min={range.low}
        max={range.high}
        step={range.step}
        value={number}
        onInput={(event) => setDraft(textOf(event.currentTarget.valueAsNumber))}
        onChange={(event) => commit(event.currentTarget.valueAsNumber)}
      />
      {button(1, "more", "+")}
      <span class="lever-field">
        <NumberField
          id={id}
          describedBy={described}
          value={Number(writtenNumber(number))}
          step={lever.kind === "count" ? 1 : range.buttonStep}
          low={range.low}
          units={[unit, lever.unit]}
          language={workspace.language.value}
          word={(key, ...parts) => workspace.t(key, ...parts)}
          change={(typed) => typed !== null && commit(typed)}
        />
        <span class="slider-unit">{unit === "%" ? "%" : lever.unit || unit}</span>
      </span>
    </div>
  );
}

function DateLever({ workspace, lever, value, id, described }: LeverProps & { id: string; described: string }) {
  return (
    <input
      id={id}
      type="date"
      aria-describedby={described}
      value={value}
      onChange={(event) => {
        if (event.currentTarget.value !== "") moveLever(workspace, lever, event.currentTarget.value);
      }}
    />
  );
}

/** Where the value comes from, and within what it is assumed. */
export function Evidence({ workspace, lever, value }: LeverProps) {
  const language = workspace.language.value;
  const [low, high] = [lever.low, lever.high].map((end) => valueText(lever, end, language));
  const parts: string[] = [];
  const mark = lever.mark_text || lever.mark;
  if (mark !== "") parts.push(mark);
  if (lever.low !== "" && lever.high !== "") parts.push(workspace.t("between", low!, high!));
  if (lever.source !== "") parts.push(workspace.t("source", lever.source));
  if (parts.length === 0) return null;
  return (
    <p class="lever-evidence">
      {workspace.t("origin", parts.join("; "))}
      {isBeyondEvidence(lever, value) && <strong>{` ${workspace.t("beyond")}`}</strong>}
    </p>
  );
}

/** What `check` says of this lever. */
export function LeverMistakes({ workspace, path, id }: { workspace: Workspace; path: string; id: string }) {
  const mistakes = workspace.current.value?.mistakes.filter((each) => each.path === path) ?? [];
  return (
    <div id={id} class="lever-mistakes">
      {mistakes.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

export function LeverControl(props: LeverProps & { takesFocus?: boolean; remove: () => void }) {
  const { workspace, lever, value } = props;
  const id = useUniqueId();
  const group = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (props.takesFocus) document.getElementById(id)?.focus();
  }, [props.takesFocus]);
  const isMoved = value !== lever.value;
  const described = `${id}-help ${id}-mistakes`;
  return (
    <div class="lever" role="group" aria-labelledby={`${id}-label`} ref={group}>
      <div class="lever-head">
        <label for={id} id={`${id}-label`}>
          <span class="lever-label">{lever.label}</span> <span class="lever-node">{lever.node}</span>
        </label>
        <button
          type="button"
          class="plain"
          aria-label={workspace.t("take_off", leverName(lever))}
          onClick={() => {
            props.remove();
            document.getElementById("find-lever")?.focus();
          }}
        >
          {"\u00d7"}
        </button>
      </div>
      {isDate(lever) ? (
        <DateLever workspace={workspace} lever={lever} value={value} id={id} described={described} />
      ) : (
        <NumberLever workspace={workspace} lever={lever} value={value} id={id} described={described} />
      )}
      <LeverMistakes workspace={workspace} path={lever.path} id={`${id}-mistakes`} />
      <p class="lever-now">
        {workspace.t("now_is", valueText(lever, lever.value, workspace.language.value))}
        {isMoved && (
          <button type="button" class="plain" onClick={() => moveLever(workspace, lever, lever.value)}>
            {workspace.t("put_back")}
          </button>
        )}
      </p>
      <p class="lever-help" id={`${id}-help`}>
        {lever.help === lever.label ? "" : lever.help}
      </p>
      <Evidence workspace={workspace} lever={lever} value={value} />
    </div>
  );
}
