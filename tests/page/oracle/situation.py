"""Tables of where it hurts, of waiting and dropout, and of the years."""
import math

from cells import scale_of
from estimators import Interval, Paired, interval, moments_interval, quantile, rank_ranges
from result import quantity

YES = {"en": "yes", "nl": "ja"}
NO = {"en": "no", "nl": "nee"}
WORDS = {
    "unlimited": {"en": "unlimited", "nl": "onbeperkt"},
    "cannot tell": {"en": "we cannot tell yet", "nl": "dat weten we nog niet"},
    "higher": {"en": "higher", "nl": "hoger"},
    "lower": {"en": "lower", "nl": "lager"},
    "places": {"en": "Places in all", "nl": "Plaatsen, in totaal"},
    "to": {"en": "{} to {}", "nl": "{} tot {}"},
}


def cut_off(units, bounds):
    return Interval(bounds.mean, max(bounds.low, 0.0), min(bounds.high, 1.0) if units == "1" else bounds.high,
                    bounds.count)


def lists(report):
    """Desks and arrangements, the longest list first: id, values of the mean list, rank."""
    base = report.base
    samples = [base.figure(f"{node}.waiting_mean") for node in base.listed()]
    all_lists = list(zip(base.listed(), samples, rank_ranges(samples)))
    return sorted(all_lists, key=lambda each: -interval(each[1]).mean)


def rank_text(rank, language):
    if rank is None:
        return "-"
    return str(rank[0]) if rank[0] == rank[1] else WORDS["to"][language].format(*rank)


def waiting_lists_table(cells, report):
    used = [each for each in lists(report) if interval(each[1]).mean > 0][:12]
    cells.has_rows([report.base.node_label(node, report.language) for node, _, _ in used])
    for row, (_, values, _) in enumerate(used):
        shown = cut_off("youth", interval(values))
        for column, value in enumerate((shown.mean, shown.low, shown.high)):
            cells.value(row, column, "youth", value, interval(values).half)


def node_figures(cells, report, ordered, columns, first):
    """Columns from `first` on are figures of desks and arrangements."""
    base = report.base
    heads = [report.kpi(f"{ordered[0]}.{column}") for column in columns]
    for i, head in enumerate(heads):
        label = cells.table["columns"][first + i]["label"]
        if label != head["label"][report.language]:
            cells.fail(f"column {label}, not {head['label'][report.language]}")
    for row, node in enumerate(ordered):
        for i, column in enumerate(columns):
            bounds = interval(base.figure(f"{node}.{column}"))
            if column == "places_mean" and bounds.mean < 0:
                cells.is_words(row, first + i, WORDS["unlimited"][report.language])
            elif column == "entered_per_year" and report.privacy.hides_anything:
                cells.value(row, first + i, "youth/year", report.privacy.flow(bounds.mean, base.years))
            else:
                cells.noise(row, first + i, heads[i]["units"], bounds)


def desks_and_arrangements(cells, report):
    ordered = lists(report)
    cells.has_rows([report.base.node_label(node, report.language) for node, _, _ in ordered])
    node_figures(cells, report, [node for node, _, _ in ordered],
                 ["waiting_mean", "entered_within_10w", "wait_p50", "wait_p90", "entered_per_year", "places_mean",
                  "utilisation", "blocked_mean"], 2)
    for row, (node, _, rank) in enumerate(ordered):
        cells.is_words(row, 0, rank_text(rank, report.language))
        met = [is_met(report.base, name, target) for name, target in report.base.scenario.get("targets", {}).items()
               if name.rpartition(".")[0] == node]
        known = [each for each in met if each is not None]
        cells.is_words(row, 1, (YES if all(known) else NO)[report.language] if known else "-")


def is_met(result, name, target):
    """Whether the mean lies where the target says; None without data."""
    mean = interval(result.figure(name)).mean
    low, high = target_bounds(target)
    return None if math.isnan(mean) else low <= mean <= high


def target_bounds(target):
    if "range" in target:
        low, high = map(quantity, target["range"])
        return low, high
    value, off = quantity(target["value"]), quantity(target["tolerance"])
    return value - off * abs(value), value + off * abs(value)


def waits(cells, report):
    used = [node for node, values, _ in lists(report) if interval(values).mean > 0]
    cells.has_rows([report.base.node_label(node, report.language) for node in used])
    columns = ["entered_within_6w", "wait_mean", "wait_p50", "wait_p90", "so_far_p50", "so_far_p90",
               "calendar_wait_mean"]
    node_figures(cells, report, used, columns, 0)
    for row, node in enumerate(used):
        cells.noise(row, len(columns), "1", incidence(report.base, "incidence", "left_list", 52, node))


def incidence(result, table, end, week, node=None):
    """Of that week, with Student's bounds as far as a share can be."""
    where = {"day": 7.0 * week} if node is None else {"day": 7.0 * week, "node": node}
    found = result.rows(table, **where)
    if not found:
        return Interval(math.nan, math.nan, math.nan, 0)
    count, mean, m2 = (result.tables[table][f"{end}_{part}"][found[0]] for part in ("n", "mean", "m2"))
    return cut_off("1", moments_interval(count, mean, m2))


def placements(report):
    """Arrangements with limited places of which anybody asked, the fewest placed within 6 weeks first."""
    base = report.base
    entered = [(node, incidence(base, "incidence", "entered", 6, node)) for node in base.nodes
               if base.kinds[node] == "arrangement" and base.has_limited_places(node)]
    return [node for node, share in sorted(entered, key=lambda each: each[1].mean) if not math.isnan(share.mean)]


