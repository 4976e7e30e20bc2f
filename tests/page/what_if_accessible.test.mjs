// The what-if page for everybody: axe-core, keyboard, narrow screens, targets, both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { unfold, violations } from "./axe.mjs";
import { closed } from "./browser.mjs";
import { Tab, serving } from "./what_if.mjs";

const hostile = "<img src=x onerror=alert(1)>";
let served;
before(async () => (served = await serving({ name: `"${hostile}"` })));
after(async () => {
  await closed();
  await served.stop();
});

/** With two variants, an intervention, a lever and figures. */
async function full(options) {
  const tab = await Tab.open(served.link, options);
  await tab.take("places oza");
  await tab.page.locator(".intervention > select").selectOption("help.yaml");
  await tab.page.locator(".variant-tools .button-row button").nth(1).click();
  await tab.type(tab.page.locator(".lever").last(), "30");
  await tab.ended();
  await tab.page.locator(".time-line").waitFor();
  return tab;
}

for (const [colorScheme, language] of [["light", "nl"], ["dark", "en"]])
  test(`axe finds nothing at any width: ${colorScheme}, ${language}`, async () => {
    const tab = await full({ colorScheme, language, bypassCSP: true });
    await unfold(tab.page);
    const look = async (shown) => {
      for (const width of [320, 768, 1440]) {
        await tab.page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await violations(tab.page), [], `${shown}, ${width} px`);
      }
    };
    await look("sliders");
    await tab.asText();
    await tab.retype(/30/, "-30");
    await tab.page.locator(".cm-lintRange-error").waitFor();
    await tab.page.keyboard.press("Control+End");
    await tab.page.keyboard.type("  de");
    await tab.page.locator(".cm-tooltip-autocomplete").waitFor();
    await look("text");
    await tab.close();
  });

test("nothing scrolls sideways at 320 px but tables, and targets are 24 px or more", async () => {
  const tab = await full({ width: 320, language: "nl" });
  const scrolled = () => tab.page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok((await scrolled()) <= 320);
  const small = await tab.page.evaluate(() =>
    [...document.querySelectorAll("button, select, input, summary, a:not(.skip), .course-grip")]
      .filter((each) => each.checkVisibility())
      .map((each) => [each.outerHTML.slice(0, 100), each.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 24 || height < 24)
      .map(([html, { width, height }]) => `${width} x ${height}: ${html}`),
  );
  assert.deepEqual(small, []);
  await tab.close();
});

test("a variant is made with the keyboard alone, and focus is seen and not covered on the way", async () => {
  const tab = await Tab.open(served.link, { reducedMotion: "reduce" });
  const { page } = tab;
  const at = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const seen = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 40) / 2);
      return {
        id: element.id,
        html: element.outerHTML.slice(0, 120),
        isBody: element === document.body,
        isOutlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        isSeen: seen !== null && (element.contains(seen) || seen.contains(element)),
      };
    });
  const tabTo = async (id) => {
    for (let i = 0; i < 60; ++i) {
      await page.keyboard.press("Tab");
      const stop = await at();
      if (stop.id === id) return;
    }
    assert.fail(`Tab never comes to ${id}`);
  };
  await tabTo("find-lever");
  await page.keyboard.type("places oza");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.match((await at()).html, /role="spinbutton"/, "what was chosen has the focus");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  for (let i = 0; i < 5; ++i) await page.keyboard.press("ArrowRight");
  await tab.ended();
  assert.equal(await page.locator(".lever [role=spinbutton]").inputValue(), "29");
  await page.keyboard.press("Control+z");
  assert.equal(await page.locator(".lever [role=spinbutton]").inputValue(), "24");
  await page.keyboard.press("Control+Shift+Z");
  const stops = [];
  await page.reload(); // focus begins anew; what was changed stays
  await page.locator(".lever").waitFor();
  await tab.ended();
  for (let i = 0; i < 80; ++i) {
    await page.keyboard.press("Tab");
    const stop = await at();
    if (stop.isBody) break;
    stops.push(stop);
  }
  assert.ok(stops.length > 15 && stops.length < 80, `${stops.length} stops`);
  for (const stop of stops) {
    assert.ok(stop.isOutlined, `outlined: ${stop.html}`);
    assert.ok(stop.isSeen, `not covered: ${stop.html}`);
  }
  await tab.close();
});

test("start and end are announced, and what comes in between is not", async () => {
  const tab = await Tab.open(served.link);
  await tab.page.evaluate(() => {
    window.heard = [];
    const status = document.querySelector("#what-if > [role=status]");
    new MutationObserver(() => window.heard.push(status.textContent)).observe(status, {
      childList: true, characterData: true, subtree: true,
    });
  });
  await tab.ended();
  await tab.page.evaluate(() => (window.heard = []));
  await tab.type(await tab.take("places oza"), "30");
  await tab.ended();
  await tab.page.waitForFunction(() => window.heard.some((text) => /ready/.test(text)));
  const heard = await tab.page.evaluate(() => window.heard);
  assert.equal(heard.length, 2, heard.join(" | "));
  await tab.close();
});

test("a name that looks like markup is a name", async () => {
  const tab = await Tab.open(served.link);
  assert.ok((await tab.page.locator("h1").textContent()).includes(hostile));
  assert.equal(await tab.page.locator("h1 img").count(), 0);
  assert.deepEqual(tab.wrong, []);
  await tab.close();
});

test("all is said in the language that is chosen, and a reload keeps it", async () => {
  const tab = await full({ language: "nl" });
  assert.match(await tab.page.title(), /^Wat als\?/);
  await tab.page.reload();
  await tab.page.locator(".bench").waitFor();
  assert.equal(await tab.page.evaluate(() => document.documentElement.lang), "nl");
  const unknown = await tab.page.evaluate(() =>
    [...document.body.innerText.matchAll(/\b[a-z]+_[a-z_]+\b/g)].map(([key]) => key),
  );
  assert.deepEqual(unknown.filter((key) => !key.includes("yaml")), []);
  await tab.close();
});
