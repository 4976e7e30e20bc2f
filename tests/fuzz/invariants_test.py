#!/usr/bin/env python3
"""Plants a mistake for each invariant in the rows of random scenarios, and expects that it is found.

    invariants_test.py RANDOM_WORLDS"""

import json
import subprocess
import sys
import unittest

import invariants

LINES = []


def planted(change):
    """What is found once change(told) has made a mistake in one of the scenarios; none where it cannot."""
    for line in LINES:
        told = json.loads(line)
        if change(told):
            return {name for name, _ in invariants.problems(invariants.World(json.dumps(told)))}
    return None


def visits(told):
    table = told["tables"]["/visits"]
    return table, range(len(table["node"]))


class Planted(unittest.TestCase):
    def expect(self, name, change):
        found = planted(change)
        self.assertIsNotNone(found, "no scenario has a place for the mistake")
        self.assertIn(name, found)

    def test_nothing_is_found_in_what_is_right(self):
        for line in LINES:
            self.assertEqual(invariants.problems(invariants.World(line)), [])

    def test_a_difference_of_the_implementations(self):
        self.expect("both implementations agree", lambda told: told.update(differing="a visit") or True)

    def test_an_entry_before_asking(self):
        def change(told):
            table, rows = visits(told)
            for i in rows:
                if table["entered"][i] is not None:
                    table["entered"][i] = table["asked"][i] - 1
                    return True
        self.expect("times_are_in_order", change)

    def test_a_visit_that_goes_on_after_the_horizon(self):
        def change(told):
            table, rows = visits(told)
            for i in rows:
                if table["left"][i] is not None:
                    table["left"][i] = told["horizon"]
                    return True
        self.expect("times_are_in_order", change)

    def test_a_place_too_few(self):
        def change(told):
            table, rows = visits(told)
            for id, places in told["places"].items():
                node = table["node.names"].index(id)
                if places and any(table["node"][i] == node and table["entered"][i] is not None and
                                  table["entered"][i] > table["asked"][i] for i in rows):
                    told["places"][id] = [[places[0][0], 0]]
                    return not told["tables"]["/roles"]["day"]
        self.expect("places_are_never_exceeded", change)

    def test_somebody_who_is_passed_over(self):
        def change(told):
            table, rows = visits(told)
            world = invariants.World(json.dumps(told))
            if list(invariants.nobody_is_passed_over(world)) or not getattr(world, "lists", 0):
                return False
            for one in rows:
                for other in rows:
                    if (one != other and table["node"][one] == table["node"][other] and table["left"][other] is not None and
                            table["entered"][one] is not None and table["entered"][other] is not None and
                            table["asked"][one] < table["asked"][other] < table["entered"][one] < table["entered"][other]):
                        table["asked"][one], table["asked"][other] = table["asked"][other], table["asked"][one]
                        changed = invariants.World(json.dumps(told))
                        if list(invariants.nobody_is_passed_over(changed)):
                            return True
                        table["asked"][one], table["asked"][other] = table["asked"][other], table["asked"][one]
        self.expect("nobody_is_passed_over", change)

    def test_a_youth_in_two_places(self):
        def change(told):
            table, rows = visits(told)
            stays = [i for i in rows if table["entered"][i] is not None and not table["beside"][i]]
            for one in stays:
                for other in stays:
                    if (table["youth"][one] != table["youth"][other] and table["left"][one] is not None and
                            table["entered"][one] < table["entered"][other] < table["left"][one]):
                        table["youth"][other] = table["youth"][one]
                        return True
        self.expect("nobody_is_in_two_places", change)

    def test_a_youth_who_is_lost(self):
        def change(told):
            told["tables"]["/balance"]["arrived"][0] += 1
            return True
        self.expect("youths_are_conserved", change)

    def test_a_stay_that_is_lost(self):
        def change(told):
            nodes = told["tables"]["/balance_nodes"]
            nodes["inside_at_end"][0] += 1
            return True
        self.expect("youths_are_conserved", change)

    def test_a_figure_that_counts_one_too_many(self):
        for table, column in (("/by_year", "arrived"), ("/waiting", "asked"), ("/flows", "youths")):
            def change(told, table=table, column=column):
                rows = told["tables"][table]
                if table == "/flows":
                    sources = set(told["scenario"]["sources"])
                    of = [i for i, code in enumerate(rows["from"]) if rows["from.names"][code] not in sources]
                else:
                    of = [i for i, year in enumerate(rows["year"]) if year >= 0]
                if of:
                    rows[column][of[0]] += 1
                return bool(of)
            self.expect("figures_count_the_rows", change)

    def test_a_census_that_counts_one_too_many(self):
        def change(told):
            told["tables"]["/census"]["waiting"][0] += 1
            return True
        self.expect("the_census_counts_who_is_there", change)


if __name__ == "__main__":
    program = sys.argv.pop(1)
    LINES = subprocess.run([program, "0", "40"], check=True, capture_output=True, text=True).stdout.splitlines()
    unittest.main()
