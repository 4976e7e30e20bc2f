// On A4: tagged, with title and language; page one is one page; folds are open; drawings are those
// without script, whatever a reader chose on the screen.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { closed, folder, languages, opened, pages } from "./browser.mjs";

after(closed);

const lines = (text) => text.replace(/\s+/g, " ");

for (const report of ["minimal", "region"])
  for (const language of languages)
    test(`${report}, ${language}: prints`, async () => {
      const name = `${report}.${language}`;
      const document = JSON.parse(readFileSync(join(pages, `${name}.json`), "utf8"));
      const { page, wrong, close } = await opened(name);
      const path = join(folder("print"), `${name}.pdf`);
      await page.pdf({ path, tagged: true, outline: true, preferCSSPageSize: true });
      assert.deepEqual(wrong, []);
      await close();

      const facts = execFileSync("pdfinfo", [path], { encoding: "utf8" });
      assert.match(facts, /Tagged:\s+yes/);
      assert.match(facts, /Page size:\s+59[45]\.\d* x 84[12]\.?\d* pts \(A4\)/);
      assert.ok(facts.includes(`Title:           ${document.title}`), facts);
      assert.ok(readFileSync(path, "latin1").includes(`/Lang (${language})`), "language");
      const count = Number(/Pages:\s+(\d+)/.exec(facts)[1]);
      assert.ok(count >= 4 && count <= 60, `${count} pages`);

      const text = (first, last) =>
        lines(execFileSync("pdftotext", ["-f", first, "-l", last, path, "-"].map(String), { encoding: "utf8" }));
      const [one, two] = document.sections;
      assert.ok(text(1, 1).includes(lines(one.title)), "page one begins on the first page");
      assert.ok(!text(1, 1).includes(lines(two.title)), "nothing follows page one on its page");
      assert.ok(text(2, 2).includes(lines(two.title)), "page one is one page");

      const all = text(1, count);
      const table = document.sections
        .flatMap(({ blocks }) => blocks)
        .find((block) => block.kind === "chart" && block.table.rows.length > 0).table;
      assert.ok(all.includes(lines(table.caption)), "folded tables are printed");
      const structure = execFileSync("pdfinfo", ["-struct", path], { encoding: "utf8", maxBuffer: 1e9 });
      for (const tag of ["H1", "H2", "Table", "TH", "TD", "Figure"])
        assert.match(structure, new RegExp(`^\\s*${tag}\\b`, "m"), tag);
    });

test("no table and no drawing is cut off by the edge of the paper", async () => {
  for (const name of ["region.en", "region.nl", "sliders.nl"]) {
    const { page, close } = await opened(name, { width: 673, media: "print" }); // A4 without its margins
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("table, .drawing > svg")]
        .map((each) => [each.id || each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
        .filter(([, { width, right }]) => width > 0 && right > innerWidth + 1)
        .map(([id, { right }]) => `${id}: ${right}`),
    );
    assert.deepEqual(cut, []);
    await close();
  }
});

test("drawings are not made small to fit on the paper", async () => {
  const { page, close } = await opened("region.nl", { width: 673, media: "print" });
  const small = await page.evaluate(() =>
    [...document.querySelectorAll(".drawing > svg")]
      .filter((svg) => !svg.closest("#map"))
      .map((svg) => {
        const { width, height } = svg.getBoundingClientRect();
        const box = svg.viewBox.baseVal;
        return [svg.querySelector("title").textContent, Math.min(width / box.width, height / box.height)];
      })
      .filter(([, scale]) => scale > 0 && scale < 0.7),
  );
  assert.deepEqual(small, []);
  await close();
});
