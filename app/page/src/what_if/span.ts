/** Lengths of time on the calendar, as a scenario writes them: "4 months", "1 year", "6 weeks". */
import { quantityOf, writtenNumber } from "./lever_value";
import { dateOf } from "../values";

export type SpanUnit = "day" | "week" | "month" | "year";

export interface Span {
  number: number;
  unit: SpanUnit;
}

const unitOf = (text: string) => /^\s*(day|week|month|year)s?$/.exec(text)?.[1] as SpanUnit | undefined;

/** null: it is none, or has no length. */
export function spanOf(text: string): Span | null {
  const quantity = quantityOf(text);
  const unit = quantity && unitOf(quantity.unit);
  return quantity && unit ? { number: quantity.number, unit } : null;
}

export function writtenSpan({ number, unit }: Span): string {
  return `${writtenNumber(number)} ${unit}${number === 1 ? "" : "s"}`;
}

/** "4 maanden" */
export function spanText({ number, unit }: Span, language: string): string {
  const format = { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 4 } as const;
  return new Intl.NumberFormat(language === "en" ? "en-GB" : language, format).format(number);
}

/** The unit alone, as it is said of so many. */
export function unitText({ number, unit }: Span, language: string): string {
  const format = { style: "unit", unit, unitDisplay: "long" } as const;
  const parts = new Intl.NumberFormat(language, format).formatToParts(number);
  return parts.find(({ type }) => type === "unit")?.value ?? unit;
}

/** So many months later; the day stays, or is the last of a shorter month. @param date "2026-08-31" */
export function monthsLater(date: string, months: number): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
  return moved.toISOString().slice(0, 10);
}

/** The first day of the month that begins nearest. */
export function nearestMonth(date: Date): string {
  const first = (months: number) =>
    new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const [before, behind] = [first(0), first(1)];
  const isNearer = date.getTime() - before.getTime() <= behind.getTime() - date.getTime();
  return (isNearer ? before : behind).toISOString().slice(0, 10);
}

const daysOf = { day: 1, week: 7, month: 365.25 / 12, year: 365.25 };

/** As the calendar counts: a month on is the same day of the next. */
export function spanLater(date: string, { number, unit }: Span): string {
  if (unit === "day" || unit === "week")
    return dateOf(date, Math.round(number * daysOf[unit])).toISOString().slice(0, 10);
  return monthsLater(date, Math.round(unit === "year" ? 12 * number : number));
}

/** How many whole units lie nearest to so many days; not below zero. */
export function nearestSpan(days: number, unit: SpanUnit): Span {
  return { number: Math.max(0, Math.round(days / daysOf[unit])), unit };
}
