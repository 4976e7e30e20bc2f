/** Where the differences of years are drawn: shares of the height, zero within. */
import type { YearFigure } from "./protocol";

export interface YearBar {
  name: string;
  base: number | null;
  variant: number | null;
  low: number | null;
  high: number | null;
  middle: number | null;
}

/** The difference in each year, with its interval. */
export function yearBars(names: string[], figure: YearFigure): YearBar[] {
  return names.map((name, i) => {
    const [base, variant] = [figure.base[i] ?? null, figure.variant[i] ?? null];
    return {
      name,
      base,
      variant,
      low: figure.low[i] ?? null,
      high: figure.high[i] ?? null,
      middle: base === null || variant === null ? null : variant - base,
    };
  });
}

/** From the lowest to the highest of all bounds, and over zero; with a little room at both ends. */
export function yearReach(bars: YearBar[]): [number, number] {
  const all = bars.flatMap(({ low, high, middle }) => [low, high, middle]).filter((each) => each !== null);
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const room = 0.08 * (high - low || 1);
  return [low === 0 ? 0 : low - room, high === 0 && low < 0 ? 0 : high + room];
}

/** The numbers beside the drawing: zero, and the ends of what the intervals reach. */
export function yearTicks(bars: YearBar[]): number[] {
  const all = bars.flatMap(({ low, high, middle }) => [low, high, middle]).filter((each) => each !== null);
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const far = 0.15 * (high - low); // nearer to zero a number would lie on that of zero
  return [low, 0, high].filter((each, i) => i === 1 || Math.abs(each) > far);
}

/** From the top, as a percentage of the height. */
export function heightOf(value: number, [low, high]: [number, number]): string {
  return `${((100 * (high - value)) / (high - low)).toFixed(2)}%`;
}
