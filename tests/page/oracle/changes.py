"""Page one, and what variants change."""
import math
import re

from answers import found_on_page_one
from cells import MILLIONS, NUMBER, SEPARATORS, scale_of
from estimators import Paired, interval, quantile
from result import without_article
from situation import WORDS
from sure import BASIS, range_words, written

VERDICTS = {
    "relevant": {"en": "relevant", "nl": "doet ertoe"},
    "negligible": {"en": "too small to matter (less than {})", "nl": "te klein om ertoe te doen (minder dan {})"},
    "unclear": {"en": "we cannot tell yet", "nl": "dat weten we nog niet"},
    "unclear matters": {"en": "we cannot tell yet whether it matters", "nl": "we weten nog niet of het ertoe doet"},
    "but": {"en": "{}, but {}", "nl": "{}, maar {}"},
    "better": {"en": "better", "nl": "beter"},
    "worse": {"en": "worse", "nl": "slechter"},
    "cheaper": {"en": "cheaper", "nl": "goedkoper"},
    "dearer": {"en": "dearer", "nl": "duurder"},
    "alike": {"en": "exactly alike in every replication", "nl": "precies gelijk in elke herhaling"},
}
PAGE_ONE = ["placement_days_mean", "absent_13w_mean", "dropouts_per_year"]


def direction(kpi, paired):
    """Better or worse; empty where no effect shows, or no way is preferred."""
    if kpi["better"] == "neither" or not paired.is_effect:
        return ""
    lower = paired.difference.mean < 0
    if kpi["units"].startswith("EUR"):
        return "cheaper" if lower else "dearer"
    return "better" if lower == (kpi["better"] == "lower") else "worse"


def verdict_words(kpi, paired, smallest, smallest_text, language):
    word = lambda key: VERDICTS[key][language]
    way = direction(kpi, paired)
    verdict = paired.verdict(smallest)
    if verdict == "negligible":
        return word("negligible").format(smallest_text)
    if verdict == "relevant":
        return f"{word('relevant')}, {word(way)}" if way else word("relevant")
    if not paired.is_effect:
        return word("unclear")
    return word("but").format(word(way), word("unclear matters")) if way else word("unclear matters")


def span(cells, row, column, units, bounds, language):
    """"2 to 11 lower (6 in the middle)"."""
    text = cells.cell(row, column)["text"]
    if bounds.low == 0 and bounds.high == 0:
        return cells.is_words(row, column, VERDICTS["alike"][language])
    ways = [word for word in ("lower", "higher") if WORDS[word][language] in text]
    if bounds.high <= 0:
        wanted, numbers = ["lower"], [-bounds.high, -bounds.low, -bounds.mean]
    elif bounds.low >= 0:
        wanted, numbers = ["higher"], [bounds.low, bounds.high, bounds.mean]
    else:
        wanted, numbers = ["lower", "higher"], [-bounds.low, bounds.high]
    if ways != wanted:
        cells.wrong(row, column, f"`{text}` for {bounds.low} to {bounds.high}")
    told = cells.numbers(text, units)
    if not told and len(wanted) == 2:  # "hardly lower or higher"
        cells.checked.add((row, column))
        if max(numbers) * scale_of(units, text) > max(0.5, bounds.half * scale_of(units, text)):
            cells.wrong(row, column, f"`{text}` for {bounds.low} to {bounds.high}")
        return None
    if len(told) == 1:  # bounds that round alike
        numbers = [numbers[0]] if all(told[0].is_near(each * scale_of(units, text), bounds.half) for each in numbers) else numbers
    return cells.says(row, column, units, numbers, noise=bounds.half)


def scale_beside(cells, row, column, units):
    """Bounds stand without the unit, beside a value that has it."""
    return scale_of(units, cells.cell(row, column)["text"])


def levels_and_difference(cells, row, units, paired):
    noise = paired.difference.half
    cells.value(row, 0, units, paired.base, noise)
    cells.value(row, 1, units, paired.other, noise)
    cells.value(row, 2, units, paired.difference.mean, noise)
    bounds = paired.difference
    cells.says(row, 3, units, [bounds.low, bounds.high], scale=scale_beside(cells, row, 2, units), noise=noise)


