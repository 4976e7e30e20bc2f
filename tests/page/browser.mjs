// A browser for tests: Debian's Chromium, to which every address but those of files is refused.
import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const here = dirname(fileURLToPath(import.meta.url));
/** Where make_pages.mjs puts the pages. */
export const pages = resolve(process.env.DOORSTROOM_PAGES_DIR ?? join(here, "../../build/pages"));

export const languages = ["en", "nl"];
export const reports = ["minimal", "region", "sweep", "sliders"];

const switches = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--font-render-hinting=none",
];

let browser;

/** One for all pages of a file of tests; its profile is new. */
export async function launched() {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: switches,
  });
  return browser;
}

export async function closed() {
  await browser?.close();
  browser = undefined;
}

export function fileOf(name) {
  return join(pages, `${name}.html`);
}

/**
 * Opens a page that was made, and notes what goes wrong in it.
 * @param name     of the page: "minimal.nl"
 * @param options  script, colorScheme, width, media, forcedColors, reducedMotion; before: what runs
 *                 in the page before its script
 */
export async function opened(name, options = {}) {
  const { script = true, width = 1440, height = 900, media, before, ...rest } = options;
  const context = await (await launched()).newContext({
    javaScriptEnabled: script,
    viewport: { width, height },
    ...rest,
  });
  await context.setOffline(true);
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (said) => {
    if (["error", "warning"].includes(said.type())) wrong.push(said.text());
  });
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("dialog", async (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("request", (request) => {
    const asked = request.url();
    if (asked !== pathToFileURL(fileOf(name)).href && !asked.startsWith("data:"))
      wrong.push(`asked for ${asked}`);
  });
  if (before) await page.addInitScript(before);
  if (media) await page.emulateMedia({ media });
  await page.goto(pathToFileURL(fileOf(name)).href);
  return { page, wrong, close: () => context.close() };
}

/** The document of a page, as its script reads it. */
export async function documentOf(page) {
  return JSON.parse(await page.locator("#report").textContent());
}

export function chartsOf(document) {
  return document.sections
    .flatMap((section) => section.blocks)
    .filter((block) => block.kind === "chart");
}

export function tablesOf(document) {
  return document.sections
    .flatMap((section) => section.blocks)
    .flatMap((block) => (block.table ? [block.table, ...(block.more_tables ?? [])] : []));
}

export function folder(name) {
  const path = join(pages, name);
  mkdirSync(path, { recursive: true });
  return path;
}
