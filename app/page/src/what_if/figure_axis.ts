/** The axis on which a difference and its interval are drawn. */
import type { IntervalAxis } from "../interval_row";
import { niceTicks } from "../ticks";
import { decimalText, signed } from "../values";

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
  const ticks = niceTicks(-most * scale, most * scale, 4);
  const values = ticks.values.map((value) => value / scale);
  const ends = [0, Math.floor(values.length / 2), values.length - 1];
  const marks = relevant > 0 ? [-relevant, relevant].map((at) => ({ at, label: "" })) : [];
  return {
    axis: { ticks: values, marks },
    labels: ends.map((i) => ({
      at: values[i]!,
      text: signed(decimalText(ticks.values[i]!, ticks.decimals, language)),
    })),
  };
}
