/** The axis on which a difference and its interval are drawn. */
import type { IntervalAxis } from "../interval_row";
import { signed } from "../values";

export interface DifferenceAxis {
  axis: IntervalAxis;
  labels: { at: number; text: string }[];
}

/** Shares are shown as percentages, days as weeks, much money as millions. */
function scaleOf(units: string, size: number): number {
  if (units === "1") return 100;
  if (units === "day") return 1 / 7;
  return units.startsWith("EUR") && size >= 2e5 ? 1e-6 : 1;
}

/** The next round number. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 1.5, 2, 3, 4, 5, 6, 8].find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(6));
}

/** Around zero, as far as intervals reached, with the smallest difference that matters at both sides. */
export function differenceAxis(
  units: string,
  smallest: number | null,
  reach: number,
  language: string,
): DifferenceAxis {
  const relevant = smallest ?? 0;
  const most = Math.max(reach, 1.4 * relevant) || 1;
  const scale = scaleOf(units, most);
  const end = roundUp(most * scale);
  const shown = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  const ends = [-end, 0, end];
  return {
    axis: {
      ticks: ends.map((value) => value / scale),
      marks: relevant > 0 ? [-relevant, relevant].map((at) => ({ at, label: "" })) : [],
    },
    labels: ends.map((value) => ({ at: value / scale, text: signed(shown.format(value)) })),
  };
}
