/**
 * A figure on its axis, with three kinds of uncertainty that are never the same mark: a hatched band
 * for single futures, a thick bar for noise of simulating, a bracket for estimating.
 */
import type { SliderFigure } from "../generated/report";
import type { Interval, Told } from "./emulator";

/**
 * The same for all positions of the knobs, so that a reader sees the figure move; from zero to a
 * round number, with room for estimates beyond what was simulated.
 */
export function axisOf(figure: SliderFigure): [number, number] {
  let high = 0;
  for (const point of figure.points)
    for (const end of [point.mean, point.high, point.p90])
      if (end !== null && end > high) high = end;
  if (!(high > 0)) return [0, 1];
  const unit = figure.units === "day" ? 7 : 1; // told as weeks
  const step = 10 ** Math.floor(Math.log10(high / unit)) / 2;
  const rounded = Number((Math.ceil((1.02 * high) / unit / step) * step).toPrecision(6)) * unit;
  return [0, figure.units === "1" ? Math.min(1, rounded) : rounded];
}

function share(value: number, [low, high]: [number, number]): number {
  return Math.min(Math.max(((value - low) / (high - low)) * 100, 0), 100);
}

function Mark({ of, axis, name }: { of: Interval | null; axis: [number, number]; name: string }) {
  if (of === null) return null;
  const left = share(of.low, axis);
  const width = share(of.high, axis) - left;
  return <span class={`slider-mark ${name}`} style={{ left: `${left}%`, width: `${width}%` }} />;
}

export function UncertaintyBar({
  told,
  axis,
  ends,
  start,
}: {
  told: Told;
  axis: [number, number];
  /** What the figure is where the page begins. */
  start: number | null;
  /** The ends of the axis, as text. */
  ends: string[];
}) {
  return (
    <span class="slider-axis" aria-hidden="true">
      <span class="slider-track">
        <Mark of={told.futures} axis={axis} name="slider-futures" />
        <Mark of={told.noise} axis={axis} name="slider-noise" />
        <Mark of={told.emulator} axis={axis} name="slider-emulator" />
        {start !== null && (
          <span class="slider-mark slider-start" style={{ left: `${share(start, axis)}%` }} />
        )}
        {told.mean !== null && (
          <span class="slider-mark slider-mean" style={{ left: `${share(told.mean, axis)}%` }} />
        )}
      </span>
      <span class="slider-end">{ends[0]}</span>
      <span class="slider-end">{ends[1]}</span>
    </span>
  );
}

/** @param entries  class of a mark, and what it is */
export function Legend({ entries }: { entries: [string, string][] }) {
  return (
    <ul class="slider-legend">
      {entries.map(([name, text]) => (
        <li key={name}>
          <span class="slider-swatch" aria-hidden="true">
            <span class={`slider-mark ${name}`} />
          </span>
          {text}
        </li>
      ))}
    </ul>
  );
}
