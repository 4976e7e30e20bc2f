/** What timing becomes when one part of it moves. */
import { dateOf } from "../values";
import { dateAfter, dayOf, type Timing, type TimingKey } from "./course";
import { quantityOf } from "./lever_value";
import { nearestMonth, nearestSpan, spanOf, writtenSpan, type SpanUnit } from "./span";

/** What is dragged: an end, or all of it. */
export type Grip = TimingKey | "all";

const spanUnit = (text: string): SpanUnit => spanOf(text)?.unit ?? "month";

/**
 * What timing becomes when a grip is dragged: dates to the first of a month, lengths to whole ones of their unit,
 * shares to 5%.
 * @param days  to the right
 * @param rise  upwards, as a share of the whole height
 */
export function dragged(timing: Timing, grip: Grip, days: number, rise: number, end: string): Timing {
  const moved = (date: string) => nearestMonth(dateOf(date, Math.round(days)));
  const spanned = (from: string, span: string) => {
    const length = dayOf(dateAfter(from, span), from);
    return writtenSpan(nearestSpan(length + days, spanUnit(span)));
  };
  const { from, ramp, until, keeps, fades } = timing;
  switch (grip) {
    case "from":
      return before(moved(from), until) ? { ...timing, from: moved(from) } : timing;
    case "until": {
      const last = moved(until === "" ? end : until);
      return before(from, last) ? { ...timing, until: last } : timing;
    }
    case "all":
      return { ...timing, from: moved(from), until: until === "" ? "" : moved(until) };
    case "ramp":
      return { ...timing, ramp: spanned(from, ramp) };
    case "fades":
      return { ...timing, fades: spanned(until, fades) };
    case "keeps": {
      const now = quantityOf(keeps)?.number ?? 0;
      const share = Math.round((now + 100 * rise) / 5) * 5;
      return withKeeps(timing, `${Math.min(Math.max(share, 0), 100)}%`);
    }
  }
}

const before = (one: string, other: string) => other === "" || one < other;

/** What stays needs a time to fade, and a scenario says both or none. */
export function withKeeps(timing: Timing, keeps: string): Timing {
  return { ...timing, keeps, fades: timing.fades === "" ? "12 months" : timing.fades };
}

export function withFades(timing: Timing, fades: string): Timing {
  return { ...timing, fades, keeps: timing.keeps === "" ? "0%" : timing.keeps };
}

/** Without an end nothing can come after it. */
export function withUntil(timing: Timing, until: string): Timing {
  return until === "" ? { ...timing, until, keeps: "", fades: "" } : { ...timing, until };
}

/** Timing with another value of one key, and what that takes along. */
export function withValue(timing: Timing, key: TimingKey, value: string): Timing {
  if (key === "until") return withUntil(timing, value);
  if ((key === "keeps" || key === "fades") && value === "") return { ...timing, keeps: "", fades: "" };
  if (key === "keeps") return withKeeps(timing, value);
  if (key === "fades") return withFades(timing, value);
  return { ...timing, [key]: value };
}
