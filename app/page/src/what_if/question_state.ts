/** A question that takes many runs: how far it is, and what came of it. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer, Mistake, Question, QuestionLine, SaidLine } from "./protocol";
import { fileNameOf, requestOf, type Variant } from "./variants";
import type { Workspace } from "./workspace";

export interface Asked {
  variant: Variant; // about which it was asked
  language: string; // of the answer
  state: "running" | "answered" | "stopped" | "failed" | "mistakes";
  command: string;
  file: string; // that the command names
  done: number;
  of: number;
  progress: string;
  answer: Answer | null;
  mistakes: Mistake[];
  text: string; // of a failure
}

export function withAnswerLine(asked: Asked, line: QuestionLine): Asked {
  switch (line.kind) {
    case "begun":
      return { ...asked, command: line.command, file: line.file };
    case "progress":
      return { ...asked, done: line.done, of: line.of, progress: line.text };
    case "answer":
      return { ...asked, state: "answered", answer: line };
    case "mistakes":
      return { ...asked, state: "mistakes", mistakes: line.mistakes };
    case "failed":
      return { ...asked, state: "failed", text: line.text };
  }
}

export function begunAbout(variant: Variant, language: string): Asked {
  const nothing = { command: "", file: "", done: 0, of: 0, progress: "", answer: null, mistakes: [], text: "" };
  return { variant, language, state: "running", ...nothing };
}

/** The headline with what stands below it, and the lines behind. */
export function headlineOf(said: readonly SaidLine[]): [SaidLine[], SaidLine[]] {
  const next = said.findIndex(({ level }, i) => i > 0 && level === 0);
  const end = next < 0 ? said.length : next;
  return [said.slice(0, end), said.slice(end)];
}

/** What is said when an answer has come, or why none did; empty: it was stopped. */
function endText({ state, answer, mistakes, text }: Asked): string {
  if (state === "mistakes") return mistakes.map((each) => each.text).join(" ");
  if (state === "failed") return text;
  return headlineOf(answer?.said ?? [])[0].map((each) => each.text).join(" ");
}

/** Asks about the variant that is looked at; asking again, or leaving, gives up what was asked before. */
export function useQuestion(workspace: Workspace) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const ask = async (question: Question) => {
    abort.current?.abort();
    const { signal } = (abort.current = new AbortController());
    const variant = workspace.selected.peek();
    const language = workspace.language.peek();
    let now = begunAbout(variant, language);
    const put = (next: Asked) => {
      now = next;
      if (!signal.aborted) setAsked(next);
    };
    put(now);
    workspace.announced.value = workspace.t("searching");
    try {
      const file = variant.file || fileNameOf(variant.name);
      const each = (line: QuestionLine) => put(withAnswerLine(now, line));
      await workspace.server.question(question, requestOf(variant), file, language, signal, each);
      if (now.state === "running") put({ ...now, state: "failed", text: workspace.t("cut_off") });
    } catch (error) {
      if (!signal.aborted) put({ ...now, state: "failed", text: workspace.troubleText(error) });
    }
    if (!signal.aborted) workspace.announced.value = endText(now);
  };
  const stop = () => {
    abort.current?.abort();
    setAsked((last) => last && { ...last, state: "stopped" });
    workspace.announced.value = workspace.t("stopped");
  };
  return { asked, ask, stop };
}
