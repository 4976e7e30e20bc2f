"""How sure it is, what is between the points of a sweep, and where a report comes from."""
import json
import math
import re
from pathlib import Path

from cells import scale_of
from estimators import interval, quantile
from records import LEFT_OUT
from result import Result
from situation import NO, YES, target_bounds

BASIS = {"measured": {"en": "measured", "nl": "gemeten"}, "derived": {"en": "derived", "nl": "afgeleid"},
         "assumed": {"en": "assumed", "nl": "aangenomen"}}
USE = {"tune": {"en": "tuned on", "nl": "hierop geijkt"}, "check": {"en": "kept to check", "nl": "ter controle"}}


def targets(cells, report):
    said = report.base.scenario["targets"]
    cells.has_rows([report.kpi_label(name) for name in said])
    for row, (name, target) in enumerate(said.items()):
        values, units = report.base.figure(name), report.kpi(name)["units"]
        bounds = interval(values)
        low, high = target_bounds(target)
        cells.value(row, 0, units, bounds.mean, bounds.half)
        cells.says(row, 1, units, [bounds.low, bounds.high])
        cells.says(row, 2, units, [low, high])
        cells.is_words(row, 3, (YES if low <= bounds.mean <= high else NO)[report.language])
        cells.value(row, 4, "1", interval([low <= value <= high for value in values]).mean)
        cells.is_words(row, 5, USE[target["use"]][report.language])
        cells.is_words(row, 6, BASIS[target["basis"]][report.language])


def evidence(cells, report):
    said = report.base.scenario["evidence"].values()
    for row, basis in enumerate(BASIS):
        cells.is_header(row, BASIS[basis][report.language])
        of_basis = [each for each in said if each["basis"] == basis]
        cells.value(row, 0, "", len(of_basis))
        cells.value(row, 1, "", sum("range" in each for each in of_basis))
    # What has no evidence takes the program's own list of fields to tell.
    cells.value(3, 0, "", float(cells.cell(3, 0)["text"]))
    cells.is_words(3, 1, "-")


def with_range(report):
    return [(path, each) for path, each in report.base.scenario["evidence"].items() if "range" in each]


def ranges(cells, report):
    """"2% per month to 9% per month, middle 3% per month"."""
    said = with_range(report)
    if len(said) != len(cells.rows):
        return cells.fail(f"{len(cells.rows)} rows, not {len(said)}")
    for row, (path, each) in enumerate(said):
        cells.is_words(row, 0, BASIS[each["basis"]][report.language])
        if report.privacy.hides_parameter(path):
            cells.is_words(row, 1, LEFT_OUT)
        else:
            range_words(cells, row, 1, each["range"])
    return None


def range_words(cells, row, column, said):
    low, *middle, high = said
    written(cells, row, column, [low, high, *middle])


def written(cells, row, column, said):
    """The numbers of the scenario stand in the text, as they were written, or in percent."""
    text = cells.cell(row, column)["text"]
    plain = [float(found[0]) for found in (re.match(r"-?[\d.]+", str(value)) for value in said) if found]
    percent = "%" in text and not any("%" in str(value) for value in said)
    cells.says(row, column, "", plain, scale=100.0 if percent else 1.0)


def evidence_sources(cells, report):
    said = report.base.scenario["evidence"]
    cells.has_rows(list(said))
    for row, (path, each) in enumerate(said.items()):
        cells.is_words(row, 0, BASIS[each["basis"]][report.language])
        cells.is_words(row, 1, each.get("source", "-"))
        told = [value if isinstance(value, str) else f"{value:g}" for value in each.get("range", [])]
        cells.is_words(row, 2, LEFT_OUT if told and report.privacy.hides_parameter(path) else " - ".join(told) or "-")


