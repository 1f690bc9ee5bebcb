#!/usr/bin/env python3
"""Measures `counterpart mock` beside nginx: throughput, processor time, start, memory.

Usage: mock.py --counterpart BINARY --out FOLDER [--nginx BINARY] [--wrk BINARY]

An empty BINARY is a missing one.
"""

import argparse
import json
import pathlib
import subprocess
import sys

import measure
from measure import NotMeasured, Report, Server, median, number, say

COUNTS = (1, 1_000, 10_000)
CONNECTIONS = 32
MILLION = 1_000_000

RATIO = 0.6
GROWTH = 1.1
FIRST_RESPONSE = {1: 15, 1_000: 30, 10_000: 200}
# The journal of 16 MB included, which is full after a million requests.
MEMORY = {1: 40, 1_000: 44, 10_000: 64}
FLAT = 1

STARTS = measure.setting("BENCHMARK_STARTS", 9)
ROUNDS = measure.setting("BENCHMARK_ROUNDS", 5)
SECONDS = measure.setting("BENCHMARK_SECONDS", 3)


def start_mock(binary, count, contract, out):
    port = measure.free_port()
    return Server(
        [binary, "mock", contract, "--port", port], port, out / f"mock-{count}.log")


def measure_starts(arguments, contracts, body, raw):
    """Start after start: the time until the first answer, and the memory right after it."""
    for count, contract in contracts.items():
        say(f"starts with {count} interactions")
        for turn in range(STARTS):
            path = f"/products/{turn * 7_919 % count + 1}"
            server = start_mock(arguments.counterpart, count, contract, arguments.out)
            took = server.first_response(path)
            memory, peak = server.memory()
            server.stop()
            raw["starts"][count].append({"ms": took, "rss": memory, "peak": peak})
    if arguments.nginx:
        for _ in range(STARTS):
            server = start_nginx(arguments, body)
            took = server.first_response("/products/1")
            raw["starts"]["nginx"].append({"ms": took, "rss": server.memory()[0]})
            server.stop()


def start_nginx(arguments, body):
    quoted = body.replace("\\", "\\\\").replace("'", "\\'")
    return measure.nginx(arguments.nginx, arguments.out, "nginx", f"return 200 '{quoted}';")


def check(server, count, body):
    """A fast wrong answer is worth nothing."""
    for path, status in ((f"/products/{count}", 200), ("/products/0", 500)):
        got, answer = measure.get(server.port, path)
        if got != status:
            raise NotMeasured(f"{path} was answered with {got} and not with {status}")
        if status == 200 and json.loads(answer).keys() != json.loads(body).keys():
            raise NotMeasured(f"{path} was answered with another body: {answer[:200]!r}")


def load(wrk, server, count, seconds, scheme="http"):
    """One run of wrk, with what it cost the server."""
    before = server.cpu()
    command = [
        wrk, "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "10s",
        "-s", measure.FOLDER / "spread.lua", f"{scheme}://{measure.HOST}:{server.port}", "--", count]
    try:
        run = subprocess.run(
            [str(word) for word in command], capture_output=True, text=True, timeout=seconds + 60)
    except subprocess.TimeoutExpired as error:
        raise NotMeasured("wrk did not end") from error
    cpu = server.cpu() - before
    _, found, line = run.stdout.partition("RESULT ")
    if run.returncode != 0 or not found:
        raise NotMeasured(f"wrk failed: {(run.stdout + run.stderr)[-500:]}")
    result = json.loads(line.splitlines()[0])
    if result["requests"] == 0 or result["errors"] != 0:
        raise NotMeasured(f"{result['errors']} of {result['requests']} requests went wrong")
    result["rate"] = result["requests"] / result["seconds"]
    result["cpu"] = cpu * 1e6 / result["requests"]
    return result


def measure_load(arguments, contracts, body, raw):
    """Rounds in which nginx and each mock take turns, and then a million requests to each mock."""
    peer = start_nginx(arguments, body) if arguments.nginx else None
    mocks = {
        count: start_mock(arguments.counterpart, count, contract, arguments.out)
        for count, contract in contracts.items()}
    if peer:
        peer.first_response("/products/1")
    for count, server in mocks.items():
        server.first_response(f"/products/{count}")
        check(server, count, body)
        served = load(arguments.wrk, server, count, 1)["requests"]
        raw["memory"][count].append({"requests": served, "rss": server.memory()[0]})
    for turn in range(ROUNDS):
        for count, server in mocks.items():
            say(f"round {turn + 1} of {ROUNDS}: {count} interactions")
            if peer:
                raw["nginx"][count].append(load(arguments.wrk, peer, count, SECONDS))
            raw["counterpart"][count].append(load(arguments.wrk, server, count, SECONDS))
    for count, server in mocks.items():
        first = raw["memory"][count][0]["requests"]
        served = first + sum(run["requests"] for run in raw["counterpart"][count])
        for _ in range(20):
            memory, peak = server.memory()
            raw["memory"][count].append({"requests": served, "rss": memory, "peak": peak})
            if served - first >= MILLION:
                break
            say(f"{served - first} requests of a million: {count} interactions")
            served += load(arguments.wrk, server, count, SECONDS)["requests"]
        else:
            raise NotMeasured(f"only {served} requests in 20 runs of {SECONDS} s")
    Server.stop_all()


