/** Two questions that the program answers by many runs: how much is needed, and where a little more helps most. */
import { useState } from "preact/hooks";
import { Choice } from "./question_fields";
import { QuestionForm } from "./question_form";
import { SeekForm } from "./seek_form";
import type { Workspace } from "./workspace";

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
