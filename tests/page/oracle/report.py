"""A report, and what its checks ask of the files that it is of: labels, figures, pairs, spans of years."""
import datetime
import math

import kept_answers
import records
import situation
import weeks
from answer_files import Answer
from cells import Cells
from estimators import Paired, interval
from result import label_in, quantity

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
}


class Report:
    def __init__(self, document, kpis, files, sweep, small_cells=5):
        self.document, self.sweep = document, sweep
        results = self.results = [file for file in files if file.attributes["format"] == "doorstroom.run"]
        self.answers = [Answer(file.path) for file in files if file not in results]
        self.language, self.base, self.problems = document["language"], results[0], []
        self.kpis = {kpi["kpi"]: kpi for kpi in kpis}
        self._spans = {}
        self.privacy = records.Privacy(self, small_cells)

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
    is_as_drawn = staticmethod(weeks.is_as_drawn)

    def compare(self, what, shown, truth, same):
        if len(shown) != len(truth) or not all(same(a, b) for a, b in zip(shown, truth)):
            self.problems.append(f"{what}: {shown}, not {truth}")

    def kpi(self, name):
        return self.kpis[name.split("@")[0]]

    def kpi_label(self, name):
        """"OZA: waited, median, 2028-29", also "2028-29 to 2029-30"."""
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
        years = [self.base.year_name(int(each)) for each in year.split("..") if each]
        return f"{label}, {situation.WORDS['to'][self.language].format(*years)}" if len(years) > 1 else ", ".join([label, *years])

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

    def option_name(self, scenario):
        """What the report calls a plan of which only the name is known: its title where it is among the results."""
        found = next((each for each in self.results if each.attributes["scenario_name"] == scenario), None)
        if found is None or found is self.base:
            return scenario if found is None else kept_answers.WORDS["Unchanged"][self.language]
        base, title = self.base.title(self.language), found.title(self.language)
        return title[len(base) + 2:] if title.startswith((base + ": ", base + ", ")) else title

    def found_capacity(self):
        """The answer of `seek`, if any."""
        return next((each for each in self.answers if each.attributes["format"] == "doorstroom.seek"), None)

    def slider_figures(self):
        block = next(block for block in self.blocks() if block["kind"] == "sliders")
        return [figure["kpi"] for figure in block["figures"]]
