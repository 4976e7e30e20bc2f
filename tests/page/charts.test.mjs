// With script: every chart is there, reacts, and shows the numbers of the document; nothing is asked
// for and nothing fails.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { chartsOf, closed, documentOf, languages, opened, pages, reports } from "./browser.mjs";

after(closed);

/** The numbers that an element shows as text. */
const texts = (locator) => locator.evaluateAll((all) => all.map((each) => each.textContent.trim()));

const shown = {
  async curves(live, chart) {
    assert.equal(await live.locator("input[type=checkbox]").count(), chart.curves.length > 1 ? chart.curves.length : 0);
    const labels = await live.locator(".readout tbody th").allTextContents();
    assert.deepEqual(labels.map((each) => each.trim()), chart.curves.map(({ label }) => label.trim()));
    for (const curve of chart.curves)
      assert.ok(curve.y.length === chart.x.length, `${curve.id} is as long as its axis`);
    assert.ok((await live.locator("svg[role=img] path").count()) >= chart.curves.length);
  },
  async time(live, chart) {
    const panels = await live.locator("[data-panel]").count();
    assert.equal(panels, Math.min(chart.panels.length, 2));
    for (const option of await live.locator("select option").all()) {
      await live.locator("select").selectOption(await option.getAttribute("value"));
      const last = live.locator("[data-panel]").last();
      assert.equal(await last.getAttribute("data-panel"), await option.getAttribute("value"));
      assert.ok((await last.locator("svg[role=img] path").count()) > 0);
    }
    const single = live.locator("label.option", { hasText: /./ }).locator("input");
    if ((await single.count()) > 0) {
      const before = await live.locator("svg[role=img] path").count();
      await single.last().check();
      assert.ok((await live.locator("svg[role=img] path").count()) > before);
    }
  },
  async map(live, chart) {
    assert.deepEqual(
      await live.locator("svg[role=img] [data-node]").evaluateAll((all) => all.map((each) => each.dataset.node)),
      chart.nodes.map(({ id }) => id),
    );
  },
  async intervals(live, chart) {
    const rows = live.locator(".interval-row:not(.interval-axis)");
    assert.equal(await rows.count(), chart.rows.length);
    for (const [i, row] of chart.rows.entries()) {
      const text = (await texts(rows.nth(i)))[0].replaceAll("\u2212", "-");
      assert.ok(text.includes(row.label.trim()) && text.includes(row.text.trim()), text);
    }
  },
};

for (const report of reports)
  for (const language of languages)
    test(`${report}, ${language}: every chart is there and reacts`, async () => {
      const { page, wrong, close } = await opened(`${report}.${language}`);
      const charts = chartsOf(await documentOf(page));
      assert.ok(charts.length > 0);
      assert.equal(await page.locator("figure[data-block=chart]").count(), charts.length);
      for (const { chart } of charts) {
        const live = page.locator(`figure#${chart.id} .live`);
        assert.ok(await live.isVisible(), `${chart.id} reacts`);
        for (const drawing of await page.locator(`figure#${chart.id} .drawing > svg`).all())
          assert.ok(!(await drawing.isVisible()));
        await shown[chart.kind](live, chart);
      }
      assert.deepEqual(wrong, []);
      await close();
    });

test("what a chart reads out stands in its table", () => {
  const document = JSON.parse(readFileSync(join(pages, "minimal.en.json"), "utf8"));
  for (const { chart, table, more_tables } of chartsOf(document).filter(({ chart }) =>
    ["curves", "time"].includes(chart.kind),
  )) {
    const values = [table, ...more_tables].flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ value }) => value ?? [])));
    const isTold = (number) => values.some((value) => Math.abs(value - number) <= 5.001e-3 * (Math.abs(value) < 9.99 ? 1 : Math.abs(value)));
    const lines = chart.kind === "curves" ? chart.curves.map(({ y }) => y) : chart.panels.flatMap(({ lines }) => lines.map(({ mean }) => mean));
    for (const line of lines)
      for (const at of readable(chart))
        if (line[at] !== null)
          assert.ok(
            isTold(line[at]) || isTold(line[at] / 100),
            `${chart.id}: ${line[at]} at ${at}`,
          );
  }
});

function readable(chart) {
  if (chart.kind === "curves") return chart.x.map((_, i) => i);
  return chart.days.flatMap((day, i) => (day % 91 === 0 ? [i] : []));
}

test("a chart that cannot be drawn leaves the drawing without script", async () => {
  const { page, wrong, close } = await opened("minimal.en", {
    before: () => {
      const observe = ResizeObserver.prototype.observe;
      ResizeObserver.prototype.observe = function (element) {
        if (element.closest("#map")) throw new Error("planted");
        observe.call(this, element);
      };
    },
  });
  assert.ok(await page.locator("#map .drawing > svg").isVisible());
  assert.ok(!(await page.locator("#map .live").isVisible()));
  assert.ok(await page.locator("#waiting .live").isVisible(), "the others react");
  assert.ok(wrong.some((text) => text.includes("planted")));
  await close();
});
