/** What a step changed, in words: for who undoes it. */
import type { Plans, Variant } from "./variants";

type Say = (key: string, ...parts: string[]) => string;
/** What a lever is called, and a value of it as people read it; null: as it is without the variant. */
export type SayLever = (path: string, value: string | null) => { name: string; value: string };

/** The levers whose value is another one. */
function movedIn(before: Variant, after: Variant): { path: string; was: string | null; is: string | null }[] {
  const valueIn = ({ levers }: Variant, path: string) => levers.find((each) => each.path === path)?.value ?? null;
  const paths = new Set([...before.levers, ...after.levers].map(({ path }) => path));
  return [...paths]
    .map((path) => ({ path, was: valueIn(before, path), is: valueIn(after, path) }))
    .filter(({ was, is }) => was !== is);
}

function changeText(before: Variant, after: Variant, say: Say, sayLever: SayLever): string {
  const { name } = after;
  if (before.text !== null && after.text === null) return say("step_sliders", name);
  if (before.text !== null || after.text !== null) return say("step_text", name);
  if (before.extends !== after.extends) return say("step_intervention", name);
  const moved = movedIn(before, after);
  if (moved.length > 0)
    return moved
      .map(({ path, was, is }) => say("step_lever", sayLever(path, is).name, sayLever(path, was).value, sayLever(path, is).value))
      .join("; ");
  if (before.name !== name) return say("step_name", before.name, name);
  return say("step_levers", name);
}

/** All that a step may change. */
const textOf = (variant: Variant) => JSON.stringify({ ...variant, file: "", savedAs: "" });

/** Of variants before and after a step: what was added, taken away, changed, or looked at. */
export function stepText(before: Plans, after: Plans, say: Say, sayLever: SayLever): string {
  const missingIn = ({ variants }: Plans, { id }: Variant) => !variants.some((each) => each.id === id);
  const added = after.variants.find((each) => missingIn(before, each));
  const removed = before.variants.find((each) => missingIn(after, each));
  if (removed) return say("step_removed", removed.name);
  if (added) return say("step_added", added.name);
  for (const variant of after.variants) {
    const was = before.variants.find(({ id }) => id === variant.id)!;
    if (textOf(was) !== textOf(variant)) return changeText(was, variant, say, sayLever);
  }
  const shown = after.variants.find(({ id }) => id === after.selected);
  return say("step_shown", shown?.name ?? "");
}
