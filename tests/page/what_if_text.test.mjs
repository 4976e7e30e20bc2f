// A variant as text on the what-if page, with the program behind it: mistakes at their lines, what can stand where
// somebody types, and the same figures as with sliders.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { closed } from "./browser.mjs";
import { Tab, serving } from "./what_if.mjs";

let served;
before(async () => (served = await serving()));
after(async () => {
  await closed();
  await served.stop();
});

async function opened(options) {
  const tab = await Tab.open(served.link, options);
  await tab.asText();
  return tab;
}

test("the text of a variant that was made with sliders is shown, and changes it", async () => {
  const tab = await Tab.open(served.link);
  await tab.type(await tab.take("places oza"), "30");
  await tab.ended();
  const known = await tab.figures();
  await tab.asText();
  assert.match(await tab.text(), /^set:\n {2}arrangements\.oza\.places: 30$/m);
  await tab.retype(/: 30/, ": 36");
  await tab.ended();
  const typed = await tab.figures();
  assert.notDeepEqual(typed, known);
  const other = await Tab.open(served.link);
  await other.type(await other.take("places oza"), "36");
  await other.ended();
  assert.deepEqual(typed, await other.figures(), "typed or moved, the figures are the same");
  await tab.page.getByRole("button", { name: "Undo" }).click();
  await tab.page.waitForFunction(() => document.querySelector(".cm-content").innerText.includes(": 30"));
  assert.deepEqual(await tab.figures(), known);
  assert.equal(tab.wrong.join("\n"), "");
  await tab.close();
  await other.close();
});

test("a mistake is told at its line, and its button leads there", async () => {
  const tab = await opened();
  await tab.fill("doorstroom: 1\nextends: base.yaml\nset:\n  arrangements.oza.places: -3\n  desks.youth_team.staf: 3 fte\n");
  const told = tab.page.locator(".text-mistakes li");
  await told.nth(1).waitFor();
  const texts = await told.allTextContents();
  assert.match(texts[0], /^Line 4.*-3/);
  assert.match(texts[1], /^Line 5.*did you mean desks\.youth_team\.staff/s);
  assert.deepEqual(await tab.page.locator(".cm-lintRange-error").allTextContents(), ["-3", "desks.youth_team.staf"]);
  await told.nth(1).getByRole("button").click();
  await tab.page.keyboard.type("x");
  assert.match(await tab.text(), /^ {2}xdesks/m);
  await tab.fill("doorstroom: 1\nextends: base.yaml\nname: Right\nset:\n  arrangements.oza.places: 33\n");
  await tab.page.getByText("No mistakes in this text.").waitFor();
  await tab.ended();
  assert.equal(tab.wrong.join("\n"), "");
  await tab.close();
});

test("what can stand there is offered: paths, ids and keys", async () => {
  const tab = await opened();
  const offered = tab.page.locator(".cm-tooltip-autocomplete li");
  await tab.fill("doorstroom: 1\nextends: base.yaml\nset:\n  ");
  await tab.page.keyboard.type("oza.pl");
  await offered.first().waitFor();
  assert.ok((await offered.allTextContents()).includes("arrangements.oza.places"));
  await tab.page.waitForTimeout(100); // a popup that has just come takes no key
  await tab.page.keyboard.press("ArrowDown");
  await tab.page.keyboard.press("Enter");
  assert.match(await tab.text(), /^ {2}arrangements\.oza\.places: $/m);
  await tab.fill("extends: base.yaml\narrangements:\n  oza:\n    ");
  await tab.page.keyboard.press("Control+Space");
  await offered.filter({ hasText: "education" }).waitFor();
  await tab.page.keyboard.type("le");
  await offered.filter({ hasText: "leads" }).waitFor();
  await tab.page.keyboard.press("Escape");
  await offered.first().waitFor({ state: "detached" });
  await tab.close();
});

test("Tab leaves the text, backwards too", async () => {
  const tab = await opened();
  const isIn = () => tab.page.evaluate(() => Boolean(document.activeElement.closest(".text-editor")));
  const before = await tab.text();
  for (const key of ["Tab", "Shift+Tab"]) {
    await tab.page.locator(".cm-content").focus();
    assert.ok(await isIn());
    await tab.page.keyboard.press(key);
    assert.ok(!(await isIn()), key);
  }
  assert.equal(await tab.text(), before);
  await tab.close();
});

test("a text that only sets values goes back to sliders; one that does more says why not", async () => {
  const tab = await opened();
  await tab.fill("extends: base.yaml\nname: Typed # said\nset:\n  arrangements.oza.places: 31\n");
  await tab.page.getByText("No mistakes").waitFor();
  assert.equal(await tab.page.getByLabel("Name of this variant").inputValue(), "Typed");
  await tab.page.getByRole("button", { name: "With sliders" }).click();
  assert.equal(await tab.page.locator(".lever [role=spinbutton]").inputValue(), "31");
  await tab.asText();
  await tab.fill("extends: base.yaml\nname: Typed\nreplications: 20\n");
  await tab.page.getByText("This text changes more than sliders can show").waitFor();
  assert.equal(await tab.page.getByRole("button", { name: "With sliders" }).getAttribute("aria-disabled"), "true");
  await tab.close();
});

test("what was typed is saved to the letter, named in the text, and kept over a reload", async () => {
  const tab = await opened();
  const text = 'extends: base.yaml\n# why\nname: "Typed"\nseverities: [light, middle, complex]\nset: {arrangements.oza.places: 32}\n';
  await tab.fill(text);
  await tab.page.getByText("No mistakes").waitFor();
  await tab.page.getByLabel("Name of this variant").fill("Renamed");
  await tab.page.getByLabel("Name of this variant").press("Tab");
  await tab.page.getByLabel("Name of the file").fill("typed.yaml");
  await tab.page.getByRole("button", { name: "Save", exact: true }).click();
  await tab.page.getByText("Saved as typed.yaml").waitFor();
  assert.equal(readFileSync(join(served.folder, "typed.yaml"), "utf8"), text.replace('"Typed"', '"Renamed"'));
  await tab.page.reload();
  await tab.page.locator(".cm-content").waitFor();
  assert.equal(await tab.text(), text.replace('"Typed"', '"Renamed"'));
  assert.equal(tab.wrong.join("\n"), "");
  await tab.close();
});
