/** A form that asks a question which takes many runs, with its button, and what came of it. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
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
  question: () => Question | null;
  children: ComponentChildren;
}

export function QuestionForm({ workspace, title, note, go, question, children }: FormProps) {
  const id = useUniqueId();
  const { asked, ask, stop } = useQuestion(workspace);
  const button = useRef<HTMLButtonElement>(null);
  const stopped = () => {
    stop();
    button.current?.focus(); // the button that was pressed goes
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const next = question();
    if (next) void ask(next);
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
