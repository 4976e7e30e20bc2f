/**
 * What a sweep and its emulators tell of a point: what was simulated there, else what the emulator
 * estimates. It computes what `doorstroom sweep predict` prints; results/emulation/prediction.cpp,
 * results/emulation/swept_space.cpp and results/stats/ explain the formulas.
 */

import type { Knob, SliderBlock, SliderEmulator, SliderFigure } from "../generated/report";

export type Load = SliderEmulator["loads"][number];

export interface Interval {
  low: number;
  high: number;
}

/** What is known of a figure at a point; intervals are of 95%. */
export interface Told {
  basis: "simulated" | "estimated";
  mean: number | null;
  /** Chance in simulating. */
  noise: Interval | null;
  /** Of estimating; null where it was simulated. */
  emulator: Interval | null;
  /** What 8 of 10 single futures lie between. */
  futures: Interval | null;
}

/** Half the width of a 95% interval of a normal distribution [standard deviation]. */
const twoSided = 1.959964;
/** What keeps a matrix with two points that nearly coincide from being singular. */
const jitter = 1e-9;
const root5 = Math.sqrt(5);

export function placeOf(knob: Knob, value: number): number {
  return (value - knob.low) / (knob.high - knob.low);
}

/** The smallest step that means anything: 1 of whole numbers, else of three digits or so. */
export function finestStep(knob: Knob): number {
  return knob.whole ? 1 : Math.pow(10, Math.floor(Math.log10(knob.high - knob.low)) - 3);
}

/** The step of a slider and its buttons: a whole number, else a tenth to a hundredth of the range. */
export function sliderStep(knob: Knob): number {
  return knob.whole ? 1 : Math.pow(10, Math.floor(Math.log10(knob.high - knob.low)) - 1);
}

/** The nearest value that the knob can have, never outside of what the sweep covers. */
export function snapped(knob: Knob, value: number): number {
  const step = finestStep(knob);
  const whole = Math.sign(value) * Math.round(Math.abs(value) / step);
  // Divided by whole numbers, steps give 13.1 and not 13.100000000000001.
  const near = step < 1 ? whole / Math.round(1 / step) : whole * step;
  return Math.min(Math.max(near, knob.low), knob.high);
}

/** Inputs of an emulator: places of the knobs, then loads on a line from 0 to 1. */
export function inputsAt(knobs: Knob[], loads: Load[], values: number[]): number[] {
  const places = knobs.map((knob, i) => placeOf(knob, values[i]!));
  const terms = [1, ...places];
  const onLine = loads.map((load) => {
    let work = 0;
    for (let i = 0; i < terms.length; ++i) work += load.work[i]! * terms[i]!;
    return (work / values[load.factor]! - load.low) / (load.high - load.low);
  });
  return [...places, ...onLine];
}

function product(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += a[i]! * b[i]!;
  return sum;
}

/** The lower triangle L of a symmetric positive definite matrix L L'. */
function cholesky(matrix: number[][]): number[][] {
  const lower = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; ++i)
    for (let j = 0; j <= i; ++j) {
      let sum = matrix[i]![j]!;
      for (let k = 0; k < j; ++k) sum -= lower[i]![k]! * lower[j]![k]!;
      lower[i]![j] = i === j ? Math.sqrt(sum) : sum / lower[j]![j]!;
    }
  return lower;
}

/** x of L x = b. */
function solveLower(lower: number[][], b: number[]): number[] {
  const x: number[] = [];
  for (let i = 0; i < b.length; ++i) {
    let sum = b[i]!;
    for (let k = 0; k < i; ++k) sum -= lower[i]![k]! * x[k]!;
    x.push(sum / lower[i]![i]!);
  }
  return x;
}

function correlation(distance: number): number {
  const scaled = root5 * distance;
  return (1 + scaled + (scaled * scaled) / 3) * Math.exp(-scaled);
}

function distance(a: number[], b: number[], lengths: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) {
    const apart = (a[i]! - b[i]!) / lengths[i]!;
    sum += apart * apart;
  }
  return Math.sqrt(sum);
}

/** The line on which an outcome is smoothed. */
class OutcomeLine {
  constructor(
    private readonly scale: SliderEmulator["scale"],
    private readonly count: number,
  ) {}

  outcome(place: number): number {
    if (this.scale === "plain") return place;
    if (this.scale === "log") return this.withinRange(Math.expm1(place));
    const share = 1 / (1 + Math.exp(-place));
    return this.withinRange(((this.count + 1) * share - 0.5) / this.count);
  }

  withinRange(outcome: number): number {
    if (this.scale === "plain") return outcome;
    return Math.max(this.scale === "logit" ? Math.min(outcome, 1) : outcome, 0);
  }
}

/** An emulator, ready to predict. */
export class Surface {
  private readonly points: number[][];
  private readonly line: OutcomeLine;
  private readonly covariances: number[][];
  /** L^-1 H, by column of the trend. */
  private readonly whitened: number[][];
  private readonly information: number[][];

