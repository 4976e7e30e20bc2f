import assert from "node:assert/strict";
import { test } from "node:test";
import {
  Predictor,
  Surface,
  finestStep,
  inputsAt,
  nearestPoint,
  sliderStep,
  snapped,
} from "../src/emulator";
import type { Knob, SliderBlock, SliderEmulator, SliderFigure } from "../generated/report";

function knob(low: number, high: number, more: Partial<Knob> = {}): Knob {
  return {
    path: "arrangements.oza.places",
    label: "OZA: places",
    unit: "",
    unit_label: "",
    low,
    high,
    start: low,
    now: low,
    whole: false,
    held: false,
    ...more,
  };
}

/** A straight line from 2 at the lowest to 5 at the highest, through two points without noise. */
function straight(more: Partial<SliderEmulator> = {}): SliderEmulator {
  return {
    loads: [],
    scale: "plain",
    share_of: 0,
    noise: [0, 0],
    lengths: [1],
    variance: 1,
    trend: [2, 3],
    weights: [0, 0],
    common_noise: [
      [0.04, 0],
      [0, 0.12],
    ],
    single: [Math.log(4), 0],
    single_p10: -1.5,
    single_p90: 1,
    noise_t: 2,
    ...more,
  };
}

function figure(emulator: SliderEmulator | null, more: Partial<SliderFigure> = {}): SliderFigure {
  const point = { mean: 2, low: 1, high: 3, p10: 0, p90: 4 };
  return {
    kpi: "dropouts_per_year",
    label: "Dropouts",
    units: "1/year",
    accepted: emulator !== null,
    emulator,
    check: "",
    points: [point, { ...point, mean: 5 }],
    ...more,
  };
}

function block(of: SliderFigure, more: Partial<SliderBlock> = {}): SliderBlock {
  return {
    kind: "sliders",
    sweep: "s",
    knobs: [knob(10, 20)],
    points: [[10], [20]],
    figures: [of],
    ...more,
  };
}

function near(actual: number | undefined, expected: number): void {
  assert.ok(
    actual !== undefined && Math.abs(actual - expected) < 1e-9,
    `${actual} is not ${expected}`,
  );
}

test("values are snapped to what a knob can have, and stay within the sweep", () => {
  assert.equal(snapped(knob(16, 36, { whole: true }), 20.6), 21);
  assert.equal(snapped(knob(16, 36, { whole: true }), 50), 36);
  assert.equal(snapped(knob(16, 36, { whole: true }), -3), 16);
  assert.equal(finestStep(knob(13, 18)), 0.001);
  assert.equal(snapped(knob(13, 18), 13.1234567), 13.123);
  assert.equal(snapped(knob(13, 18), 13.1), 13.1);
  assert.equal(snapped(knob(0.05, 0.3), 0.3000000001), 0.3);
});

test("buttons move a knob by ten to a hundred steps over its range", () => {
  assert.equal(sliderStep(knob(160, 280, { whole: true })), 1);
  near(sliderStep(knob(13, 18)), 0.1);
  near(sliderStep(knob(3.2, 4)), 0.01);
});

test("a load is what is offered by what there is, on a line from 0 to 1", () => {
  const load = { node: "oza", factor: 0, known: true, work: [12, 4], low: 0.5, high: 1.5 };
  const [place, onLine] = inputsAt([knob(10, 20)], [load], [15]);
  near(place, 0.5);
  near(onLine, 14 / 15 - 0.5);
});

test("the mean follows the trend and the weights of near points", () => {
  const c = (h: number) => {
    const u = Math.sqrt(5) * h;
    return (1 + u + (u * u) / 3) * Math.exp(-u);
  };
  const surface = new Surface(
    straight({ weights: [0.5, -0.25], variance: 2 }),
    [knob(10, 20)],
    [[10], [20]],
  );
  near(surface.at([15]).mean ?? NaN, 3.5 + 2 * (0.5 - 0.25) * c(0.5));
});

test("between two points without noise the variance is that of two kriging equations", () => {
  const c = (h: number) => {
    const u = Math.sqrt(5) * h;
    return (1 + u + (u * u) / 3) * Math.exp(-u);
  };
  const q = c(0.5) / (1 + c(1));
  const variance = 1 - 2 * c(0.5) * q + ((1 - 2 * q) ** 2 * (1 + c(1))) / 2;
  const told = new Surface(straight(), [knob(10, 20)], [[10], [20]]).at([15]);
  assert.ok(Math.abs(told.emulator!.high - 3.5 - 1.959964 * Math.sqrt(variance)) < 1e-6);
  near(told.emulator!.low + told.emulator!.high, 7);
});

test("noise and single futures are told apart from the emulator", () => {
  const told = new Surface(straight(), [knob(10, 20)], [[10], [20]]).at([15]);
  near(told.noise!.high, 3.5 + 2 * Math.sqrt(0.04 + 0.25 * 0.12));
  near(told.futures!.low, 3.5 - 1.5 * 2);
  near(told.futures!.high, 3.5 + 2);
});

test("outcomes that never vary have no spread of futures", () => {
  const told = new Surface(straight({ single: [] }), [knob(10, 20)], [[10], [20]]).at([15]);
  assert.deepEqual(told.futures, { low: told.mean, high: told.mean });
});

test("shares stay between 0 and 1, waits above 0", () => {
  const share = new Surface(
    straight({ scale: "logit", share_of: 10, trend: [40, 0] }),
    [knob(10, 20)],
    [[10], [20]],
  );
  assert.equal(share.at([15]).mean, 1);
  assert.equal(share.at([15]).futures!.high, 1);
  const wait = new Surface(
    straight({ scale: "log", trend: [-3, 0] }),
    [knob(10, 20)],
    [[10], [20]],
  );
  assert.equal(wait.at([15]).mean, 0);
  const some = new Surface(straight({ scale: "log", trend: [2, 0] }), [knob(10, 20)], [[10], [20]]);
  near(some.at([15]).mean ?? NaN, Math.exp(2) - 1);
});

test("a point of the sweep is told as it was simulated", () => {
  const told = new Predictor(block(figure(straight()))).at(figure(straight()), [20]);
  assert.deepEqual(told, {
    basis: "simulated",
    mean: 5,
    noise: { low: 1, high: 3 },
    emulator: null,
    futures: { low: 0, high: 4 },
  });
});

test("an emulator that was refused leaves only the points of the sweep", () => {
  const refused = figure(null);
  const predictor = new Predictor(block(refused));
  assert.equal(predictor.at(refused, [15]), null);
  assert.equal(predictor.at(refused, [10])?.basis, "simulated");
});

test("the nearest point is that by shares of the ranges", () => {
  const two = block(figure(null), {
    knobs: [knob(0, 100), knob(0, 1)],
    points: [
      [50, 0],
      [90, 0.9],
    ],
  });
  assert.equal(nearestPoint(two, [50, 0.9]).index, 1);
  near(nearestPoint(two, [50, 0.9]).squared, 0.16);
});
