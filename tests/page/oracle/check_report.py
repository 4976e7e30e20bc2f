"""Compares every table and chart of a report with the files it is of, computing each number anew.
    check_report.py REPORT.json KPIS.json [--small-cells N] RESULT.h5 [VARIANT.h5 ...] [ANSWER.h5 ...] [SWEEP_FOLDER]
Prints {"tables": {id: cells checked}, "charts": count, "answers": how many have their JSON beside them, "problems": [...]}."""
import json
import re
import sys
from pathlib import Path

import answers
import attribution
import changes
import charts
import kept_answers
import records
import situation
import sure
import weeks
from answer_files import disagreements
from report import Report
from result import Result

# Without a number that a run decides.
WORDS_ONLY = {
    r"stress-(objectives|logic|data|experiments|implementation|code)": "the checklist of STRESS-DES, in sentences",
    r"modelled-nodes": "what the scenario says of its nodes, in sentences",
}

TABLES = {
    r"page-one-options": lambda cells, report: changes.page_one_options(cells, report),
    r"map-table(?:-(\d+))?": lambda cells, report, variant=0: weeks.map_table(cells, report, int(variant)),
    r"waiting-lists-table": situation.waiting_lists_table,
    r"desks-and-arrangements": situation.desks_and_arrangements,
    r"groups-.+": situation.groups_table,
    r"waiting-table": situation.waiting_table,
    r"waits": situation.waits,
    r"dropout-table": situation.dropout_table,
    r"legal-terms": situation.legal_terms,
    r"years-trends": situation.years_trends,
    r"years-means": situation.years_means,
    r"years-spread": situation.years_spread,
    r"years-table(?:-\d+)?": weeks.years_table,
    r"difference-table": changes.difference_table,
    r"change-(\d+)-verdicts-(\d+)": lambda cells, report, variant, span: changes.verdicts_table(
        cells, report, int(variant), int(span) - 1),
    r"change-(\d+)-funders": lambda cells, report, variant: changes.funders_table(cells, report, int(variant)),
    r"change-(\d+)-groups": lambda cells, report, variant: changes.groups_of_change(cells, report, int(variant)),
    r"change-(\d+)-nodes": lambda cells, report, variant: changes.nodes_table(cells, report, int(variant)),
    r"change-(\d+)-assumes": lambda cells, report, variant: changes.assumes_table(cells, report, int(variant)),
    r"change-(\d+)-clocks": lambda cells, report, variant: changes.clocks_table(cells, report, int(variant)),
    r"targets": sure.targets,
    r"evidence": sure.evidence,
    r"ranges": sure.ranges,
    r"evidence-sources": sure.evidence_sources,
    r"results": sure.results,
    r"start-of-records": records.start_of_records,
    r"stops": records.stops,
    r"sliders-1-points": sure.slider_points,
    r"sliders-1-tests": sure.slider_tests,
    r"sliders-1-effects": sure.slider_effects,
}

# What stands behind the number of an answer, by what kind of answer it is.
ANSWERS = {
    "doorstroom.seek": {r"capacity": answers.capacity, r"targets": answers.targets, r"tried": answers.tried},
    "doorstroom.bottlenecks": {r"bottlenecks": answers.bottlenecks},
    "doorstroom.explanation": {r"parts-(\d+)": attribution.parts, r"break-even": attribution.break_even},
    "doorstroom.sensitivity": {r"shares-(\d+)": attribution.shares, r"changes": attribution.changes},
    "doorstroom.choice": {r"plans-(\d+)": kept_answers.plans},
    "doorstroom.calibration": {r"targets": kept_answers.calibration_targets, r"waves": kept_answers.waves},
    "doorstroom.comparison": {r"verdicts": kept_answers.verdicts, r"over": kept_answers.over},
}


def check_of(report, table):
    """The one check of a table, ready to be called; None: there is not exactly one."""
    of_answer = re.fullmatch(r"answer-(\d+)-(.+)", table["id"])
    answer = report.answers[int(of_answer[1]) - 1] if of_answer else None
    name, known = (of_answer[2], ANSWERS.get(answer.format, {})) if answer else (table["id"], TABLES)
    found = [(re.fullmatch(pattern, name), one) for pattern, one in known.items()]
    found = [(match, one) for match, one in found if match]
    if len(found) != 1:
        return None
    match, one = found[0]
    words = ([answer] if answer else []) + [group for group in match.groups() if group]
    return lambda cells: one(cells, report, *words)


def check(report):
    checked = {}
    for table in report.tables():
        if any(re.fullmatch(pattern, table["id"]) for pattern in WORDS_ONLY):
            continue
        cells = report.cells(table)
        one = check_of(report, table)
        if one is None:
            cells.fail("no check knows this table; add one to check_report.py")
            continue
        one(cells)
        checked[table["id"]] = len(cells.checked)
        for row, column in cells.unchecked():
            cells.wrong(row, column, f"`{cells.cell(row, column)['text']}` is checked by nothing")
    if any(chart["chart"]["id"] == "years" for chart in report.charts()):
        weeks.years_chart(report)
    printed = [answer for answer in report.answers if answer.json is not None]
    for answer in printed:
        report.problems += [f"{Path(answer.path).name}: {each}" for each in disagreements(answer)]
    return {"tables": checked, "charts": charts.every(report), "answers": len(printed), "problems": report.problems}


def main(document, kpis, *sources):
    small_cells = 5
    if sources[0] == "--small-cells":
        small_cells, sources = int(sources[1]), sources[2:]
    folders = [source for source in sources if Path(source).is_dir()]
    report = Report(json.loads(Path(document).read_text()), json.loads(Path(kpis).read_text())["kpis"],
                    [Result(source) for source in sources if source not in folders],
                    sure.Sweep(folders[0]) if folders else None, small_cells)
    print(json.dumps(check(report)))


if __name__ == "__main__":
    main(*sys.argv[1:])
