// What the what-if page keeps, with the program behind it: through undo, a change of language, a report that was made
// before, and what other tabs saved.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closed } from "./browser.mjs";
import { Tab, serving } from "./what_if.mjs";

let served;
before(async () => (served = await serving()));
after(async () => {
  await closed();
  await served.stop();
});

const undo = (tab) => tab.page.getByRole("button", { name: "Undo" }).click();
const stepSaid = (tab) => tab.page.locator(".step-said").textContent();
const field = (tab) => tab.page.locator(".lever [role=spinbutton]");

test("undo says what was undone, and redo what was done again", async () => {
  const tab = await Tab.open(served.link);
  const lever = await tab.take("places oza");
  await tab.type(lever, "30");
  await tab.page.waitForTimeout(1100); // quick steps of one lever are undone together
  await tab.type(lever, "36");
  await undo(tab);
  assert.match(await stepSaid(tab), /^Undone: places, .*, from 30 to 36\.$/i);
  assert.equal(await tab.page.locator(".step-said").getAttribute("role"), "status");
  await tab.page.getByRole("button", { name: "Redo" }).click();
  assert.match(await stepSaid(tab), /^Done again: places, .*, from 30 to 36\.$/i);
  await tab.type(lever, "37");
  assert.equal(await stepSaid(tab), "", "it goes with the next change");
  await tab.page.getByRole("button", { name: "New variant" }).click();
  await undo(tab);
  assert.equal(await stepSaid(tab), "Undone: Variant 2 added.");
  await tab.close();
});

test("undo of what was typed stays with sliders where these are shown", async () => {
  const tab = await Tab.open(served.link);
  await tab.type(await tab.take("places oza"), "30");
  await tab.asText();
  await tab.retype(/: 30/, ": 34");
  await tab.page.waitForTimeout(1100);
  await tab.retype(/: 34/, ": 36");
  await tab.page.getByText("No mistakes").waitFor();
  await tab.page.getByRole("button", { name: "With sliders" }).click();
  assert.equal(await field(tab).inputValue(), "36");
  await undo(tab);
  assert.equal(await field(tab).inputValue(), "34", "a text in between is shown as sliders");
  assert.match(await stepSaid(tab), /from 34 to 36\.$/);
  await undo(tab);
  assert.equal(await field(tab).inputValue(), "30");
  assert.match(await stepSaid(tab), /from 30 to 34\.$/);
  await tab.close();
});

test("sliders that are asked for while a text is looked at come once it is known to have them", async () => {
  const tab = await Tab.open(served.link);
  await tab.asText();
  let look;
  const looked = new Promise((resolve) => (look = resolve));
  await tab.page.route(/\/check\?/, (asked) => looked.then(() => asked.continue()));
  const sliders = tab.page.getByRole("button", { name: "With sliders" });
  await tab.fill("extends: base.yaml\nname: Typed\nset:\n  arrangements.oza.places: 33\n");
  await sliders.click();
  assert.equal(await tab.page.locator(".cm-content").count(), 1, "nothing is known yet");
  look();
  assert.equal(await field(tab).inputValue(), "33");
  await tab.asText();
  await tab.fill("extends: base.yaml\nname: Typed\nseverities: [light, middle, complex]\n");
  await sliders.click({ force: true }); // before it is known, or after
  await tab.page.locator(".switch button[aria-disabled=true]").waitFor();
  assert.equal(await tab.page.locator(".cm-content").count(), 1, "a text that is more than settings stays");
  await tab.close();
});

test("undo of what was typed stays with the text where that is shown", async () => {
  const tab = await Tab.open(served.link);
  await tab.asText();
  await tab.fill("extends: base.yaml\nname: Typed\nset:\n  arrangements.oza.places: 33\n");
  await tab.page.getByText("No mistakes").waitFor();
  await undo(tab);
  await tab.page.waitForFunction(() => !document.querySelector(".cm-content").innerText.includes("33"));
  assert.equal(await stepSaid(tab), "Undone: what was typed in the text of Typed.");
  await tab.close();
});