def verdicts_table(cells, report, variant, span_index):
    """Declared figures: during, after, and the mean of all years."""
    language = report.language
    years = report.spans(variant)[span_index]
    cells.has_rows([report.kpi_label(name) for name, _ in report.headline()])
    for row, (name, smallest) in enumerate(report.headline()):
        kpi = report.kpi(name)
        paired = report.paired(variant, name, years)
        units = kpi["units"]
        levels_and_difference(cells, row, units, paired)
        cells.says(row, 4, units, [paired.p10, paired.p90], scale=scale_beside(cells, row, 2, units),
                   noise=paired.difference.half)
        span(cells, row, 5, units, paired.difference, language)
        cells.says(row, 6, units, [smallest])
        cells.is_words(row, 7, verdict_words(kpi, paired, smallest, cells.cell(row, 6)["text"], language))


def exploratory(cells, report, named):
    """@param named  header, units and pairs of each row"""
    cells.has_rows([header for header, _, _ in named])
    for row, (_, units, paired) in enumerate(named):
        levels_and_difference(cells, row, units, paired)
        span(cells, row, 4, units, paired.difference, report.language)


def funders_table(cells, report, variant):
    base, other = report.base, report.results[variant]
    shared = [name for name in base.funders() if name in other.funders()]
    exploratory(cells, report, [(None if name == "none" else without_article(other.label("funders", name, report.language), report.language), "EUR/year",
                                 Paired(base.paid_by(name), other.paid_by(name))) for name in shared])


def nodes_table(cells, report, variant):
    other = report.results[variant]
    named = []
    for node in report.base.listed():
        for column in ("entered_within_10w", "wait_p50", "waiting_mean", "utilisation"):
            if node not in other.listed():
                continue
            paired = report.paired(variant, f"{node}.{column}", None, statements=1)
            if paired.is_effect:
                named.append((report.kpi_label(f"{node}.{column}"), report.kpi(f"{node}.{column}")["units"], paired))
    exploratory(cells, report, named)


def clocks_table(cells, report, variant):
    named = []
    for clock in report.base.names["clocks"]["clock"]:
        for column in ("breached_share", "days_mean", "days_p90"):
            if clock == "none" or clock not in report.results[variant].names["clocks"]["clock"]:
                continue
            name = f"clock.{clock}.{column}"
            named.append((report.kpi_label(name), report.kpi(name)["units"],
                          report.paired(variant, name, None, statements=1)))
    exploratory(cells, report, named)


def groups_of_change(cells, report, variant):
    base, other = report.base, report.results[variant]
    names = [name for name, _ in report.headline() if "." not in name and "@" not in name and name in base.tables["groups"]]
    groups = [group for group in base.names["groups"]["group"] if group != "none"]
    cells.has_columns([report.kpi_label(name) for name in names])
    if len(groups) != len(cells.rows):
        return cells.fail(f"{len(cells.rows)} rows, not {len(groups)}")
    for row, group in enumerate(groups):
        label = report.value_label(group)
        if label is not None and label not in cells.rows[row]["header"]:
            cells.wrong(row, 0, f"not {label}")
        for column, name in enumerate(names):
            paired = Paired(base.values("groups", name, group=group), other.values("groups", name, group=group))
            bounds = paired.difference
            cells.has_value(row, column, bounds.mean)
            cells.says(row, column, report.kpi(name)["units"], [bounds.mean, bounds.low, bounds.high], [bounds.mean])
    return None


def difference_table(cells, report):
    """In smallest differences that matter; the mean of all years only where nothing else is judged."""
    chart, row = report.chart("difference"), 0
    for variant in range(1, len(report.results)):
        spans = report.spans(variant)
        for years in spans[:-1] if len(spans) > 1 else spans:
            for name, smallest in report.headline():
                if row >= len(cells.rows) or not cells.rows[row]["header"].endswith(report.kpi_label(name)):
                    return cells.fail(f"row {row} is not {name} of variant {variant}")
                kpi = report.kpi(name)
                paired = report.paired(variant, name, years)
                bounds = paired.difference
                span(cells, row, 0, kpi["units"], bounds, report.language)
                cells.says(row, 1, kpi["units"], [smallest])
                cells.is_words(row, 2, verdict_words(kpi, paired, smallest, cells.cell(row, 1)["text"], report.language))
                for column, value in enumerate((bounds.low, bounds.mean, bounds.high)):
                    cells.has_value(row, 3 + column, value / smallest)
                    cells.says(row, 3 + column, "", [value / smallest])
                drawn = chart["rows"][row]
                for part, column in (("low", 3), ("middle", 4), ("high", 5)):
                    if drawn[part] != cells.cell(row, column).get("value"):
                        cells.wrong(row, column, f"drawn as {drawn[part]}")
                row += 1
    return None if row == len(cells.rows) else cells.fail(f"{len(cells.rows)} rows, not {row}")


