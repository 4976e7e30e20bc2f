"""The program speaks a third language whose only source is a po file.

    third_language_test.py PROGRAM

PROGRAM is built of the objects of the program, and of a table of translations that holds `xx` too.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCENARIO = pathlib.Path(__file__).parents[2] / "scenarios/minimal.yaml"
PROGRAM = ""


class ThirdLanguage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        done = cls.run_program("run", SCENARIO, "-o", "out.h5", "--replications=2", "--jobs=1")
        assert done.returncode == 0, done.stderr
        cls.summary = done.stdout

    @classmethod
    def run_program(cls, *words, **environment):
        command = [PROGRAM, *map(str, words)]
        variables = {**os.environ, "LC_ALL": "xx_YY.UTF-8", **environment}
        return subprocess.run(
            command, cwd=cls.folder.name, env=variables, capture_output=True, text=True, check=False
        )

    def test_it_is_chosen_by_option_and_by_locale(self):
        self.assertIn("[Scenario (YAML)]", self.run_program("check", "--help").stdout)
        asked = self.run_program("check", "--help", "--lang", "xx", LC_ALL="C")
        self.assertIn("[Scenario (YAML)]", asked.stdout)
        dutch = self.run_program("check", "--help", "--lang", "nl")
        self.assertIn("Noem elke fout in een scenario", dutch.stdout)

    def test_it_is_named_where_another_is_asked_for(self):
        refused = self.run_program("check", SCENARIO, "--lang", "yy")
        self.assertEqual(refused.returncode, 2)
        self.assertRegex(refused.stderr, r"en or nl\]? or xx")

    def test_mistakes_are_told_in_it(self):
        refused = self.run_program("check", "none.yaml")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("[there is no file `none.yaml`", refused.stderr)

    def test_the_summary_is_in_it(self):
        self.assertIn("[Whole system]", self.summary)
        self.assertIn("[few 2 replications]", self.summary)
        self.assertIn("[Whole system]", self.run_program("show", "out.h5").stdout)

    def test_stories_are_in_it(self):
        self.assertIn("[Longest wait]", self.run_program("trace", "out.h5").stdout)
        story = self.run_program("trace", "out.h5", "--youth=3").stdout
        self.assertIn("[In all]", story)
        self.assertRegex(story, r"\[\[\d+ \[[A-Z][a-z]+\]\] \d{4}\]")

    def test_columns_are_described_in_it(self):
        for lang, meaning in (
            ("xx", '"[Number of the replication, from 0]"'),
            ("nl", '"Nummer van de herhaling, vanaf 0"'),
        ):
            words = ("export", "out.h5", "--csv", lang, "--lang", lang)
            self.assertEqual(self.run_program(*words).returncode, 0)
            columns = pathlib.Path(self.folder.name, lang, "columns.csv").read_text()
            self.assertIn(meaning, columns)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop()
    unittest.main()
