// The what-if page with the program behind it: what is changed gives figures, and these are repeated by the
// command that the page shows.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { closed } from "./browser.mjs";
import { Tab, program, serving, shown } from "./what_if.mjs";

let served;
before(async () => (served = await serving()));
after(async () => {
  await closed();
  await served.stop();
});

const width = ({ low, high }) => high - low;

test("a lever that was found and moved gives figures whose intervals narrow", async () => {
  const tab = await Tab.open(served.link);
  await tab.ended();
  const before = await tab.figures();
  const lever = await tab.take("plaatsen oza");
  assert.match(await lever.textContent(), /places/i);
  const run = tab.nextRun("36");
  await tab.type(lever, "36");
  const lines = (await run).filter(({ kind }) => kind === "figures");
  const [early, last] = [lines.find(({ figures }) => figures[0].low !== null), lines.at(-1)];
  assert.ok(early.estimated && !last.estimated);
  assert.ok(width(last.figures[0]) < width(early.figures[0]));
  await tab.ended();
  const figures = await tab.figures();
  figures.forEach(({ text, variant, base }, i) => {
    const { difference_text, text: verdict, variant_text, base_text } = last.figures[i];
    assert.equal(text, `${shown(difference_text)} ${verdict}`);
    assert.deepEqual([base, variant], [shown(base_text), shown(variant_text)]);
    const decimals = before[i].base.split(".")[1]?.length ?? 0; // beside a variant it may have more
    assert.equal(Number.parseFloat(base).toFixed(decimals), before[i].base, "the baseline stays");
  });
  assert.deepEqual(tab.wrong, []);
  await tab.close();
});

test("a saved variant stands in the folder, and the shown command repeats its figures", async () => {
  const tab = await Tab.open(served.link);
  const run = tab.nextRun("30");
  await tab.type(await tab.take("places oza"), "30");
  const last = (await run).filter(({ kind }) => kind === "figures").at(-1);
  await tab.page.getByLabel("Name of this variant").fill("Thirty places");
  await tab.page.getByLabel("Name of this variant").press("Tab");
  assert.equal(await tab.page.getByLabel("Name of the file").inputValue(), "thirty-places.yaml");
  await tab.page.getByRole("button", { name: "Save", exact: true }).click();
  await tab.page.getByText("Saved as thirty-places.yaml").waitFor();
  assert.ok(existsSync(join(served.folder, "thirty-places.yaml")));
  await tab.page.getByText("Show the text of this variant").click();
  const [command, overlay] = await tab.page.locator(".keep pre").allTextContents();
  assert.equal(overlay.trim(), readFileSync(join(served.folder, "thirty-places.yaml"), "utf8").trim());
  const env = { ...process.env, PATH: `${dirname(program)}:${process.env.PATH}` };
  const told = JSON.parse(execFileSync("sh", ["-c", `${command} --json`], { cwd: served.folder, env }));
  assertRepeats(last, told);
  await tab.close();
});

/** To the last digit. @param told  what `doorstroom compare --json` printed */
function assertRepeats(last, told) {
  const numbers = ({ base, variant, difference, low, high }) => [base, variant, difference, low, high];
  const { headline, funders } = told.variants[0];
  assert.ok(last.figures.length > 0);
  for (const figure of last.figures)
    assert.deepEqual(numbers(figure), numbers(headline.find(({ kpi }) => kpi === figure.id)), figure.id);
  assert.equal(last.funders.length, 2);
  for (const paid of last.funders)
    assert.deepEqual(numbers(paid), numbers(funders.find(({ funder }) => funder === paid.id)), paid.id);
}

test("who pays is told funder by funder, as it is now and with the variant", async () => {
  const tab = await Tab.open(served.link);
  await tab.page.getByText("Who pays, euro a year").waitFor();
  const cells = () => tab.page.locator("details", { hasText: "Who pays" }).locator("tbody tr").allTextContents();
  await tab.ended();
  for (const row of await cells()) assert.match(row, /[0-9]$/, "without a variant there is no difference");
  const lever = await tab.take("places oza");
  await tab.type(lever, "36");
  await tab.ended();
  await tab.page.getByText("Who pays, euro a year").click();
  const [swv, gemeente] = await cells();
  assert.match(swv, /Swv.*higher/i);
  assert.match(gemeente, /Gemeente.*higher/i);
  assert.equal(tab.wrong.join("\n"), "");
  await tab.close();
});

test("a name of a file that is taken is refused where it was typed", async () => {
  const tab = await Tab.open(served.link);
  await tab.type(await tab.take("places oza"), "31");
  await tab.page.getByLabel("Name of the file").fill("help.yaml");
  await tab.page.getByRole("button", { name: "Save", exact: true }).click();
  await tab.page.locator(".save-form .lever-mistakes").getByText("help.yaml").waitFor();
  await tab.close();
});

