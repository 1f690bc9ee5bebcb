#!/usr/bin/env python3
"""Measures `counterpart mock` with WireMock's stubs beside nginx, and beside WireMock where its jar is.

Usage: stubs.py --counterpart BINARY --out FOLDER [--nginx BINARY] [--wrk BINARY] [--wiremock JAR]

An empty BINARY is a missing one.
"""

import argparse
import json
import pathlib
import resource
import socket
import ssl
import statistics
import subprocess
import sys
import time

import measure
import mock
from measure import NotMeasured, Report, Server, median, number, say

COUNTS = (1, 1_000, 10_000)
ROUNDS = measure.setting("BENCHMARK_ROUNDS", 5)
SECONDS = measure.setting("BENCHMARK_SECONDS", 3)
IDLE = measure.setting("BENCHMARK_IDLE", 10_000)


def product(index):
    return {"id": index, "name": f"product {index}", "price": 9.5, "tags": ["a", "b", "c"]}


def stub(index):
    return {
        "request": {"method": "GET", "urlPath": f"/products/{index}"},
        "response": {
            "status": 200, "headers": {"Content-Type": "application/json"},
            "jsonBody": product(index)}}


TEMPLATED = {
    "request": {"method": "GET", "urlPathPattern": "/products/[0-9]+"},
    "response": {
        "status": 200, "headers": {"Content-Type": "application/json"},
        "body": '{"id": {{request.pathSegments.[1]}}, "name": "product {{request.pathSegments.[1]}}",'
                ' "price": 9.5, "tags": ["a", "b", "c"], "method": "{{request.method}}"}',
        "transformers": ["response-template"]}}


def write_folder(out, count):
    """A folder as WireMock has it, with one file for each stub."""
    folder = out / f"stubs-{count}"
    mappings = folder / "mappings"
    if not mappings.exists():
        mappings.mkdir(parents=True)
        for index in range(1, count + 1):
            (mappings / f"{index}.json").write_text(json.dumps(stub(index)))
    return folder


def start(arguments, name, *options):
    port = measure.free_port()
    return Server(
        [arguments.counterpart, "mock", *options, "--port", port], port,
        arguments.out / f"{name}.log")


def start_wiremock(arguments, folder, name):
    port = measure.free_port()
    command = [
        "java", "-Xmx2g", "-jar", arguments.wiremock, "--port", port, "--root-dir", folder,
        "--container-threads", "50", "--disable-request-logging", "--max-request-journal-entries",
        "1000"]
    return Server(command, port, arguments.out / f"{name}.log")


def rounds(arguments, own, peer, count, raw, scheme="http"):
    """Turns of wrk at both; the ratio of each round."""
    for turn in range(ROUNDS):
        say(f"round {turn + 1} of {ROUNDS}")
        raw.append([
            mock.load(arguments.wrk, server, count, SECONDS, scheme) for server in (peer, own)])


def ratio(pairs):
    return median(own["rate"] / peer["rate"] for peer, own in pairs) if pairs else None


def measure_loads(arguments, raw):
    body = json.dumps(product(1))
    peer = mock.start_nginx(arguments, body)
    peer.first_response("/products/1")
    servers = {
        count: start(arguments, f"stubs-{count}", write_folder(arguments.out, count))
        for count in COUNTS}
    for count, server in servers.items():
        server.first_response(f"/products/{count}")
        # Both warm.
        mock.load(arguments.wrk, server, count, 1)
    for turn in range(ROUNDS):
        for count, server in servers.items():
            say(f"round {turn + 1} of {ROUNDS}: {count} stubs")
            raw["loads"][count].append([
                mock.load(arguments.wrk, one, count, SECONDS) for one in (peer, server)])
    for count, server in servers.items():
        raw["memory"][count] = server.memory()[0]
    if arguments.wiremock:
        for count in COUNTS:
            say(f"WireMock: {count} stubs")
            server = start_wiremock(arguments, write_folder(arguments.out, count), f"wm-{count}")
            server.first_response(f"/products/{count}", 120)
            for _ in range(2):
                run = mock.load(arguments.wrk, server, count, SECONDS)
            raw["wiremock"][count] = {"rate": run["rate"], "rss": server.memory()[0]}
            server.stop()
    file = arguments.out / "templated.json"
    file.write_text(json.dumps(TEMPLATED))
    own = start(arguments, "templated", file)
    own.first_response("/products/7")
    status, answer = measure.get(own.port, "/products/7")
    if status != 200 or json.loads(answer)["id"] != 7:
        raise NotMeasured(f"the template was answered with {status}: {answer[:200]!r}")
    rounds(arguments, own, peer, 1_000, raw["templated"])
    Server.stop_all()


def measure_tls(arguments, raw):
    folder = arguments.out
    key, certificate = folder / "tls.key", folder / "tls.pem"
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=localhost"],
        capture_output=True, check=False)
    if made.returncode != 0:
        raise NotMeasured("openssl made no certificate")
    body = json.dumps(product(1)).replace('"', '\\"')
    peer = measure.nginx(
        arguments.nginx, folder, "nginx-tls", f'return 200 "{body}";', tls=(certificate, key))
    own = start(
        arguments, "stubs-tls", write_folder(folder, 1_000), "--tls-cert", certificate, "--tls-key",
        key)
    context = ssl._create_unverified_context()
    for server in (peer, own):
        end = time.monotonic() + 30
        while True:
            try:
                with socket.create_connection((measure.HOST, server.port), 5) as plain:
                    context.wrap_socket(plain).close()
                break
            except OSError:
                if time.monotonic() > end:
                    raise NotMeasured("no server speaks TLS") from None
                time.sleep(0.02)
    rounds(arguments, own, peer, 1_000, raw["tls"], "https")
    Server.stop_all()