test("comments that sliders cannot keep come back with undo, and the page says that it is text then", async () => {
  const tab = await Tab.open(served.link);
  await tab.asText();
  await tab.fill("extends: base.yaml\nname: Typed\n# why\nset:\n  arrangements.oza.places: 33\n");
  await tab.page.getByText("No mistakes").waitFor();
  await tab.page.getByRole("button", { name: "With sliders" }).click();
  assert.equal(await field(tab).inputValue(), "33");
  await undo(tab);
  assert.match(await tab.text(), /# why/);
  assert.equal(await stepSaid(tab), "Undone: the text of Typed became sliders. It is shown as text now.");
  await tab.close();
});

async function saved(tab, file) {
  await tab.page.getByLabel("Name of the file").fill(file);
  await tab.page.getByRole("button", { name: "Save", exact: true }).click();
  await tab.page.getByText(`Saved as ${file}`).waitFor();
}

test("what was saved stays saved through undo", async () => {
  const tab = await Tab.open(served.link);
  const lever = await tab.take("places oza");
  await tab.type(lever, "29");
  await saved(tab, "kept.yaml");
  await tab.page.waitForTimeout(1100);
  await tab.type(lever, "28");
  await tab.page.getByLabel("Name of the file").waitFor();
  await undo(tab);
  await tab.page.getByText("Saved as kept.yaml").waitFor();
  await tab.close();
});

test("a report that was made before a change says so, and is made anew", async () => {
  const tab = await Tab.open(served.link);
  const { page } = tab;
  await page.getByLabel("Replications", { exact: true }).selectOption("20");
  const lever = await tab.take("places oza");
  await tab.type(lever, "38");
  await saved(tab, "first.yaml");
  await page.getByRole("button", { name: "Make the report" }).click();
  await page.getByRole("link", { name: /^Download the report: / }).waitFor({ timeout: 60_000 });
  assert.equal(await page.locator(".report-old").count(), 0);
  await page.waitForTimeout(1100);
  await tab.type(lever, "39");
  assert.match(await page.locator(".report-old").textContent(), /before the last change. Save what changed/);
  await page.getByRole("link", { name: /^Download the report from before the change: / }).waitFor();
  await undo(tab);
  await page.locator(".report-old").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Redo" }).click();
  await saved(tab, "second.yaml");
  assert.match(await page.locator(".report-old").textContent(), /Make it again/);
  await page.getByRole("button", { name: "Make the report again" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /^Download the report: / }).click({ timeout: 60_000 });
  await (await download).path();
  assert.equal(await page.locator(".report-old").count(), 0);
  assert.deepEqual(tab.wrong, []);
  await tab.close();
});

test("the page opens in the language of the browser, and another one keeps all that was done", async () => {
  const tab = await Tab.open(served.link.split("&")[0], { locale: "nl-BE" });
  const { page } = tab;
  assert.equal(await page.evaluate(() => document.documentElement.lang), "nl");
  await tab.type(await tab.take("plaatsen oza"), "31");
  await page.locator("#find-lever").fill("jeugdteam");
  const form = page.locator(".question").first();
  await form.getByRole("button", { name: "Vraag nog een cijfer" }).click();
  await form.getByLabel("Het moet minstens zijn").first().fill("55,5");
  await form.getByLabel("Het moet minstens zijn").first().press("Tab");
  const other = page.locator(".question").last();
  await other.getByRole("button", { name: "Vergelijk" }).click();
  await other.locator(".said-first").waitFor({ timeout: 60_000 });
  await tab.speak("English", "en");
  assert.equal(await field(tab).inputValue(), "31");
  assert.equal(await page.locator("#find-lever").inputValue(), "jeugdteam");
  assert.equal(await form.locator(".seek-added").count(), 1);
  assert.equal(await form.getByLabel("It must be at least").first().inputValue(), "55.5", "as the language writes it");
  assert.equal(await other.locator(".said-first p").first().getAttribute("lang"), "nl", "an answer stays as it came");
  await tab.ended();
  await undo(tab);
  assert.equal(await field(tab).inputValue(), "24", "what was done before is undone");
  assert.deepEqual(tab.wrong, []);
  await tab.close();
});

test("a variant that was saved from text opens as text in another tab, also one that was open already", async () => {
  const tab = await Tab.open(served.link);
  const beside = await Tab.open(served.link, { context: tab.context });
  const text = "extends: base.yaml\nname: Typed elsewhere\n# why\nseverities: [light, middle, complex]\nset:\n  arrangements.oza.places: 32\n";
  await tab.asText();
  await tab.fill(text);
  await tab.page.getByText("No mistakes").waitFor();
  await saved(tab, "typed-elsewhere.yaml");
  for (const page of [beside.page, (await Tab.open(served.link)).page]) {
    await page.bringToFront();
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange"))); // headless tabs are always visible
    const list = page.getByLabel("Open a saved variant");
    await list.locator("optgroup[label='As text (YAML)'] option[value='typed-elsewhere.yaml']").waitFor({ state: "attached" });
    await list.selectOption("typed-elsewhere.yaml");
    await page.locator(".cm-content").waitFor();
    await page.getByText("Saved as typed-elsewhere.yaml").waitFor();
    assert.equal(await page.getByLabel("Name of this variant").inputValue(), "Typed elsewhere");
    const shown = await page.locator(".cm-line").allTextContents();
    assert.equal(shown.join("\n"), text);
  }
  assert.deepEqual([...tab.wrong, ...beside.wrong], []);
  await tab.close();
});
