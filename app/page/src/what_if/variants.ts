/** The variants of a planner: what each changes, and which one is looked at. */
import { nameIn, withName, withSets } from "./overlay_text";
import type { SavedVariant, Setting, Settings, VariantRequest } from "./protocol";

export interface Variant {
  id: number;
  name: string;
  extends: string; // an overlay; empty: the scenario itself
  levers: { path: string; value: string | null }[]; // null: on the table, not moved
  text: string | null; // an overlay as it was typed, which then is all that counts; null: levers
  file: string; // under which it was saved; empty: never
  savedAs: string; // what was saved then, to tell whether it changed since
}

export interface Plans {
  variants: Variant[];
  selected: number; // id
}

/** What is sent to be run; levers that were not moved are not a part of it. */
export function requestOf(variant: Variant): VariantRequest {
  const { name, text } = variant;
  return text === null ? settingsOf(variant) : { name, text };
}

export function settingsOf(variant: Variant): Settings {
  const sets = variant.levers.flatMap(({ path, value }) => (value === null ? [] : [{ path, value }]));
  return { name: variant.name, extends: variant.extends, sets };
}

/** Alike for variants whose figures are alike. */
export function contentOf(variant: Variant): string {
  if (variant.text !== null) return JSON.stringify(variant.text);
  const { extends: overlay, sets } = settingsOf(variant);
  return JSON.stringify([overlay, sets.map(({ path, value }) => [path, value]).sort()]);
}

export function isUnchanged(variant: Variant): boolean {
  return variant.text === null && variant.extends === "" && settingsOf(variant).sets.length === 0;
}

export function isSaved(variant: Variant): boolean {
  return variant.file !== "" && variant.savedAs === variant.name + contentOf(variant);
}

export function selectedOf(plans: Plans): Variant {
  return plans.variants.find(({ id }) => id === plans.selected) ?? plans.variants[0]!;
}

const nextId = (plans: Plans) => Math.max(0, ...plans.variants.map(({ id }) => id)) + 1;

function withNew(plans: Plans, variant: Omit<Variant, "id">): Plans {
  const id = nextId(plans);
  return { variants: [...plans.variants, { ...variant, id }], selected: id };
}

/** @param name  of a new variant, from its number */
export function first(name: (number: number) => string): Plans {
  return added({ variants: [], selected: 0 }, name);
}

export function added(plans: Plans, name: (number: number) => string): Plans {
  let number = plans.variants.length + 1;
  while (plans.variants.some((each) => each.name === name(number))) ++number;
  return withNew(plans, { name: name(number), extends: "", levers: [], text: null, file: "", savedAs: "" });
}

/** @param name  of the copy */
export function duplicated(plans: Plans, id: number, name: string): Plans {
  const original = plans.variants.find((each) => each.id === id);
  return original ? withNew(plans, { ...named(original, name), file: "", savedAs: "" }) : plans;
}

/** The last one is replaced by an empty one, so that there is always one to look at. */
export function removed(plans: Plans, id: number, name: (number: number) => string): Plans {
  const at = plans.variants.findIndex((each) => each.id === id);
  if (at < 0) return plans;
  const variants = plans.variants.filter((each) => each.id !== id);
  if (variants.length === 0) return added({ ...plans, variants }, name);
  const selected = plans.selected === id ? variants[Math.min(at, variants.length - 1)]!.id : plans.selected;
  return { variants, selected };
}

/** Opens what was saved, or selects it when it is open and unchanged. */
export function opened(plans: Plans, saved: SavedVariant): Plans {
  const open = plans.variants.find((each) => each.file === saved.file && isSaved(each));
  if (open) return { ...plans, selected: open.id };
  const variant = { ...leversOf(saved), file: saved.file, savedAs: "" };
  const content = contentOf({ ...variant, id: 0 });
  return withNew(plans, { ...variant, savedAs: saved.name + content });
}

/** Opens a file as the text that it holds, or selects it when it is open and unchanged. @param name  where the text says none */
export function openedText(plans: Plans, file: string, text: string, name: string): Plans {
  const open = plans.variants.find((each) => each.file === file && isSaved(each));
  if (open) return { ...plans, selected: open.id };
  const variant = { name: nameIn(text) ?? name, extends: "", levers: [], text, file };
  return withNew(plans, { ...variant, savedAs: variant.name + contentOf({ ...variant, id: 0, savedAs: "" }) });
}

