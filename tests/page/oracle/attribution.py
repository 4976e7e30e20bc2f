"""Saved answers of `explain` and `sensitivity`."""
import math

from answers import bar
from cells import scale_of
from estimators import Interval, Paired, interval

WORDS = {
    "cost": {"en": "the cost", "nl": "de kosten"},
    "rest": {"en": "all else", "nl": "al het andere"},
    "together": {"en": "all together", "nl": "alles samen"},
    "noise": {"en": "Noise: other random numbers", "nl": "Ruis: toeval alleen"},
    "nowhere": {"en": "at no value that was looked at", "nl": "bij geen waarde die bekeken is"},
    "both": {"en": "at every value that was looked at", "nl": "bij elke waarde die bekeken is"},
}


def bounds_of(row, middle, low="low", high="high"):
    return Interval(row[middle], row[low], row[high])


def effect(cells, row, column, units, bounds):
    """"-0.4 wk (-1.6 to 0.9)"."""
    cells.has_value(row, column, bounds.mean)
    cells.says(row, column, units, [bounds.mean, bounds.low, bounds.high], [bounds.mean], noise=bounds.half)
    cells.is_not_coarse(row, column, units, bounds.mean, bounds.half)


def years_of(kpi):
    """The figure, and the years that it is the mean of: "dropouts_per_year@2..4"."""
    name, _, years = kpi.partition("@")
    first, _, last = years.partition("..")
    return name, list(range(int(first), int(last or first) + 1)) if first else [-1]


def whole_of_runs(report, answer, kpi, replications):
    """The effect by the results of the report, where the variant is among them."""
    name, years = years_of(kpi)
    other = next((each for each in report.results[1:]
                  if each.attributes["scenario_name"] == answer.attributes["variant_name"]), None)
    if other is None or min(each.replications for each in (report.base, other)) < replications:
        return None
    means = []
    for result in (report.base, other):
        by_year = [result.figure(name, year)[:replications] for year in years]
        means.append([interval(each).mean for each in zip(*by_year)])
    return Paired(*means).difference


def parts(cells, report, answer, number):
    """Shares add up to the whole, which the runs give as well."""
    figure = answer.records("effects")[int(number) - 1]
    kpi, units = figure["kpi"], figure["units"]
    if report.kpi_label(kpi) not in cells.table["caption"]:
        cells.fail(f"caption is not of {report.kpi_label(kpi)}")
    found = sorted((row for row in answer.records("parts") if row["kpi"] == kpi), key=lambda row: -abs(row["shapley"]))
    names = [WORDS[row["part"]][report.language] if row["part"] in WORDS else row["part"].replace("_", " ")
             for row in found]
    if not cells.has_rows(names + [WORDS["together"][report.language]]):
        return
    bars = report.chart(cells.table["id"] + "-chart")["rows"]
    for row, each in enumerate(found):
        effect(cells, row, 0, units, bounds_of(each, "shapley"))
        effect(cells, row, 1, units, bounds_of(each, "alone", "alone_low", "alone_high"))
        effect(cells, row, 2, units, bounds_of(each, "without", "without_low", "without_high"))
        bar(cells, report, row, bars[row], units, bounds_of(each, "shapley"))
    whole, last = bounds_of(figure, "whole"), len(found)
    effect(cells, last, 0, units, whole)
    for column in (1, 2):
        cells.is_words(last, column, "-")
    bar(cells, report, last, bars[last], units, whole)
    is_near = lambda a, b: abs(a - b) <= 1e-9 * max(1.0, abs(whole.mean)) or math.isnan(a)
    if not is_near(math.fsum(row["shapley"] for row in found), whole.mean):
        cells.fail("shares do not add up to the whole")
    if not is_near(whole.mean - math.fsum(row["alone"] for row in found), figure["together"]):
        cells.fail("what parts make together is not the rest")
    if answer.json:
        of_runs = whole_of_runs(report, answer, kpi, answer.json["replications_each"])
        if of_runs and not all(is_near(*pair) for pair in ((of_runs.mean, whole.mean), (of_runs.low, whole.low),
                                                           (of_runs.high, whole.high))):
            cells.fail(f"the whole is {whole.mean}, by the runs {of_runs.mean}")


def break_even(cells, report, answer):
    rows = answer.records("break_even")
    if len(rows) != len(cells.rows):
        return cells.fail(f"{len(cells.rows)} rows, not {len(rows)}")
    for row, each in enumerate(rows):
        cells.is_words(row, 0, report.kpi_label(each["kpi"]))
        if math.isnan(each["low"]):
            cells.is_words(row, 1, WORDS["nowhere"][report.language])
        elif each["open"] == "both":
            cells.is_words(row, 1, WORDS["both"][report.language])
        else:
            values = {"low": [each["high"]], "high": [each["low"]]}.get(each["open"], [each["low"], each["high"]])
            percent = "%" in cells.cell(row, 1)["text"] and "%" not in each["unit"]
            cells.says(row, 1, "", values, scale=100.0 if percent else 1.0)
    return None


def cut(share):
    return min(max(share, 0.0), 1.0)


def shares(cells, report, answer, number):
    """Of the figures of which any assumption does more than noise."""
    of_sets = "shares" in answer.tables
    names = ("share", "low", "high", None) if of_sets else ("total", "total_low", "total_high", "first")
    rows = answer.records("shares" if of_sets else "sobol")
    figures = list(dict.fromkeys(row["kpi"] for row in rows))
    rows = [row for row in rows if row["kpi"] == figures[int(number) - 1]]
    if report.kpi_label(rows[0]["kpi"]) not in cells.table["caption"]:
        cells.fail(f"caption is not of {report.kpi_label(rows[0]['kpi'])}")
    cells.has_rows([None] * (len(rows) - 1) + [WORDS["noise"][report.language]])
    chart = report.chart(cells.table["id"] + "-chart")
    for row, each in enumerate(rows):
        share, low, high = (each[name] for name in names[:3])
        cells.has_value(row, 0, share)
        cells.says(row, 0, "1", [cut(share)])
        if row == len(rows) - 1:  # what other random numbers do alone
            cells.is_words(row, 1, "-")
            cells.is_words(row, 2, "-")
            report.compare(f"{chart['id']}, mark", [mark["at"] for mark in chart["marks"]], [100 * cut(share)],
                           report.is_as_drawn)
            continue
        cells.says(row, 1, "1", [cut(low), cut(high)])
        alone = each[names[3]] if names[3] else math.nan
        cells.has_value(row, 2, alone)
        cells.says(row, 2, "1", [alone if math.isnan(alone) else cut(alone)])
        drawn = chart["rows"][row]
        report.compare(f"{chart['id']}, {row}", [drawn[part] for part in ("low", "middle", "high")],
                       [100 * cut(value) for value in (low, share, high)], report.is_as_drawn)


def changes(cells, report, answer):
    """How much each assumption changes a figure over its range."""
    rows = answer.records("morris")
    cells.has_rows([WORDS["noise"][report.language] if row["path"] == "noise" else None for row in rows])
    for row, each in enumerate(rows):
        bounds = bounds_of(each, "mu_star", "mu_star_low", "mu_star_high")
        cells.is_words(row, 0, report.kpi_label(each["kpi"]))
        cells.value(row, 1, each["units"], bounds.mean, bounds.half)
        cells.says(row, 2, each["units"], [bounds.low, bounds.high],
                   scale=scale_of(each["units"], cells.cell(row, 1)["text"]), noise=bounds.half)
