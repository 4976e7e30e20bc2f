// Sliders are worked with the keyboard alone, never leave what was simulated, and say whether a figure
// was simulated or estimated. That they predict what the program prints: sliders_predict.mjs.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closed, documentOf, opened } from "./browser.mjs";

after(closed);

async function slidersOf(name) {
  const { page, wrong, close } = await opened(name, { reducedMotion: "reduce" });
  const block = (await documentOf(page)).sections
    .flatMap((section) => section.blocks)
    .find((each) => each.kind === "sliders");
  const panel = page.locator("figure[data-block=sliders] .slider-panel");
  const knob = panel.locator(".slider-knob").first();
  return {
    page,
    wrong,
    close,
    block,
    panel,
    range: knob.locator("input[type=range]"),
    number: knob.getByRole("spinbutton"),
    button: (text) => knob.getByRole("button", { name: text }),
    value: async () => Number(await knob.locator("input[type=range]").inputValue()),
    bases: () => panel.locator(".slider-basis").allTextContents(),
  };
}

test("a setting moves by arrows and buttons, and goes back to now", async () => {
  const sliders = await slidersOf("sliders.en");
  const { low, high, now } = sliders.block.knobs[0];
  assert.equal(await sliders.value(), now);
  await sliders.range.focus();
  await sliders.page.keyboard.press("ArrowRight");
  assert.equal(await sliders.value(), now + 1);
  await sliders.page.keyboard.press("End");
  assert.equal(await sliders.value(), high);
  await sliders.button("More").press("Enter");
  assert.equal(await sliders.value(), high, "nothing lies above what was simulated");
  await sliders.page.keyboard.press("Shift+Tab");
  await sliders.page.keyboard.press("Home");
  assert.equal(await sliders.value(), low);
  await sliders.button("Back to now").press("Enter");
  assert.equal(await sliders.value(), now);
  assert.deepEqual(sliders.wrong, []);
  await sliders.close();
});

test("a number that is typed is brought within what was simulated", async () => {
  const sliders = await slidersOf("sliders.en");
  const { high } = sliders.block.knobs[0];
  await sliders.number.fill("1000");
  await sliders.number.press("Tab");
  assert.equal(await sliders.value(), high);
  assert.equal(await sliders.number.inputValue(), String(high));
  await sliders.number.fill("");
  await sliders.number.press("Tab");
  assert.equal(await sliders.number.inputValue(), String(high), "nothing typed, nothing moved");
  await sliders.close();
});

test("a number with a comma is read in any language, and thousands with marks are refused beside the field", async () => {
  for (const language of ["en", "nl"]) {
    const sliders = await slidersOf(`sliders.${language}`);
    const before = await sliders.value();
    await sliders.number.fill(`${before + 1},0`);
    await sliders.number.press("Tab");
    assert.equal(await sliders.value(), before + 1);
    await sliders.number.press("ArrowDown");
    assert.equal(await sliders.value(), before);
    await sliders.number.fill("1.234,5");
    await sliders.number.press("Tab");
    assert.equal(await sliders.value(), before);
    assert.equal(await sliders.number.getAttribute("aria-invalid"), "true");
    assert.match(await sliders.panel.locator(".field-mistake").first().textContent(), language === "nl" ? /1234,5/ : /1234\.5/);
    assert.deepEqual(sliders.wrong, []);
    await sliders.close();
  }
});

test("figures move, and say whether they were simulated or estimated", async () => {
  const sliders = await slidersOf("sliders.en");
  assert.deepEqual(new Set(await sliders.bases()), new Set(["estimated"]));
  const before = await sliders.panel.locator(".slider-value").allTextContents();
  await sliders.range.focus();
  await sliders.page.keyboard.press("Home");
  assert.notDeepEqual(await sliders.panel.locator(".slider-value").allTextContents(), before);
  await sliders.panel.getByRole("button", { name: "Go to the nearest" }).press("Enter");
  assert.deepEqual(new Set(await sliders.bases()), new Set(["simulated"]));
  const at = await sliders.panel.locator("select").evaluate((select) => document.activeElement === select && select.value);
  assert.equal(await sliders.value(), sliders.block.points[Number(at)][0]);
  await sliders.close();
});

test("only the end of a change is announced", async () => {
  const sliders = await slidersOf("sliders.en");
  const said = sliders.panel.locator("[aria-live]");
  await sliders.range.focus();
  for (let i = 0; i < 3; ++i) await sliders.page.keyboard.press("ArrowRight");
  assert.equal(await said.textContent(), "");
  await sliders.page.waitForFunction((each) => each.textContent !== "", await said.elementHandle());
  assert.match(await said.textContent(), /, estimated/);
  await sliders.close();
});

test("a sweep without an emulator leaves its combinations to choose", async () => {
  const sliders = await slidersOf("sweep.en");
  assert.equal(await sliders.panel.locator(".slider-knob").count(), 0);
  assert.deepEqual(new Set(await sliders.bases()), new Set(["simulated"]));
  const before = await sliders.panel.locator(".slider-value").allTextContents();
  await sliders.panel.locator("select").selectOption("0");
  assert.notDeepEqual(await sliders.panel.locator(".slider-value").allTextContents(), before);
  await sliders.close();
});