def curve_table(cells, table, columns, result):
    for row, each in enumerate(cells.rows):
        week = int(each["header"])
        for column, (node, end) in enumerate(columns):
            share = incidence(result, table, end, week, node)
            cells.has_value(row, column, share.mean)
            cells.says(row, column, "1", [share.mean, share.low, share.high], [share.mean])


def waiting_table(cells, report):
    nodes = placements(report)[:8]
    cells.has_columns([report.base.node_label(node, report.language) for node in nodes])
    curve_table(cells, "incidence", [(node, "entered") for node in nodes], report.base)


def dropout_table(cells, report):
    curve_table(cells, "dropout", [(None, end) for end in ("dropout", "placed", "left")], report.base)


def legal_terms(cells, report):
    base = report.base
    clocks = [name for name in base.names["clocks"]["clock"] if name != "none"]
    cells.has_rows([base.label("clocks", clock, report.language) for clock in clocks])
    for row, clock in enumerate(clocks):
        started = [value / base.years for value in base.figure(f"clock.{clock}.started")]
        cells.noise(row, 0, "youth/year", interval(started))
        for column, (figure, units) in enumerate((("breached_share", "1"), ("days_mean", "day"), ("days_p90", "day"))):
            cells.noise(row, column + 1, units, interval(base.figure(f"clock.{clock}.{figure}")))


def groups_table(cells, report):
    """Figures of the groups of one attribute; those of whom anybody came."""
    base, language = report.base, report.language
    attribute = next((name for name in report.attributes() if "groups-" + name.replace("_", "-") == cells.table["id"]), None)
    groups = [group for group in base.names["groups"]["group"]
              if group.split(".")[0] == attribute and math.fsum(base.values("groups", "arrived", group=group)) > 0]
    if len(groups) != len(cells.rows):
        return cells.fail(f"{len(cells.rows)} rows, not those of {groups}")
    columns = ["arrived"] + [name for name, _ in report.headline()
                             if name != "arrived" and name in base.tables["groups"]]
    for column, name in enumerate(columns):
        head = report.kpi(name)
        if cells.table["columns"][column]["label"] != head["label"][language]:
            cells.fail(f"column {column} is not {head['label'][language]}")
        for row, group in enumerate(groups):
            cells.noise(row, column, head["units"], interval(base.values("groups", name, group=group)))
    for row, group in enumerate(groups):
        label = report.value_label(group)
        if label is not None and cells.rows[row]["header"] != label:
            cells.wrong(row, 0, f"not {label}")
        waited = base.values("groups_waiting", "wait_mean", group=group, node="none")
        cells.noise(row, len(columns), "day", interval(waited))
    return None


def years_figures(report):
    return [name for name, _ in report.headline() if "@" not in name]


def of_year(report, name, year):
    """No data in a year of which nothing may be told."""
    values = report.base.figure(name, year)
    return [math.nan] * len(values) if report.privacy.hides_year(name.rpartition(".")[0], year) else values


def years_means(cells, report):
    figures = years_figures(report)
    cells.has_columns([report.kpi_label(name) for name in figures])
    cells.has_rows([report.base.year_name(year) for year in range(report.base.years)])
    for year in range(report.base.years):
        for column, name in enumerate(figures):
            cells.noise(year, column, report.kpi(name)["units"], interval(of_year(report, name, year)))


def years_spread(cells, report):
    figures = [name for name in years_figures(report) if "." not in name]
    cells.has_columns([report.kpi_label(name) for name in figures])
    cells.has_rows([report.base.year_name(year) for year in range(report.base.years)])
    for year in range(report.base.years):
        for column, name in enumerate(figures):
            values = report.base.figure(name, year)
            cells.says(year, column, report.kpi(name)["units"], [quantile(values, 0.1), quantile(values, 0.9)])


def years_trends(cells, report):
    figures, base = years_figures(report), report.base
    cells.has_columns([base.year_name(0), base.year_name(base.years - 1), cells.table["columns"][2]["label"]])
    statements = len(figures) + 1
    figures = figures + ([] if "arrived" in figures or report.privacy.hides_anything else ["arrived"])
    cells.has_rows([report.kpi_label(name) for name in figures])
    for row, name in enumerate(figures):
        units = report.kpi(name)["units"]
        first, last = of_year(report, name, 0), of_year(report, name, base.years - 1)
        cells.noise(row, 0, units, interval(first))
        cells.noise(row, 1, units, interval(last))
        paired = Paired(first, last, statements)
        cells.has_value(row, 2, paired.difference.mean)
        trend(cells, row, units, paired, report.language)


def trend(cells, row, units, paired, language):
    if not paired.is_effect:
        return cells.is_words(row, 2, WORDS["cannot tell"][language])
    text, bounds = cells.cell(row, 2)["text"], paired.difference
    higher = bounds.mean > 0
    if WORDS["higher" if higher else "lower"][language] not in text:
        cells.wrong(row, 2, f"`{text}` for {bounds.low} to {bounds.high}")
    least, most = (bounds.low, bounds.high) if higher else (-bounds.high, -bounds.low)
    if len(cells.numbers(text, units)) == 1:  # "up to 11 lower": the least rounds to nothing, or to the most
        told = cells.numbers(text, units)[0]
        if not (told.is_near(least * scale_of(units, text)) or least * scale_of(units, text) <= told.off):
            cells.wrong(row, 2, f"`{text}` leaves out {least}")
        return cells.says(row, 2, units, [most])
    return cells.says(row, 2, units, [least, most])
