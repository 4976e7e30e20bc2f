#!/usr/bin/env python3
"""Makes the seeds of each target from scenarios/ and tests/, and a dictionary from the field table.

    prepare.py PROGRAM BUILD

PROGRAM is `doorstroom` as people run it, BUILD is build/fuzz; in its folder tried/ come seeds/TARGET/ and words.dict."""

import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parents[2]
largest_seed = 30_000  # bytes; larger ones make every input slow

TINY = """doorstroom: 1
name: Tiny
period: {start: 2026-08-01, years: 1}
seed: 7
subregions: [north, south]
sources:
  s: {per_year: 20, subregion: {north: 50%, south: 50%}, to: d}
desks:
  d: {staff: 1 fte, hours: 1300 hours per year, work: 20 hours, routes: {a: 50%, out: rest}}
arrangements:
  a: {leads: education, education: part, places: 1, stay: 3 months, routes: {out: rest}, cost: {per_place: 9 EUR per year, paid_by: swv}}
exits:
  out: {education: full}
clocks:
  term: {starts: {asks: d}, stops: {enters: [a]}, within: 6 weeks}
"""

PLANS = ["vary: {arrangements.oza.places: [20, 30]}\nreplications: 2\n",
         "vary: {arrangements.*.stay: {from: 4 weeks, to: 8 weeks}}\ndesign: {latin_hypercube: 4}\n"
         "until: {oza.wait_p90: 1 week}\nat_most: 9\nkeep: [arrived, oza.wait_p90]\n",
         "vary: {desks.youth_team.routes.oza.share: {from: 10%, to: 20%}, seed: [1, 2]}\n"
         "design: {sobol: 8}\nreplications: 3\n",
         "vary: {arrangements.oza.places: {from: 20, to: 40, step: 5}}\n"]


def sources(*patterns):
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            yield path, path.read_text(encoding="utf-8")


def raw_strings(*patterns):
    for _, text in sources(*patterns):
        yield from re.findall(r'R"\((.*?)\)"', text, re.DOTALL)


def plain_strings(*patterns):
    for _, text in sources(*patterns):
        for literal in re.findall(r'"((?:[^"\\\n]|\\.)*)"', text):
            yield literal.replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\")


def scenario_files():
    return [text for _, text in sources("scenarios/*.yaml", "scenarios/sweeps/*.yaml", "tests/frozen/*.yaml")]


def chain(path):
    """The text of a file and of all that it extends, with "@@" between."""
    text = path.read_text(encoding="utf-8")
    below = re.search(r"^extends: *(\S+)", text, re.MULTILINE)
    alone = re.sub(r"^extends:.*\n", "", text, flags=re.MULTILINE)
    return alone + ("\n@@\n" + chain(path.parent / below[1]) if below else "")


def command_lines():
    for text in [*(text for _, text in sources("README.md", "results/README.md", "scenarios/*.md", "tests/app/*.cpp")),
                 *(text for _, text in sources("app/*_command.cpp", "app/sweep/*.cpp"))]:
        for line in re.findall(r"\bdoorstroom ([a-z][^\n`|>#\\]*)", text):
            try:
                yield "\n".join(shlex.split(line.split("  ")[0]))
            except ValueError:
                continue


def words_of(schema):
    """Keys, words and units of the field table."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties":
                yield from value
            elif key in ("enum", "examples"):
                yield from (str(each) for each in value)
            elif key in ("const", "default") and isinstance(value, str):
                yield value
            elif key == "pattern":
                for group in re.findall(r" \*\(([^()]+)\) \*", value):
                    yield from (unit.replace(" +", " ") for unit in group.split("|"))
            yield from words_of(value)
    elif isinstance(schema, list):
        for each in schema:
            yield from words_of(each)


def entry(word):
    return '"' + "".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f"\\x{b:02x}"
                         for b in word.encode()) + '"'


def write(folder, texts):
    folder.mkdir(parents=True, exist_ok=True)
    kept = sorted({text for text in texts if text and len(text) <= largest_seed})
    for number, text in enumerate(kept):
        (folder / f"{number:04}").write_bytes(text.encode("utf-8"))


def manifests(program):
    for plan in PLANS:
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            (place / "minimal.yaml").write_text((root / "scenarios/minimal.yaml").read_text())
            (place / "plan.yaml").write_text("doorstroom: 1\nsweep: p\nbase: minimal.yaml\n" + plan)
            subprocess.run([program, "sweep", "plan.yaml", "-o", "s", "--no-run"], cwd=place, check=True,
                           stdout=subprocess.DEVNULL)
            yield (place / "s/manifest.json").read_text()


def result_files(program, folder):
    """The result of a tiny scenario; seeds.cpp takes out of it what each reader wants."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tiny.yaml").write_text(TINY)
    subprocess.run([program, "run", "tiny.yaml", "-o", "tiny.h5", "--replications", "2", "--jobs", "1", "--force"],
                   cwd=folder, check=True, stdout=subprocess.DEVNULL)


