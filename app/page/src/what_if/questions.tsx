/** Two questions that the program answers by many runs: how much is needed, and where a little more helps most. */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { useUniqueId } from "../unique_id";
import type { Question } from "./protocol";
import { QuestionAnswer } from "./question_answer";
import { useQuestion } from "./question_state";
import type { Workspace } from "./workspace";

interface FormProps {
  workspace: Workspace;
  title: string;
  note: string;
  go: string; // of the button
  question: () => Question;
  children: ComponentChildren;
}

/** A form with its button, and what came of it. */
function QuestionForm({ workspace, title, note, go, question, children }: FormProps) {
  const id = useUniqueId();
  const { asked, ask, stop } = useQuestion(workspace);
  const button = useRef<HTMLButtonElement>(null);
  const stopped = () => {
    stop();
    button.current?.focus(); // the button that was pressed goes
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void ask(question());
  };
  return (
    <div class="question">
      <form onSubmit={submit} aria-labelledby={`${id}-title`}>
        <h3 id={`${id}-title`}>{title}</h3>
        <p class="note">{note}</p>
        {children}
        <p>
          <button type="submit" ref={button}>{go}</button>
        </p>
      </form>
      {asked && <QuestionAnswer workspace={workspace} asked={asked} stop={stopped} id={`${id}-answer`} />}
    </div>
  );
}

function Choice(props: { label: string; value: string; options: { id: string; label: string }[]; choose: (id: string) => void }) {
  const id = useUniqueId();
  return (
    <p class="question-field">
      <label for={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={(event) => props.choose(event.currentTarget.value)}>
        {props.options.map((option) => (
          <option value={option.id} key={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  );
}

interface FieldProps {
  label: string;
  behind?: string;
  value: string;
  type: (value: string) => void;
  isNumber?: boolean;
  isOptional?: boolean;
}

function Field(props: FieldProps) {
  const id = useUniqueId();
  return (
    <p class="question-field">
      <label for={id}>{props.label}</label>
      <span class="lever-field">
        <input
          id={id}
          type={props.isNumber ? "number" : "text"}
          class={props.isNumber ? "slider-number" : undefined}
          step="any"
          required={!props.isOptional}
          autocomplete="off"
          aria-describedby={props.behind ? `${id}-behind` : undefined}
          value={props.value}
          onInput={(event) => props.type(event.currentTarget.value)}
        />
        {props.behind && (
          <span class="slider-unit" id={`${id}-behind`}>
            {props.behind}
          </span>
        )}
      </span>
    </p>
  );
}

/** As the program takes it: of a share, 80 means 80%. */
function amountText(typed: string, units: string): string {
  const text = typed.trim().replace(",", ".");
  return units === "1" && Number(text) > 1 ? `${text}%` : text;
}

function SeekForm({ workspace }: { workspace: Workspace }) {
  const { levers, figures } = workspace.model.value.seek;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const type = (key: string) => (value: string) => setTyped((before) => ({ ...before, [key]: value }));
  const lever = levers.find(({ path }) => path === typed["lever"]) ?? levers[0];
  const figure = figures.find(({ id }) => id === (typed["figure"] ?? lever?.figure)) ?? figures[0];
  if (!lever || !figure) return null;
  const t = workspace.t.bind(workspace);
  const valueOf = (key: "from" | "to" | "step") => typed[key] ?? lever[key];
  const amount = typed["amount"] ?? figure.default_target ?? "";
  const chance = (typed["chance"] ?? "").trim();
  const { relation } = figure;
  const question = (): Question => ({
    kind: "seek",
    question: {
      vary: [{ path: lever.path, from: valueOf("from"), to: valueOf("to"), step: valueOf("step") }],
      so_that: [{ figure: figure.id, relation, amount: amountText(amount, figure.units) }],
      ...(chance === "" ? {} : { chance: amountText(chance, "1") }),
    },
  });
  const now = workspace.base.value.get(figure.id);
  return (
    <QuestionForm workspace={workspace} title={t("seek")} note={t("seek_note")} go={t("seek_go")} question={question}>
      <Choice
        label={t("seek_lever")}
        value={lever.path}
        options={levers.map(({ path, label }) => ({ id: path, label }))}
        choose={(path) => setTyped({ lever: path })} // what was typed belongs to the other
      />
      <Choice
        label={t("seek_figure")}
        value={figure.id}
        options={figures}
        choose={(id) => setTyped(({ lever: path = lever.path }) => ({ lever: path, figure: id }))}
      />
      <Field
        label={t(relation === ">=" ? "at_least" : "at_most")}
        behind={now === undefined ? "" : t("now_is", now)}
        value={amount}
        type={type("amount")}
      />
      <Field
        label={t("seek_chance")}
        behind={t("seek_chance_note")}
        value={chance}
        type={type("chance")}
        isOptional
      />
      <div class="question-range">
        <Field label={t("seek_from")} value={valueOf("from")} type={type("from")} isNumber />
        <Field label={t("seek_to")} value={valueOf("to")} type={type("to")} isNumber />
        <Field label={t("seek_step")} behind={lever.unit} value={valueOf("step")} type={type("step")} isNumber />
      </div>
    </QuestionForm>
  );
}

function BottlenecksForm({ workspace }: { workspace: Workspace }) {
  const { figures } = workspace.model.value.bottlenecks;
  const [chosen, setChosen] = useState("");
  const figure = figures.find(({ id }) => id === chosen) ?? figures[0];
  if (!figure) return null;
  const t = workspace.t.bind(workspace);
  return (
    <QuestionForm
      workspace={workspace}
      title={t("bottlenecks")}
      note={t("bottlenecks_note")}
      go={t("bottlenecks_go")}
      question={() => ({ kind: "bottlenecks", figure: figure.id })}
    >
      <Choice label={t("bottlenecks_figure")} value={figure.id} options={figures} choose={setChosen} />
    </QuestionForm>
  );
}

export function Questions({ workspace }: { workspace: Workspace }) {
  return (
    <section class="questions" aria-labelledby="questions-title">
      <h2 id="questions-title">{workspace.t("questions")}</h2>
      <p class="note">{workspace.t("questions_note", workspace.selected.value.name)}</p>
      <SeekForm workspace={workspace} />
      <BottlenecksForm workspace={workspace} />
    </section>
  );
}
