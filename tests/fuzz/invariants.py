#!/usr/bin/env python3
"""Recomputes from the rows of random scenarios what must hold of them; knows neither the models nor the reference, only
what results/README.md says of the tables and the page of the rules says of youths.

    invariants.py RANDOM_WORLDS FROM TO     runs that program, and looks at each line; exit code 1 when something does not hold
    invariants.py FILE                      looks at lines that were written before
"""

import collections
import json
import subprocess
import sys

import numpy as np

NEVER = np.inf


class World:
    """One replication of one scenario: its tables, as arrays."""

    def __init__(self, line):
        told = json.loads(line)
        self.number = told["number"]
        self.differing = told.get("differing")
        self.endless = told.get("endless", False)  # a youth moved without end, so the run was ended
        if self.differing or self.endless:
            return
        self.first, self.horizon, self.years = told["first_day"], told["horizon"], told["years"]
        self.places, self.scenario, self.tables = told["places"], told["scenario"], told["tables"]
        visits, youths = self.tables["/visits"], self.tables["/youths"]
        self.nodes = visits["node.names"]
        self.node = np.array(visits["node"], dtype=int)
        self.youth = np.array(visits["youth"], dtype=int)
        self.beside = np.array(visits["beside"], dtype=int) == 1
        self.outcome = np.array(visits["outcome.names"], dtype=object)[np.array(visits["outcome"], dtype=int)] \
            if visits["outcome"] else np.array([], dtype=object)
        self.unit = np.array(visits["unit"], dtype=int)
        self.left_to = np.array(visits["left_to"], dtype=int)
        self.asked, self.entered, self.left = (moments(visits[key]) for key in ("asked", "entered", "left"))
        self.arrived, self.exited = moments(youths["arrived"]), moments(youths["exited"])
        self.month = np.array(youths["month"], dtype=int)
        self.exit = np.array(youths["exit"], dtype=int)
        found = self.month < 0
        self.is_found = found[self.youth] if len(self.youth) else np.array([], dtype=bool)
        there = self.arrived[self.youth] if len(self.youth) else np.array([])
        # Who is found somewhere was not there before, whatever the records say of when he or she asked.
        self.listed = np.maximum(self.asked, np.where(self.is_found, there, -NEVER))
        self.inside = np.where(np.isfinite(self.entered), np.maximum(self.entered, np.where(self.is_found, there, -NEVER)), NEVER)
        # Who is found inside had entered before, or at that moment; but so may enter who is found waiting.
        self.found_inside = self.is_found & (self.entered < there)
        self.maybe_found = self.is_found & (self.entered == there)
        self.found_request = self.is_found & (self.asked <= there)
        self.end_of_wait = np.minimum(self.inside, self.left)

        # Who is displaced and is moved to another place makes no request; who finds one from the list does.
        lost = {(self.youth[i], self.node[i], self.left[i]) for i in np.flatnonzero(self.outcome == "displaced")}
        self.goes_on = (self.inside == self.asked) & np.array(
            [key in lost for key in zip(self.youth, self.node, self.asked)], dtype=bool) if lost else \
            np.zeros(len(self.node), dtype=bool)

    def kinds(self):
        for id in self.places:
            yield id, self.nodes.index(id), "desks" if id in self.scenario.get("desks", {}) else "arrangements"

    def has(self, *roles):
        return any(role in each for each in self.scenario.get("interventions", {}).values() for role in roles)


def moments(values):
    return np.array([NEVER if value is None else value for value in values], dtype=float)


def first_of(mask):
    return int(np.flatnonzero(mask)[0])


# --- What must hold. Each yields what does not, in words. ---

def times_are_in_order(world):
    """asked <= entered <= left < horizon; nobody asks before arriving; the outcome says which of them there are."""
    w = world
    wrong = {
        "entered before asking": np.isfinite(w.entered) & (w.entered < w.asked),
        "left before entering": np.isfinite(w.entered) & (w.left < w.entered),
        "left before asking": w.left < w.asked,
        "something at the horizon": (w.asked >= w.horizon) | (np.isfinite(w.entered) & (w.entered >= w.horizon)) |
                                    (np.isfinite(w.left) & (w.left >= w.horizon)),
        "asked before arriving": ~w.is_found & (w.asked < w.arrived[w.youth]),
        "censored, but left": (w.outcome == "censored") & np.isfinite(w.left),
        "there at the end, but not censored": (w.outcome != "censored") & ~np.isfinite(w.left),
        "bounced, but entered or waited": (w.outcome == "bounced") & (np.isfinite(w.entered) | (w.left != w.asked)),
        "completed without entering": (w.outcome == "completed") & ~np.isfinite(w.entered),
        "refused, but entered": (w.outcome == "refused") & np.isfinite(w.entered),
        "on the own way after the exit": ~w.beside & (w.left > w.exited[w.youth]),
    }
    for what, mask in wrong.items():
        if mask.any():
            yield f"{what}: visit {first_of(mask)}"


