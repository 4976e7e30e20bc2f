// The what-if page in Debian's Firefox, through WebDriver BiDi: levers, figures, text and questions, with nothing said
// on the console.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { firefox } from "playwright-core";
import { Tab, serving } from "./what_if.mjs";

const executablePath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const browser = existsSync(executablePath)
  ? await firefox.launch({ channel: "moz-firefox", executablePath, headless: true })
  : null;
let served;
before(async () => (served = await serving()));
after(async () => {
  await browser?.close();
  await served.stop();
});

test("a variant is moved, typed and searched for", { skip: !browser && "no Firefox" }, async () => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const tab = await Tab.open(served.link, { context });
  await tab.type(await tab.take("places oza"), "30");
  await tab.ended();
  const known = await tab.figures();
  await tab.asText();
  assert.match(await tab.text(), /arrangements\.oza\.places: 30/);
  await tab.page.locator(".cm-content").focus();
  await tab.page.keyboard.press("Control+End");
  await tab.page.keyboard.type("  desks.youth_team.staf: 3 fte");
  await tab.page.locator(".text-mistakes").getByText("Line 6").waitFor();
  await tab.page.keyboard.press("Escape");
  await tab.page.keyboard.press("Tab");
  assert.ok(await tab.page.evaluate(() => !document.activeElement.closest(".text-editor")));
  await tab.page.getByRole("button", { name: "Undo" }).click();
  await tab.ended();
  assert.deepEqual(await tab.figures(), known);
  const form = tab.page.locator(".question").last();
  await form.getByRole("button", { name: "Compare" }).click();
  await form.locator(".said-first").waitFor({ timeout: 60_000 });
  assert.equal(tab.wrong.join("\n"), "");
  await context.close();
});

test("an intervention is dragged, and its numbers are typed with a comma", { skip: !browser && "no Firefox" }, async () => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const tab = await Tab.open(served.link, { context });
  await tab.page.locator(".intervention > select").selectOption("slow.yaml");
  const grip = tab.page.locator(".course-grip-ramp").first();
  await grip.scrollIntoViewIfNeeded();
  const track = await tab.page.locator(".course-track").first().boundingBox();
  const box = await grip.boundingBox();
  await tab.page.mouse.move(box.x + 12, box.y + 12);
  await tab.page.mouse.down();
  await tab.page.mouse.move(box.x + 12 + track.width / 12, box.y + 12, { steps: 4 });
  assert.match(await tab.page.locator(".course-tag").textContent(), /^4 months, until 1 January 2027$/);
  await tab.page.mouse.up();
  await tab.page.getByText("works in full after 4 months").first().waitFor();
  await tab.page.locator(".timing summary").first().click();
  const stays = tab.page.getByLabel("Stays at the end", { exact: true }).first();
  await stays.fill("37,5");
  await stays.press("Enter");
  await tab.page.getByText("37.5% of its effect stays").first().waitFor();
  await tab.ended();
  assert.equal(tab.wrong.join("\n"), "");
  await context.close();
});
