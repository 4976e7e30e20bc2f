/** How far a question is, and its answer: sentences, a table, and what can be taken over. */
import { signed } from "../values";
import { Copied } from "./copied";
import type { Answer, SaidLine, Setting } from "./protocol";
import { headlineOf, type Asked } from "./question_state";
import { contentOf, isSaved, isUnchanged, takenOver, type Variant } from "./variants";
import type { Workspace } from "./workspace";

const longestName = 120;
const mostInSight = 12; // rows

function Lines({ lines, language, isNote }: { lines: SaidLine[]; language: string; isNote?: boolean }) {
  const kind = isNote ? "note" : undefined;
  return (
    <>
      {lines.map(({ text, level }, i) => (
        <p key={i} lang={language} class={level > 0 ? `${kind ?? ""} said-below` : kind}>
          {signed(text)}
        </p>
      ))}
    </>
  );
}

/** A copy of what was asked about, with the values; it has the focus then. */
function takeOver(workspace: Workspace, asked: Asked, sets: Setting[], name: string): void {
  workspace.change((plans) => takenOver(plans, asked.variant, sets, name.slice(0, longestName)));
  setTimeout(() => document.querySelector<HTMLElement>(".variant-card[aria-current]")?.focus());
}

function AnswerTable({ workspace, asked, answer, id }: { workspace: Workspace; asked: Asked; answer: Answer; id: string }) {
  const { title, columns, rows } = answer.table;
  const language = workspace.language.value;
  const isTaken = answer.sets === null && rows.some(({ sets }) => sets.length > 0);
  return (
    <div class="scroller" role="group" aria-labelledby={id} tabIndex={0}>
      <table lang={asked.language}>
        <thead>
          <tr>
            <th scope="col" lang={title ? undefined : language}>
              {title || workspace.t("capacity")}
            </th>
            {isTaken && (
              <th scope="col">
                <span class="visually-hidden" lang={language}>{workspace.t("take_over")}</span>
              </th>
            )}
            {columns.map((column) => (
              <th scope="col" class="number" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells, sets }, i) => (
            <tr key={i}>
              <th scope="row">{signed(label)}</th>
              {isTaken && (
                <td>
                  <button
                    type="button"
                    lang={language}
                    aria-label={workspace.t("take_over_this", label)}
                    onClick={() => takeOver(workspace, asked, sets, `${asked.variant.name}: ${label}`)}
                  >
                    {workspace.t("take_over")}
                  </button>
                </td>
              )}
              {cells.map((cell, at) => (
                <td key={at}>{signed(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A long table of what a search looked at is folded; what can be tried is not. */
function LookedAt(props: { workspace: Workspace; asked: Asked; answer: Answer; id: string }) {
  const { rows } = props.answer.table;
  if (rows.length === 0) return null;
  if (rows.length <= mostInSight || props.answer.sets === null) return <AnswerTable {...props} />;
  return (
    <details>
      <summary>{props.workspace.t("looked_at", String(rows.length))}</summary>
      <AnswerTable {...props} />
    </details>
  );
}

function Found({ workspace, asked, answer, id }: { workspace: Workspace; asked: Asked; answer: Answer; id: string }) {
  const { variant, command, file } = asked;
  const [headline, others] = headlineOf(answer.said);
  const { sets } = answer;
  const content = contentOf(variant); // a file may hold what the variant was before
  const isIn = (each: Variant) => each.file === file && isSaved(each) && contentOf(each) === content;
  const isKept = isUnchanged(variant) || workspace.plans.value.variants.some(isIn);
  return (
    <>
      <div class="said-first">
        <Lines lines={headline} language={asked.language} />
      </div>
      {sets && (
        <p>
          <button
            type="button"
            onClick={() => takeOver(workspace, asked, sets, workspace.t("as_found", variant.name))}
          >
            {workspace.t("take_over_found")}
          </button>
        </p>
      )}
      <Lines lines={others} language={asked.language} />
      <LookedAt workspace={workspace} asked={asked} answer={answer} id={id} />
      {answer.notes.length > 0 && (
        <details>
          <summary>{workspace.t("reading")}</summary>
          <Lines lines={answer.notes} language={asked.language} isNote />
        </details>
      )}
      {isKept ? (
        <Copied workspace={workspace} title={workspace.t("command_answer")} text={command} />
      ) : (
        <p class="note">{workspace.t("command_later", file)}</p>
      )}
    </>
  );
}

export function QuestionAnswer({ workspace, asked, stop, id }: { workspace: Workspace; asked: Asked; stop: () => void; id: string }) {
  const t = workspace.t.bind(workspace);
  const { state, answer, variant } = asked;
  return (
    <div class="answer">
      <h4 id={id}>{t("answer_about", variant.name)}</h4>
      {state === "running" && (
        <div class="figure-status">
          <progress aria-label={t("progress")} {...(asked.of > 0 ? { max: asked.of, value: asked.done } : {})} />
          <span>{asked.progress || t("calculating")}</span>
          <button type="button" onClick={stop}>
            {t("stop_search")}
          </button>
        </div>
      )}
      {state === "stopped" && <p class="note">{t("stopped")}</p>}
      {state === "failed" && (
        <p class="warning" lang={asked.language}>
          {asked.text}
        </p>
      )}
      {state === "mistakes" && (
        <div class="warning" lang={asked.language}>
          {asked.mistakes.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      {answer && contentOf(workspace.selected.value) !== contentOf(variant) && (
        <p class="note">{t("answer_old")}</p>
      )}
      {answer && <Found workspace={workspace} asked={asked} answer={answer} id={id} />}
    </div>
  );
}
