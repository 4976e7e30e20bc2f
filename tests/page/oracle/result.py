"""A result file as tables of plain columns, read by h5py, and figures by their names."""
import json
import math

import h5py

ARTICLES = {"en": ("the ", "a ", "an "), "nl": ("de ", "het ", "een ")}
DAYS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}


def quantity(said):
    """A number, or "2 weeks" in days, or "8%"."""
    if not isinstance(said, str):
        return float(said)
    number, _, unit = said.partition(" ")
    if number.endswith("%"):
        return float(number[:-1]) / 100
    return float(number) * DAYS.get(unit.rstrip("s"), 1.0)


def _column(data):
    names = {code: name for name, code in (h5py.check_enum_dtype(data.dtype) or {}).items()}
    if names:
        return [names[code] for code in data[:].tolist()]
    return list(data.asstr()[:]) if h5py.check_string_dtype(data.dtype) else data[:].tolist()


class Table(dict):
    """Columns by name, each read when it is first asked for."""

    def __init__(self, path, name, columns):
        super().__init__()
        self._path, self._name, self._columns = path, name, list(columns)

    def __missing__(self, column):
        if column not in self._columns:
            raise KeyError(f"{self._path}: /{self._name} has no {column}")
        with h5py.File(self._path) as file:
            self[column] = _column(file[self._name][column])
        return self[column]

    def __contains__(self, column):
        return column in self._columns

    def __iter__(self):
        return iter(self._columns)


def label_in(label, language, otherwise):
    """A label of a scenario: a text, or texts by language."""
    if isinstance(label, str):
        return label
    label = label or {}
    return label.get(language) or next((text for text in label.values() if text), otherwise)


def without_article(name, language):
    for article in ARTICLES[language]:
        if name.startswith(article):
            rest = name[len(article):]
            return rest[0].upper() + rest[1:]
    return name


class Result:
    def __init__(self, path):
        self.path = path
        with h5py.File(path) as file:
            self.attributes = dict(file.attrs)
            self.tables = {name: Table(path, name, group.attrs["columns"])
                           for name, group in file.items() if "columns" in group.attrs}
            # Names of an enum stand in its type, whether or not a row has them.
            self.names = {name: {key: list(h5py.check_enum_dtype(group[key].dtype) or {})
                                 for key in group.attrs["columns"]}
                          for name, group in file.items() if "columns" in group.attrs}
            resolved = file["scenario/resolved"][()] if "scenario" in file else b"{}"
        self.scenario = json.loads(resolved)
        self.nodes = self.tables["nodes"]["id"] if "nodes" in self.tables else []
        self.kinds = dict(zip(self.nodes, self.tables["nodes"]["kind"])) if self.nodes else {}
        self.replications = len(self.tables["replications"]["replication"]) if "replications" in self.tables else 0
        self.years = 1 + max(self.tables["by_year"]["year"], default=-1) if "by_year" in self.tables else 0
        self._groups = {}

    def rows(self, table, **where):
        """Indices of the rows that hold these values; remembered by the columns asked for."""
        keys = tuple(sorted(where))
        if (table, keys) not in self._groups:
            index = {}
            for row, values in enumerate(zip(*(self.tables[table][key] for key in keys))):
                index.setdefault(values, []).append(row)
            self._groups[table, keys] = index
        return self._groups[table, keys].get(tuple(where[key] for key in keys), [])

    def values(self, table, column, **where):
        column = self.tables[table][column]
        return [float(column[row]) for row in (self.rows(table, **where) if where else range(len(column)))]

    def figure(self, name, year=-1):
        """One value a replication of `dropouts_per_year`, `oza.wait_p90` or `clock.ID.days_mean`."""
        if "@" in name:
            name, year = name.split("@")[0], int(name.split("@")[1])
        owner, _, column = name.rpartition(".")
        if not owner:
            return self.values("replications", column) if year < 0 else self.values("by_year", column, year=year)
        if owner.startswith("clock."):
            return self.values("clocks", column, clock=owner[len("clock."):], year=year)
        if column in self.tables["waiting"]:
            return self.values("waiting", column, node=owner, year=year)
        return self.values("use", column, node=owner, year=year, unit=-1)

    def paid_by(self, funder):
        """Euro a year, by replication."""
        paid = [0.0] * self.replications
        costs = self.tables["costs"]
        for row in self.rows("costs", funder=funder):
            paid[costs["replication"][row]] += costs["euro"][row] / self.years
        return paid

    def paid_for_interventions(self):
        """Euro a year that the interventions themselves cost, by replication."""
        paid = [0.0] * self.replications
        costs = self.tables["costs"]
        for row in range(len(costs["euro"])):
            if costs["item"][row] not in self.nodes:
                paid[costs["replication"][row]] += costs["euro"][row] / self.years
        return paid

    def funders(self):
        named = [name for name in self.names["costs"]["funder"] if name != "none"]
        return named + (["none"] if self.rows("costs", funder="none") else [])

    def listed(self):
        return [node for node in self.nodes if self.kinds[node] in ("desk", "arrangement")]

    def has_limited_places(self, node):
        return self.kinds[node] == "arrangement" and math.fsum(self.figure(f"{node}.places_mean")) >= 0

    def node_label(self, node, language):
        row = self.nodes.index(node)
        nodes = self.tables["nodes"]
        own, other = ("label_nl", "label_en") if language == "nl" else ("label_en", "label_nl")
        return without_article(nodes[own][row] or nodes[other][row] or node.replace("_", " "), language)

    def label(self, section, name, language):
        said = self.scenario.get(section, {})
        return label_in(said.get(name, {}).get("label"), language, name) if isinstance(said, dict) else name

    def title(self, language):
        return label_in(self.scenario.get("name"), language, self.attributes["scenario_name"])

    def year_name(self, year):
        start = self.attributes["start_date"]
        begins = int(start[:4]) + year
        return str(begins) if start.endswith("-01-01") else f"{begins}-{(begins + 1) % 100:02}"
