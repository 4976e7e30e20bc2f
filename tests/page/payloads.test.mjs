// Texts of a scenario that look like markup or script are shown, and do nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { closed, documentOf, fileOf, languages, opened, pages } from "./browser.mjs";
import { payloads } from "./payloads.mjs";

after(closed);

/** Elements that only a payload could have made; Plot gives each of its drawings a style of its own. */
const intruders = (page) =>
  page.locator("main img, main script, main style, [onload], [onerror], main b").evaluateAll(
    (all) => all.filter((each) => !each.matches(".plot svg > style")).length,
  );

const shown = (text) => text.replace(/\s+/gu, " ");

for (const language of languages)
  for (const script of [true, false])
    test(`${language}, ${script ? "with" : "without"} script: payloads are text`, async () => {
      const name = `payloads.${language}`;
      const { page, wrong, close } = await opened(name, { script });
      const said = shown(await page.locator("body").textContent());
      for (const payload of ["script", "image", "quotes", "comment", "template", "style"])
        assert.ok(said.includes(shown(payloads[payload])), payload);
      assert.equal(await intruders(page), 0);
      const addresses = await page
        .locator("a")
        .evaluateAll((all) => all.map((each) => each.getAttribute("href")));
      for (const address of addresses) assert.match(address, /^(#|https:)/);
      assert.deepEqual(wrong, []);
      await close();
    });

test("with every control used, payloads are still text", async () => {
  const { page, wrong, close } = await opened("payloads.en");
  for (const box of await page.locator(".live input[type=checkbox]").all()) await box.click();
  for (const select of await page.locator(".live select").all())
    for (const option of await select.locator("option").all())
      await select.selectOption(await option.getAttribute("value"));
  for (const range of await page.locator(".live input[type=range]").all()) await range.press("End");
  assert.equal(await intruders(page), 0);
  assert.deepEqual(wrong, []);
  await close();
});

/** Tables stand in the page itself, not in its document again. */
function withoutRows(document) {
  for (const block of document.sections.flatMap(({ blocks }) => blocks)) {
    if (block.table) block.table.rows = [];
    if (block.more_tables) block.more_tables = [];
  }
  return document;
}

test("the document in the page is the one that --json prints, and ends nowhere before its end", async () => {
  const { page, close } = await opened("payloads.nl");
  const printed = JSON.parse(readFileSync(join(pages, "payloads.nl.json"), "utf8"));
  assert.deepEqual(await documentOf(page), withoutRows(printed));
  await close();
  const html = readFileSync(fileOf("payloads.nl"), "utf8");
  const inside = html.slice(html.indexOf('id="report">') + 12);
  assert.doesNotMatch(inside.slice(0, inside.indexOf("</script>")), /[<>&\u2028\u2029]/);
});

test("the page lets no other script run, and nothing load", async () => {
  const { page, close } = await opened("minimal.nl");
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.intruder = true";
    document.body.append(script);
    const image = new Image();
    const failed = new Promise((told) => (image.onerror = () => told(true)));
    image.src = "https://example.org/x.png";
    return { script: window.intruder === true, image: await failed };
  });
  assert.deepEqual(ran, { script: false, image: true });
  await close();
});
