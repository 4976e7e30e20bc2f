// Without script: sentences, tables and drawings are all there, and the same as in the document.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { chartsOf, closed, languages, opened, pages, reports, tablesOf } from "./browser.mjs";

after(closed);

for (const report of reports)
  for (const language of languages)
    test(`${report}, ${language}: the page is complete without script`, async () => {
      const name = `${report}.${language}`;
      const document = JSON.parse(readFileSync(join(pages, `${name}.json`), "utf8"));
      const { page, wrong, close } = await opened(name, { script: false });
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      assert.equal(await page.locator("h1").count(), 1);
      assert.deepEqual(
        await page.locator("main > section > h2").allTextContents(),
        document.sections.map(({ title }) => title),
      );
      for (const { chart } of chartsOf(document)) {
        const drawings = await page.locator(`figure#${chart.id} .drawing > svg`).all();
        assert.ok(drawings.length >= (chart.drawn ?? 1), `${chart.id} is drawn`);
        for (const drawing of drawings) {
          const { width, height } = await drawing.boundingBox();
          assert.ok(width > 200 && height > 50, `${chart.id}: ${width} x ${height}`);
          assert.ok((await drawing.locator("path, rect").count()) > 2);
        }
      }
      for (const table of tablesOf(document)) {
        if (table.rows.length === 0) continue;
        const rows = await page
          .locator(`table#${table.id} tbody tr`)
          .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.replaceAll("\u00a0", " ").replaceAll("\u2212", "-"))));
        assert.deepEqual(rows, table.rows.map(({ header, cells }) => [header, ...cells.map(({ text }) => text)]));
      }
      const said = await page.locator("main").textContent();
      for (const block of document.sections.flatMap(({ blocks }) => blocks))
        for (const text of [block.text, ...(block.items ?? []), ...(block.lines ?? [])])
          if (text) assert.ok(said.includes(text), text);
      assert.deepEqual(wrong, []);
      await close();
    });

test("a link on page one opens what it leads to", async () => {
  const { page, wrong, close } = await opened("region.en", { script: false });
  const links = await page.locator("#page-one p a").all();
  assert.equal(links.length, 2);
  for (const link of links) {
    const id = (await link.getAttribute("href")).slice(1);
    assert.equal(await page.locator(`#${id}`).isVisible(), false, `${id} is folded`);
    await link.click();
    assert.ok(await page.locator(`#${id}`).isVisible(), `${id} is open`);
    const isInView = async () => {
      const { y } = await page.locator(`#${id}`).boundingBox();
      return y >= 0 && y < 900;
    };
    for (let i = 0; i < 50 && !(await isInView()); ++i) await page.waitForTimeout(50);
    assert.ok(await isInView(), `${id} is in view`);
    await page.evaluate(() => window.scrollTo(0, 0));
  }
  assert.deepEqual(wrong, []);
  await close();
});
