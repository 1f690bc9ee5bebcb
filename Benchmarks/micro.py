#!/usr/bin/env python3
"""Measures parts of the libraries: parsing JSON beside Foundation, matching bodies, writing JUnit XML.

Usage: micro.py json|match|junit --micro BINARY --out FOLDER
"""

import argparse
import json
import os
import pathlib
import re
import shutil
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


ORDER, LIST, XML, MEMORY = 3, 100, 4, 6
BASELINE = measure.FOLDER / "instructions.json"
# How often each case is matched to count its instructions.
TIMES = {"order": 2_000, "list": 2, "xml": 20, "object-100": 200, "object-1000": 20,
         "object-10000": 2}


def measure_match(micro, out, report):
    runs = report.raw["runs"] = {}
    for name, size, matching, compiling in rows_of([micro, "match", ROUNDS]):
        runs.setdefault(name, []).append(
            {"bytes": int(size), "matching": float(matching), "compiling": float(compiling)})
    counts = report.raw["instructions"] = instructions(micro, out, runs)
    known = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    if counts and os.environ.get("BENCHMARK_BASELINE") == "write":
        BASELINE.write_text(json.dumps(counts, indent=2) + "\n")
    rows = []
    for name, rounds in runs.items():
        size = rounds[0]["bytes"]
        time = median(run["matching"] for run in rounds)
        count = counts.get(name)
        rows.append([
            name, f"{size:,}", number(time / 1_000), number(size * 1_000 / time),
            number(median(run["compiling"] for run in rounds) / 1_000),
            f"{count:,}" if count else "–",
            f"{count / known[name] - 1:+.1%}" if count and name in known else "–"])
    report.table(
        f"CPU time of parsing and matching one body, medians of {ROUNDS} rounds:",
        ["case", "bytes", "µs", "MB/s", "compile µs", "instructions", "to baseline"], rows)
    report.line()
    times = {name: median(run["matching"] for run in rounds) for name, rounds in runs.items()}
    size = runs["list"][0]["bytes"]
    report.goal("order: 300 bytes, 7 rules", times["order"] / 1_000, ORDER, " µs")
    report.goal("list: 10,000 objects, 8 wildcard rules", size * 1_000 / times["list"], LIST,
                " MB/s", True)
    report.goal("object: 10,000 rules over 1,000", times["object-10000"] / times["object-1000"],
                12, " x")
    report.goal("xml: 100 KB", times["xml"] / 1e6, XML, " ms")
    growth = peak(micro, "1") - peak(micro, "0")
    report.raw["memory"] = growth
    report.goal("list: memory over the body", growth / size, MEMORY, " x")


def instructions(micro, out, names):
    """The instructions of one match of each case, by callgrind: repeatable whatever else runs."""
    if not shutil.which("valgrind"):
        measure.say("no valgrind: instructions are not counted")
        return {}
    counts = {}
    for name in names:
        few, many = (executed(micro, out, name, times) for times in (1, 1 + TIMES[name]))
        counts[name] = round((many - few) / TIMES[name])
    return counts


def executed(micro, out, name, times):
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}/callgrind.out", str(micro),
         "once", str(times), name], capture_output=True, text=True, timeout=300)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or not found:
        raise NotMeasured(f"valgrind ended with {run.returncode}: {run.stderr[-500:]}")
    return int(found[1])


def peak(micro, times):
    """The most memory that a process with the list in it had, in bytes."""
    run = subprocess.run(
        [sys.executable, measure.FOLDER / "cost.py", "/dev/null", str(micro), "once", times, "list"],
        capture_output=True, text=True, timeout=300)
    return float(run.stdout.split()[-1]) * 1e6


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("benchmark", choices=["json", "match", "junit"])
    parser.add_argument("--micro", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    arguments.out = arguments.out.resolve()
    measure.bound(600)
    report = Report(arguments.out, arguments.benchmark)
    try:
        run = {"json": measure_json, "match": measure_match, "junit": measure_junit}
        run[arguments.benchmark](arguments.micro, arguments.out, report)
    except (NotMeasured, OSError, subprocess.TimeoutExpired) as error:
        report.missing(str(error))
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
