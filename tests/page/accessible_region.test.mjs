// axe-core on the pages of a region and of a small scenario: thousands of cells take it minutes.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { unfold, violations } from "./axe.mjs";
import { closed, opened } from "./browser.mjs";

after(closed);

for (const [name, options] of [
  ["region.nl", { width: 1440 }],
  ["region.en", { width: 320, colorScheme: "dark" }],
  ["minimal.nl", { width: 768 }],
  ["sweep.en", { width: 768 }],
])
  test(`axe finds nothing: ${name}, ${options.width} px`, async () => {
    const { page, close } = await opened(name, { ...options, bypassCSP: true });
    await unfold(page);
    assert.deepEqual(await violations(page), []);
    await close();
  });