def middle(runs, key):
    return median(run[key] for run in runs) if runs else None


def ratio(raw, count):
    """The median of the rounds' ratios: what changes between rounds concerns both."""
    pairs = zip(raw["counterpart"][count], raw["nginx"][count])
    ratios = [own["rate"] / peer["rate"] for own, peer in pairs]
    return median(ratios) if ratios else None


def growth(raw):
    pairs = zip(raw["counterpart"][COUNTS[-1]], raw["counterpart"][1])
    ratios = [large["cpu"] / small["cpu"] for large, small in pairs]
    return median(ratios) if ratios else None


def show_load(report, raw):
    rows = []
    for count in COUNTS:
        for name in ("nginx", "counterpart"):
            runs = raw[name][count]
            if not runs:
                continue
            share = ratio(raw, count) if name == "counterpart" else 1
            rows.append([
                f"{count:,}", name, number(middle(runs, "rate")), number(share),
                number(middle(runs, "cpu")), number(middle(runs, "p50")),
                number(middle(runs, "p99")),
                number(median(run["bytes"] / run["requests"] for run in runs))])
    if rows:
        report.table(
            f"wrk -t1 -c{CONNECTIONS}, keep-alive, medians of {ROUNDS} rounds of {SECONDS} s:",
            ["interactions", "server", "req/s", "x nginx", "CPU µs/req", "p50 µs", "p99 µs",
             "B/response"],
            rows)


def show_starts(report, raw, contracts):
    rows = []
    for count in COUNTS:
        starts, later = raw["starts"][count], raw["memory"][count]
        if not starts:
            continue
        end = later[-1] if later and "peak" in later[-1] else {}
        size = contracts[count].stat().st_size / 1e6
        rows.append([
            f"{count:,}", f"{size:.1f}", number(middle(starts, "ms")),
            number(min(start["ms"] for start in starts)), number(middle(starts, "rss")),
            number(middle(starts, "peak")), number(later[0]["rss"] if later else None),
            number(end.get("rss")), number(end.get("peak"))])
    if raw["starts"]["nginx"]:
        starts = raw["starts"]["nginx"]
        rows.append([
            "nginx", "", number(middle(starts, "ms")), number(min(start["ms"] for start in starts)),
            number(middle(starts, "rss")), "", "", "", ""])
    if rows:
        report.table(
            f"start (medians of {STARTS}) and memory (MB of 1,000,000 bytes):",
            ["interactions", "file MB", "first response ms", "fastest", "RSS", "peak",
             "RSS warm", "RSS 1M requests", "peak 1M"],
            rows)


def show_goals(report, raw):
    report.line()
    for count in COUNTS:
        name = f"{count:,} interaction{'' if count == 1 else 's'}"
        report.goal(f"{name}: requests per second", ratio(raw, count), RATIO, " x nginx", True)
    report.goal(
        f"CPU per request, {COUNTS[-1]:,} interactions against 1", growth(raw), GROWTH, " x")
    for count in COUNTS:
        report.goal(
            f"first response, {count:,}", middle(raw["starts"][count], "ms"),
            FIRST_RESPONSE[count], " ms")
    for count in COUNTS:
        later = raw["memory"][count]
        done = bool(later) and "peak" in later[-1]
        report.goal(
            f"RSS after a million requests, {count:,}", later[-1]["rss"] if done else None,
            MEMORY[count], " MB")
        report.goal(
            f"RSS growth over a million requests, {count:,}",
            max(0, later[-1]["rss"] - later[0]["rss"]) if done else None, FLAT, " MB")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--counterpart", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--nginx", help="the peer")
    parser.add_argument("--wrk", help="the load")
    arguments = parser.parse_args()
    arguments.out = arguments.out.resolve()
    measure.bound(900 + 12 * ROUNDS * (SECONDS + 2))
    report = Report(arguments.out, "mock")
    raw = report.raw
    for name in ("nginx", "counterpart", "memory", "starts"):
        raw[name] = {count: [] for count in COUNTS}
    raw["starts"]["nginx"] = []
    try:
        body_file = arguments.out / "body.json"
        contracts = {
            count: measure.write_contract(count, arguments.out, "--body", body_file)
            for count in COUNTS}
        body = body_file.read_text(encoding="utf-8")
        measure_starts(arguments, contracts, body, raw)
        if arguments.wrk:
            measure_load(arguments, contracts, body, raw)
    except NotMeasured as error:
        report.missing(str(error))
    finally:
        Server.stop_all()
    if not arguments.nginx:
        report.missing("nginx is missing: no ratios")
    if not arguments.wrk:
        report.missing("wrk is missing: no load")
    show_load(report, raw)
    if any(raw["starts"].values()):
        show_starts(report, raw, contracts)
    show_goals(report, raw)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