def results(cells, report):
    for row, result in enumerate(report.results):
        facts = result.attributes
        cells.is_words(row, 0, Path(result.path).name)
        cells.is_words(row, 1, facts["program_version"])
        commit, dirty, _ = facts["git_commit"].partition("-dirty")
        cells.is_words(row, 2, commit[:12] + dirty)
        for column, value in ((3, result.replications), (4, int(facts["seed"]))):
            cells.has_value(row, column, value)
            cells.says(row, column, "", [value])


class Sweep:
    """A sweep's folder: its points, and what emulators say of themselves."""

    def __init__(self, folder):
        file = Result(Path(folder) / "result.h5")
        self.design, self.estimates = file.tables["design"], file.tables["estimates"]
        self.replications = file.tables["replications"]
        self.knobs = [name for name in self.design if name != "point"]
        self.emulators = {path.stem: json.loads(path.read_text()) for path in Path(folder).glob("emulators/*.json")}

    def values(self, point, kpi):
        return [value for at, value in zip(self.replications["point"], self.replications[kpi]) if at == point]


def slider_points(cells, report):
    """Noise and futures of each point, from its replications."""
    sweep, figures = report.sweep, report.slider_figures()
    for row, point in enumerate(sweep.design["point"][: len(cells.rows)]):
        cells.is_header(row, str(point + 1))
        for column, knob in enumerate(sweep.knobs):
            cells.value(row, column, "", sweep.design[knob][row])
        for i, kpi in enumerate(figures):
            column, units = len(sweep.knobs) + 3 * i, report.kpi(kpi)["units"]
            values = sweep.values(point, kpi)
            bounds, spread = interval(values), (quantile(values, 0.1), quantile(values, 0.9))
            cells.value(row, column, units, bounds.mean, bounds.half)
            most = 1.0 if units == "1" else math.inf
            cells.says(row, column + 1, units, [max(bounds.low, 0.0), min(bounds.high, most)])
            cells.says(row, column + 2, units, [*spread])


def slider_tests(cells, report):
    """What the test of an emulator found, counted again from the points that it kept."""
    labels = {report.kpi_label(kpi): kpi for kpi in report.sweep.emulators}
    for row, each in enumerate(cells.rows):
        kpi = labels[each["header"]]
        emulator = report.sweep.emulators[kpi]
        fresh = emulator["check"]["fresh"]
        agree = sum(each["agrees"] for each in fresh)
        error = math.sqrt(math.fsum((each["simulated"] - each["mean"]) ** 2 for each in fresh) / len(fresh))
        for column, value in ((0, len(fresh)), (1, agree), (2, emulator["check"]["needed"])):
            cells.value(row, column, "", value)
        cells.value(row, 3, report.kpi(kpi)["units"], error)
        cells.is_words(row, 4, (YES if agree >= emulator["check"]["needed"] else NO)[report.language])


def slider_effects(cells, report):
    """The settings; the figures are estimated: their text is their value, and sliders_predict.mjs compares the
    estimates with `sweep predict`."""
    sweep = report.sweep
    for row, each in enumerate(cells.rows):
        kpi = next(name for name in report.slider_figures() if report.kpi_label(name) == each["header"])
        units = report.kpi(kpi)["units"]
        ranges_ = [(factor["low"], factor["high"]) for factor in sweep.emulators[kpi]["factors"]]
        if (each["cells"][1]["value"], each["cells"][3]["value"]) not in ranges_:
            cells.wrong(row, 1, f"not of {ranges_}")
        cells.checked.add((row, 0))
        change = each["cells"][4]["value"] - each["cells"][2]["value"]
        bounds = cells.numbers(each["cells"][5]["text"], units)
        scale = scale_of(units, each["cells"][5]["text"])
        noise = (bounds[1].value - bounds[0].value) / 2 / scale
        for column, unit in ((1, ""), (2, units), (3, ""), (4, units)):
            cells.value(row, column, unit, each["cells"][column]["value"], noise)
        cells.checked.add((row, 5))
        if not bounds[0].value - bounds[0].off <= change * scale <= bounds[1].value + bounds[1].off:
            cells.wrong(row, 5, f"does not hold {change * scale}")
