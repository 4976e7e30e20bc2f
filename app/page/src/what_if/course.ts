/** How strongly an intervention works over time: it rises, holds, falls to what stays, and fades. */
import { quantityOf } from "./lever_value";
import type { Lever, Setting } from "./protocol";
import { spanLater, spanOf } from "./span";

export const timingKeys = ["from", "ramp", "until", "keeps", "fades"] as const;
export type TimingKey = (typeof timingKeys)[number];
/** As a scenario writes them; empty: not there. */
export type Timing = Record<TimingKey, string>;

const pathForm = /^interventions\.([^.]+)\.(?:effects\.([^.]+)\.)?(from|until|ramp|afterwards\.keeps|afterwards\.fades_over)$/;

export interface TimingPath {
  intervention: string;
  effect: string; // empty: of the intervention itself
  key: TimingKey;
}

/** What a path says of when something holds; null: it is about something else. */
export function timingPath(path: string): TimingPath | null {
  const [, intervention, effect, key] = pathForm.exec(path) ?? [];
  if (intervention === undefined || key === undefined) return null;
  const named = { "afterwards.keeps": "keeps", "afterwards.fades_over": "fades" }[key] ?? key;
  return { intervention, effect: effect ?? "", key: named as TimingKey };
}

/** An intervention, or an effect with timing of its own, and its levers. */
export interface CourseRow {
  intervention: string;
  effect: string;
  label: string;
  levers: Partial<Record<TimingKey, Lever>>;
}

/** In the order of the scenario, effects behind their intervention. @param label  of an intervention */
export function courseRows(levers: readonly Lever[], label: (intervention: string) => string): CourseRow[] {
  const rows = new Map<string, CourseRow>();
  for (const lever of levers) {
    const at = timingPath(lever.path);
    if (!at) continue;
    const { intervention, effect, key } = at;
    const id = `${intervention} ${effect}`;
    const said = effect === "" ? label(intervention) : lever.node;
    const row = rows.get(id) ?? { intervention, effect, label: said, levers: {} };
    rows.set(id, { ...row, levers: { ...row.levers, [key]: lever } });
  }
  const all = [...rows.values()];
  const own = all.filter(({ effect }) => effect === "");
  return own.flatMap((row) => [row, ...all.filter((each) => each.effect !== "" && each.intervention === row.intervention)]);
}

/** @param valueOf  of a lever, as it was moved; @param around  the intervention, for what an effect does not say */
export function timingOf(row: CourseRow, valueOf: (lever: Lever) => string, around?: Timing): Timing {
  const own = (key: TimingKey) => {
    const lever = row.levers[key];
    return (lever && valueOf(lever)) || around?.[key] || "";
  };
  return { from: own("from"), ramp: own("ramp"), until: own("until"), keeps: own("keeps"), fades: own("fades") };
}

/** The days at which the level turns, counted from the start of the scenario. */
export interface Course {
  from: number;
  full: number; // when it has risen
  until: number | null; // null: it never ends
  keeps: number; // the share that stays then
  faded: number; // when that is gone
}

const dayMs = 86_400_000;

/** @param start "2026-08-01" */
export function dayOf(date: string, start: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / dayMs);
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** A date and a span behind it; null: no date. */
export function dateAfter(date: string, span: string): string {
  const length = spanOf(span);
  return length ? spanLater(date, length) : date;
}

/** null: it has no beginning that can be shown. */
export function courseOf(timing: Timing, start: string): Course | null {
  if (!isDay(timing.from)) return null;
  const day = (date: string) => dayOf(date, start);
  const ends = isDay(timing.until);
  const kept = quantityOf(timing.keeps);
  return {
    from: day(timing.from),
    full: day(dateAfter(timing.from, timing.ramp)),
    until: ends ? day(timing.until) : null,
    keeps: kept ? kept.number / (kept.unit === "%" ? 100 : 1) : 0,
    faded: ends ? day(dateAfter(timing.until, timing.fades)) : Infinity,
  };
}

/** Where the level turns: days and levels of 0 to 1, up to a last day. */
export function levelLine({ from, full, until, keeps, faded }: Course, lastDay: number): [number, number][] {
  if (until === null) return [[from, 0], [full, 1], [Math.max(lastDay, full), 1]];
  const rise: [number, number][] = until < full ? [[until, (until - from) / (full - from)]] : [[full, 1], [until, 1]];
  const fall: [number, number][] = keeps > 0 ? [[until, keeps], [Math.max(faded, until), 0]] : [[until, 0]];
  return [[from, 0], ...rise, ...fall];
}

/** The levers that have to move for it, of those that the row has. */
export function settingsFor(row: CourseRow, was: Timing, next: Timing): Setting[] {
  return timingKeys.flatMap((key) => {
    const lever = row.levers[key];
    return lever && next[key] !== was[key] ? [{ path: lever.path, value: next[key] }] : [];
  });
}
