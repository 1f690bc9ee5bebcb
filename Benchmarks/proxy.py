#!/usr/bin/env python3
"""Measures `counterpart proxy` beside haproxy in TCP mode, both in front of nginx.

Usage: proxy.py --counterpart BINARY --out FOLDER [--nginx BINARY] [--haproxy BINARY] [--wrk BINARY]

An empty BINARY is a missing one.
"""

import argparse
import json
import pathlib
import resource
import socket
import subprocess
import sys
import time

import measure
import mock
from measure import HOST, NotMeasured, Report, Server, median, number, say

RATE = 0.75
CPU = 1.3
BULK = 1.3
LATENCY_P50 = 0.5
LATENCY_P99 = 3
BANDWIDTH = 1
MEMORY = 150

ROUNDS = measure.setting("BENCHMARK_ROUNDS", 5)
SECONDS = measure.setting("BENCHMARK_SECONDS", 3)
BULK_BYTES = 64_000_000
PACED = 10
OPEN = 5_000


def start_haproxy(binary, upstream, out):
    port = measure.free_port()
    file = out / "haproxy.cfg"
    file.write_text(f"""\
global
  nbthread 1
  maxconn 1000
defaults
  mode tcp
  timeout connect 5s
  timeout client 60s
  timeout server 60s
listen proxy
  bind {HOST}:{port} backlog 1024
  server nginx {HOST}:{upstream}
""")
    return Server([binary, "-db", "-f", file], port, out / "haproxy.log")


def start_proxy(binary, upstream, out, *toxics):
    port = measure.free_port()
    command = [
        binary, "proxy", "--listen", f"{HOST}:{port}", "--upstream", f"{HOST}:{upstream}",
        "--seed", 1]
    for toxic in toxics:
        command += ["--toxic", toxic]
    server = Server(command, port, out / "proxy.log")
    server.first_response("/")
    return server


def download(port, path, count):
    """The seconds that it takes to read the body of a GET, from its first byte to its last."""
    buffer = bytearray(1 << 20)
    with socket.create_connection((HOST, port), 60) as client:
        client.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
        head = b""
        while b"\r\n\r\n" not in head:
            head += client.recv(1)
        start = time.perf_counter()
        rest = count
        while rest:
            got = client.recv_into(buffer)
            if not got:
                raise NotMeasured(f"{rest} bytes are missing")
            rest -= got
        return time.perf_counter() - start


def answers(wrk, port, pause):
    """The times of answers in milliseconds, on 20 connections with a pause after each answer."""
    command = [
        wrk, "-t1", "-c20", f"-d{PACED}s", "--timeout", "10s", "-s", measure.FOLDER / "pace.lua",
        f"http://{HOST}:{port}/", "--", pause]
    try:
        run = subprocess.run(
            [str(word) for word in command], capture_output=True, text=True, timeout=PACED + 60)
    except subprocess.TimeoutExpired as error:
        raise NotMeasured("wrk did not end") from error
    _, found, line = run.stdout.partition("RESULT ")
    if run.returncode != 0 or not found:
        raise NotMeasured(f"wrk failed: {(run.stdout + run.stderr)[-500:]}")
    result = json.loads(line.splitlines()[0])
    if result["requests"] == 0 or result["errors"] != 0:
        raise NotMeasured(f"{result['errors']} of {result['requests']} requests went wrong")
    return {key: result[key] / 1_000 for key in ("least", "p50", "p99", "most")}


def measure_speed(arguments, small, bulk, raw):
    """Rounds in which haproxy and the proxy take turns."""
    peers = {"counterpart": [], "haproxy": []}
    for upstream in (small, bulk):
        peers["counterpart"].append(start_proxy(arguments.counterpart, upstream.port, arguments.out))
        if arguments.haproxy:
            server = start_haproxy(arguments.haproxy, upstream.port, arguments.out)
            server.first_response("/")
            peers["haproxy"].append(server)
    for turn in range(ROUNDS):
        for name, servers in peers.items():
            if not servers:
                continue
            say(f"round {turn + 1} of {ROUNDS}: {name}")
            if arguments.wrk:
                raw[name]["load"].append(mock.load(arguments.wrk, servers[0], 1, SECONDS))
            times = [download(servers[1].port, "/bulk", BULK_BYTES) for _ in range(5)]
            raw[name]["bulk"].append(BULK_BYTES / median(times) / 1e6)
    for servers in peers.values():
        for server in servers:
            server.stop()


def measure_accuracy(arguments, small, bulk, raw):
    for late in (5, 50) if arguments.wrk else ():
        say(f"latency of {late} ms")
        # What the way takes without the fault, when as many requests come in a second.
        server = start_proxy(arguments.counterpart, small.port, arguments.out)
        plain = answers(arguments.wrk, server.port, late)
        server.stop()
        server = start_proxy(
            arguments.counterpart, small.port, arguments.out, f"latency,latency={late}")
        raw["latency"][late] = {"plain": plain, "late": answers(arguments.wrk, server.port, 0)}
        server.stop()
    for rate in (1_000, 10_000):
        say(f"bandwidth of {rate} KB/s")
        server = start_proxy(
            arguments.counterpart, bulk.port, arguments.out, f"bandwidth,rate={rate}")
        took = download(server.port, f"/bulk-{rate}", 2_000 * rate)
        raw["bandwidth"][rate] = 2_000 * rate / took / 1_000
        server.stop()


