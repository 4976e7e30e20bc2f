"""Compares every table and chart of a report with the files it is of, computing each number anew.
    check_report.py REPORT.json KPIS.json RESULT.h5 [VARIANT.h5 ...] [SWEEP_FOLDER]
Prints {"tables": {id: cells checked}, "charts": count, "problems": [...]}."""
import datetime
import json
import math
import re
import sys
from pathlib import Path

import answers
import changes
import charts
import situation
import sure
import weeks
from cells import Cells
from estimators import Paired, interval
from result import Result, label_in, quantity

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
}

# Without a number that a run decides.
WORDS_ONLY = {
    r"stress-(objectives|logic|data|experiments|implementation|code)": "the checklist of STRESS-DES, in sentences",
    r"modelled-nodes": "what the scenario says of its nodes, in sentences",
}

TABLES = {
    r"page-one-options": lambda cells, report: changes.page_one_options(cells, report),
    r"map-table(?:-(\d+))?": lambda cells, report, variant=0: weeks.map_table(cells, report, int(variant)),
    r"waiting-lists-table": situation.waiting_lists_table,
    r"desks-and-arrangements": situation.desks_and_arrangements,
    r"groups-.+": situation.groups_table,
    r"waiting-table": situation.waiting_table,
    r"waits": situation.waits,
    r"dropout-table": situation.dropout_table,
    r"legal-terms": situation.legal_terms,
    r"years-trends": situation.years_trends,
    r"years-means": situation.years_means,
    r"years-spread": situation.years_spread,
    r"years-table(?:-\d+)?": weeks.years_table,
    r"difference-table": changes.difference_table,
    r"change-(\d+)-verdicts-(\d+)": lambda cells, report, variant, span: changes.verdicts_table(
        cells, report, int(variant), int(span) - 1),
    r"change-(\d+)-funders": lambda cells, report, variant: changes.funders_table(cells, report, int(variant)),
    r"change-(\d+)-groups": lambda cells, report, variant: changes.groups_of_change(cells, report, int(variant)),
    r"change-(\d+)-nodes": lambda cells, report, variant: changes.nodes_table(cells, report, int(variant)),
    r"change-(\d+)-assumes": lambda cells, report, variant: changes.assumes_table(cells, report, int(variant)),
    r"change-(\d+)-clocks": lambda cells, report, variant: changes.clocks_table(cells, report, int(variant)),
    r"targets": sure.targets,
    r"evidence": sure.evidence,
    r"ranges": sure.ranges,
    r"evidence-sources": sure.evidence_sources,
    r"results": sure.results,
    r"answer-(\d+)-capacity": lambda cells, report, number: answers.capacity(cells, report, report.answer(number)),
    r"answer-(\d+)-targets": lambda cells, report, number: answers.targets(cells, report, report.answer(number)),
    r"answer-(\d+)-tried": lambda cells, report, number: answers.tried(cells, report, report.answer(number)),
    r"answer-(\d+)-bottlenecks": lambda cells, report, number: answers.bottlenecks(cells, report, report.answer(number)),
    r"sliders-1-points": sure.slider_points,
    r"sliders-1-tests": sure.slider_tests,
    r"sliders-1-effects": sure.slider_effects,
}


