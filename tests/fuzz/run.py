#!/usr/bin/env python3
"""Runs the targets, as many at a time as there are processors, and prints what each tried and found.

    run.py BUILD [--seconds 60] [--inputs N] [--targets yaml,manifest] [--seed 1] [--keep]

BUILD is build/fuzz, with tried/ as prepare.py makes it. Without --keep each run begins with the seeds alone, so that what
it tries is the same each time, as far as it gets; with --keep it goes on from the inputs of earlier runs, and adds up
what they tried in tried/counts.json."""

import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

TARGETS = ["result_file", "scenario", "overlay", "sweep_plan", "yaml", "manifest", "arrivals", "quantities", "command_line", "what_if"]
LARGEST = {"result_file": 400_000, "scenario": 30_000, "overlay": 30_000, "yaml": 30_000, "manifest": 30_000,
           "sweep_plan": 1_000, "arrivals": 4_000, "quantities": 80, "command_line": 400, "what_if": 4_000}  # bytes


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--seconds", type=int, default=0)
    parser.add_argument("--inputs", type=int, default=-1)
    parser.add_argument("--targets", default=",".join(TARGETS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", action="store_true")
    return parser.parse_args()


def run(target, asked):
    tried = asked.build / "tried"
    kept, findings, logs = (tried / name for name in ("kept", "findings", "logs"))
    for folder in (kept / target, findings, logs):
        folder.mkdir(parents=True, exist_ok=True)
    if not asked.keep:
        shutil.rmtree(kept / target)
        (kept / target).mkdir()
    program = asked.build / "tests/fuzz" / f"fuzz_{target}"
    log = logs / f"{target}.log"
    environment = dict(os.environ, UBSAN_OPTIONS="print_stacktrace=1", ASAN_OPTIONS="handle_abort=1:malloc_context_size=3")
    command = [program, f"-seed={asked.seed}", f"-max_total_time={asked.seconds}", f"-runs={asked.inputs}",
               f"-max_len={LARGEST[target]}", f"-artifact_prefix={findings}/{target}-", "-timeout=60", "-report_slow_units=60", "-rss_limit_mb=2048",
               "-malloc_limit_mb=1024", "-print_final_stats=1", "-verbosity=1", f"-dict={tried}/words.dict",
               kept / target, tried / "seeds" / target]
    began = time.monotonic()
    with open(log, "wb") as out:
        code = subprocess.run(command, stdout=out, stderr=out, env=environment).returncode
    text = log.read_text(encoding="utf-8", errors="replace")
    number = re.search(r"stat::number_of_executed_units: +(\d+)", text)
    found = re.search(r"Test unit written to (\S+)", text)
    edges = re.findall(r"cov: (\d+)", text)
    return {"target": target, "inputs": int(number[1]) if number else 0, "seconds": time.monotonic() - began,
            "edges": int(edges[-1]) if edges else 0, "code": code, "finding": found[1] if found and code != 0 else None, "log": str(log),
            "program": str(program), "theirs": [line for line in text.splitlines() if line.startswith("HDF5: ")][-1:]}


def add_up(results, path):
    sums = json.loads(path.read_text()) if path.exists() else {}
    for each in results:
        held = sums.setdefault(each["target"], {"inputs": 0, "seconds": 0, "runs": 0, "findings": 0})
        held["inputs"] += each["inputs"]
        held["seconds"] += round(each["seconds"])
        held["runs"] += 1
        held["findings"] += each["code"] != 0
    path.write_text(json.dumps(sums, indent=1) + "\n")


def main():
    asked = options()
    targets = asked.targets.split(",")
    print(f"{'target':14}{'inputs':>10}{'a second':>10}{'edges':>8}  finding", flush=True)
    results = []
    with concurrent.futures.ThreadPoolExecutor(asked.jobs) as pool:
        for done in concurrent.futures.as_completed([pool.submit(run, target, asked) for target in targets]):
            each = done.result()
            results.append(each)
            print(f"{each['target']:14}{each['inputs']:10}{each['inputs'] / each['seconds']:10.0f}{each['edges']:8}  "
                  f"{each['finding'] or ('none' if each['code'] == 0 else 'it ended with ' + str(each['code']))}", flush=True)
            for line in each["theirs"]:
                print("  " + line, flush=True)
    if asked.keep:
        add_up(results, asked.build / "tried/counts.json")
    failed = [each for each in results if each["code"] != 0]
    for each in failed:
        print(f"\n{each['target']}: what went wrong stands in {each['log']}. Again:\n  {each['program']} {each['finding']}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