test("variants are added, copied, undone and removed; what was known is shown at once", async () => {
  const tab = await Tab.open(served.link);
  const cards = tab.page.locator(".variant-card strong");
  const lever = await tab.take("places oza");
  await tab.type(lever, "36");
  await tab.ended();
  const known = await tab.figures();
  await tab.page.getByRole("button", { name: "Copy this variant" }).click();
  assert.deepEqual(await cards.allTextContents(), ["Variant 1", "Variant 1, copy"]);
  await tab.type(tab.page.locator(".lever").last(), "12");
  await tab.ended();
  assert.notDeepEqual(await tab.figures(), known);
  await tab.page.getByRole("button", { name: "Undo" }).click();
  assert.deepEqual(await tab.figures(), known);
  await tab.page.getByRole("button", { name: "Redo" }).click();
  assert.notDeepEqual(await tab.figures(), known);
  const beside = tab.page.locator("[aria-labelledby=beside-title] table");
  assert.ok((await beside.textContent()).includes(known[0].variant));
  await tab.page.getByRole("button", { name: "Remove this variant" }).click();
  assert.deepEqual(await cards.allTextContents(), ["Variant 1"]);
  assert.deepEqual(await tab.figures(), known);
  await tab.close();
});

test("the key leaves the address, and a reload keeps it and the variants", async () => {
  const tab = await Tab.open(served.link);
  assert.equal(new URL(tab.page.url()).hash, "");
  await tab.type(await tab.take("places oza"), "33");
  await tab.page.reload();
  await tab.page.locator(".lever").waitFor();
  assert.equal(await tab.page.locator(".lever [role=spinbutton]").inputValue(), "33");
  await tab.close();
});

test("the language of the link holds in any browser, and leaves the address with the key", async () => {
  const tab = await Tab.open(`${served.link.split("&")[0]}&lang=nl`);
  assert.equal(await tab.page.evaluate(() => document.documentElement.lang), "nl");
  assert.equal(new URL(tab.page.url()).hash, "");
  await tab.close();
});

test("without the key the page says what to do", async () => {
  const context = await (await import("./browser.mjs")).launched().then((browser) => browser.newContext());
  const page = await context.newPage();
  await page.goto(served.link.split("#")[0]);
  assert.match(await page.locator("[role=alert]").textContent(), /link/);
  await context.close();
});

test("a mistake is told at the lever to which it belongs", async () => {
  const tab = await Tab.open(served.link);
  await tab.take("staff");
  const lever = await tab.take("places oza");
  await tab.type(lever, "-4");
  const told = lever.locator(".lever-mistakes p");
  await told.waitFor();
  assert.match(await told.textContent(), /-4/);
  assert.equal(await tab.page.locator(".lever").first().locator(".lever-mistakes p").count(), 0);
  await tab.type(lever, "25");
  await tab.ended();
  assert.equal(await told.count(), 0);
  await tab.close();
});

test("a saved variant opens again in another tab", async () => {
  const first = await Tab.open(served.link);
  await first.type(await first.take("places oza"), "35");
  await first.page.getByLabel("Name of the file").fill("again.yaml");
  await first.page.getByRole("button", { name: "Save", exact: true }).click();
  await first.page.getByText("Saved as again.yaml").waitFor();
  const second = await Tab.open(served.link);
  await second.page.getByLabel("Open a saved variant").selectOption("again.yaml");
  assert.equal(await second.page.locator(".lever [role=spinbutton]").inputValue(), "35");
  await second.page.getByText("Saved as again.yaml").waitFor();
  await first.close();
  await second.close();
});

test("saved variants go into a report that is downloaded", async () => {
  const tab = await Tab.open(served.link);
  await tab.page.getByLabel("Replications", { exact: true }).selectOption("20");
  await tab.type(await tab.take("places oza"), "37");
  await tab.ended();
  await tab.page.getByLabel("Name of the file").fill("reported.yaml");
  await tab.page.getByRole("button", { name: "Save", exact: true }).click();
  await tab.page.getByRole("button", { name: "Make the report" }).click();
  const download = tab.page.waitForEvent("download");
  await tab.page.getByRole("link", { name: /^Download the report/ }).click({ timeout: 60_000 });
  const html = readFileSync(await (await download).path(), "utf8");
  assert.match(html, /^<!DOCTYPE html>/i);
  assert.ok(html.includes("Variant 1") && html.includes("Small region"));
  assert.deepEqual(tab.wrong, []);
  await tab.close();
});

test("calculating stops when asked, and goes on when asked", async () => {
  const tab = await Tab.open(served.link);
  await tab.page.getByLabel("Replications", { exact: true }).selectOption("500");
  await tab.type(await tab.take("places oza"), "34");
  await tab.page.getByRole("button", { name: "Stop calculating" }).click();
  const go = tab.page.getByRole("button", { name: "Calculate again" });
  await go.waitFor();
  await tab.page.getByLabel("Replications", { exact: true }).selectOption("20");
  await tab.ended();
  await tab.close();
});

test("twelve tabs at once all get their figures", async () => {
  const first = await Tab.open(served.link);
  const tabs = [first];
  while (tabs.length < 12) tabs.push(await Tab.open(served.link, { context: first.context }));
  await Promise.all(
    tabs.map(async (tab, i) => {
      await tab.page.getByLabel("Replications", { exact: true }).selectOption("20");
      await tab.type(await tab.take("places oza"), String(25 + i));
      await tab.ended();
    }),
  );
  const texts = await Promise.all(tabs.map(async (tab) => (await tab.figures())[0].variant));
  assert.ok(texts.every((text) => /\d/.test(text)), texts.join(" | "));
  assert.deepEqual(tabs.flatMap(({ wrong }) => wrong), []);
  await first.close();
});
