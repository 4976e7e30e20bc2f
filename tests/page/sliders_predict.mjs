// Sliders of a report predict what `doorstroom sweep predict` prints: a small sweep is made, emulated
// and reported; app/page/src/emulator.ts then predicts at points at random, at corners, at points of
// the sweep, and with an emulator that was refused.
//   node sliders_predict.mjs PROGRAM
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const program = process.argv[2];
const source = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const page = join(source, "app", "page");
const folder = mkdtempSync(join(tmpdir(), "sliders-"));
const closeness = 1e-9;
const randomPoints = 200;

function doorstroom(...words) {
  return execFileSync(program, words, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1e9 });
}

/** A generator of its own, so that a failure comes back. */
function mulberry32(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function makeSweep() {
  writeFileSync(
    join(folder, "short.yaml"),
    `extends: ${join(source, "scenarios", "minimal.yaml")}\nperiod: {years: 1, warm_up: 1 year}\n`,
  );
  writeFileSync(
    join(folder, "plan.yaml"),
    `doorstroom: 1
sweep: places, staff and time
base: short.yaml
vary:
  arrangements.oza.places: {from: 16, to: 36}
  desks.youth_team.staff: {from: 3.2 fte, to: 4 fte}
  arrangements.oza.stay: {from: 30 weeks, to: 50 weeks}
design: {sobol: 32}
replications: 6
keep: [dropouts_per_year, placed_within_10w, oza.wait_mean, oza.utilisation]
`,
  );
  doorstroom("sweep", "plan.yaml", "-o", "s");
  for (const kpi of ["dropouts_per_year", "placed_within_10w", "oza.wait_mean"])
    doorstroom("sweep", "emulate", "s", "--kpi", kpi);
  doorstroom("run", "short.yaml", "--replications", "2", "-o", "base.h5");
}

/** Whether an emulator passes is not what is tested here, so it is told to. */
function judge(kpi, passes) {
  const path = join(folder, "s", "emulators", `${kpi}.json`);
  const emulator = JSON.parse(readFileSync(path, "utf8"));
  emulator.check.all.agree = passes ? emulator.check.all.points : 0;
  writeFileSync(path, JSON.stringify(emulator));
}

function sliderBlock() {
  const report = JSON.parse(doorstroom("report", "base.h5", "s", "--json"));
  const blocks = report.sections.find((section) => section.id === "between-the-points").blocks;
  return blocks.find((block) => block.kind === "sliders");
}

async function emulatorModule() {
  const { buildSync } = createRequire(join(page, "package.json"))("esbuild");
  const out = join(folder, "emulator.mjs");
  buildSync({ entryPoints: [join(page, "src", "emulator.ts")], outfile: out, bundle: true, format: "esm", platform: "node" });
  return import(pathToFileURL(out).href);
}

const numbers = (told) => ({
  mean: told.mean,
  noise_low: told.noise?.low ?? null,
  noise_high: told.noise?.high ?? null,
  emulator_low: told.emulator?.low ?? told.mean,
  emulator_high: told.emulator?.high ?? told.mean,
  p10: told.futures?.low ?? null,
  p90: told.futures?.high ?? null,
});

let worst = 0;
function expectClose(found, expected, what) {
  if (expected === null || found === null) return assert.equal(found, expected, what);
  const off = Math.abs(found - expected) / Math.max(Math.abs(expected), Number.MIN_VALUE);
  const close = found === expected || off <= closeness;
  if (found !== expected) worst = Math.max(worst, off);
  assert.ok(close, `${what}: the page tells ${found}, the program ${expected}`);
}

function expectSame(page, block, values, basis) {
  const words = block.knobs.map((knob, i) => `${knob.path}=${values[i]}${knob.unit && ` ${knob.unit}`}`);
  const printed = JSON.parse(doorstroom("sweep", "predict", "s", ...words, "--json"));
  const predictor = new page.Predictor(block);
  for (const figure of block.figures) {
    const expected = printed.figures.find((row) => row.kpi === figure.kpi);
    const told = predictor.at(figure, values);
    const where = `${figure.kpi} at ${words.join(", ")}`;
    assert.equal(told?.basis ?? "refused", expected.basis, where);
    if (basis) assert.equal(expected.basis, basis(figure), where);
    if (told)
      for (const [name, number] of Object.entries(numbers(told)))
        expectClose(number, expected[name], `${name} of ${where}`);
    const nearest = page.nearestPoint(block, values).index;
    assert.deepEqual(block.points[nearest], Object.values(expected.nearest.values), where);
    expectClose(figure.points[nearest].mean, expected.nearest.mean, `nearest of ${where}`);
  }
}

const corners = (knobs) =>
  knobs.reduce((all, knob) => all.flatMap((of) => [[...of, knob.low], [...of, knob.high]]), [[]]);

try {
  makeSweep();
  for (const kpi of ["dropouts_per_year", "placed_within_10w", "oza.wait_mean"]) judge(kpi, true);
  const page = await emulatorModule();
  const block = sliderBlock();
  assert.deepEqual(block.figures.map((figure) => figure.emulator.scale).sort(), ["log", "logit", "plain"]);

  const random = mulberry32(16);
  for (let i = 0; i < randomPoints; ++i)
    expectSame(page, block, block.knobs.map((knob) => page.snapped(knob, knob.low + random() * (knob.high - knob.low))));
  for (const corner of corners(block.knobs)) expectSame(page, block, corner);
  for (const point of block.points.slice(0, 8)) expectSame(page, block, point, () => "simulated");

  judge("oza.wait_mean", false);
  const refused = sliderBlock();
  const basis = (figure) => (figure.kpi === "oza.wait_mean" ? "refused" : "estimated");
  expectSame(page, refused, [21, 3.456, 41.5], basis);
  expectSame(page, refused, refused.points[5], () => "simulated");
  console.log(`${randomPoints} points at random, 8 corners, 8 points of the sweep: off by at most ${worst}`);
} finally {
  rmSync(folder, { recursive: true });
}