def measure_memory(arguments, small, raw):
    say(f"{OPEN} connections")
    server = start_proxy(
        arguments.counterpart, small.port, arguments.out, "latency,latency=20",
        "slicer,average_size=100", "limit_data,bytes=1000000")
    request = f"GET / HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode()
    clients = []
    for start in range(0, OPEN, 500):
        batch = [socket.create_connection((HOST, server.port), 30) for _ in range(500)]
        for client in batch:
            client.sendall(request)
        for client in batch:
            if b"200 OK" not in client.recv(65_536):
                raise NotMeasured("a connection got no answer")
        clients += batch
    raw["memory"], _ = server.memory()
    for client in clients:
        client.close()
    server.stop()


def ratio(raw, key):
    """The median of the rounds' ratios."""
    own, peer = raw["counterpart"], raw["haproxy"]
    if key == "bulk":
        pairs = list(zip(own["bulk"], peer["bulk"]))
    else:
        pairs = [(a[key], b[key]) for a, b in zip(own["load"], peer["load"])]
    return median(a / b for a, b in pairs) if pairs else None


def lateness(values, late, key):
    """By how many milliseconds a fault was later than asked for, beyond what the way takes without it."""
    return values and values["late"][key] - late - values["plain"]["p50"]


def show(report, raw):
    rows = []
    for name in ("haproxy", "counterpart"):
        load, bulk = raw[name]["load"], raw[name]["bulk"]
        if not bulk:
            continue
        rows.append([
            name, number(mock.middle(load, "rate")), number(mock.middle(load, "cpu")),
            number(mock.middle(load, "p50")), number(mock.middle(load, "p99")),
            number(median(bulk))])
    if rows:
        report.table(
            f"in front of nginx; wrk -t1 -c32, medians of {ROUNDS} rounds of {SECONDS} s; bulk is "
            f"{BULK_BYTES // 1_000_000} MB on one connection:",
            ["proxy", "req/s", "CPU µs/req", "p50 µs", "p99 µs", "bulk MB/s"], rows)
    if raw["latency"]:
        report.table(
            "answers on 20 connections, ms; late is what was asked for and the way without a fault at the "
            "same pace taken off:",
            ["asked", "way p50", "least", "p50", "p99", "late p50", "late p99"],
            [[late, number(v["plain"]["p50"]), *(number(v["late"][k]) for k in ("least", "p50", "p99")),
              number(lateness(v, late, "p50")), number(lateness(v, late, "p99"))]
             for late, v in raw["latency"].items()])
    report.line()
    report.goal("requests per second", ratio(raw, "rate"), RATE, " x haproxy", True)
    report.goal("CPU per request", ratio(raw, "cpu"), CPU, " x haproxy")
    report.goal("bulk", ratio(raw, "bulk"), BULK, " x haproxy", True)
    for late in (5, 50):
        values = raw["latency"].get(late)
        early = values and max(0, late - values["late"]["least"])
        report.goal(f"latency {late} ms: early by", early, 0, " ms")
        for key, goal in (("p50", LATENCY_P50), ("p99", LATENCY_P99)):
            report.goal(
                f"latency {late} ms: late by, {key}", lateness(values, late, key), goal, " ms")
    for rate in (1_000, 10_000):
        got = raw["bandwidth"].get(rate)
        report.goal(
            f"bandwidth {rate} KB/s: off by", got and abs(got / rate - 1) * 100, BANDWIDTH, " %")
    report.goal(f"memory with {OPEN} connections", raw.get("memory"), MEMORY, " MB")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--counterpart", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--nginx", help="the server behind")
    parser.add_argument("--haproxy", help="the peer")
    parser.add_argument("--wrk", help="the load")
    arguments = parser.parse_args()
    arguments.out = arguments.out.resolve()
    measure.bound(600 + 4 * ROUNDS * (SECONDS + 10))
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    report = Report(arguments.out, "proxy")
    raw = report.raw
    raw.update(
        {name: {"load": [], "bulk": []} for name in ("counterpart", "haproxy")},
        latency={}, bandwidth={})
    try:
        if not arguments.nginx:
            raise NotMeasured("nginx is missing: there is nothing to proxy")
        folder = arguments.out / "proxy-files"
        folder.mkdir(exist_ok=True)
        for name, size in (
                ("bulk", BULK_BYTES), ("bulk-1000", 2_000_000), ("bulk-10000", 20_000_000)):
            (folder / name).write_bytes(b"x" * size)
        (folder / "index.html").write_text("x" * 300)
        small = measure.nginx(
            arguments.nginx, arguments.out, "nginx-small", f"return 200 '{'x' * 300}';", 12_000)
        bulk = measure.nginx(
            arguments.nginx, arguments.out, "nginx-bulk", f'root "{folder}"; sendfile on;')
        small.first_response("/")
        bulk.first_response("/")
        measure_speed(arguments, small, bulk, raw)
        measure_accuracy(arguments, small, bulk, raw)
        if hard < 3 * OPEN:
            report.missing(f"only {hard} open files are allowed: no memory with {OPEN} connections")
        else:
            measure_memory(arguments, small, raw)
    except NotMeasured as error:
        report.missing(str(error))
    finally:
        Server.stop_all()
    if not arguments.haproxy:
        report.missing("haproxy is missing: no ratios")
    if not arguments.wrk:
        report.missing("wrk is missing: no load")
    show(report, raw)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
