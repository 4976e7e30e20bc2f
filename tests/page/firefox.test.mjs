// In Debian's Firefox, through WebDriver BiDi: the same charts, with nothing said on the console.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { firefox } from "playwright-core";
import { chartsOf, documentOf, fileOf } from "./browser.mjs";

const executablePath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const browser = existsSync(executablePath)
  ? await firefox.launch({ channel: "moz-firefox", executablePath, headless: true })
  : null;
after(() => browser?.close());

for (const name of ["minimal.en", "region.nl", "sweep.en"])
  test(`${name}: every chart is there and reacts`, { skip: !browser && "no Firefox" }, async () => {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
    const page = await context.newPage();
    const wrong = [];
    page.on("console", (said) => said.type() === "error" && wrong.push(said.text()));
    page.on("pageerror", (error) => wrong.push(String(error)));
    await page.goto(pathToFileURL(fileOf(name)).href);
    for (const { chart } of chartsOf(await documentOf(page))) {
      const live = page.locator(`figure#${chart.id} .live`);
      assert.ok(await live.isVisible(), chart.id);
      assert.ok((await live.locator("svg").count()) > 0, chart.id);
    }
    const range = page.locator(".live input[type=range]").first();
    const before = await page.locator(".live .stepper strong").first().textContent();
    await range.focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press(before === (await page.locator(".live .stepper strong").first().textContent()) ? "Home" : "End");
    assert.ok(await page.locator(".live .stepper strong").first().isVisible());
    assert.deepEqual(wrong, []);
    await context.close();
  });