class Report:
    def __init__(self, document, kpis, files, sweep):
        self.document, self.sweep = document, sweep
        results = self.results = [file for file in files if file.attributes["format"] == "doorstroom.run"]
        self.answers = [file for file in files if file not in results]
        self.language, self.base, self.problems = document["language"], results[0], []
        self.kpis = {kpi["kpi"]: kpi for kpi in kpis}
        self._spans = {}

    def blocks(self):
        return [block for section in self.document["sections"] for block in section["blocks"]]

    def charts(self):
        return [block for block in self.blocks() if block["kind"] == "chart"]

    def chart(self, name):
        return next(block["chart"] for block in self.charts() if block["chart"]["id"] == name)

    def tables(self):
        return [table for block in self.blocks() for table in [block.get("table"), *block.get("more_tables", [])] if table]

    def cells(self, table):
        return Cells(table, self.language, self.problems)

    is_near_drawn = staticmethod(weeks.is_near_drawn)

    def compare(self, what, shown, truth, same):
        if len(shown) != len(truth) or not all(same(a, b) for a, b in zip(shown, truth)):
            self.problems.append(f"{what}: {shown}, not {truth}")

    def kpi(self, name):
        return self.kpis[name.split("@")[0]]

    def kpi_label(self, name):
        """"OZA: waited, median, 2028-29"."""
        plain, _, year = name.partition("@")
        label = self.kpi(plain)["label"][self.language]
        owner = plain.rpartition(".")[0]
        if owner:
            if len(label) > 1 and label[1].islower():
                label = label[0].lower() + label[1:]
            of_clock = owner.startswith("clock.")
            name = (self.base.label("clocks", owner[6:], self.language) if of_clock
                    else self.base.node_label(owner, self.language))
            label = f"{name}: {label}"
        return f"{label}, {self.base.year_name(int(year))}" if year else label

    def headline(self):
        """The figures on which verdicts are given, and the smallest difference that matters."""
        said = self.base.scenario.get("headline")
        if said:
            return [(name, quantity(smallest) if smallest else self._customary(name)) for name, smallest in
                    (said.items() if isinstance(said, dict) else [(name, None) for name in said])]
        return [(name, self._customary(name)) for name in
                ("dropouts_per_year", "absent_4w_mean", "absent_13w_mean", "placed_within_10w", "back_in_education_share",
                 "cost_euro_per_year")]

    def _customary(self, name):
        if self.kpi(name)["units"] == "1":
            return 0.05
        return 0.05 * abs(interval(self.base.figure(name)).mean) or 1.0

    def attributes(self):
        return list(dict.fromkeys(group.split(".")[0] for group in self.base.names["groups"]["group"]))

    def value_label(self, group):
        """Of a group; None where the program makes the name: an age."""
        attribute, _, value = group.partition(".")
        said = {"severity": self.base.scenario.get("severities"), "subregion": self.base.scenario.get("subregions")}
        values = said.get(attribute) or self.base.scenario.get("attributes", {}).get(attribute, {}).get("values")
        if not isinstance(values, dict) or value not in values:
            return None
        one = values[value]
        label = one.get("label") if isinstance(one, dict) else None
        return label_in(label, self.language, None) if label else None

    def date_in_words(self, text, days=0):
        date = datetime.date.fromisoformat(text) + datetime.timedelta(days=days)
        return f"{date.day} {MONTHS[self.language][date.month - 1]} {date.year}"

    def day_and_month(self, day):
        return self.date_in_words(self.base.attributes["start_date"], int(day))

    def panels_of(self, table, chart):
        """The panel of a table under the chart of weeks."""
        return [chart["panels"][0 if table == "years-table" else int(table.rsplit("-", 1)[1])]]

    def spans(self, variant):
        """Years that are judged together: during and after the variant's own interventions, if they end; and all."""
        if variant not in self._spans:
            self._spans[variant] = self._spans_of(variant) + [None]
        return self._spans[variant]

    def _spans_of(self, variant):
        start = datetime.date.fromisoformat(self.base.attributes["start_date"])
        known = self.base.scenario.get("interventions", {})
        own = [each for name, each in self.results[variant].scenario.get("interventions", {}).items()
               if known.get(name) != each]
        if not own:
            return []
        day = lambda text, otherwise: (datetime.date.fromisoformat(text) - start).days if text else otherwise
        first = min(day(each.get("from"), -math.inf) for each in own)
        last = max(day(each.get("until"), math.inf) for each in own)
        edges = [(start.replace(year=start.year + year) - start).days for year in range(self.base.years + 1)]
        middles = [a + (b - a) / 2 for a, b in zip(edges, edges[1:])]
        during = [year for year, middle in enumerate(middles) if first <= middle < last] or [
            year for year, (a, b) in enumerate(zip(edges, edges[1:])) if first < b and a < last]
        after = [year for year, middle in enumerate(middles) if middle >= last and year not in during]
        return [during, after] if during and after else []

    def statements(self):
        """How many verdicts the report gives: they hold together."""
        return sum(len(self.headline()) * len(self.spans(variant)) for variant in range(1, len(self.results)))

    def paired(self, variant, name, years, statements=None):
        values = []
        for result in (self.base, self.results[variant]):
            if years is None:
                values.append(result.figure(name))
            else:
                by_year = [result.figure(name, year) for year in years]
                values.append([interval(each).mean for each in zip(*by_year)])
        return Paired(*values, statements or self.statements())

    def options(self):
        """The variants on page one: all, or those that its columns name."""
        table = next(table for table in self.tables() if table["id"] == "page-one-options")
        labels = [column["label"] for column in table["columns"]]
        return [number for number in range(1, len(self.results))
                if any(self.results[number].title(self.language).endswith(label) for label in labels)]

    def answer(self, number):
        return self.answers[int(number) - 1]

    def found_capacity(self):
        """The answer of `seek`, if any."""
        return next((each for each in self.answers if each.attributes["format"] == "doorstroom.seek"), None)

    def slider_figures(self):
        block = next(block for block in self.blocks() if block["kind"] == "sliders")
        return [figure["kpi"] for figure in block["figures"]]


def check(report):
    checked = {}
    for table in report.tables():
        if any(re.fullmatch(pattern, table["id"]) for pattern in WORDS_ONLY):
            continue
        cells = report.cells(table)
        found = [(re.fullmatch(pattern, table["id"]), one) for pattern, one in TABLES.items()]
        found = [(match, one) for match, one in found if match]
        if len(found) != 1:
            cells.fail("no check knows this table; add one to check_report.py")
            continue
        match, one = found[0]
        one(cells, report, *(group for group in match.groups() if group))
        checked[table["id"]] = len(cells.checked)
        for row, column in cells.unchecked():
            cells.wrong(row, column, f"`{cells.cell(row, column)['text']}` is checked by nothing")
    if any(chart["chart"]["id"] == "years" for chart in report.charts()):
        weeks.years_chart(report)
    return {"tables": checked, "charts": charts.every(report), "problems": report.problems}


def main(document, kpis, *sources):
    folders = [source for source in sources if Path(source).is_dir()]
    report = Report(json.loads(Path(document).read_text()), json.loads(Path(kpis).read_text())["kpis"],
                    [Result(source) for source in sources if source not in folders],
                    sure.Sweep(folders[0]) if folders else None)
    print(json.dumps(check(report)))


if __name__ == "__main__":
    main(*sys.argv[1:])
