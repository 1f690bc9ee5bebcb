#!/usr/bin/env python3
"""Measures `counterpart verify` beside Pact's verifier: the same contract, the same provider.

Usage: verify.py --counterpart BINARY --out FOLDER [--pact BINARY] [--nginx BINARY]

An empty BINARY is a missing one.
"""

import argparse
import json
import pathlib
import sys

import measure
from measure import NotMeasured, Report, Server, median, number, say

SMALL, LARGE = 1_000, 10_000
PROVIDER = "product-service"
# The peer reads the system's certificates once per interaction, which is most of its time. An empty
# file in their place leaves the part that is about contracts.
NO_CERTIFICATES = {"SSL_CERT_FILE": "/dev/null"}

RATIO = 50
MEMORY = 40
GROWTH = 11

ROUNDS = measure.setting("BENCHMARK_ROUNDS", 5)


class Tool:
    """One way to verify a contract."""

    def __init__(self, name, count, command, environment=None):
        self.name = name
        self.count = count
        self.command = command
        self.environment = environment

    def run(self, out, *options):
        log = out / f"verify-{self.name.replace(' ', '')}-{self.count}.log"
        code, cost = measure.cost([*self.command, *options], log, self.environment)
        if code != 0:
            end = log.read_text(errors="replace")[-500:]
            raise NotMeasured(f"{self.name} ended with {code}: {end}")
        return cost


def start_provider(arguments, contract):
    """A provider that honours the contract: files with other values than the examples."""
    folder = arguments.out / "provider"
    if arguments.nginx:
        name, location = "provider-nginx", f'root "{folder}";'
        return measure.nginx(arguments.nginx, arguments.out, name, location), "nginx with files"
    port = measure.free_port()
    command = [arguments.counterpart, "mock", contract, "--port", port]
    return Server(command, port, arguments.out / "provider.log"), "counterpart mock"


def tools(arguments, contracts, port):
    own = [
        arguments.counterpart, "verify", "--provider", PROVIDER, "--provider-url",
        f"http://{measure.HOST}:{port}"]
    tools = [
        Tool("counterpart", SMALL, [*own, contracts[SMALL]]),
        Tool("counterpart --parallel 16", SMALL, [*own, "--parallel", "16", contracts[SMALL]]),
        Tool("counterpart", LARGE, [*own, contracts[LARGE]]),
        Tool("counterpart --parallel 16", LARGE, [*own, "--parallel", "16", contracts[LARGE]]),
    ]
    if arguments.pact:
        command = [
            arguments.pact, "verifier", "-f", contracts[SMALL], "-h", measure.HOST, "-p", port,
            "-n", PROVIDER, "-l", "none"]
        tools.insert(0, Tool("pact", SMALL, command, NO_CERTIFICATES))
    return tools


def check(tool, out):
    """A run that does not count: each tool says how many interactions passed."""
    file = out / f"verify-{tool.name.replace(' ', '')}-{tool.count}.json"
    if tool.name == "pact":
        tool.run(out, "-j", file)
        results = json.loads(file.read_text(encoding="utf-8"))["interactionResults"]
        passed, total = sum(result["result"] == "OK" for result in results), len(results)
    else:
        junit = file.with_suffix(".xml")
        tool.run(out, "--json", file, "--junit", junit)
        summary = json.loads(file.read_text(encoding="utf-8"))["summary"]
        passed, total = summary["passed"], summary["total"]
    if (passed, total) != (tool.count, tool.count):
        raise NotMeasured(f"{tool.name}: {passed} of {total} passed and not all {tool.count}")


def measure_all(arguments, report):
    raw = report.raw
    contracts = {
        LARGE: measure.write_contract(
            LARGE, arguments.out, "--provider", arguments.out / "provider"),
        SMALL: measure.write_contract(SMALL, arguments.out)}
    server, raw["provider"] = start_provider(arguments, contracts[LARGE])
    server.first_response(f"/products/{LARGE}")
    usable = []
    for tool in tools(arguments, contracts, server.port):
        say(f"{tool.name}, {tool.count} interactions: do all pass?")
        try:
            check(tool, arguments.out)
            usable.append(tool)
        except (NotMeasured, OSError, ValueError, KeyError) as error:
            report.missing(str(error))
    for turn in range(ROUNDS):
        say(f"round {turn + 1} of {ROUNDS}")
        for tool in usable:
            cost = tool.run(arguments.out)
            raw["runs"].setdefault(f"{tool.name}, {tool.count}", []).append(
                {"wall": cost.wall, "cpu": cost.cpu, "peak": cost.peak})


def middle(raw, name, key):
    runs = raw["runs"].get(name)
    return median(run[key] for run in runs) if runs else None


def ratio(raw, over, under, key="wall"):
    """The median of the rounds' ratios."""
    pairs = zip(raw["runs"].get(over, []), raw["runs"].get(under, []))
    ratios = [one[key] / other[key] for one, other in pairs]
    return median(ratios) if ratios else None


def show(report):
    raw = report.raw
    peer, own = f"pact, {SMALL}", f"counterpart --parallel 16, {SMALL}"
    large = f"counterpart --parallel 16, {LARGE}"
    rows = []
    for name in raw["runs"]:
        tool, _, count = name.rpartition(", ")
        rows.append([
            tool, f"{int(count):,}", number(middle(raw, name, "wall") * 1_000),
            number(middle(raw, name, "cpu") * 1_000),
            number(middle(raw, name, "cpu") * 1e6 / int(count)), number(middle(raw, name, "peak")),
            number(ratio(raw, peer, name)) if int(count) == SMALL else "",
            number(ratio(raw, name, name.replace(str(LARGE), str(SMALL))))
            if int(count) == LARGE else ""])
    if rows:
        report.table(
            f"all interactions passed; medians of {ROUNDS} rounds; provider: {raw['provider']}",
            ["tool", "interactions", "wall ms", "CPU ms", "CPU µs each", "peak MB", "pact / this",
             "10,000 / 1,000"],
            rows)
    report.line()
    report.goal(
        f"{SMALL:,} interactions: wall time of pact's verifier", ratio(raw, peer, own), RATIO, " x",
        True)
    report.goal(f"{SMALL:,} interactions: peak memory", middle(raw, own, "peak"), MEMORY, " MB")
    report.goal(f"{LARGE:,} interactions: wall time of 1,000", ratio(raw, large, own), GROWTH, " x")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--counterpart", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--pact", help="the peer")
    parser.add_argument("--nginx", help="serves the files of the provider")
    arguments = parser.parse_args()
    arguments.out = arguments.out.resolve()
    measure.bound(300 + 120 * ROUNDS)
    report = Report(arguments.out, "verify")
    report.raw["runs"] = {}
    if not arguments.pact:
        report.missing("pact is missing: no ratio")
    if not arguments.nginx:
        report.line("nginx is missing: `counterpart mock` plays the provider")
    try:
        measure_all(arguments, report)
    except NotMeasured as error:
        report.missing(str(error))
    finally:
        Server.stop_all()
    show(report)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
