/** Where an axis has its marks, as results/drawing/axis.cpp chooses them. */

export interface NiceTicks {
  values: number[];
  decimals: number;
}

/** Round numbers that cover both ends, about so many steps apart. */
export function niceTicks(low: number, high: number, about: number): NiceTicks {
  if (!Number.isFinite(low) || !Number.isFinite(high) || high <= low) {
    low = Number.isFinite(low) ? Math.min(low, 0) : 0;
    high = low + 1;
  }
  const wanted = (high - low) / Math.max(about, 1);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 2.5, 5].find((each) => each * power >= wanted * (1 - 1e-9)) ?? 10;
  const step = factor * power;
  const decimals = Math.max(
    0,
    (factor === 2.5 ? 1 : 0) - Math.floor(Math.log10(step) + 1e-9),
  );
  const values: number[] = [];
  const last = Math.ceil(high / step - 1e-9);
  for (let each = Math.floor(low / step + 1e-9); each <= last; ++each)
    values.push(Number((each * step).toPrecision(12)));
  return { values, decimals };
}

export interface TimeSegment {
  from: number; // day since the start
  to: number;
  name: string;
}

/** Years since the start, or months when there are few: where each lies and what it is called. */
export function timeSegments(
  start: string,
  firstDay: number,
  lastDay: number,
  language: string,
): TimeSegment[] {
  const begin = new Date(`${start}T00:00:00Z`);
  const byMonth = lastDay - firstDay <= 1.5 * 365.25;
  const step = byMonth ? 1 : 12;
  const monthAt = (months: number) => {
    const month = begin.getUTCMonth() + months;
    const lastOfMonth = new Date(Date.UTC(begin.getUTCFullYear(), month + 1, 0));
    return new Date(
      Date.UTC(
        begin.getUTCFullYear(),
        month,
        Math.min(begin.getUTCDate(), lastOfMonth.getUTCDate()),
      ),
    );
  };
  const dayAt = (months: number) => (monthAt(months).getTime() - begin.getTime()) / 86_400_000;
  const monthName = new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" });
  const segments: TimeSegment[] = [];
  let at = (Math.floor(firstDay / (365.25 / 12) / step) - 1) * step;
  for (; dayAt(at) < lastDay; at += step) {
    const [from, to] = [dayAt(at), dayAt(at + step)];
    const date = monthAt(at);
    const year = date.getUTCFullYear();
    const isCalendarYear = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
    const yearName = isCalendarYear
      ? `${year}`
      : `${year}-${String((year + 1) % 100).padStart(2, "0")}`;
    if (to > firstDay)
      segments.push({
        from: Math.max(from, firstDay),
        to: Math.min(to, lastDay),
        name: byMonth ? monthName.format(date) : yearName,
      });
  }
  return segments;
}
