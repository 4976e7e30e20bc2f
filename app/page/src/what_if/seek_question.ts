/** What is asked of `seek`: up to three numbers that may change, and the figures that must be good enough. */
import { quantityOf, writtenNumber } from "./lever_value";
import type { AskedFigure, Model, Question, SeekLever } from "./protocol";

export const mostVaried = 3;
export const mostTargets = 10;

type Choices = Model["seek"];

/** Of a capacity; null: as is customary for it. */
export interface Varied {
  path: string;
  from: number | null;
  to: number | null;
  step: number | null;
}

/** Of a figure; undefined: as is customary for it, null: nothing stands there. */
export interface Target {
  figure: string;
  amount: number | null | undefined;
}

export interface SeekDraft {
  varied: Varied[];
  targets: Target[];
  chance: number | null; // in how many of 100 futures; null: on average
}

const customary = (path: string): Varied => ({ path, from: null, to: null, step: null });

/** What is asked at first: about one number, and one figure. */
export function firstDraft({ levers, figures }: Choices): SeekDraft | null {
  const [lever] = levers;
  if (!lever || figures.length === 0) return null;
  const figure = figures.find(({ id }) => id === lever.figure) ?? figures[0]!;
  return { varied: [customary(lever.path)], targets: [{ figure: figure.id, amount: undefined }], chance: null };
}

/** What this row may be about: not what another row is about. */
export function leversFor({ levers }: Choices, { varied }: SeekDraft, row: number): SeekLever[] {
  return levers.filter(({ path }) => !varied.some((each, i) => i !== row && each.path === path));
}

export function figuresFor({ figures }: Choices, { targets }: SeekDraft, row: number): AskedFigure[] {
  return figures.filter(({ id }) => !targets.some((each, i) => i !== row && each.figure === id));
}

export const mayVaryMore = (choices: Choices, draft: SeekDraft) =>
  draft.varied.length < mostVaried && leversFor(choices, draft, -1).length > 0;

export const mayTargetMore = (choices: Choices, draft: SeekDraft) =>
  draft.targets.length < mostTargets && figuresFor(choices, draft, -1).length > 0;

/** Another number, of which the figure that belongs to it is the first to be asked next. */
export function withVaried(choices: Choices, draft: SeekDraft): SeekDraft {
  const [lever] = leversFor(choices, draft, -1);
  return lever ? { ...draft, varied: [...draft.varied, customary(lever.path)] } : draft;
}

export function withTarget(choices: Choices, draft: SeekDraft): SeekDraft {
  const free = figuresFor(choices, draft, -1);
  const belongs = choices.levers.filter(({ path }) => draft.varied.some((each) => each.path === path));
  const figure = free.find(({ id }) => belongs.some((lever) => lever.figure === id)) ?? free[0];
  return figure ? { ...draft, targets: [...draft.targets, { figure: figure.id, amount: undefined }] } : draft;
}

const changedAt = <T>(all: T[], at: number, change: Partial<T>) =>
  all.map((each, i) => (i === at ? { ...each, ...change } : each));

export function withVariedAt(draft: SeekDraft, at: number, change: Partial<Varied>): SeekDraft {
  const { path } = change;
  const next = path === undefined ? change : customary(path); // what was typed belongs to the other
  return { ...draft, varied: changedAt(draft.varied, at, next) };
}

export function withTargetAt(draft: SeekDraft, at: number, change: Partial<Target>): SeekDraft {
  const next = change.figure === undefined ? change : { figure: change.figure, amount: undefined };
  return { ...draft, targets: changedAt(draft.targets, at, next) };
}

/** The first capacity decides which figure is asked about, while nothing else was chosen. */
export function withFirstLever(choices: Choices, draft: SeekDraft, path: string): SeekDraft {
  const moved = withVariedAt(draft, 0, { path });
  const figure = choices.levers.find((each) => each.path === path)?.figure;
  const isFree = figure !== undefined && figuresFor(choices, draft, 0).some(({ id }) => id === figure);
  return isFree && draft.targets.length === 1 ? withTargetAt(moved, 0, { figure }) : moved;
}

export function withoutAt<T>(all: T[], at: number): T[] {
  return all.filter((_, i) => i !== at);
}

/** The amount that stands in the field of a target: of a share in %, of a duration in weeks. */
export function amountOf({ amount }: Target, figure: AskedFigure): number | null {
  return amount === undefined ? (quantityOf(figure.default_target ?? "")?.number ?? null) : amount;
}

/** As the program takes it. */
function amountText(amount: number | null, units: string): string {
  if (amount === null) return "";
  const unit = { "1": "%", day: " weeks" }[units] ?? "";
  return writtenNumber(amount) + unit;
}

/** null: what was chosen is no longer there. */
export function questionOf({ levers, figures }: Choices, draft: SeekDraft): Question | null {
  const vary = draft.varied.flatMap(({ path, from, to, step }) => {
    const lever = levers.find((each) => each.path === path);
    const text = (typed: number | null, usual: string) => (typed === null ? usual : writtenNumber(typed));
    return lever ? [{ path, from: text(from, lever.from), to: text(to, lever.to), step: text(step, lever.step) }] : [];
  });
  const so_that = draft.targets.flatMap((target) => {
    const figure = figures.find(({ id }) => id === target.figure);
    return figure ? [{ figure: figure.id, relation: figure.relation, amount: amountText(amountOf(target, figure), figure.units) }] : [];
  });
  if (vary.length === 0 || so_that.length === 0) return null;
  const { chance } = draft;
  return { kind: "seek", question: { vary, so_that, ...(chance === null ? {} : { chance: `${writtenNumber(chance)}%` }) } };
}