/** Marks a variant as saved, where it is what was saved. */
export function keptAs(plans: Plans, kept: Variant, file: string): Plans {
  const savedAs = kept.name + contentOf(kept);
  const isKept = (each: Variant) => each.id === kept.id && each.name + contentOf(each) === savedAs;
  return { ...plans, variants: plans.variants.map((each) => (isKept(each) ? { ...each, file, savedAs } : each)) };
}

function leversOf({ name, extends: overlay, sets }: Settings) {
  const levers = sets.map(({ path, value }) => ({ path, value }));
  return { name, extends: overlay, levers, text: null };
}

/** The variant by another name; a text says it itself. */
export function named<T extends { name: string; text: string | null }>(variant: T, name: string): T {
  return { ...variant, name, text: variant.text === null ? null : withName(variant.text, name) };
}

/** A copy in which values are set besides. @param name  of the copy */
export function takenOver(plans: Plans, original: Variant, sets: readonly Setting[], name: string): Plans {
  const { text, levers } = named(original, name);
  const others = levers.filter((each) => !sets.some(({ path }) => path === each.path));
  const changes = text === null ? { levers: [...others, ...sets] } : { text: withSets(text, sets) };
  return withNew(plans, { ...named(original, name), ...changes, file: "", savedAs: "" });
}

/** A variant as it was typed; a name that stands there is its name. */
export function withText(plans: Plans, id: number, text: string): Plans {
  const typed = (each: Variant) => ({ ...each, text, name: nameIn(text) ?? each.name });
  return { ...plans, variants: plans.variants.map((each) => (each.id === id ? typed(each) : each)) };
}

/** A variant that was typed, and turned out to be settings. */
export function backToLevers(plans: Plans, settings: Settings): Plans {
  return changed(plans, ({ name }) => ({ ...leversOf(settings), name: settings.name || name }));
}

/** Changes the variant that is looked at. */
export function changed(plans: Plans, change: (variant: Variant) => Partial<Variant>): Plans {
  return {
    ...plans,
    variants: plans.variants.map((each) =>
      each.id === plans.selected ? { ...each, ...change(each) } : each,
    ),
  };
}

/** @param value  null: as it is without this variant, and still on the table */
export function withLever(plans: Plans, path: string, value: string | null): Plans {
  return changed(plans, ({ levers }) => ({
    levers: levers.some((each) => each.path === path)
      ? levers.map((each) => (each.path === path ? { path, value } : each))
      : [...levers, { path, value }],
  }));
}

export function withoutLever(plans: Plans, path: string): Plans {
  return changed(plans, ({ levers }) => ({ levers: levers.filter((each) => each.path !== path) }));
}

/** Lays the variant over another overlay; what it changed of the interventions of the old one goes. */
export function withOverlay(plans: Plans, overlay: string): Plans {
  return changed(plans, ({ levers }) => ({
    extends: overlay,
    levers: levers.filter(({ path }) => !path.startsWith("interventions.")),
  }));
}

/** What was kept over a reload, if it is that. */
export function keptPlans(kept: unknown): Plans | null {
  const { variants, selected } = (kept ?? {}) as Partial<Plans>;
  const isWhole = (each: Partial<Variant> | null) =>
    typeof each?.id === "number" && typeof each.extends === "string" && Array.isArray(each.levers);
  if (!Array.isArray(variants) || variants.length === 0 || typeof selected !== "number") return null;
  if (!variants.every(isWhole)) return null;
  return { variants: variants.map((each) => ({ ...each, text: each.text ?? null })), selected };
}

/**
 * "Plan B, 20 plaatsen" -> "plan-b-20-plaatsen.yaml"; with a number behind it where that is taken,
 * since nothing is ever replaced.
 */
export function freeFileName(name: string, taken: ReadonlySet<string>): string {
  const file = fileNameOf(name);
  let free = file;
  for (let number = 2; taken.has(free); ++number) free = file.replace(/\.yaml$/, `-${number}.yaml`);
  return free;
}

export function fileNameOf(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  return `${slug === "" ? "variant" : slug}.yaml`;
}
