// Pictures of the pages, to be looked at by whoever changes them: build/page-screenshots.
//   node screenshots.mjs FOLDER
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { closed, opened } from "./browser.mjs";

const folder = resolve(process.argv[2] ?? "page-screenshots");
mkdirSync(folder, { recursive: true });
const shots = ["minimal.nl", "region.nl", "sweep.en", "sliders.nl"].flatMap((name) => [
  ...["light", "dark"].flatMap((colorScheme) =>
    [320, 768, 1440].map((width) => ({ name, label: `${colorScheme}-${width}`, colorScheme, width })),
  ),
  { name, label: "print", width: 680, media: "print" },
  { name, label: "without-script", width: 1440, script: false },
  { name, label: "forced-colours", width: 1440, forcedColors: "active" },
]);
for (const { name, label, ...options } of shots) {
  const { page, close } = await opened(name, options);
  await page.waitForTimeout(100);
  await page.screenshot({ path: join(folder, `${name}-${label}.png`), fullPage: true });
  await close();
}
await closed();
console.log(`${shots.length} pictures in ${folder}`);