def page_one_options(cells, report):
    base, language = report.base, report.language
    shown = report.options()
    search = report.found_capacity() if len(cells.table["columns"]) > len(shown) + 1 + (base.years > 1) + 1 else None
    targets = [each["kpi"] for each in search.records("constraints") if each["kpi"] not in PAGE_ONE] if search else []
    rows = PAGE_ONE + targets + [None, "cost_euro_per_year"]
    singles = [0, base.years - 1] if base.years > 1 else [0]
    for row, name in enumerate(rows):
        if name is None:
            places(cells, report, row, shown, singles)
            continue
        kpi = report.kpi(name)
        if cells.rows[row]["header"] != report.kpi_label(name):
            cells.wrong(row, 0, f"not {report.kpi_label(name)}")
        for column, year in enumerate(singles):
            if name in targets:
                cells.is_words(row, column, "-")
            else:
                option(cells, row, column, kpi["units"], base.figure(name, year))
        for column, variant in enumerate([0, *shown], start=len(singles)):
            option(cells, row, column, kpi["units"], report.results[variant].figure(name))
            judged = dict(report.headline()).get(name)
            if variant and judged:
                paired = report.paired(variant, name, None)
                text = cells.cell(row, column)["text"].partition(": ")[2]
                found = cells.numbers(text, kpi["units"])
                size = re.search(r"\((?:less than|minder dan) (.*)\)", text)
                words = verdict_words(kpi, paired, judged, size[1] if size else "", language)
                if text != words or not all(each.is_near(judged * scale_of(kpi["units"], text)) for each in found):
                    cells.wrong(row, column, f"`{text}`, not `{words}`")
    of_costs = [(len(rows) - 1, None)] + (funders(cells, report, len(rows), shown, singles) or [])
    for row in range(len(cells.rows)):
        same_digits(cells, row)
    if search:
        now = math.fsum(places_of(base, -1).values())
        found_on_page_one(cells, report, search, len(singles) + 1 + len(shown), PAGE_ONE + targets, now, of_costs)


def same_digits(cells, row):
    """A figure is written in as many digits in every column of page one; money is rounded to zeros."""
    texts = [each["text"].partition(": ")[0] for each in cells.rows[row]["cells"]]
    found = [NUMBER.findall(text) for text in texts if text != "-"]
    if cells.rows[row]["header"] == WORDS["places"][cells.language]:
        return
    decimal = SEPARATORS[cells.language][1]
    decimals = {len(number.rstrip(".,").partition(decimal)[2]) for numbers in found for number in numbers}
    if len(decimals) > 1 or len({any(mark in text for mark in MILLIONS) for text in texts if text != "-"}) > 1:
        cells.wrong(row, -1, f"not in the same digits: {texts}")


def option(cells, row, column, units, values):
    """"38 (31 to 46): better": the mean, and between what 8 of 10 futures lie."""
    bounds, spread = interval(values), [quantile(values, 0.1), quantile(values, 0.9)]
    cells.has_value(row, column, bounds.mean)
    text = cells.cell(row, column)["text"]
    cells.says(row, column, units, [bounds.mean, *spread], [bounds.mean], text=text.partition(": ")[0])


def places_of(result, year):
    return {node: interval(result.figure(f"{node}.places_mean", year)).mean for node in result.nodes
            if result.has_limited_places(node)}


SIGNS = {" more, ": 1, " meer, ": 1, " fewer, ": -1, " minder, ": -1}


def places(cells, report, row, shown, singles):
    """What an option has more or fewer is that of the last year, or of all years where it is undone by then."""
    for column, year in enumerate(singles):
        places_in_year = math.fsum(places_of(report.base, year).values())
        cells.has_value(row, column, places_in_year)
        cells.says(row, column, "place", [places_in_year])
    before = {year: places_of(report.base, year) for year in (singles[-1], -1)}
    for column, variant in enumerate([0, *shown], start=len(singles)):
        result = report.results[variant]
        now = places_of(result, -1)
        cells.has_value(row, column, math.fsum(now.values()))
        changes = [value - before[singles[-1]].get(node, 0.0) for node, value in places_of(result, singles[-1]).items()]
        on_average = [value - before[-1].get(node, 0.0) for node, value in now.items()]
        changes = [last if abs(last) >= 0.05 else mean for last, mean in zip(changes, on_average)]
        changes = [change for change in changes if abs(change) >= 0.05][:2]
        text = cells.cell(row, column)["text"].replace(f"({report.base.year_name(singles[-1])}: ", "(")
        cells.says(row, column, "place", [math.fsum(now.values()), *(abs(change) for change in changes)], text=text)
        told = [SIGNS[words] > 0 for words in re.findall("|".join(SIGNS), text)]
        if told != [change > 0 for change in changes]:
            cells.wrong(row, column, f"`{text}` tells which are more and which fewer otherwise")


