/** Numbers and dates as the drawings and tables of the report write them. */

export type Value = number | null;

export function isNumber(value: Value | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** With a decimal below 10, none from there on: "3.4", "52", "1,204". */
export function numberText(value: number, language: string): string {
  const decimals = Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0;
  return decimalText(value, decimals, language);
}

export function decimalText(value: number, decimals: number, language: string): string {
  const text = new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return text.format(Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value);
}

/** "92%" */
export function percentText(share: number, language: string): string {
  return `${decimalText(100 * share, 0, language)}%`;
}

/** With a minus sign where a hyphen stands before a number: screen readers leave hyphens out. */
export function signed(text: string): string {
  return text.replace(/(^|[\s(])-(?=\d)/g, "$1\u2212");
}

/** @param start "2026-08-01" */
export function dateOf(start: string, day: number): Date {
  return new Date(Date.parse(`${start}T00:00:00Z`) + Math.round(day) * 86_400_000);
}

/** "31 October 2026", as in the tables. */
export function dateText(date: Date, language: string): string {
  const text = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return text.format(date);
}

/** The index of the number that lies nearest; the first of two. */
export function nearestIndex(sorted: number[], value: number): number {
  let best = 0;
  sorted.forEach((each, i) => {
    if (Math.abs(each - value) < Math.abs((sorted[best] ?? 0) - value)) best = i;
  });
  return best;
}

/** Of all numbers in the lists, and zero. */
export function extentWithZero(lists: Value[][]): [number, number] {
  let low = 0;
  let high = 0;
  for (const list of lists)
    for (const value of list)
      if (isNumber(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
  return [low, high];
}
