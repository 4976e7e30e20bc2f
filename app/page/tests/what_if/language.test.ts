import assert from "node:assert/strict";
import { test } from "node:test";
import { firstLanguage } from "../../src/what_if/language";

test("the page opens in the language of the link, of the tab, of the browser, in that order", () => {
  assert.equal(firstLanguage("nl", "en", ["en"]), "nl");
  assert.equal(firstLanguage("", "nl", ["en"]), "nl");
  assert.equal(firstLanguage("", null, ["de-DE", "nl-BE", "en"]), "nl");
  assert.equal(firstLanguage("", null, ["en-US", "nl"]), "en");
});

test("a language that the page does not speak is passed over", () => {
  assert.equal(firstLanguage("de", 7, ["fr"]), "en");
});