def write_small_results(program, results, seeds):
    """Each with the number of the command that reads it before it."""
    subprocess.run([program, results / "tiny.h5", results], check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})
    seeds.mkdir(exist_ok=True)
    commands = ["export", "show", "same", "compare", "trace"]  # as in read_results.cpp
    for number, command in enumerate(commands):
        (seeds / command).write_bytes(bytes([number]) + (results / f"{command}.h5").read_bytes())
    for number, kinds in ((0, "kinds_3"), (2, "kinds_3"), (0, "kinds_65537")):
        (seeds / f"{kinds}_{number}").write_bytes(bytes([number]) + (results / f"{kinds}.h5").read_bytes())


def main():
    program, build = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    folder = build / "tried"
    seeds = folder / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    words = {"extends", "~", "@@", "@set", "**"}
    for form in ("scenario", "overlay", "sweep"):
        schema = subprocess.run([program, "schema", form], check=True, capture_output=True).stdout
        words |= set(words_of(json.loads(schema)))
    (folder / "words.dict").write_text("\n".join(sorted(entry(word) for word in words if word)) + "\n")

    in_tests = list(raw_strings("tests/models/**/*.cpp", "tests/support/*.hpp", "tests/app/*.cpp"))
    in_scenarios = [text for text in in_tests if "doorstroom: 1" in text]
    write(seeds / "yaml", scenario_files() + in_tests)
    write(seeds / "scenario", scenario_files() + in_scenarios + [TINY])
    quantities = [text for text in plain_strings("tests/models/reading/*.cpp") if len(text) < 60]
    write(seeds / "quantities", [chr(number % 32) + text for number, text in enumerate(quantities)])
    write(seeds / "arrivals", [text for text in [*in_tests, *plain_strings("tests/models/fields/arrivals_table_test.cpp")]
                               if "day" in text and "," in text] + ["day,age,severity,subregion,swv\n2026-08-01,12,light,north,town\n2027-01-01,,,,\n"])
    overlays = [chain(path) for path, _ in sources("scenarios/*.yaml")] + in_scenarios
    write(seeds / "overlay", overlays + [TINY + "\n@set\narrangements.a.places=3\ndesks.*.staff=2 fte",
                                         "arrangements: {a: {places: 4}}\nname: ~\n@@\n" + TINY])
    heading = "doorstroom: 1\nsweep: p\nbase: minimal.yaml\n"
    write(seeds / "sweep_plan", [heading + plan for plan in PLANS] +
          [re.sub(r"base: .*", "base: minimal.yaml", text) for text in scenario_files() + in_tests if "vary:" in text])
    write(seeds / "manifest", manifests(program))
    names = re.findall(r"\b([a-z]+)_command,", (root / "app/commands.hpp").read_text())
    write(seeds / "command_line", {chr(names.index(line.split("\n")[0])) + line
                                   for line in command_lines() if line.split("\n")[0] in names})
    asked = [text for text in raw_strings("tests/results/what_if/request_test.cpp") if "variant" in text]
    write(seeds / "what_if", ["\0lang=nl", "\1extends=minimal.yaml", *("\2lang=en\n" + text for text in asked),
                              '\3\n{"file": "a.yaml", "variant": {"name": "A", "sets": [{"path": "arrangements.oza.places", "value": "30"}]}}'])
    result_files(program, folder / "results")
    write_small_results(build / "tests/fuzz/fuzz_seeds", folder / "results", seeds / "result_file")


if __name__ == "__main__":
    main()
