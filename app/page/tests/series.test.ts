import assert from "node:assert/strict";
import { test } from "node:test";
import { lineLook } from "../src/look";
import { placesOfTurn } from "../src/series";
import { panelsApart, timeSeries } from "../src/time_series";
import type { TimeLine } from "../generated/report";

test("bars of two lines stand beside each other", () => {
  const first = placesOfTurn(160, 0, 2);
  const second = placesOfTurn(160, 1, 2);
  assert.deepEqual(first.slice(0, 2), [5, 25]);
  assert.deepEqual(second.slice(0, 2), [15, 35]);
});

test("a short line has a mark at a place once", () => {
  assert.deepEqual(placesOfTurn(2, 0, 1), [0, 1]);
});

test("no two of 36 lines look alike", () => {
  const looks = Array.from({ length: 36 }, (_, i) => JSON.stringify(lineLook(i)));
  assert.equal(new Set(looks).size, 36);
});

function line(id: string, variant: number, role: TimeLine["role"]): TimeLine {
  const none: number[] = [];
  return {
    id,
    label: id,
    role,
    variant,
    mean: [1],
    p10: none,
    p90: none,
    noise_low: none,
    noise_high: none,
    one_future: none,
  };
}

test("with variants, colour tells the variant and dashes the line", () => {
  const lines = [0, 1].flatMap((variant) => [
    line("waiting", variant, "outcome"),
    line("inside", variant, "outcome"),
  ]);
  const series = timeSeries({ id: "oza", label: "OZA", lines });
  const looks = series.map(({ look }) => [look.color, look.dash]);
  assert.deepEqual(looks, [
    ["var(--line-1)", ""],
    ["var(--line-1)", "8 4"],
    ["var(--line-2)", ""],
    ["var(--line-2)", "8 4"],
  ]);
});

test("more lines than can be told apart are drawn in panels of one line of every variant", () => {
  const lines = [0, 1, 2, 3].flatMap((variant) => [
    line(`inside-${variant}`, variant, "outcome"),
    line(`waiting-${variant}`, variant, "outcome"),
  ]);
  const panel = { id: "oza", label: "OZA", lines: [...lines, line("places-0", 0, "capacity")] };
  const apart = panelsApart(panel);
  assert.deepEqual(
    apart.map(({ label, lines }) => [label, lines.map(({ id }) => id)]),
    [
      ["OZA: inside-0", ["inside-0", "inside-1", "inside-2", "inside-3", "places-0"]],
      ["OZA: waiting-0", ["waiting-0", "waiting-1", "waiting-2", "waiting-3"]],
    ],
  );
  const looks = apart.flatMap((each) => timeSeries(each).slice(0, 4).map(({ look }) => look));
  for (const part of ["color", "dash", "marker"] as const)
    assert.equal(new Set(looks.slice(4).map((look) => look[part])).size, 4, part);
  assert.deepEqual(panelsApart({ ...panel, lines: lines.slice(0, 6) }).length, 1);
});

test("without variants, lines differ in colour, and a capacity is none of them", () => {
  const lines = [line("inside", 0, "outcome"), line("waiting", 0, "outcome"), line("places", 0, "capacity")];
  const colors = timeSeries({ id: "oza", label: "OZA", lines }).map(({ look }) => look.color);
  assert.equal(new Set(colors).size, 3);
});