class Client:
    """One connection that is kept."""

    def __init__(self, port):
        self.socket = socket.create_connection((measure.HOST, port), 60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.file = self.socket.makefile("rb")

    def answer(self):
        status = int(self.file.readline().split()[1])
        length = 0
        while (line := self.file.readline()) not in (b"\r\n", b""):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return status, self.file.read(length)

    def ask(self, method, path, body=b""):
        self.socket.sendall(self.request(method, path, body))
        return self.answer()

    @staticmethod
    def request(method, path, body=b""):
        head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n"
        return head.encode() + body


def measure_loading(arguments, raw):
    """From files: until the first answer. By the API: one call for each stub, sent without waiting."""
    folder = write_folder(arguments.out, 10_000)
    for _ in range(5):
        server = start(arguments, "load-files", folder)
        raw["files"].append(server.first_response("/products/10000") / 1_000)
        server.stop()
    for _ in range(3):
        server = start(arguments, "load-api")
        server.first_response("/")
        client = Client(server.port)
        begin = time.monotonic()
        for first in range(1, 10_001, 100):
            client.socket.sendall(b"".join(
                Client.request("POST", "/__admin/mappings", json.dumps(stub(index)).encode())
                for index in range(first, first + 100)))
            for _ in range(100):
                status, answer = client.answer()
                if status != 201:
                    raise NotMeasured(f"a stub was answered with {status}: {answer[:200]!r}")
        raw["api"].append(time.monotonic() - begin)
        server.stop()


def measure_misses(arguments, raw):
    server = start(arguments, "misses", write_folder(arguments.out, 1_000))
    server.first_response("/products/1")
    client = Client(server.port)
    for index in range(300):
        begin = time.monotonic()
        status, answer = client.ask("GET", f"/produkts/{index}")
        took = (time.monotonic() - begin) * 1_000
        if status != 404 or b"nearest" not in answer:
            raise NotMeasured(f"an unmatched request was answered with {status}")
        if index >= 100:
            raw["miss"].append(took)
    server.stop()


def measure_idle(arguments, raw):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    if hard < IDLE + 100:
        raise NotMeasured(f"only {hard} files may be open")
    server = start(arguments, "idle", write_folder(arguments.out, 1_000))
    server.first_response("/products/1")
    clients = []
    for _ in range(IDLE):
        client = socket.create_connection((measure.HOST, server.port), 30)
        client.sendall(Client.request("GET", "/products/1"))
        clients.append(client)
    for client in clients:
        if not client.recv(64).startswith(b"HTTP/1.1 200"):
            raise NotMeasured("an idle connection was not answered")
    raw["idle"] = server.memory()[0]
    for client in clients:
        client.close()
    server.stop()
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def show(report, raw):
    rows = []
    for count in COUNTS:
        pairs = raw["loads"][count]
        if not pairs:
            continue
        rows.append([
            f"{count:,}", number(median(own["rate"] for _, own in pairs)), number(ratio(pairs)),
            number(median(own["cpu"] for _, own in pairs)), number(raw["memory"][count]),
            number(raw["wiremock"].get(count, {}).get("rate")),
            number(raw["wiremock"].get(count, {}).get("rss"))])
    if rows:
        report.table(
            "stubs, journal and metrics on:",
            ["stubs", "req/s", "x nginx", "CPU µs/req", "RSS MB", "WireMock req/s", "its RSS MB"],
            rows)
    report.line()
    for count in COUNTS:
        report.goal(f"{count:,} stubs: requests per second", ratio(raw["loads"][count]), 0.6,
                    " x nginx", True)
    pairs = zip(raw["loads"][COUNTS[-1]], raw["loads"][1])
    growths = [large[1]["cpu"] / small[1]["cpu"] for large, small in pairs]
    report.goal("CPU per request, 10,000 stubs against 1", median(growths) if growths else None, 1.1,
                " x")
    report.goal("a templated answer", ratio(raw["templated"]), 0.35, " x nginx", True)
    report.goal("over TLS", ratio(raw["tls"]), 0.5, " x nginx with TLS", True)
    report.goal("10,000 stubs from files",
                statistics.median(raw["files"]) if raw["files"] else None, 0.3, " s")
    report.goal("10,000 stubs by the API",
                statistics.median(raw["api"]) if raw["api"] else None, 2, " s")
    report.goal("an unmatched request among 1,000 stubs",
                statistics.median(raw["miss"]) if raw["miss"] else None, 1, " ms")
    report.goal(f"RSS with {IDLE:,} idle connections", raw["idle"], 120, " MB")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--counterpart", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--nginx", help="the peer")
    parser.add_argument("--wrk", help="the load")
    parser.add_argument("--wiremock", help="the jar of WireMock")
    arguments = parser.parse_args()
    arguments.out = arguments.out.resolve()
    measure.bound(1_200 + 20 * ROUNDS * (SECONDS + 2))
    report = Report(arguments.out, "stubs")
    raw = report.raw
    raw.update(
        loads={count: [] for count in COUNTS}, memory={}, wiremock={}, templated=[], tls=[],
        files=[], api=[], miss=[], idle=None)
    steps = [measure_loading, measure_misses, measure_idle]
    if arguments.nginx and arguments.wrk:
        steps = [measure_loads, measure_tls] + steps
    else:
        report.missing("nginx or wrk is missing: no ratios")
    for step in steps:
        try:
            step(arguments, raw)
        except NotMeasured as error:
            report.missing(str(error))
        finally:
            Server.stop_all()
    show(report, raw)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
