/** What `doorstroom serve` and this page say to each other. */

/** One parameter that differs; the value as a scenario writes it: "40", "3 weeks", "20%". */
export interface Setting {
  path: string;
  value: string;
}

/** A variant that holds nothing but settings. */
export interface Settings {
  name: string;
  extends: string; // an overlay in the scenario's folder; empty: the scenario itself
  sets: Setting[];
}

/** What is sent to be run or saved: settings, or an overlay as somebody typed it. */
export type VariantRequest = Settings | { name: string; text: string };

export interface FigureMeta {
  id: string;
  label: string;
  help: string;
  units: string; // as in the result file: "1" for a share, "day", "EUR/year"
  headline: boolean;
  smallest_relevant: number | null;
}

export interface Named {
  id: string;
  label: string;
}

export interface Overlay {
  file: string;
  name: string;
  interventions: Named[];
}

export interface SavedVariant extends Settings {
  file: string;
}

/** A figure that a question may be about. */
export interface AskedFigure {
  id: string;
  label: string;
  units: string;
  relation: ">=" | "<="; // which side is better
  default_target?: string | null;
  tolerance?: string | null; // so little short of a target counts as meeting it; null: a hundredth of it
}

/** A capacity, and between which numbers to look. */
export interface SeekLever {
  path: string;
  label: string;
  unit: string;
  now: string;
  from: string;
  to: string;
  step: string;
  figure: string; // what is asked of it as a rule
}

export interface Model {
  scenario: { name: string; file: string; interventions: Named[] };
  period: { start: string; end: string };
  seed: number;
  replications: number;
  most_replications: number;
  program: string;
  words: Record<string, string>;
  figures: FigureMeta[];
  overlays: Overlay[];
  saved: SavedVariant[];
  seek: { levers: SeekLever[]; figures: AskedFigure[] };
  bottlenecks: { figures: AskedFigure[] };
  read_only: boolean;
}

export interface Lever {
  path: string;
  label: string; // as it comes: whose it is and what it is, "Jeugdteam: de medewerkers"
  node: string; // the id of a desk, an arrangement, an intervention
  help: string;
  unit: string; // in the language of the page; empty: a bare number
  value: string;
  kind: string; // "date", "count", "share", else a number with a unit
  low: string; // of the range that evidence gives; empty: none
  high: string;
  mark: string; // where the value comes from
  mark_text: string;
  source: string;
  words: string; // what search looks through, in both languages
}

export type Tone = "better" | "worse" | "undecided" | "neutral";

export interface Figure {
  id: string;
  base: number | null;
  variant: number | null;
  difference: number | null;
  low: number | null;
  high: number | null;
  base_text: string;
  variant_text: string;
  difference_text: string;
  tone: Tone;
  text: string; // the verdict in words
  smallest_relevant?: number | null;
}

/** A figure that no verdict is about. */
export interface OtherFigure extends Omit<Figure, "tone" | "text"> {
  label: string;
}

/** Before, during or after an intervention that ends. */
export interface Phase {
  phase: string;
  years: string; // "2026-27 to 2027-28"
  figures: Figure[];
}

/** A figure in each year: as it is now, with the variant, and the interval of the difference. */
export interface YearFigure {
  id: string;
  base: (number | null)[];
  variant: (number | null)[];
  low: (number | null)[];
  high: (number | null)[];
}

export interface Begun {
  kind: "begun";
  overlay: string;
  file: string; // under which it would be saved
  command: string;
  replications: number;
}

export interface Figures {
  kind: "figures";
  pairs: number;
  estimated: boolean;
  figures: Figure[];
  phases: Phase[]; // of an intervention that ends
  years: { names: string[]; figures: YearFigure[] };
  system: OtherFigure[];
  funders: OtherFigure[]; // what each pays a year
}

export interface Mistake {
  file: string;
  line: number;
  column: number;
  path: string;
  text: string;
}

/** The overlay of a variant, and what is wrong with it. */
export interface Checked {
  overlay: string;
  file: string; // as mistakes in the overlay itself name it
  mistakes: Mistake[];
  notes: Mistake[];
  settings: Settings | null; // null: it holds more than that
}

/** A part of a JSON Schema, as far as an editor completes from it. */
export interface SchemaNode {
  $ref?: string;
  anyOf?: SchemaNode[];
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  properties?: Record<string, SchemaNode>;
  additionalProperties?: boolean | SchemaNode;
  patternProperties?: Record<string, SchemaNode>;
  items?: SchemaNode;
}

/** What an editor of overlays completes with. */
export interface Completions {
  schema: SchemaNode & { definitions?: Record<string, SchemaNode> };
  ids: Record<string, string[]>; // of each section
  paths: string[]; // that `set:` may name
}

export type RunLine =
  | Begun
  | Figures
  | { kind: "end"; seconds: number }
  | { kind: "mistakes"; mistakes: Mistake[] }
  | { kind: "failed"; text: string };

/** What is asked of the program that takes many runs. */
export type Question =
  | {
      kind: "seek";
      question: {
        vary: { path: string; from: string; to: string; step: string }[];
        so_that: { figure: string; relation: string; amount: string }[];
        chance?: string;
      };
    }
  | { kind: "bottlenecks"; figure: string };

/** A sentence; of level 1 it is an item below the line before. */
export interface SaidLine {
  text: string;
  level: number;
}

export interface Answer {
  kind: "answer";
  said: SaidLine[]; // the first is the headline
  table: { title: string; columns: string[]; rows: { label: string; cells: string[]; sets: Setting[] }[] };
  notes: SaidLine[];
  sets: Setting[] | null; // what was found, to take over
}

export type QuestionLine =
  | { kind: "begun"; command: string; overlay: string; file: string }
  | { kind: "progress"; done: number; of: number; text: string }
  | Answer
  | { kind: "mistakes"; mistakes: Mistake[] }
  | { kind: "failed"; text: string };

export interface MadeReport {
  file: string; // what it may be called
  command: string; // that makes it again
  html: string;
}

export interface Saved {
  file: string;
  command: string;
  overlay: string;
}
