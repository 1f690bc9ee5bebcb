#!/usr/bin/env python3
"""Loads a mock for a long time: stubs change, sessions begin and expire, faults strike; memory stays flat.

Usage: soak.py --counterpart BINARY --out FOLDER

Takes BENCHMARK_MINUTES minutes, 2 unless told otherwise; an hour is what a release is checked with.
"""

import argparse
import json
import pathlib
import random
import sys
import threading
import time

import measure
from measure import Report, Server, number, say
from stubs import Client

MINUTES = measure.setting("BENCHMARK_MINUTES", 2)
WORKERS = 4
# After the first part everything that is kept has reached its size.
WARM = 0.4
GROWTH = 8


class Worker(threading.Thread):
    """One client, whose session and stubs nobody else touches: it knows every right answer."""

    def __init__(self, number, port, end):
        super().__init__(daemon=True)
        self.number, self.port, self.end = number, port, end
        self.random = random.Random(number)
        self.counts = {"requests": 0, "stubs": 0, "sessions": 0, "faults": 0}
        self.wrong = []

    def run(self):
        client = Client(self.port)
        turn = 0
        while time.monotonic() < self.end and len(self.wrong) < 10:
            turn += 1
            try:
                self.turn(client, f"w{self.number}-{turn}")
            except (OSError, IndexError, ValueError) as error:
                self.wrong.append(f"{type(error).__name__}: {error}")
                client = Client(self.port)

    def expect(self, client, wanted, method, path, body=b""):
        status, answer = client.ask(method, path, body)
        self.counts["requests"] += 1
        if status != wanted[0] or len(wanted) > 1 and wanted[1] not in answer:
            self.wrong.append(f"{method} {path}: {status} {answer[:100]!r}, expected {wanted}")
        return answer

    def turn(self, client, name):
        """A session from its beginning to where it is left alone."""
        base = f"/__session/{name}"
        self.counts["sessions"] += 1
        for path, text in (("/one", b"first"), ("/one", b"second"), ("/one", b"second")):
            self.expect(client, (200, text), "GET", base + path)
        stub = {"request": {"urlPath": "/own"},
                "response": {"body": "{{request.query.x}} " + name,
                             "transformers": ["response-template"]}}
        made = json.loads(self.expect(
            client, (201,), "POST", base + "/__admin/mappings", json.dumps(stub).encode()))
        self.counts["stubs"] += 1
        for _ in range(self.random.randint(5, 50)):
            value = self.random.randint(0, 10 ** 9)
            self.expect(client, (200, f"{value} {name}".encode()), "GET", f"{base}/own?x={value}")
        self.expect(client, (404, b"nearest"), "GET", base + "/nothing")
        script = {"faults": [{"path": "/own", "steps": [{"type": "status", "status": 503}]}]}
        self.expect(client, (200,), "PUT", base + "/__admin/faults", json.dumps(script).encode())
        self.expect(client, (503,), "GET", base + "/own?x=1")
        self.expect(client, (200, name.encode()), "GET", base + "/own?x=1")
        self.counts["faults"] += 1
        self.expect(client, (200,), "DELETE", f"{base}/__admin/mappings/{made['id']}")
        self.expect(client, (404,), "GET", base + "/own?x=1")
        # The mock itself, whose stubs everybody may use but only this worker changes this one.
        own = f"/shared/{self.number}"
        made = json.loads(self.expect(
            client, (201,), "POST", "/__admin/mappings",
            json.dumps({"request": {"url": own}, "response": {"body": name}}).encode()))
        self.expect(client, (200, name.encode()), "GET", own)
        self.expect(client, (200,), "DELETE", f"/__admin/mappings/{made['id']}")


SCENARIO = {"mappings": [
    {"scenarioName": "s", "requiredScenarioState": "Started", "newScenarioState": "two",
     "request": {"url": "/one"}, "response": {"body": "first"}},
    {"scenarioName": "s", "requiredScenarioState": "two",
     "request": {"url": "/one"}, "response": {"body": "second"}},
]}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--counterpart", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    arguments.out = arguments.out.resolve()
    measure.bound(MINUTES * 60 + 120)
    report = Report(arguments.out, "soak")
    file = arguments.out / "soak-stubs.json"
    file.write_text(json.dumps(SCENARIO))
    port = measure.free_port()
    server = Server(
        [arguments.counterpart, "mock", file, "--port", port, "--session-expiry", "5s",
         "--max-sessions", "100000"], port, arguments.out / "soak.log")
    server.first_response("/one")
    begin = time.monotonic()
    end = begin + MINUTES * 60
    workers = [Worker(index, port, end) for index in range(WORKERS)]
    for worker in workers:
        worker.start()
    samples = []
    while time.monotonic() < end and any(worker.is_alive() for worker in workers):
        time.sleep(1)
        samples.append((time.monotonic() - begin, server.memory()[0]))
    for worker in workers:
        worker.join(30)
    wrong = [text for worker in workers for text in worker.wrong]
    counts = {
        key: sum(worker.counts[key] for worker in workers) for key in workers[0].counts}
    server.stop()
    warm = [memory for at, memory in samples if at >= MINUTES * 60 * WARM]
    half = len(warm) // 2
    early, late = max(warm[:half], default=0), max(warm[half:], default=0)
    report.raw.update(samples=samples, counts=counts, wrong=wrong)
    say(json.dumps(counts))
    report.line(
        f"{MINUTES} min: {counts['requests']:,} requests, {counts['sessions']:,} sessions,"
        f" {counts['stubs']:,} stubs, {counts['faults']:,} fault scripts; RSS {number(early)} MB,"
        f" then {number(late)} MB")
    for text in wrong[:10]:
        report.line(f"! {text}")
    report.goal("wrong answers", len(wrong), 0)
    report.goal("growth of RSS in the second half", late - early if half else None, GROWTH, " MB")
    code = report.finish()
    return code or (1 if wrong else 0)


if __name__ == "__main__":
    sys.exit(main())
