"""The map, the weeks of a census, and their tables."""
import math

from estimators import interval, quantile

DAYS_BETWEEN_ROWS = 91


def mean_by_year(result, table, column, years, **where):
    """The whole period first; NaN where there is no data."""
    return [interval(result.values(table, column, year=year, **where)).mean for year in range(-1, years)]


def flows(result, years):
    """Youths a year, by (from, to): all years first."""
    found = {}
    table = result.tables["flows"]
    for start, end, year, youths in zip(table["from"], table["to"], table["year"], table["youths"]):
        if 0 <= year < years:
            by_year = found.setdefault((start, end), [0.0] * (years + 1))
            by_year[1 + year] += youths / result.replications
            by_year[0] += youths / result.replications / years
    return found


def is_as_drawn(shown, truth):
    """Charts keep six digits, lines over time three."""
    if shown is None or truth is None or math.isnan(truth):
        return shown is None and (truth is None or math.isnan(truth))
    return abs(shown - truth) <= 6e-6 * max(abs(truth), 1e-6)


def is_near_drawn(shown, truth):
    if shown is None or math.isnan(truth):
        return shown is None and math.isnan(truth)
    unit = 100 if abs(truth) < 9.99 else 10 if abs(truth) < 99.9 else 1
    return abs(shown - truth) <= 0.5 / unit * (1 + 1e-6)


def map_table(cells, report, variant):
    """Every row is a line or a box of the map in one of the results, by year."""
    chart, result = report.chart("map"), report.results[variant]
    years = report.base.years
    if [column["label"] for column in cells.table["columns"]][1:] != [report.base.year_name(year) for year in range(years)]:
        cells.fail("years")
    labels = [node["label"] for node in chart["nodes"]]
    known = flows(result, years)
    row = 0
    for node in chart["nodes"]:
        for part, column, units in (("load", "utilisation", "1"), ("waiting", "waiting_mean", "youth")):
            truth = mean_by_year(result, "use", column, years, node=node["id"], unit=-1)
            truth = report.privacy.without_hidden_years(node["id"], truth)
            report.compare(f"map, {node['id']}, {part}, {variant}", node[part][variant], truth, is_as_drawn)
            row = _row(cells, row, [node["label"]], units, truth)
    for flow in chart["flows"]:
        way = tuple(chart["nodes"][flow[end]]["id"] for end in ("from", "to"))
        truth = report.privacy.flows(known.get(way, [0.0] * (years + 1)))
        report.compare(f"map, {way}, {variant}", flow["youths"][variant], truth, is_as_drawn)
        row = _row(cells, row, [labels[flow["from"]], labels[flow["to"]]], "youth/year", truth)
    if row != len(cells.rows):
        cells.fail(f"{len(cells.rows)} rows, not {row}")


def _row(cells, row, names, units, truth):
    """Checks a row unless it is left out, having no data. @return the next"""
    if all(math.isnan(value) for value in truth):
        return row
    if row >= len(cells.rows) or not all(name in cells.rows[row]["header"] for name in names):
        cells.fail(f"row {row} is not that of {names}")
        return row + 1
    for column, value in enumerate(truth):
        cells.value(row, column, units, value)
    return row + 1


class Census:
    """Counts of a week, one a replication."""

    def __init__(self, result, privacy):
        self.result, self.privacy = result, privacy

    def of_line(self, panel, what, week):
        if what != "places" and self.privacy.hides_day(panel, 7 * week):
            return [math.nan] * self.result.replications
        if panel == "absent":
            return self.result.values("census_absent", what, week=week)
        return self.result.values("census", what, week=week, node=panel)


def line_parts(panel, line):
    """Panel, column of the census and number of the variant, from "oza-waiting-1"."""
    what = line["id"][len(panel["id"]) + 1:]
    return (what.rsplit("-", 1)[0] if line["variant"] else what), line["variant"]


def years_chart(report):
    """Every line of every panel, also those that only the script draws."""
    chart = report.chart("years")
    censuses = [Census(result, report.privacy) for result in report.results]
    for panel in chart["panels"]:
        for line in panel["lines"]:
            what, variant = line_parts(panel, line)
            for i, day in enumerate(chart["days"]):
                values = censuses[variant].of_line(panel["id"], what, round(day / 7))
                bounds = interval(values)
                shown = {"mean": bounds.mean}
                if line["p10"]:
                    shown.update(p10=quantile(values, 0.1), p90=quantile(values, 0.9),
                                 noise_low=max(bounds.low, 0.0) if bounds.count else math.nan, noise_high=bounds.high,
                                 one_future=values[0])
                for part, truth in shown.items():
                    report.compare(f"years, {line['id']}, day {day}, {part}", [line[part][i]], [truth], is_near_drawn)


def years_table(cells, report):
    """Every 13th week of the lines of a panel."""
    chart = report.chart("years")
    panels = report.panels_of(cells.table["id"], chart)
    lines = [(panel, line) for panel in panels for line in panel["lines"]]
    if len(lines) != len(cells.table["columns"]):
        return cells.fail(f"{len(cells.table['columns'])} columns for {len(lines)} lines")
    days = [day for day in chart["days"] if day % DAYS_BETWEEN_ROWS == 0]
    if len(days) != len(cells.rows):
        return cells.fail(f"{len(cells.rows)} rows for {len(days)} days")
    censuses = [Census(result, report.privacy) for result in report.results]
    for column, (panel, line) in enumerate(lines):
        what, variant = line_parts(panel, line)
        units = "place" if line["role"] == "capacity" else "youth"
        for row, day in enumerate(days):
            if not cells.rows[row]["header"].startswith(report.day_and_month(day)):
                cells.wrong(row, column, f"not {report.day_and_month(day)}")
            values = censuses[variant].of_line(panel["id"], what, round(day / 7))
            bounds = interval(values)
            cells.has_value(row, column, bounds.mean)
            spread = [quantile(values, 0.1), quantile(values, 0.9)]
            if variant == 0 and line["role"] == "outcome" and len(values) > 1:
                spreads(cells, row, column, units, bounds, spread)
            else:
                cells.says(row, column, units, [bounds.mean])
    return None


def spreads(cells, row, column, units, bounds, spread):
    """"50 +- 1 (40 to 62)": what is left out would not show."""
    text = cells.cell(row, column)["text"]
    told = cells.numbers(text, units)
    if bounds.count == 0 or not told:  # not shown
        return cells.says(row, column, units, [bounds.mean])
    if len(told) in (1, 2):  # no brackets
        if spread[1] - spread[0] > 2 * told[0].off * (1 + 1e-6):
            cells.wrong(row, column, f"`{text}` leaves out {spread}")
        return cells.says(row, column, units, [bounds.mean, bounds.half], [bounds.mean])
    noise = [bounds.half] if len(told) == 4 else []
    if not noise and bounds.half > told[0].off * (1 + 1e-6):
        cells.wrong(row, column, f"`{text}` leaves out {bounds.half}")
    return cells.says(row, column, units, [bounds.mean, *noise, *spread])
