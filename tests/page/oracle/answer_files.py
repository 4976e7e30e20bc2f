"""The files of saved answers, and the same answers as the program printed them in JSON."""
import json
import math
from pathlib import Path

from result import Result


class Answer(Result):
    """An answer. Its JSON stands beside it, under the same name, where it was kept."""

    def __init__(self, path):
        super().__init__(path)
        self.format = self.attributes["format"]
        beside = Path(path).with_suffix(".json")
        self.json = json.loads(beside.read_text()) if beside.exists() else None

    def records(self, table):
        """The rows of a table."""
        columns = self.tables[table]
        names = list(columns)
        return [dict(zip(names, values)) for values in zip(*(columns[name] for name in names))]


def renamed(record, **names):
    """@param names  new name=old name"""
    return {**record, **{new: record[old] for new, old in names.items()}}


def _explanation(said):
    figures = [renamed(each, low="whole_low", high="whole_high") for each in said["figures"]]
    return {"effects": figures, "break_even": said["break_even"],
            "parts": [{**part, "kpi": each["kpi"], "units": each["units"]} for each in figures for part in each["parts"]]}


def _sensitivity(said):
    def of_figure(each, rows, noise):
        return [{**row, "kpi": each["kpi"], "units": each["units"]} for row in rows + ([noise] if rows else [])]

    figures = said["figures"]
    if said.get("over"):
        return {"shares": [row for each in figures for row in of_figure(
            each, each["given_data"], {"path": "noise", "share": each["noise_floor"]})]}
    floors = [{"path": "noise", "first": None, "total": each["noise_floor"], "total_low": each["noise_floor_low"],
               "total_high": each["noise_floor_high"]} for each in figures]
    return {"morris": [row for each in figures for row in of_figure(each, each["morris"], each["morris_noise"])],
            "sobol": [row for each, floor in zip(figures, floors) for row in of_figure(each, each["sobol"], floor)]}


def _calibration(said):
    sets = []
    for each in said["sets"]:
        row = {key: each[key] for key in ("implausibility_second", "implausibility_largest")}
        for kpi, mean in each["kpis"].items():
            row.update({kpi: mean["mean"], kpi + "_low": mean["low"], kpi + "_high": mean["high"]})
        sets.append(row)
    return {"sets": sets, "targets": said["targets"], "waves": said["waves"]}


def _choice(said):
    rows = [renamed(each, plan="name") for each in said["plans"]]
    return {"plans": [{key: value for key, value in row.items() if key != "fails_where"} for row in rows]}  # in words there


def _comparison(said):
    """Rows with a verdict: of all years, then of spans of them."""
    rows = []
    for variant in said["variants"]:
        judged = variant["headline"] + [each for each in variant["phases"] if "verdict" in each]
        rows += [{**renamed(each, other="variant"), "variant": variant["file"]} for each in judged]
    return {"differences": rows}


def _seek(said):
    tried = []
    for each in said["tried"]:
        row = dict(zip((knob["path"] for knob in said["knobs"]), each["values"]))
        row.update(replications=each["replications"], verdict=each["verdict"])
        kpis = [constraint["kpi"] for constraint in said["constraints"]]
        for name, column in (("mean", ""), ("low", "_low"), ("high", "_high")):
            values = each[name] if isinstance(each[name], list) else [each[name]]
            row.update({kpi + column: value for kpi, value in zip(kpis, values)})
        tried.append(row)
    chance = {name: said["met_chance" + name[3:]] for name in ("met", "met_low", "met_high")}
    return {"knobs": said["knobs"], "constraints": said["constraints"], "tried": tried, "funders": said["funders"],
            "chance": [{**chance, "asked": said["with_chance"]}]}


def _bottlenecks(said):
    return {"bottlenecks": [{**each, "kpi": said["kpi"]} for each in said["rows"]]}


TABLES = {"explanation": _explanation, "sensitivity": _sensitivity, "calibration": _calibration, "choice": _choice,
          "comparison": _comparison, "seek": _seek, "bottlenecks": _bottlenecks}


def is_same(kept, printed):
    if isinstance(kept, float) and math.isnan(kept) or kept == "" or kept == "none":
        return printed in (None, "", "none")
    return kept == printed


def disagreements(answer):
    """Where the tables of the file are not what was printed."""
    printed = TABLES[answer.format.partition(".")[2]](answer.json)
    found = []
    for table, rows in printed.items():
        kept = answer.records(table)
        if answer.format == "doorstroom.comparison":
            kept = [row for row in kept if row["verdict"] != "none"]
        if len(kept) != len(rows):
            found.append(f"/{table} has {len(kept)} rows, its JSON {len(rows)}")
        for number, (row, other) in enumerate(zip(kept, rows)):
            shared = [name for name in row if name in other]
            if len(shared) < min(3, len(row)) and table != "waves":
                found.append(f"/{table} shares {shared} with its JSON")
            found += [f"/{table}, {number}, {name}: {row[name]}, printed {other[name]}" for name in shared
                      if not is_same(row[name], other[name])]
    return found
