import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const folder = "src/what_if";
const files = [...readdirSync(folder).map((name) => `${folder}/${name}`), "src/number_field.tsx"];
const sources = files.map((file) => readFileSync(file, "utf8"));
const program = readFileSync("../../results/page/what_if_words.cpp", "utf8");

const known = new Set([...program.matchAll(/WhatIfWord\{\s*"([^"]+)"/g)].map(([, key]) => key!));
/** Whatever is written like a key of a word in a source of the script. */
const quoted = new Set(sources.flatMap((text) => [...text.matchAll(/"([a-z_]+)"/g)].map(([, key]) => key!)));

test("every word that the script asks for is in the program", () => {
  const asked = sources.flatMap((text) => [...text.matchAll(/\bt\("([^"]+)"/g)].map(([, key]) => key!));
  assert.ok(asked.length > 40);
  assert.deepEqual(asked.filter((key) => !known.has(key)), []);
});

test("every word in the program is asked for by the script", () => {
  const isPhase = (key: string) => key.startsWith("phase_"); // asked for by the name of the phase
  assert.deepEqual([...known].filter((key) => !quoted.has(key) && !isPhase(key)), []);
});
