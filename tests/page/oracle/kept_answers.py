"""Saved answers of `choose`, `calibrate` and `compare`."""
import math
from pathlib import Path

from answers import bar
from cells import scale_of
from changes import span, verdict_words
from estimators import Interval, interval, quantile
from sure import USE

WORDS = {
    "Unchanged": {"en": "Unchanged", "nl": "Doorgaan zoals nu"},
    "nothing": {"en": "nothing", "nl": "niets"},
    "during": {"en": "during", "nl": "tijdens"},
    "after": {"en": "after", "nl": "erna"},
    "none": {"en": "all", "nl": "alle"},
}


def plans(cells, report, answer, number):
    """The plans by one key figure, over states of the world."""
    rows = answer.records("plans")
    kpi = list(dict.fromkeys(row["kpi"] for row in rows))[int(number) - 1]
    rows = [row for row in rows if row["kpi"] == kpi]
    if report.kpi_label(kpi) not in cells.table["caption"]:
        cells.fail(f"caption is not of {report.kpi_label(kpi)}")
    cells.has_rows([report.option_name(row["plan"]) for row in rows])
    bars = report.chart(cells.table["id"] + "-chart")["rows"]
    for row, each in enumerate(rows):
        units, mean = each["units"], Interval(each["mean"], each["low"], each["high"])
        cells.value(row, 0, units, mean.mean, mean.half)
        scale = scale_of(units, cells.cell(row, 0)["text"])
        cells.says(row, 1, units, [mean.low, mean.high], scale=scale)
        for column, name in ((2, "worst_tenth"), (3, "best_tenth")):
            cells.value(row, column, units, each[name], mean.half)
        for column, name in ((4, "regret_mean"), (5, "regret_max")):
            cells.has_value(row, column, each[name])
            cells.says(row, column, units, [max(each[name], 0.0)], noise=mean.half)
        for column, name in ((6, "met_share"), (7, "open_share")):
            cells.value(row, column, "1", each[name], 0.01)
        ends = sorted((each["worst_tenth"], each["best_tenth"]))
        bar(cells, report, row, bars[row], units, Interval(mean.mean, *ends))


def calibration_targets(cells, report, answer):
    """What the sets make of each target, counted again from their means."""
    sets, rows = answer.records("sets"), answer.records("targets")
    cells.has_rows([report.kpi_label(row["kpi"]) for row in rows])
    for row, each in enumerate(rows):
        units, means = each["units"], [one[each["kpi"]] for one in sets]
        most = 1.0 if units == "1" else math.inf
        cells.is_words(row, 0, USE[each["use"]][report.language])
        cells.says(row, 1, units, [each["low"], min(each["high"], most)])
        cells.says(row, 2, units, [max(quantile(means, 0.1), 0.0), min(quantile(means, 0.9), most)])
        met = sum(each["low"] <= mean <= each["high"] for mean in means)
        cells.has_value(row, 3, met)
        cells.says(row, 3, "", [met, len(sets)])


def waves(cells, report, answer):
    rows = answer.records("waves")
    cells.has_rows([str(row + 1) for row in range(len(rows))])
    for row, each in enumerate(rows):
        cells.value(row, 0, "", each["points"])
        left = each["share"]
        cells.has_value(row, 1, left)
        if left >= 0.005:
            cells.says(row, 1, "1", [min(left, 1.0)])
        elif left > 0:
            one_in = 10 ** (round(-10 * math.log10(left)) / 10)  # to tenths of a power of ten
            cells.says(row, 1, "", [1, one_in])
        else:
            cells.is_words(row, 1, WORDS["nothing"][report.language])


class Kept:
    """A difference as the file has it, for whoever puts it in words."""

    def __init__(self, row):
        self.difference = Interval(row["difference"], row["low"], row["high"])
        self.is_effect = row["low"] > 0 or row["high"] < 0
        self.verdict = lambda smallest: row["verdict"]


def years_of(report, variant, phase):
    if phase == "none":
        return None
    during, after, _ = report.spans(variant)
    return during if phase == "during" else after


def verdicts(cells, report, answer):
    """Of every verdict, also that the results of the report lead to it."""
    rows = [row for row in answer.records("differences") if row["verdict"] != "none"]
    cells.has_rows([report.kpi_label(row["kpi"]) for row in rows])
    files = [Path(result.path).stem for result in report.results]
    for row, each in enumerate(rows):
        stem = Path(each["variant"]).stem
        cells.is_words(row, 0, stem)
        cells.is_words(row, 1, WORDS[each["phase"]][report.language])
        kpi, kept = report.kpi(each["kpi"]), Kept(each)
        span(cells, row, 2, kpi["units"], kept.difference, report.language)
        size = cells.cell(row, 3)["text"]
        size = size[size.find("minder dan " if report.language == "nl" else "less than "):].rstrip(")")
        size = size.removeprefix("minder dan ").removeprefix("less than ")
        words = verdict_words(kpi, kept, each["smallest_relevant"], size, report.language)
        cells.is_words(row, 3, words)
        if each["verdict"] == "negligible":
            told = cells.numbers(size, kpi["units"])
            scale = scale_of(kpi["units"], size)
            if len(told) != 1 or not told[0].is_near(each["smallest_relevant"] * scale, kept.difference.half * scale):
                cells.wrong(row, 3, f"`{size}` for {each['smallest_relevant'] * scale}")
        if stem in files[1:]:
            by_runs(cells, report, row, each, files.index(stem), int(answer.attributes["statements"]))


def over(cells, report, answer):
    """What becomes of the differences when the assumptions vary."""
    rows = answer.records("over")
    cells.has_rows([report.kpi_label(row["kpi"]) for row in rows])
    for row, each in enumerate(rows):
        units, half = report.kpi(each["kpi"])["units"], (each["high"] - each["low"]) / 2
        cells.is_words(row, 0, Path(each["variant"]).stem)
        cells.value(row, 1, "", each["points"])
        cells.value(row, 2, units, each["p50"], (each["p90"] - each["p10"]) / 2)
        cells.says(row, 3, units, [each["p10"], each["p90"]])
        cells.value(row, 4, units, half, (each["p90"] - each["p10"]) / 2)
        cells.has_value(row, 5, each["noise_share"])
        cells.says(row, 5, "1", [min(each["noise_share"], 1.0)])


def by_runs(cells, report, row, each, variant, statements):
    paired = report.paired(variant, each["kpi"], years_of(report, variant, each["phase"]), statements)
    bounds = paired.difference
    room = 1e-9 * max(abs(bounds.low), abs(bounds.high), 1e-6)
    for name, value in (("difference", bounds.mean), ("low", bounds.low), ("high", bounds.high)):
        if abs(each[name] - value) > room:
            cells.wrong(row, 2, f"{name} is {each[name]}, by the runs {value}")
    if paired.verdict(each["smallest_relevant"]) != each["verdict"]:
        cells.wrong(row, 3, f"by the runs {paired.verdict(each['smallest_relevant'])}")