  constructor(
    private readonly model: SliderEmulator,
    private readonly knobs: Knob[],
    design: number[][],
  ) {
    this.points = design.map((values) => inputsAt(knobs, model.loads, values));
    this.line = new OutcomeLine(model.scale, model.share_of);
    const matrix = this.points.map((a, i) =>
      this.points.map((b, j) => {
        const own = i === j ? model.noise[i]! + model.variance * jitter : 0;
        return model.variance * correlation(distance(a, b, model.lengths)) + own;
      }),
    );
    this.covariances = cholesky(matrix);
    const columns = model.trend.map((_, k) => this.points.map((at) => (k === 0 ? 1 : at[k - 1]!)));
    this.whitened = columns.map((column) => solveLower(this.covariances, column));
    this.information = cholesky(this.whitened.map((a) => this.whitened.map((b) => product(a, b))));
  }

  /** Mean and variance of the emulator, on the line. */
  private onLine(inputs: number[]): { mean: number; variance: number } {
    const { model } = this;
    const near = this.points.map(
      (at) => model.variance * correlation(distance(at, inputs, model.lengths)),
    );
    const terms = [1, ...inputs];
    const whitened = solveLower(this.covariances, near);
    const unexplained = terms.map((term, k) => term - product(this.whitened[k]!, whitened));
    const left = solveLower(this.information, unexplained);
    return {
      mean: product(terms, model.trend) + product(near, model.weights),
      variance: Math.max(0, model.variance - product(whitened, whitened) + product(left, left)),
    };
  }

  private singleDeviation(inputs: number[]): number {
    const { single } = this.model;
    if (single.length === 0) return 0;
    const terms = [1, ...inputs, ...inputs.map((input) => input * input)];
    return Math.sqrt(Math.exp(product(single, terms)));
  }

  /** @param values  by knob, within what the sweep covers */
  at(values: number[]): Told {
    const { model, line } = this;
    const inputs = inputsAt(this.knobs, model.loads, values);
    const there = this.onLine(inputs);
    const terms = [1, ...inputs];
    const common = Math.max(
      0,
      product(
        terms,
        model.common_noise.map((row) => product(row, terms)),
      ),
    );
    const within = (half: number): Interval => ({
      low: line.outcome(there.mean - half),
      high: line.outcome(there.mean + half),
    });
    const mean = line.outcome(there.mean);
    const deviation = this.singleDeviation(inputs);
    return {
      basis: "estimated",
      mean,
      noise: within(model.noise_t * Math.sqrt(common)),
      emulator: within(twoSided * Math.sqrt(there.variance)),
      futures: {
        low: line.withinRange(mean + model.single_p10 * deviation),
        high: line.withinRange(mean + model.single_p90 * deviation),
      },
    };
  }
}

/** The nearest simulated point, each knob's range as 1, and the squared distance to it. */
export function nearestPoint(
  block: SliderBlock,
  values: number[],
): { index: number; squared: number } {
  let nearest = { index: -1, squared: Infinity };
  block.points.forEach((point, index) => {
    let squared = 0;
    block.knobs.forEach((knob, i) => {
      const apart = placeOf(knob, point[i]!) - placeOf(knob, values[i]!);
      squared += apart * apart;
    });
    if (squared < nearest.squared) nearest = { index, squared };
  });
  return nearest;
}

function interval(low: number | null, high: number | null): Interval | null {
  return low === null || high === null ? null : { low, high };
}

/** What was simulated at a point of the sweep. */
export function simulatedAt(figure: SliderFigure, index: number): Told {
  const there = figure.points[index]!;
  return {
    basis: "simulated",
    mean: there.mean,
    noise: interval(there.low, there.high),
    emulator: null,
    futures: interval(there.p10, there.p90),
  };
}

/** All that a sweep tells; surfaces are made when they are first asked. */
export class Predictor {
  private readonly surfaces = new Map<string, Surface>();

  constructor(readonly block: SliderBlock) {}

  private surfaceOf(figure: SliderFigure): Surface | null {
    if (!figure.accepted || figure.emulator === null) return null;
    let surface = this.surfaces.get(figure.kpi);
    if (!surface) {
      surface = new Surface(figure.emulator, this.block.knobs, this.block.points);
      this.surfaces.set(figure.kpi, surface);
    }
    return surface;
  }

  /** The point of the sweep that these values are; -1: none. */
  simulatedPoint(values: number[]): number {
    const nearest = nearestPoint(this.block, values);
    return nearest.squared < 1e-18 ? nearest.index : -1;
  }

  /** Null where nothing is known: no point of the sweep, and no emulator that passed its test. */
  at(figure: SliderFigure, values: number[]): Told | null {
    const point = this.simulatedPoint(values);
    if (point >= 0) return simulatedAt(figure, point);
    return this.surfaceOf(figure)?.at(values) ?? null;
  }
}