def places_are_never_exceeded(world):
    """Whoever enters finds a place among those of that day, opened and made ones included."""
    roles = world.tables["/roles"]
    day, action = moments(roles["day"]), [roles["action.names"][code] for code in roles["action"]]
    more = np.array([name in ("made_place", "opened") for name in action], dtype=bool)
    amount, where = np.array([value or 0 for value in roles["amount"]], dtype=float), np.array(roles["node"], dtype=int)
    for id, node, kind in world.kinds():
        if world.places[id] is None:
            continue
        units = units_of(world.scenario[kind][id].get("units", 1))
        days = np.array([each[0] for each in world.places[id]], dtype=float)
        counts = np.array([each[1] for each in world.places[id]], dtype=float)
        extra = more & (where == roles["node.names"].index(id)) if len(where) else more
        made = set(day[extra])  # a place that is made needs no free one
        for unit in range(units):
            here = (world.node == node) & np.isfinite(world.inside) & (world.unit == unit)
            since, left = world.inside[here], world.left[here]
            came = since[~(world.found_inside | world.maybe_found)[here]]
            came = came[[moment not in made for moment in came]]
            if world.has("casework", "steering"):  # what roles did is told of the counted period only
                came = came[came < world.years[-1]] if world.first == 0 else came[:0]
            if not len(came):
                continue
            stays = left > since
            before, gone = np.sort(since[stays]), np.sort(left[stays])
            # Who was there before and stays on, and who comes at that moment and stays: one place at least.
            stay_on = np.searchsorted(before, came, "left") - np.searchsorted(gone, came, "right")
            come = np.searchsorted(before, came, "right") - np.searchsorted(before, came, "left")
            total = counts[np.searchsorted(days, np.floor(came), "right") - 1]
            if extra.any():
                total = total + np.array([amount[extra & (day <= moment)].sum() for moment in came])
            # Split as evenly as possible; of what roles add, a unit may have all.
            room = total // units + (unit < total % units) if not extra.any() or units == 1 else total
            over = stay_on + np.maximum(come, 1) > room
            if over.any():
                at = first_of(over)
                yield (f"{id}, unit {unit}: {int(stay_on[at] + max(come[at], 1))} taken of {room[at]:g} places on day "
                       f"{came[at]:.6f}")


def units_of(said):
    """How many: a number, or so many of each value, alone or beside what is said of `elsewhere`."""
    if isinstance(said, int):
        return said
    return said["count"] if "count" in said else sum(said.get("of", said).values())


def nobody_is_passed_over(world):
    """First come, first served, where no rule says otherwise."""
    if world.has("casework", "stops", "single_desk"):
        return
    in_choices = {id for choice in world.scenario.get("choices", {}).values() for ways in choice.values()
                  if isinstance(ways, list) for id in ways if isinstance(id, str)}
    everything = world.scenario.get("desks", {}) | world.scenario.get("arrangements", {})
    if any("holds_place" in node for node in everything.values()):
        return  # a circle moves at once
    for id, node, kind in world.kinds():
        said = world.scenario[kind][id]
        if said.get("order", "first_come") != "first_come" or id in in_choices or any(key in said for key in ("units", "admits")):
            continue
        here = np.flatnonzero(world.node == node)
        came = here[np.isfinite(world.inside[here]) & ~(world.found_inside | world.maybe_found)[here]]
        # A request where absence had opened a case gets its place in line, or goes on with the work on it.
        taken_over = {(world.youth[i], world.left[i]) for i in here if world.beside[i] and world.outcome[i] == "lapsed"}
        came = came[[(world.youth[i], world.asked[i]) not in taken_over for i in came]] if len(came) else came
        if len(here) * len(came) > 4_000_000:
            continue
        moment, asked = world.inside[came][:, None], world.asked[came][:, None]
        passed = (world.asked[here] < asked) & (world.listed[here] <= moment) & (moment < world.end_of_wait[here])
        world.lists = getattr(world, "lists", 0) + 1
        if passed.any():
            one, other = (int(each[0]) for each in np.nonzero(passed))
            yield f"{id}: visit {came[one]} entered on day {world.inside[came[one]]:.6f} before visit {here[other]}, who had asked earlier"


