import assert from "node:assert/strict";
import { test } from "node:test";
import { LeverIndex, wordsOf } from "../../src/what_if/lever_search";
import type { Lever } from "../../src/what_if/protocol";

function lever(path: string, label: string, node: string, words: string, help = ""): Lever {
  return { path, label, node, help, words, unit: "", value: "1", kind: "count", low: "", high: "", mark: "", mark_text: "", source: "" };
}

const index = new LeverIndex([
  lever("arrangements.oza.waiting.at_home", "waits at home", "Arrangement led by education", "wacht thuis op plaatsen"),
  lever("arrangements.zoa.places", "places", "Arrangement led by care", "plaatsen"),
  lever("arrangements.oza.places", "places", "Arrangement led by education", "plaatsen onderwijs"),
  lever("desks.een_loket.staff", "staff", "One desk", "personeel één loket", "who decide"),
]);
const found = (query: string) => index.find(query).map(({ path }) => path);

test("words in either language find a lever, in any order", () => {
  for (const query of ["places oza", "plaatsen oza", "OZA-plaatsen", "oza plaats"])
    assert.equal(found(query)[0], "arrangements.oza.places", query);
});

test("every word must fit", () => {
  assert.deepEqual(found("places desk"), []);
  assert.deepEqual(found("oza"), ["arrangements.oza.places", "arrangements.oza.waiting.at_home"]);
});

test("accents, capitals and underscores make no difference", () => {
  assert.deepEqual(wordsOf("Eén-Loket"), ["een", "loket"]);
  assert.deepEqual(found("een loket"), ["desks.een_loket.staff"]);
  assert.deepEqual(found("EEN_LOKET"), ["desks.een_loket.staff"]);
});

test("help is looked through, and weighs less than a label", () => {
  assert.deepEqual(found("decide"), ["desks.een_loket.staff"]);
});

test("nothing asked shows places, then staff; first those with a range", () => {
  assert.deepEqual(found(" "), ["arrangements.zoa.places", "arrangements.oza.places", "desks.een_loket.staff"]);
  const ranged = { ...lever("arrangements.oza.places", "places", "", ""), low: "10", high: "20" };
  const others = new LeverIndex([lever("arrangements.zoa.places", "places", "", ""), ranged]);
  assert.equal(others.find("")[0], ranged);
});
