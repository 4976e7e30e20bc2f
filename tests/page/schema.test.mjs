// The JSON of reports keeps to its schema, and a schema that says nothing would not be noticed: so a
// report with a mistake is told.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const pages = process.env.DOORSTROOM_PAGES_DIR;
const validator = path.join(here, "../schema/validate.mjs");
const schema = path.join(here, "../../app/page/report.schema.json");

const verdicts = (...files) =>
  execFileSync(process.execPath, [validator, schema, ...files], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.split("\t")[1]);

test("every report is as the schema says", () => {
  const reports = readdirSync(pages).filter((name) => /\.(en|nl)\.json$/.test(name));
  assert.ok(reports.length >= 8);
  for (const verdict of verdicts(...reports.map((name) => path.join(pages, name))))
    assert.equal(verdict, "good");
});

test("a report without a title, or with a chart of an unknown kind, is told", () => {
  const report = JSON.parse(readFileSync(path.join(pages, "minimal.en.json"), "utf8"));
  const folder = mkdtempSync(path.join(tmpdir(), "report-"));
  const { title, ...untitled } = report;
  assert.ok(title);
  writeFileSync(path.join(folder, "untitled.json"), JSON.stringify(untitled));
  const chart = report.sections.flatMap((section) => section.blocks).find((block) => block.kind === "chart");
  chart.chart.kind = "pie";
  writeFileSync(path.join(folder, "pie.json"), JSON.stringify(report));
  const [first, second] = verdicts(path.join(folder, "untitled.json"), path.join(folder, "pie.json"));
  assert.match(first, /title/);
  assert.notEqual(second, "good");
});
