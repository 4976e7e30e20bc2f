// Numbers of tables: what a cell says is its value within rounding, and every table and chart is
// computed anew from the files that the report is of: oracle/check_report.py.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { chartsOf, folder, here, languages, pages, reports, tablesOf } from "./browser.mjs";

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

const python = "/usr/bin/python3";
const skip = spawnSync(python, ["-c", "import h5py"]).status === 0 ? false : "no h5py here";

/** What is wrong with the numbers of a document, table by table. @param place  where a source is */
function checked(path, report, place = (source) => join(pages, source)) {
  const { options, sources } = JSON.parse(readFileSync(join(pages, "made_of.json"), "utf8"))[report];
  const files = [path, join(pages, `${report}.kpis.json`), ...options, ...sources.map(place)];
  const words = [join(here, "oracle/check_report.py"), ...files];
  return JSON.parse(execFileSync(python, words, { encoding: "utf8", maxBuffer: 1e9 }));
}

/** Kinds of saved answers in a report: each has its JSON beside it, which holds the same. */
const answersIn = { answers: 2, weighed: 6 };

for (const report of [...reports, "answers", "weighed", "records", "records-shown"])
  for (const language of languages)
    test(`${report}, ${language}: every table and chart tells the numbers of its files`, { skip }, () => {
      const { tables, charts, answers, problems } = checked(join(pages, `${report}.${language}.json`), report);
      assert.deepEqual(problems.slice(0, 20), []);
      assert.equal(charts, chartsOf(documentNamed(`${report}.${language}`)).length);
      assert.equal(answers, answersIn[report] ?? 0);
      assert.ok(Object.values(tables).every((cells) => cells > 0), JSON.stringify(tables));
    });

/** Another number than the first in a text. */
const changed = (text) => text.replace(/[0-9]/, (digit) => (digit === "9" ? "7" : String(Number(digit) + 1)));

/** Plants a mistake in each table, once in a text and once in a value. */
function plantedInTables(document) {
  for (const block of document.sections.flatMap(({ blocks }) => blocks))
    for (const table of [block.table, ...(block.more_tables ?? [])]) {
      const cells = table?.rows.flatMap((row) => row.cells) ?? [];
      const told = cells.filter(({ text }) => /[0-9]/.test(text));
      if (told.length > 0) told.at(-1).text = changed(told.at(-1).text);
      const valued = cells.filter(({ value }) => value);
      if (valued.length > 0) valued[0].value *= 1.01;
    }
}

/** The numbers that a chart draws, wherever they stand. */
const drawn = { curves: "y", time: "p10", intervals: "middle", map: "waiting" };

function plantedIn(values) {
  const at = values.findLastIndex((value) => typeof value === "number" && value !== 0);
  values[at] *= 1.1;
}

function plantedInChart({ chart }) {
  const part = drawn[chart.kind];
  if (chart.kind === "curves") plantedIn(chart.curves.at(-1)[part]);
  if (chart.kind === "time") plantedIn(chart.panels[0].lines[0][part]);
  if (chart.kind === "intervals") chart.rows.findLast((row) => row[part] !== 0)[part] *= 1.1;
  if (chart.kind === "map") plantedIn(chart.nodes.find(({ waiting }) => waiting[0][0] > 0)[part][0]);
}

function assertFoundIn(problems, ids) {
  for (const id of ids)
    assert.ok(
      problems.some((problem) => problem.startsWith(`${id}, `) || problem.startsWith(`${id}: `)),
      `${id}: no mistake is found`,
    );
}

for (const report of ["region", "sliders", "answers", "weighed", "records"])
  test(`${report}: a mistake is found in every table and every chart`, { skip }, () => {
    const right = checked(join(pages, `${report}.en.json`), report);
    const path = join(folder("planted"), `${report}.json`);
    const document = documentNamed(`${report}.en`);
    plantedInTables(document);
    writeFileSync(path, JSON.stringify(document));
    assertFoundIn(checked(path, report).problems, Object.keys(right.tables));

    const drawnWrong = documentNamed(`${report}.en`);
    chartsOf(drawnWrong).forEach(plantedInChart);
    writeFileSync(path, JSON.stringify(drawnWrong));
    assertFoundIn(checked(path, report).problems, chartsOf(drawnWrong).map(({ chart }) => chart.id));
  });

/** Tables of saved answers and of records, whose columns are each of a kind of their own. */
const hasOwnColumns = ({ id }) => id.startsWith("answer-") || ["start-of-records", "stops"].includes(id);

for (const report of ["answers", "weighed", "records"])
  test(`${report}: a mistake is found in every column of an answer`, { skip }, () => {
    const document = documentNamed(`${report}.en`);
    const planted = tablesOf(document)
      .filter(hasOwnColumns)
      .flatMap((table) =>
        table.columns.flatMap(({ label }, column) => {
          const row = table.rows.findLast(({ cells }) => /[0-9]/.test(cells[column].text));
          if (row) row.cells[column].text = changed(row.cells[column].text);
          return row ? [[table.id, row.header, label].join(", ")] : [];
        }),
      );
    const path = join(folder("planted"), `${report}-columns.json`);
    writeFileSync(path, JSON.stringify(document));
    const { problems } = checked(path, report);
    assert.deepEqual(planted.filter((each) => !problems.some((problem) => problem.startsWith(`${each}: `))), []);
    assert.ok(planted.length >= 5, planted.join("; "));
  });

/** The numbers of a JSON, each a little larger. */
const larger = (said) =>
  JSON.parse(said, (_, each) => (typeof each === "number" && !Number.isInteger(each) ? each * 1.001 : each));

for (const report of Object.keys(answersIn))
  test(`${report}: an answer that is not what was printed is told`, { skip }, () => {
    const names = [];
    const { problems } = checked(join(pages, `${report}.en.json`), report, (source) => {
      const printed = join(pages, source.replace(/h5$/, "json"));
      if (!existsSync(printed)) return join(pages, source);
      names.push(source);
      const copy = join(folder("planted"), source);
      copyFileSync(join(pages, source), copy);
      writeFileSync(copy.replace(/h5$/, "json"), JSON.stringify(larger(readFileSync(printed, "utf8"))));
      return copy;
    });
    assert.equal(names.length, answersIn[report]);
    for (const name of names)
      assert.ok(problems.some((problem) => problem.startsWith(`${name}: /`)), `${name}: nothing is told`);
  });

test("a table and a chart that no check knows are told", { skip }, () => {
  const document = documentNamed("minimal.en");
  const blocks = document.sections[1].blocks;
  blocks.push({ kind: "table", table: { ...tablesOf(document)[0], id: "new-table" } });
  const known = chartsOf(document).find(({ chart }) => chart.kind === "intervals");
  blocks.push({ ...known, chart: { ...known.chart, id: "new-chart" } });
  const path = join(folder("planted"), "new.json");
  writeFileSync(path, JSON.stringify(document));
  const { problems } = checked(path, "minimal");
  for (const id of ["new-table", "new-chart"])
    assert.ok(problems.some((problem) => problem.startsWith(id)), `${id} is not told`);
});
