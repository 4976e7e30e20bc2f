/** The axis on which a difference and its interval are drawn. */
import type { IntervalAxis } from "../interval_row";
import { niceTicks } from "../ticks";
import { decimalText, signed } from "../values";
import type { FigureMeta } from "./protocol";

export interface DifferenceAxis {
  axis: IntervalAxis;
  labels: { at: number; text: string }[];
}

/** How a number in the units of the file is shown. */
function shownAs(units: string, size: number): { scale: number; suffix: string } {
  if (units === "1") return { scale: 100, suffix: "%" };
  if (units === "day") return { scale: 1 / 7, suffix: "" };
  if (size >= 1e6) return { scale: 1e-6, suffix: "" };
  return { scale: 1, suffix: "" };
}

/** Around zero, as far as intervals reached, with the smallest difference that matters at both sides. */
export function differenceAxis(meta: FigureMeta, reach: number, language: string): DifferenceAxis {
  const relevant = meta.smallest_relevant ?? 0;
  const most = Math.max(reach, 1.4 * relevant) || 1;
  const { scale } = shownAs(meta.units ?? "", most);
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
