// Questions on the what-if page, with the program behind it: how much is needed, and where a little more helps most.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { dirname } from "node:path";
import { after, before, test } from "node:test";
import { unfold, violations } from "./axe.mjs";
import { closed } from "./browser.mjs";
import { Tab, program, serving } from "./what_if.mjs";

let served;
before(async () => (served = await serving()));
after(async () => {
  await closed();
  await served.stop();
});

const seekOf = (tab) => tab.page.locator(".question").first();
const bottlenecksOf = (tab) => tab.page.locator(".question").last();
const answered = (form) => form.locator(".said-first").waitFor({ timeout: 120_000 });

async function sought(tab) {
  const form = seekOf(tab);
  await form.getByLabel("What may become more or less").selectOption("arrangements.oza.places");
  await form.getByRole("button", { name: "Search" }).click();
  await answered(form);
  return form;
}

test("what seek found is taken over as a variant, and the shown command finds the same", async () => {
  const tab = await Tab.open(served.link);
  const form = await sought(tab);
  const said = await form.locator(".said-first").innerText();
  const places = /: (\d+) /.exec(said)[1];
  const command = await form.locator("pre").textContent();
  const env = { ...process.env, PATH: `${dirname(program)}:${process.env.PATH}` };
  const told = execFileSync("sh", ["-c", command], { cwd: served.folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  assert.ok(said.trim().split("\n").filter(Boolean).every((line) => told.includes(line.trim())), `${said}\n${told}`);
  await form.getByRole("button", { name: "Make this a new variant" }).click();
  assert.equal(await tab.page.getByLabel("Name of this variant").inputValue(), "Variant 1, as found");
  assert.equal(await tab.page.locator(".lever [role=spinbutton]").inputValue(), places);
  assert.match(await tab.page.evaluate(() => document.activeElement.textContent), /^Variant 1, as found/);
  await tab.ended();
  await tab.page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await tab.page.locator(".variant-card").count(), 1);
  assert.equal(tab.wrong.join("\n"), "");
  await tab.close();
});

test("several numbers and figures are asked at once, and the answer sets them all", async () => {
  const tab = await Tab.open(served.link, { language: "nl" });
  const form = seekOf(tab);
  const focused = () => tab.page.evaluate(() => document.activeElement.tagName);
  await form.getByLabel("Wat meer of minder mag worden").selectOption("arrangements.oza.places");
  await form.getByRole("button", { name: "Laat nog een getal veranderen" }).click();
  assert.equal(await focused(), "SELECT", "who adds a number goes on in it");
  const also = form.locator(".seek-added").first();
  assert.equal(await also.locator("select").inputValue(), "desks.youth_team.staff");
  await also.getByLabel("Zoek van").fill("2,8");
  await also.getByLabel("tot en met").fill("3,2");
  await also.getByLabel("in stappen van").fill("0,05");
  await form.getByRole("button", { name: "Vraag nog een cijfer" }).click();
  await form.getByLabel("Het moet minstens zijn").last().fill("40");
  await form.getByLabel("Het moet minstens zijn").last().press("Tab");
  assert.match(await form.locator(".seek-row .note").last().textContent(), /^Gevraagd: .*, minstens 40%\.$/);
  await form.getByRole("button", { name: "Vraag nog een cijfer" }).click();
  await form.locator(".seek-remove").last().click();
  assert.equal(await focused(), "BUTTON", "who takes one away is at the button that adds");
  const request = tab.page.waitForRequest((each) => each.url().includes("/seek"));
  await form.locator("button[type=submit]").click();
  const { question } = JSON.parse((await request).postData());
  assert.deepEqual(question.vary.map(({ path }) => path), ["arrangements.oza.places", "desks.youth_team.staff"]);
  assert.deepEqual(question.vary[1], { path: "desks.youth_team.staff", from: "2.8", to: "3.2", step: "0.05" });
  assert.deepEqual(question.so_that.map(({ amount }) => amount), ["90%", "40%"]);
  await answered(form);
  const table = form.locator("details", { hasText: "Alles wat de zoekvraag bekeek" });
  assert.ok(!(await table.locator("table").isVisible()), "a long table is folded");
  const rows = await table.locator("tbody tr").count();
  assert.equal(await table.locator("summary").textContent(), `Alles wat de zoekvraag bekeek (${rows})`);
  await form.locator(".said-first + p button").click();
  assert.equal(await tab.page.locator(".lever").count(), 2);
  assert.equal(tab.wrong.join("\n"), "");
  await tab.close();
});

test("a row of bottlenecks is tried as a variant, also over a text that was typed", async () => {
  const tab = await Tab.open(served.link);
  await tab.asText();
  await tab.fill("extends: base.yaml\nname: Typed\nseverities: [light, middle, complex]\nset:\n  arrangements.oza.places: 26\n");
  const form = bottlenecksOf(tab);
  await form.getByRole("button", { name: "Compare" }).click();
  await answered(form);
  assert.match(await form.locator("h4").textContent(), /Typed/);
  await form.getByRole("button", { name: /^Try: oza/ }).click();
  await tab.page.waitForFunction(() => /places: (2[7-9]|3\d)/.test(document.querySelector(".cm-content").innerText));
  const text = await tab.text();
  assert.match(text, /^name: "Typed: oza/m);
  assert.equal(text.match(/oza\.places/g).length, 1, text);
  await tab.ended();
  assert.equal(await tab.page.locator(".figure-text").count() > 0, true, "it is calculated as any other");
  assert.equal(tab.wrong.join("\n"), "");
  await tab.close();
});

test("no command is shown of a file that holds what the variant was before", async () => {
  const tab = await Tab.open(served.link);
  const lever = await tab.take("places oza");
  await tab.type(lever, "30");
  await tab.page.getByLabel("Name of the file").fill("before.yaml");
  await tab.page.getByRole("button", { name: "Save", exact: true }).click();
  await tab.page.getByText("Saved as before.yaml").waitFor();
  const form = bottlenecksOf(tab);
  for (const [places, commands] of [["30", 1], ["31", 0]]) {
    await tab.type(lever, places);
    await form.getByRole("button", { name: "Compare" }).click();
    await answered(form);
    assert.equal(await form.locator("pre").count(), commands, places);
  }
  await tab.close();
});

test("searching stops when asked, and what is wrong is told in the form", async () => {
  const tab = await Tab.open(served.link);
  const form = seekOf(tab);
  await form.getByLabel("in steps of").fill("0.001");
  await form.getByLabel("It must be at least").fill("89,5%");
  await form.getByRole("button", { name: "Search" }).click();
  await form.getByRole("button", { name: "Stop searching" }).press("Enter");
  await form.getByText("Stopped, without an answer.").waitFor();
  assert.equal(await tab.page.evaluate(() => document.activeElement.textContent), "Search", "the focus is not lost");
  assert.match(await tab.page.locator("#what-if > [role=status]").textContent(), /^Stopped/);
  await form.getByLabel("It must be at least").fill("many");
  await form.getByRole("button", { name: "Search" }).click();
  await form.locator(".field-mistake").getByText("Write a number").waitFor();
  assert.equal(await form.locator(".answer progress").count(), 0, "nothing is asked");
  await form.getByLabel("It must be at least").fill("101%");
  await form.getByLabel("It must be at least").press("Enter");
  await form.locator(".warning").getByText("use 0% to 100%").waitFor();
  await tab.close();
});

test("a search is asked for by keys alone, and only its start and end are announced", async () => {
  const tab = await Tab.open(served.link);
  await tab.ended();
  await tab.page.evaluate(() => {
    window.heard = [];
    const status = document.querySelector("#what-if > [role=status]");
    new MutationObserver(() => window.heard.push(status.textContent)).observe(status, {
      childList: true, characterData: true, subtree: true,
    });
  });
  await bottlenecksOf(tab).getByRole("combobox").focus();
  await tab.page.keyboard.press("Tab");
  await tab.page.keyboard.press("Enter");
  await answered(bottlenecksOf(tab));
  const heard = await tab.page.evaluate(() => window.heard);
  assert.equal(heard.length, 2, heard.join(" | "));
  assert.match(heard[0], /searching/);
  assert.match(heard[1], /most/);
  await tab.close();
});

for (const [colorScheme, language] of [["light", "en"], ["dark", "nl"]])
  test(`axe finds nothing in answers at any width: ${colorScheme}, ${language}`, async () => {
    const tab = await Tab.open(served.link, { colorScheme, language, bypassCSP: true });
    for (const form of [seekOf(tab), bottlenecksOf(tab)]) {
      await form.locator("button[type=submit]").click();
      await answered(form);
    }
    await unfold(tab.page);
    for (const width of [320, 768, 1440]) {
      await tab.page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await violations(tab.page), [], `${width} px`);
      assert.ok((await tab.page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${width} px`);
    }
    await tab.close();
  });
