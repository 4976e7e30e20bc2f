/** What is known of a variant: figures that came, and how its run stands. */
import type { Begun, Figures, Mistake, RunLine } from "./protocol";

export type RunState = "running" | "ended" | "stopped" | "failed" | "mistakes";

export interface Result {
  state: RunState;
  begun: Begun | null;
  figures: Figures | null;
  reach: ReadonlyMap<string, number>; // of each figure: how far its intervals ever lay from zero
  seconds: number;
  mistakes: Mistake[];
  text: string; // of a failure
}

export const nothingYet: Result = {
  state: "running",
  begun: null,
  figures: null,
  reach: new Map(),
  seconds: 0,
  mistakes: [],
  text: "",
};

/** What is known once a line has come. */
export function withLine(result: Result, line: RunLine): Result {
  switch (line.kind) {
    case "begun":
      return { ...result, begun: line };
    case "figures":
      return { ...result, figures: line, reach: widest(result.reach, line) };
    case "end":
      return { ...result, state: "ended", seconds: line.seconds };
    case "mistakes":
      return { ...result, state: "mistakes", mistakes: line.mistakes };
    case "failed":
      return { ...result, state: "failed", text: line.text };
  }
}

/** With fewer pairs intervals are so wide that they would press all that comes later together. */
const fewest = 5;

/** An axis keeps its width while intervals narrow, so that one sees them do it. */
function widest(before: ReadonlyMap<string, number>, line: Figures): Map<string, number> {
  const reach = new Map(before);
  const all = [line.figures, ...line.phases.map(({ figures }) => figures)].flat();
  for (const { id, low, high, difference } of all) {
    const told = line.pairs < fewest ? [difference] : [low, high, difference];
    const ends = told.filter((end) => end !== null).map(Math.abs);
    reach.set(id, Math.max(reach.get(id) ?? 0, ...ends));
  }
  return reach;
}

/** The most that is known needs no run: it has ended, or its mistakes are told. */
export function isFinal(result: Result | undefined): boolean {
  return result?.state === "ended" || result?.state === "mistakes";
}
