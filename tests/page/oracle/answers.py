"""Saved answers of `seek` and `bottlenecks`, and the capacity that was found on page one."""
import math

from cells import scale_of
from estimators import Interval

STANDING = {"meets": {"en": "meets it", "nl": "haalt het"}, "near": {"en": "just about", "nl": "net aan"},
            "misses": {"en": "misses it", "nl": "haalt het niet"}, "open": {"en": "not known", "nl": "niet bekend"}}


def capacity(cells, report, answer):
    for row, knob in enumerate(answer.records("knobs")):
        for column, name in ((0, "now"), (1, "answer")):
            cells.value(row, column, "", knob[name])
        if knob["answer_low"] < knob["answer"]:
            cells.value(row, 2, "", knob["answer_low"])
        else:
            cells.is_words(row, 2, "-")


def targets(cells, report, answer):
    row = 0
    for row, found in enumerate(answer.records("constraints"), start=1):
        units, noise = found["units"], (found["high"] - found["low"]) / 2
        if cells.rows[row - 1]["header"] != report.kpi_label(found["kpi"]):
            cells.wrong(row - 1, 0, f"not {report.kpi_label(found['kpi'])}")
        cells.value(row - 1, 0, units, found["target"])
        cells.value(row - 1, 1, units, found["mean"], noise)
        scale = scale_of(units, cells.cell(row - 1, 1)["text"])
        cells.says(row - 1, 2, units, [found["low"], found["high"]], scale=scale)
        cells.says(row - 1, 3, units, [found["p10"], found["p90"]], scale=scale)
    chance = answer.records("chance")[0]
    if math.isnan(chance["asked"]):
        cells.is_words(row, 0, "-")
    else:
        cells.value(row, 0, "1", chance["asked"])
    cells.value(row, 1, "1", chance["met"], 0.01)
    cells.says(row, 2, "1", [chance["met_low"], chance["met_high"]])
    cells.is_words(row, 3, "-")


def tried(cells, report, answer):
    kpi, units = (answer.tables["constraints"][column][0] for column in ("kpi", "units"))
    found = answer.records("tried")
    if len(found) != len(cells.rows):
        return cells.fail(f"{len(cells.rows)} rows, not {len(found)}")
    bars = report.chart(cells.table["id"] + "-chart")["rows"]
    for row, each in enumerate(found):
        bounds = Interval(each[kpi], each[kpi + "_low"], each[kpi + "_high"])
        cells.value(row, 0, units, bounds.mean, bounds.half)
        most = 1.0 if units == "1" else math.inf
        cells.says(row, 1, units, [max(bounds.low, 0.0), min(bounds.high, most)])
        cells.is_words(row, 2, STANDING[each["verdict"]][report.language])
        cells.value(row, 3, "", each["replications"])
        bar(cells, report, row, bars[row], units, bounds)
    return None


def bar(cells, report, row, drawn, units, bounds):
    """Drawn as people read it: days as weeks, shares of a hundred."""
    scale = {"day": 1 / 7, "1": 100.0}.get(units, 1.0)
    for part, value in (("low", bounds.low), ("middle", bounds.mean), ("high", bounds.high)):
        if abs(drawn[part] - value * scale) > 6e-6 * max(abs(value * scale), 1e-6):
            report.problems.append(f"{cells.table['id']}-chart, {row}, {part}: {drawn[part]}, not {value * scale}")


def bottlenecks(cells, report, answer):
    found = answer.records("bottlenecks")
    cells.has_rows([report.base.node_label(each["node"], report.language) for each in found])
    bars = report.chart(cells.table["id"] + "-chart")["rows"]
    for row, each in enumerate(found):
        units = report.kpi(each["kpi"])["units"]
        bounds = Interval(each["difference"], each["low"], each["high"])
        ranks = [each["rank_low"]] if each["rank_low"] == each["rank_high"] else [each["rank_low"], each["rank_high"]]
        cells.says(row, 0, "", ranks)
        cells.value(row, 1, "", each["step"])
        cells.value(row, 2, units, bounds.mean, bounds.half)
        cells.says(row, 3, units, [bounds.low, bounds.high], scale=scale_of(units, cells.cell(row, 2)["text"]))
        if each["euro_per_year"] > 0:
            cells.value(row, 4, "EUR/year", each["euro_per_year"])
        else:
            cells.is_words(row, 4, "-")
        cells.value(row, 5, "EUR/year", each["bill_difference"], (each["bill_high"] - each["bill_low"]) / 2)
        if math.isnan(each["per_100k_euro"]):
            cells.is_words(row, 6, "-")
        else:
            cells.value(row, 6, units, each["per_100k_euro"], (each["per_100k_euro_high"] - each["per_100k_euro_low"]) / 2)
        bar(cells, report, row, bars[row], units, bounds)


def found_on_page_one(cells, report, answer, column, figures, now, funders):
    """The last column: of the figures, what `seek` kept; places; what each funder pays then.
    @param now      the sum of places, in the row behind the figures
    @param funders  (row, funders) of each row of costs"""
    kept = {each["kpi"]: each for each in answer.records("constraints")}
    paid = {each["funder"]: each["then"] for each in answer.records("funders")}
    for row, name in enumerate(figures):
        if name not in kept:
            cells.is_words(row, column, "-")
            continue
        found = kept[name]
        cells.has_value(row, column, found["mean"])
        cells.says(row, column, report.kpi(name)["units"], [found["mean"], found["p10"], found["p90"]], [found["mean"]])
    row = len(figures)
    more = math.fsum(knob["answer"] - knob["now"] for knob in answer.records("knobs"))
    cells.has_value(row, column, now + more)
    cells.says(row, column, "place", [now + more, more], [now + more], text=cells.cell(row, column)["text"])
    for row, names in funders:
        cells.value(row, column, "EUR/year", math.fsum(paid.get(name, 0.0) for name in names or paid))
