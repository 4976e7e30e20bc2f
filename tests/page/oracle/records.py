"""Real youths of whom there are few: what a report keeps to itself of those who were there at the start."""
import datetime
import math

from estimators import interval
from result import quantity

LEFT_OUT = "..."
FEWER = {"en": "fewer than {}", "nl": "minder dan {}"}
NOT_SHOWN = {"en": "not shown", "nl": "niet getoond"}
YEAR_OF_WEEKS = 364
DAYS_PER_YEAR = 365.25


def counts_of(scenario, nodes):
    """(there, on the list) of the nodes that `today` names, in the order of nodes."""
    found = {}
    for node in nodes:
        said = scenario.get("today", {}).get(node)
        if not isinstance(said, dict):
            continue
        if "from" in said or "fill" in said:
            raise NotImplementedError("the oracle counts no rows and no filled places")
        found[node] = (said.get("occupied", 0) + said.get("in_work", 0), said.get("waiting", 0))
    return found


def may_be(hidden, count, small_cells):
    """Between which numbers a hidden count may lie for whoever knows the sum of the hidden ones."""
    bounds = lambda each: (1, small_cells - 1) if each < small_cells else (small_cells, math.inf)
    others = list(hidden)
    others.remove(count)
    low, high = bounds(count)
    return (max(low, sum(hidden) - sum(bounds(each)[1] for each in others)),
            min(high, sum(hidden) - sum(bounds(each)[0] for each in others)))


def is_kept(hidden, small_cells):
    """Whether every small one of the hidden counts may be anything that is small."""
    return all(may_be(hidden, count, small_cells) == (1, small_cells - 1) for count in hidden if count < small_cells)


def mean_stay(stay):
    """[day]"""
    if isinstance(stay, dict):
        (kind, said), = stay.items()
        if kind != "exponential":
            raise NotImplementedError("the oracle knows the mean of exponential stays only")
        return quantity(said["mean"])
    return quantity(stay)


class Privacy:
    """What must not be told, by what the table of the start hides; that table has a check of its own."""

    def __init__(self, report, small_cells):
        self.small_cells, scenario = small_cells, report.base.scenario
        self.counts = counts_of(scenario, report.base.nodes)
        shown = next((table["rows"] for table in report.tables() if table["id"] == "start-of-records"), [])
        self.hidden, self.shown_from = [], 0
        for node, row in zip(self.counts, shown):
            words = [cell["text"] for cell in row["cells"]]
            few = FEWER[report.language].format(small_cells)
            if not {few, NOT_SHOWN[report.language]} & set(words):
                continue
            self.hidden.append(node)
            stays = words[0] == few and node in scenario["arrangements"]
            long = 2 * mean_stay(scenario["arrangements"][node]["stay"]) if stays else 0
            self.shown_from = max(self.shown_from, YEAR_OF_WEEKS, 7 * math.ceil(long / 7))
        begins_there = quantity(scenario["period"].get("warm_up", 0)) == 0 and not scenario.get("initial")
        self.hides_absence = self.hides_anything and begins_there

    @property
    def hides_anything(self):
        return bool(self.hidden)

    def hides_parameter(self, path):
        """Whether the numbers of a parameter are those of `today`."""
        return self.small_cells > 0 and bool(self.counts) and path.startswith("today.")

    def hides_day(self, node, day):
        return (self.hides_absence if node == "absent" else node in self.hidden) and day < self.shown_from

    def hides_year(self, node, year):
        return node in self.hidden and 0 <= year and year * DAYS_PER_YEAR < self.shown_from

    def without_hidden_years(self, node, by_year):
        """@param by_year  the whole period first"""
        return [math.nan if self.hides_year(node, at - 1) else value for at, value in enumerate(by_year)]

    def flow(self, youths_per_year, years):
        """In steps that leave 2 N youths open over the period."""
        if not self.hides_anything:
            return youths_per_year
        step = next(step for step in (1, 2, 5, 10, 20, 50) if step * years >= 2 * self.small_cells)
        return step * math.floor(youths_per_year / step + 0.5)

    def flows(self, by_year):
        if not self.hides_anything:
            return by_year
        return [self.flow(by_year[0], len(by_year) - 1), math.nan, *by_year[2:]]


def start_of_records(cells, report):
    """Small counts are hidden, no sum leads to them, and nothing else is hidden."""
    privacy, base = report.privacy, report.base
    few = FEWER[report.language].format(privacy.small_cells)
    cells.has_rows([base.node_label(node, report.language) for node in privacy.counts])
    for column in (0, 1):
        counts = [both[column] for both in privacy.counts.values()]
        hidden = []
        for row, count in enumerate(counts):
            is_small = 0 < count < privacy.small_cells
            if is_small or cells.cell(row, column)["text"] == NOT_SHOWN[report.language]:
                hidden.append(count)
                cells.is_words(row, column, few if is_small else NOT_SHOWN[report.language])
                cells.has_value(row, column, math.nan)
            else:
                cells.value(row, column, "", count)
        small = [count for count in hidden if count < privacy.small_cells]
        if not is_kept(hidden, privacy.small_cells) and any(count not in hidden for count in counts if count > 0):
            cells.fail(f"the sum of column {column} tells what is hidden")
        if 0 in hidden or (len(hidden) > len(small) and is_kept(small, privacy.small_cells)):
            cells.fail(f"column {column} hides what need not be")


def stops(cells, report):
    """Providers that stop, but for those that stop while it is not told how many were there."""
    base, start = report.base, datetime.date.fromisoformat(report.base.attributes["start_date"])

    def is_told(name):
        said = base.scenario["interventions"][name]["stops"]
        return not report.privacy.hides_day(said["node"], (datetime.date.fromisoformat(said["on"]) - start).days)

    names = [name for name in base.names["stops"]["intervention"] if base.rows("stops", intervention=name) and is_told(name)]
    if not cells.has_rows([base.label("interventions", name, report.language) for name in names]):
        return
    columns = ("displaced", "moved", "entered", "left", "waiting", "waited_mean")
    for row, name in enumerate(names):
        for column, figure in enumerate(columns):
            values = base.values("stops", figure, intervention=name)
            cells.noise(row, column, "day" if figure == "waited_mean" else "youth", interval(values))