def nobody_is_in_two_places(world):
    """Stays of a youth on the own way do not overlap; without held places and choices, nor do requests."""
    everything = world.scenario.get("desks", {}) | world.scenario.get("arrangements", {})
    one_at_a_time = not world.scenario.get("choices") and not any("holds_place" in node for node in everything.values())
    for begin, what in ((world.inside, "stays"), (world.listed if one_at_a_time else world.inside, "requests")):
        mine = np.flatnonzero(~world.beside & np.isfinite(begin))
        order = mine[np.lexsort((world.left[mine], begin[mine], world.youth[mine]))]
        same = world.youth[order][1:] == world.youth[order][:-1]
        overlap = same & (begin[order][1:] < world.left[order][:-1])
        if overlap.any():
            at = first_of(overlap)
            yield f"{what} of youth {world.youth[order[at]]} overlap: visits {order[at]} and {order[at + 1]}"


def youths_are_conserved(world):
    """Who came is there, or has left: in all, and at each node, from the rows and as the balance says."""
    balance = {key: values[0] for key, values in world.tables["/balance"].items() if "." not in key}
    at_start = (world.month == -2) | ((world.month == -1) & (world.arrived <= world.first))
    replaced = np.zeros(len(world.month), dtype=bool)
    replaced[world.youth[(world.outcome == "replaced") & ~world.beside]] = True
    replaced &= np.isfinite(world.exited) & (world.exit < 0)
    counted = {"arrived": (world.month >= 0).sum(), "present_at_start": at_start.sum(),
               "recorded": ((world.month == -1) & ~at_start).sum(), "exited": (world.exit >= 0).sum(),
               "replaced": (np.isfinite(world.exited) & (world.exit < 0)).sum(),
               "present_at_end": (~np.isfinite(world.exited)).sum()}
    for key, count in counted.items():
        if balance[key] != count:
            yield f"/balance says {key} {balance[key]}, the rows {count}"
    nodes = world.tables["/balance_nodes"]
    for row, code in enumerate(nodes["node"]):
        here = (world.node == world.nodes.index(nodes["node.names"][code])) & np.isfinite(world.inside)
        gone = here & np.isfinite(world.left)
        counted = {"left": (gone & (world.outcome != "replaced")).sum(),
                   "replaced": (gone & (world.outcome == "replaced")).sum(),
                   "inside_at_end": (here & ~gone).sum()}
        for key, count in counted.items():
            if nodes[key][row] != count:
                yield f"/balance_nodes says of {nodes['node.names'][code]} {key} {nodes[key][row]}, the rows {count}"
        found = nodes["inside_at_start"][row] + nodes["recorded"][row]
        least = (here & world.found_inside).sum()
        if nodes["entered"][row] + found != here.sum() or not least <= found <= least + (here & world.maybe_found).sum():
            yield (f"/balance_nodes says of {nodes['node.names'][code]} {nodes['entered'][row]} entered and {found} found, "
                   f"the rows {here.sum()} in all")


