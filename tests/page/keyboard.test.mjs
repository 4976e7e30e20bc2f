// Everything can be reached and worked with the keyboard alone, in the order of the page.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closed, opened } from "./browser.mjs";

after(closed);

/** What Tab stops at, in its order, until it leaves the page. */
async function walk(page) {
  const stops = [];
  for (let i = 0; i < 400; ++i) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      const box = at.getBoundingClientRect();
      const style = getComputedStyle(at);
      const seen = document.elementFromPoint(
        Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
        Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 0), innerHeight - 1),
      );
      return {
        html: at.outerHTML.slice(0, 120),
        top: box.top + scrollY,
        isInView: box.bottom > 0 && box.top < innerHeight,
        isOutlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        isSeen: seen !== null && (at.contains(seen) || seen.contains(at)),
      };
    });
    if (stop === null) return stops;
    stops.push(stop);
  }
  assert.fail("Tab never leaves the page");
}

for (const name of ["region.nl", "sliders.en", "sliders.nl"])
  test(`${name}: focus goes down the page, is seen, and leaves it`, async () => {
    const { page, close } = await opened(name, { reducedMotion: "reduce" });
    const stops = await walk(page);
    assert.ok(stops.length > 10);
    for (const stop of stops) {
      assert.ok(stop.isInView, `in view: ${stop.html}`);
      assert.ok(stop.isOutlined, `outlined: ${stop.html}`);
      assert.ok(stop.isSeen, `not covered: ${stop.html}`);
    }
    await close();
  });

test("the first stop leads past the contents", async () => {
  const { page, close } = await opened("region.nl", { reducedMotion: "reduce" });
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#main");
  await close();
});

test("the place where a chart is read off moves with arrows, buttons and Escape lets go of it", async () => {
  const { page, close } = await opened("minimal.en");
  const chart = page.locator("figure[data-block=chart]").filter({ has: page.locator(".readout") }).first();
  const range = chart.locator("input[type=range]");
  const head = () => chart.locator(".readout thead th").first().textContent();
  const before = await head();
  await range.focus();
  await page.keyboard.press("Home");
  const first = await head();
  await page.keyboard.press("ArrowRight");
  const second = await head();
  assert.equal(new Set([before, first, second]).size, 3);
  assert.ok((await chart.locator(".cursor").count()) > 0);
  await chart.locator(".stepper button").first().press("Enter");
  assert.equal(await head(), first);
  await page.keyboard.press("Escape");
  assert.equal(await chart.locator(".cursor").count(), 0);
  await close();
});

test("year and variant of the map are chosen by keys", async () => {
  const { page, close } = await opened("region.nl");
  const map = page.locator("figure[data-block=chart]").filter({ has: page.locator("[data-node]") }).first();
  const texts = () => map.locator("svg[role=img]").last().textContent();
  const before = await texts();
  await map.locator("input[type=range]").focus();
  await page.keyboard.press("End");
  const later = await texts();
  await map.locator("select").selectOption("1");
  const varied = await texts();
  assert.equal(new Set([before, later, varied]).size, 3);
  await close();
});

test("a fold opens by Enter, and its table scrolls by arrows where it is narrow", async () => {
  const { page, close } = await opened("region.nl", { width: 320, reducedMotion: "reduce" });
  const fold = page.locator("figure details").first();
  await fold.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.ok(await fold.locator("table").isVisible());
  const scroller = fold.locator(".scroller");
  await page.keyboard.press("Tab");
  assert.ok(await scroller.evaluate((each) => each === document.activeElement));
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((each) => each.scrollLeft > 0, await scroller.elementHandle());
  await close();
});