def funders(cells, report, row, shown, singles):
    """The largest four by themselves if there are more than five, the others together."""
    results = [report.results[variant] for variant in [0, *shown]]
    names = list(dict.fromkeys(name for result in results for name in result.funders()))
    if len(names) < 2:
        names = []
    names.sort(key=lambda name: -interval(report.base.paid_by(name)).mean)
    apart = 4 if len(names) > 5 else len(names)
    parts = [[name] for name in names[:apart]] + ([names[apart:]] if names[apart:] else [])
    own = [result.paid_for_interventions() for result in results]
    has_own = any(any(paid) for paid in own)
    if len(cells.rows) != row + len(parts) + has_own:
        return cells.fail(f"{len(cells.rows)} rows, not {row + len(parts) + has_own}")
    if has_own:
        for column in range(len(singles)):
            cells.is_words(row, column, "-")
        for column, paid in enumerate(own, start=len(singles)):
            mean = interval(paid).mean
            cells.has_value(row, column, mean)
            in_all = [mean * report.base.years] if mean > 0 and report.base.years > 1 else []
            cells.says(row, column, "EUR/year", [mean, *in_all])
        row += 1
    first = row
    for part in parts:
        for column in range(len(singles)):
            cells.is_words(row, column, "-")
        for column, result in enumerate(results, start=len(singles)):
            paid = [math.fsum(each) for each in zip(*(result.paid_by(name) for name in part))]
            option(cells, row, column, "EUR/year", paid)
        row += 1
    return list(enumerate(parts, start=first))


TELLS_ONLY = ("name", "about", "evidence", "targets", "headline", "seed")


def differences(base, variant, keys=()):
    """Leaves of a scenario that its base has otherwise, or not at all: path, value in the base, value."""
    if keys and (keys[0] in TELLS_ONLY or keys[-1] in ("label", "change")) or base == variant:
        return []
    is_leaf = not isinstance(variant, (dict, list)) or (
        isinstance(variant, list) and not any(isinstance(item, (dict, list)) for item in variant))
    if is_leaf:
        return [(keys, base, variant)]
    items = variant.items() if isinstance(variant, dict) else enumerate(variant)
    found = []
    for key, value in items:
        known = isinstance(base, type(variant)) and (key in base if isinstance(base, dict) else key < len(base))
        found += differences(base[key] if known else None, value, keys + (str(key),))
    return found


def assumes_table(cells, report, variant):
    """What a variant has otherwise, in numbers; names are words."""
    scenario = report.results[variant].scenario
    found = differences(report.base.scenario, scenario)
    if len(found) != len(cells.rows):
        return cells.fail(f"{len(cells.rows)} rows, not {len(found)}")
    for row, (keys, before, now) in enumerate(found):
        for column, said in ((0, before), (1, now)):
            if said is None:
                cells.is_words(row, column, "-")
            else:
                leaf(cells, report, row, column, said)
        entry = next((each for pattern, each in scenario.get("evidence", {}).items()
                      if fits(pattern.split("."), keys)), {})
        cells.is_words(row, 2, BASIS[entry["basis"]][report.language] if entry else "-")
        if "range" in entry:
            range_words(cells, row, 3, entry["range"])
        else:
            cells.is_words(row, 3, "-")
    return None


def fits(pattern, keys):
    return len(pattern) == len(keys) and all(part in ("*", key) for part, key in zip(pattern, keys))


def leaf(cells, report, row, column, said):
    items = said if isinstance(said, list) else [said]
    if all(re.fullmatch(r"\d{4}-\d\d-\d\d", str(item)) for item in items):
        return cells.is_words(row, column, report.date_in_words(said))
    if any(re.match(r"-?[\d.]+", str(item)) and not isinstance(item, bool) for item in items):
        return written(cells, row, column, items)
    return cells.checked.add((row, column))  # names of nodes, words of the scenario
