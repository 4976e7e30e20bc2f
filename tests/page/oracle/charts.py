"""Charts beside their tables: what is drawn is what the table says."""
import math
import re


def near(drawn, told, rough=6e-6):
    if drawn is None or told is None:
        return drawn is None and told is None
    return abs(drawn - told) <= rough * max(abs(told), 1e-6)


def curves(report, chart, table):
    """Of every hundred; the table has shares, and bounds in its text."""
    if [str(int(x)) for x in chart["x"]] != [row["header"] for row in table["rows"]]:
        report.problems.append(f"{chart['id']}: weeks")
    if [curve["label"] for curve in chart["curves"]] != [column["label"] for column in table["columns"]]:
        report.problems.append(f"{chart['id']}: labels")
    for column, curve in enumerate(chart["curves"]):
        for at, row in enumerate(table["rows"]):
            cell = row["cells"][column]
            value = cell.get("value")
            report.compare(f"{chart['id']}, {curve['id']}, week {row['header']}", [curve["y"][at]],
                           [None if value is None else 100 * value], near)
            told = [each for each in report.cells(table).numbers(cell["text"], "1")]
            bounds = [curve[part][at] for part in ("low", "high") if curve[part]]
            if len(told) == 3 and not all(each.is_near(value) for each, value in zip(told[1:], bounds)):
                report.problems.append(f"{chart['id']}, {curve['id']}: {cell['text']} drawn as {bounds}")


def intervals(report, chart, table):
    """The last three columns, or the first three, are middle, low and high in an order of their own."""
    order = {"waiting-lists": ("middle", "low", "high"), "difference": (None, None, None, "low", "middle", "high")}
    for drawn, row in zip(chart["rows"], table["rows"]):
        if not row["header"].endswith(drawn["label"]):
            report.problems.append(f"{chart['id']}: {drawn['label']} beside {row['header']}")
        for part, cell in zip(order[chart["id"]], row["cells"]):
            if part is not None and drawn[part] != cell.get("value"):
                report.problems.append(f"{chart['id']}, {drawn['label']}, {part}: {drawn[part]}, not {cell.get('value')}")
    if len(chart["rows"]) != len(table["rows"]):
        report.problems.append(f"{chart['id']}: {len(chart['rows'])} bars, {len(table['rows'])} rows")


def time(report, chart, block):
    """Every line of every panel has its column in one of the tables; drawn to three digits."""
    columns = []
    for table in [block["table"], *block.get("more_tables", [])]:
        panels = report.panels_of(table["id"], chart)
        lines = [line for panel in panels for line in panel["lines"]]
        columns += [line["id"] for line in lines]
        weeks = [at for at, day in enumerate(chart["days"]) if day % 91 == 0]
        for column, line in enumerate(lines):
            if table["columns"][column]["label"] != line["label"]:
                report.problems.append(f"{table['id']}: {line['label']} beside {table['columns'][column]['label']}")
            for row, at in zip(table["rows"], weeks):
                value = row["cells"][column].get("value")
                report.compare(f"years, {line['id']}, {row['header']}", [line["mean"][at]],
                               [math.nan if value is None else value], report.is_near_drawn)
    drawn = [line["id"] for panel in chart["panels"] for line in panel["lines"]]
    if sorted(columns) != sorted(drawn):
        report.problems.append(f"years: without a column in a table: {sorted(set(drawn) - set(columns))}")


def every(report):
    """@return how many charts there are"""
    for block in report.charts():
        chart, table = block["chart"], block["table"]
        if chart["kind"] == "curves":
            curves(report, chart, table)
        elif re.fullmatch(r"answer-\d+-(tried|bottlenecks|(parts|shares|plans)-\d+)-chart", chart["id"]):
            pass  # its bars are compared with the file beside its table
        elif chart["kind"] == "intervals" and chart["id"] in ("waiting-lists", "difference"):
            intervals(report, chart, table)
        elif chart["kind"] == "time":
            time(report, chart, block)
        elif chart["kind"] == "map":
            if 1 + len(block["more_tables"]) != len(chart["variants"]):  # they are compared with it in weeks.map_table
                report.problems.append(f"map: {len(block['more_tables'])} more tables")
        else:
            report.problems.append(f"{chart['id']}: no check knows this chart")
    return len(report.charts())