def figures_count_the_rows(world):
    """Arrivals, requests and ways gone of each year are the rows of it."""
    years = list(zip(world.years, world.years[1:]))
    for row, year in enumerate(world.tables["/by_year"]["year"]):
        first, last = years[year]
        count = ((world.month >= 0) & (world.arrived >= first) & (world.arrived < last)).sum()
        if world.tables["/by_year"]["arrived"][row] != count:
            yield f"/by_year says arrived {world.tables['/by_year']['arrived'][row]} in year {year}, the rows {count}"
    waiting = world.tables["/waiting"]
    for row, (year, code) in enumerate(zip(waiting["year"], waiting["node"])):
        if year < 0:
            continue
        first, last = years[year]
        here = (world.node == world.nodes.index(waiting["node.names"][code])) & (world.asked >= first) & (world.asked < last)
        here &= world.outcome != "bounced"
        least, most = (here & ~world.found_request & ~world.goes_on).sum(), (here & ~(world.found_request & (world.asked < world.listed))).sum()
        if not least <= waiting["asked"][row] <= most:
            yield (f"/waiting says {waiting['node.names'][code]} asked {waiting['asked'][row]} in year {year}, the rows {least} "
                   f"to {most}")
        here = (world.node == world.nodes.index(waiting["node.names"][code])) & (world.inside >= first) & (world.inside < last)
        least, most = (here & ~world.found_inside & ~world.maybe_found).sum(), (here & ~world.found_inside).sum()
        told = waiting["entered_per_year"][row]
        if not 0.99 * least - 0.01 <= told <= 1.01 * most + 0.01:
            yield f"/waiting says {waiting['node.names'][code]} had {told} entries in year {year}, the rows {least} to {most}"
    flows = world.tables["/flows"]
    told = collections.Counter({(year, flows["from.names"][a], flows["to.names"][b]): youths for year, a, b, youths in
                                zip(flows["year"], flows["from"], flows["to"], flows["youths"])})
    seen = collections.Counter()
    gone = np.flatnonzero(np.isfinite(world.left) & (world.outcome != "replaced") & (world.left_to >= 0))
    names = world.tables["/visits"]["left_to.names"]
    for visit in gone:
        year = int(np.searchsorted(world.years, world.left[visit], "right")) - 1
        if 0 <= year < len(years):
            seen[(year, world.nodes[world.node[visit]], names[world.left_to[visit]])] += 1
    sources = set(world.scenario.get("sources", {}))
    for way in told.keys() | seen.keys():
        if way[1] not in sources and told[way] != seen[way]:
            yield f"/flows says {told[way]} from {way[1]} to {way[2]} in year {way[0]}, the rows {seen[way]}"


def the_census_counts_who_is_there(world):
    """Who waits, and who is inside an arrangement, on the day of each census."""
    census = world.tables["/census"]
    day = 7.0 * np.array(census["week"], dtype=float) if "week" in census else np.array(census["day"], dtype=float)
    codes = np.array(census["node"], dtype=int)
    for id, node, kind in world.kinds():
        rows = codes == census["node.names"].index(id)
        here = world.node == node
        for what, begin, end in (("waiting", world.listed, world.end_of_wait), ("occupied", world.inside, world.left)):
            if what == "occupied" and kind == "desks":
                continue
            mine = here & np.isfinite(begin) & (end > begin)
            count = np.searchsorted(np.sort(begin[mine]), day[rows], "right") - np.searchsorted(np.sort(end[mine]), day[rows], "right")
            told = np.array(census[what])[rows]
            if (told != count).any():
                at = first_of(told != count)
                yield f"/census says {id} {what} {told[at]} on day {day[rows][at]:g}, the rows {count[at]}"


INVARIANTS = [times_are_in_order, places_are_never_exceeded, nobody_is_passed_over, nobody_is_in_two_places,
              youths_are_conserved, figures_count_the_rows, the_census_counts_who_is_there]


def problems(world):
    """@return (invariant, what does not hold), ..."""
    if world.endless:
        return []
    if world.differing:
        return [("both implementations agree", world.differing)]
    return [(invariant.__name__, problem) for invariant in INVARIANTS for problem in invariant(world)]


def lines_of(words):
    if len(words) == 1:
        yield from open(words[0], encoding="utf-8")
        return
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as program:
        yield from program.stdout
    if program.returncode not in (0, 1):
        sys.exit(f"{words[0]} ended with {program.returncode}")


def main():
    sums = collections.Counter()
    broken = collections.Counter()
    for line in lines_of(sys.argv[1:]):
        world = World(line)
        sums["scenarios"] += 1
        sums["ended as a youth moved without end"] += world.endless
        if not world.differing and not world.endless:
            sums["visits"] += len(world.node)
            sums["youths"] += len(world.month)
        for name, problem in problems(world):
            broken[name] += 1
            if broken[name] <= 5:
                print(f"scenario {world.number}, {name}: {problem}")
        sums["lists that are first come, first served"] += getattr(world, "lists", 0)
    print(", ".join(f"{count} {what}" for what, count in sums.items()))
    for name, count in broken.items():
        print(f"{name}: broken {count} times")
    if len(sys.argv) == 4 and sums["scenarios"] != int(sys.argv[3]) - int(sys.argv[2]):
        sys.exit("some scenarios have no line")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
