// Numbers of tables: what a cell says is its value within rounding, and values are those of the
// result file, as `export --csv` and `show` tell them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { chartsOf, languages, pages, reports, tablesOf } from "./browser.mjs";

const documentNamed = (name) => JSON.parse(readFileSync(join(pages, `${name}.json`), "utf8"));

/** The numbers in a text, and how much each may be off. */
function numbersIn(text, language) {
  return [...text.matchAll(/[-\u2212]?\d[\d.,]*/g)].map(([found]) => numberOf(found, language));
}

function numberOf(found, language) {
  const [thousands, decimal] = language === "nl" ? [".", ","] : [",", "."];
  const digits = found.replace(/[.,]$/, "").replaceAll(thousands, "").replace(decimal, ".").replace("\u2212", "-");
  const decimals = (digits.split(".")[1] ?? "").length;
  const zeros = decimals > 0 ? 0 : /0*$/.exec(digits)[0].length; // "-100,000" may be rounded
  return { value: Number(digits), off: 0.5 * 10 ** (zeros - decimals) };
}

/** How a value is told: days as weeks, shares in percent, euros in millions. */
const scales = [1, 1 / 7, 100, 1e-6, 1e-3, 12, 1 / 12, 1 / 365.25];

function tells(told, value) {
  const off = Math.min(...scales.map((scale) => Math.abs(Math.abs(told.value) - Math.abs(value) * scale) - told.off));
  return off <= 1e-5 * Math.abs(told.value) + 1e-9;
}

/** "38 to 132 higher", "between 0.6 lower and 1.2 higher": the value is the middle. */
function liesWithin(a, b, value) {
  const most = Math.max(Math.abs(a.value), Math.abs(b.value)) + Math.max(a.off, b.off);
  return scales.some((scale) => Math.abs(value) * scale <= most && Math.abs(value) * scale >= 0.05 * most);
}

for (const report of reports)
  for (const language of languages)
    test(`${report}, ${language}: a cell says its value within rounding`, () => {
      let cells = 0;
      for (const table of tablesOf(documentNamed(`${report}.${language}`)))
        for (const row of table.rows)
          for (const [i, cell] of row.cells.entries()) {
            if (cell.value === undefined || cell.value === null) continue;
            const [told, bound] = numbersIn(cell.text, language);
            if (!told) continue; // words: "none"
            ++cells;
            assert.ok(tells(told, cell.value) || (bound && liesWithin(told, bound, cell.value)), `${table.id}, ${row.header}, ${table.columns[i]?.label}: ${cell.text} for ${cell.value}`);
          }
      assert.ok(cells > 20, `${cells} cells`);
    });

/** A table of `export --csv` as records of texts. */
function csv(name) {
  const [head, ...rows] = readFileSync(join(pages, name), "utf8").trim().split(/\r?\n/).map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(head.map((column, i) => [column, row[i]])));
}

const mean = (values) => values.reduce((sum, each) => sum + each, 0) / values.length;

function near(value, truth, what) {
  assert.ok(Math.abs(value - truth) <= 2e-5 * Math.max(Math.abs(truth), 1e-3), `${what}: ${value}, not ${truth}`);
}

test("the map tells the loads and lists of the result file", () => {
  const { chart } = chartsOf(documentNamed("minimal.en")).find(({ chart }) => chart.kind === "map");
  const use = csv("minimal.csv/use.csv").filter(({ unit }) => unit === "-1");
  let told = 0;
  for (const node of chart.nodes)
    for (const year of chart.years.keys()) {
      const rows = use.filter((row) => row.node === node.id && Number(row.year) === year - 1);
      for (const [values, column] of [[node.load, "utilisation"], [node.waiting, "waiting_mean"]]) {
        const there = rows.map((row) => row[column]).filter((text) => text !== "" && text !== "nan").map(Number);
        const value = values[0]?.[year] ?? null;
        if (there.length === 0 || value === null) continue;
        near(value, mean(there), `${node.id}, ${column}, ${chart.years[year]}`);
        ++told;
      }
    }
  assert.ok(told > 10);
});

test("curves tell the incidence of the result file", () => {
  const { chart } = chartsOf(documentNamed("minimal.en")).find(({ chart }) => chart.kind === "curves");
  const incidence = csv("minimal.csv/incidence.csv");
  let told = 0;
  for (const curve of chart.curves)
    for (const [i, week] of chart.x.entries()) {
      const row = incidence.find(({ node, day }) => node === curve.id && Number(day) === week * 7);
      if (!row || curve.y[i] === null) continue;
      const truth = Number(row.entered_mean);
      near(curve.y[i] / (Math.abs(curve.y[i] - 100 * truth) < 0.01 ? 100 : 1), truth, `${curve.id}, week ${week}`);
      ++told;
    }
  assert.ok(told > 10);
});

test("options on page one tell the means of the result file", () => {
  const tables = tablesOf(documentNamed("minimal.en"));
  const replications = csv("minimal.csv/replications.csv");
  const values = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => value)));
  for (const kpi of ["dropouts_per_year", "absent_13w_mean"]) {
    const truth = mean(replications.map((row) => Number(row[kpi])));
    assert.ok(values.some((value) => value != null && Math.abs(value - truth) <= 2e-5 * Math.abs(truth)), `${kpi}: ${truth}`);
  }
});
