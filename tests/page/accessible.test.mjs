// axe-core finds nothing at any width, in light and dark; and what it does not look for: reflow, text
// spacing, the size of targets, forced colours, ids, names.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { unfold, violations } from "./axe.mjs";
import { closed, opened } from "./browser.mjs";

after(closed);

for (const colorScheme of ["light", "dark"])
  for (const width of [320, 768, 1440])
    test(`axe finds nothing: ${colorScheme}, ${width} px`, async () => {
      const { page, close } = await opened("sliders.nl", { colorScheme, width, bypassCSP: true });
      await unfold(page);
      assert.deepEqual(await violations(page), []);
      await close();
    });

test("nothing scrolls sideways at 320 px but tables and drawings in their frames", async () => {
  for (const script of [true, false]) {
    const { page, close } = await opened("region.nl", { width: 320, script });
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, `${scrollWidth} ${clientWidth}`);
    await close();
  }
});

test("text keeps its room when its spacing is made larger", async () => {
  const { page, close } = await opened("region.nl", { width: 768, bypassCSP: true });
  await page.addStyleTag({
    content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }`,
  });
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll("p, li, td, th, label, button, h1, h2, h3, summary, figcaption")]
      .filter((each) => each.checkVisibility() && getComputedStyle(each).overflowX === "hidden")
      .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 2)
      .map((each) => each.outerHTML.slice(0, 120)),
  );
  assert.deepEqual(cut, []);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 768);
  await close();
});

test("targets are 24 px or more", async () => {
  for (const name of ["region.nl", "sliders.en", "sliders.nl"]) {
    const { page, close } = await opened(name, { width: 320 });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, select, input, summary, nav a, .option")]
        .filter((each) => each.checkVisibility())
        .filter((each) => !each.closest(".option") || each.matches(".option"))
        .map((each) => [each.outerHTML.slice(0, 100), each.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 24 || height < 24)
        .map(([html, { width, height }]) => `${width} x ${height}: ${html}`),
    );
    assert.deepEqual(small, []);
    await close();
  }
});

test("in forced colours every line and text still shows", async () => {
  const { page, close } = await opened("minimal.nl", { forcedColors: "active" });
  const [line, paper] = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    return ["--line-2", "--paper"].map((name) => style.getPropertyValue(name).trim());
  });
  assert.deepEqual([line, paper], ["CanvasText", "Canvas"]);
  await close();
});

test("no two elements have one id, and each control has one label", async () => {
  for (const name of ["region.nl", "sliders.en"]) {
    const { page, close } = await opened(name);
    const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
    assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), []);
    const labels = await page.evaluate(() =>
      [...document.querySelectorAll("input, select")]
        .filter(({ labels }) => labels.length > 1)
        .map((each) => each.outerHTML.slice(0, 120)),
    );
    assert.deepEqual(labels, []);
    await close();
  }
});

test("the tree that a screen reader hears names each drawing and each control", async () => {
  const { page, close } = await opened("region.nl");
  for (const svg of await page.locator("svg[role=img]").all())
    if (await svg.isVisible()) assert.ok(await svg.getAttribute("aria-label"));
  const unnamed = await page.evaluate(() =>
    [...document.querySelectorAll("input, select, button")]
      .filter((each) => !(each.labels?.length || each.getAttribute("aria-label") || each.textContent.trim()))
      .map((each) => each.outerHTML.slice(0, 120)),
  );
  assert.deepEqual(unnamed, []);
  await close();
});

test("a screen reader hears minus signs, few landmarks, and each interval as one item", async () => {
  const { page, close } = await opened("region.nl");
  const heard = await page.evaluate(() => ({
    hyphens: [...document.querySelectorAll("td, .interval-row:not([aria-hidden])")]
      .map(({ textContent }) => textContent)
      .filter((text) => /(^|[ (])-[0-9]/.test(text)),
    landmarks: document.querySelectorAll("main, nav, section[aria-labelledby], [role=region]").length,
    intervals: document.querySelectorAll(".intervals .interval-row:not([aria-hidden])").length,
    items: document.querySelectorAll(".intervals [role=listitem]").length,
  }));
  assert.deepEqual(heard.hyphens, []);
  assert.ok(heard.landmarks <= 12, `${heard.landmarks} landmarks`);
  assert.ok(heard.items > 0 && heard.items === heard.intervals, `${heard.items} of ${heard.intervals}`);
  await close();
});
