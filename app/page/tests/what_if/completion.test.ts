import assert from "node:assert/strict";
import { test } from "node:test";
import { offersAt } from "../../src/what_if/completion";
import type { Completions } from "../../src/what_if/protocol";
import { placeAt } from "../../src/what_if/yaml_place";

const known: Completions = {
  schema: {
    properties: {
      extends: { type: "string" },
      arrangements: { description: "where youths stay", anyOf: [{ $ref: "#/definitions/arrangements" }, { type: "null" }] },
      set: { additionalProperties: {} },
    },
    definitions: {
      arrangements: { type: "object", additionalProperties: { $ref: "#/definitions/arrangement" } },
      arrangement: {
        type: "object",
        properties: {
          leads: { anyOf: [{ enum: ["education", "care"] }, { type: "null" }] },
          places: { anyOf: [{ enum: ["unlimited"] }, { type: "array", items: { $ref: "#/definitions/dated" } }] },
          routes: { type: "object", additionalProperties: { type: "number" } },
        },
      },
      dated: { type: "object", properties: { from: {}, count: {} } },
    },
  },
  ids: { arrangements: ["oza", "zoa"], exits: ["school"] },
  paths: ["arrangements.oza.places", "desks.team.staff"],
};
const offered = (before: string) => offersAt(placeAt(before)!, known, ["base.yaml"]);
const texts = (before: string) => offered(before).map(({ text }) => text);

test("keys come from the schema, with what they mean", () => {
  assert.deepEqual(texts("a"), ["extends", "arrangements", "set"]);
  assert.deepEqual(offered("a")[1], { text: "arrangements", info: "where youths stay", isMap: true });
  assert.deepEqual(texts("arrangements:\n  oza:\n    "), ["leads", "places", "routes"]);
  assert.deepEqual(texts("arrangements:\n  oza:\n    places:\n      - "), ["from", "count"]);
});

test("ids are those of the scenario", () => {
  assert.deepEqual(texts("arrangements:\n  "), ["oza", "zoa"]);
  assert.deepEqual(texts("arrangements:\n  oza:\n    routes: {"), ["oza", "zoa", "school"]);
});

test("paths come where paths stand", () => {
  assert.deepEqual(texts("set:\n  "), known.paths);
  assert.deepEqual(texts("interventions:\n  x:\n    effects:\n      y: {change: "), known.paths);
});

test("values are words that the schema knows, and files that are there", () => {
  assert.deepEqual(texts("arrangements:\n  oza:\n    leads: "), ["education", "care"]);
  assert.deepEqual(texts("extends: "), ["base.yaml"]);
  assert.deepEqual(texts("arrangements:\n  oza:\n    nothing: "), []);
});
