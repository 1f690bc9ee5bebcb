#!/usr/bin/env python3
"""Measures parts of the libraries: parsing JSON beside Foundation, and writing JUnit XML.

Usage: micro.py json|junit --micro BINARY --out FOLDER
"""

import argparse
import pathlib
import subprocess
import sys
import xml.etree.ElementTree

import measure
from measure import NotMeasured, Report, median, number

ROUNDS = measure.setting("BENCHMARK_ROUNDS", 5) * 5

SPEED = 300
RATIO = 10
LARGE = "api-list.json"
CASES, FAILURES = 10_000, 500
JUNIT = 20


def rows_of(arguments):
    """The lines that the program prints, split into columns."""
    run = subprocess.run(
        [str(argument) for argument in arguments], capture_output=True, text=True, timeout=300)
    if run.returncode != 0:
        raise NotMeasured(f"{arguments[0]} ended with {run.returncode}: {run.stderr[-500:]}")
    return [line.split("\t") for line in run.stdout.splitlines()]


def measure_json(micro, out, report):
    documents = [sys.executable, measure.FOLDER / "documents.py", out]
    rows_of(documents)
    files = [out / LARGE, out / "api-object.json"]
    runs = report.raw["runs"] = {file.name: [] for file in files}
    sizes = {}
    for name, size, own, peer in rows_of([micro, "json", ROUNDS, *files]):
        sizes[name] = int(size)
        runs[name].append({"own": float(own), "peer": float(peer)})
    rows = []
    for name, size in sizes.items():
        for key, title in (("peer", "JSONSerialization"), ("own", "JSONDocument")):
            time = median(run[key] for run in runs[name])
            rows.append([
                name, f"{size:,}", title, number(time / 1_000), number(size * 1_000 / time),
                number(ratio(runs[name]) if key == "own" else 1)])
    report.table(
        f"CPU time of one parse, medians of {ROUNDS} rounds:",
        ["file", "bytes", "parser", "µs", "MB/s", "x JSONSerialization"], rows)
    report.line()
    speed = sizes[LARGE] * 1_000 / median(run["own"] for run in runs[LARGE])
    report.goal(f"{LARGE}: speed", speed, SPEED, " MB/s", True)
    for name in sizes:
        report.goal(f"{name}: speed", ratio(runs[name]), RATIO, " x JSONSerialization", True)


def ratio(runs):
    """The median of the rounds' ratios."""
    return median(run["peer"] / run["own"] for run in runs)


def measure_junit(micro, out, report):
    file = out / "junit.xml"
    runs = [
        {"bytes": int(size), "ms": float(time) / 1e6}
        for size, time in rows_of([micro, "junit", ROUNDS, file])]
    report.raw["runs"] = runs
    root = xml.etree.ElementTree.parse(file).getroot()
    found = len(root.findall(".//testcase")), len(root.findall(".//failure"))
    if found != (CASES, FAILURES):
        raise NotMeasured(f"{file} holds {found[0]} cases and {found[1]} failures")
    time = median(run["ms"] for run in runs)
    report.table(
        f"CPU time of one report, median of {ROUNDS} rounds:",
        ["report", "bytes", "ms", "fastest", "MB/s"],
        [[f"JUnit, {CASES:,} cases, {FAILURES} failures", f"{runs[0]['bytes']:,}", number(time),
          number(min(run["ms"] for run in runs)), number(runs[0]["bytes"] / time / 1_000)]])
    report.line()
    report.goal(f"{CASES:,} cases", time, JUNIT, " ms")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("benchmark", choices=["json", "junit"])
    parser.add_argument("--micro", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    arguments.out = arguments.out.resolve()
    measure.bound(600)
    report = Report(arguments.out, arguments.benchmark)
    try:
        run = measure_json if arguments.benchmark == "json" else measure_junit
        run(arguments.micro, arguments.out, report)
    except (NotMeasured, OSError, subprocess.TimeoutExpired) as error:
        report.missing(str(error))
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
