#!/usr/bin/env python3
"""How long a file with many interactions in Swift takes to type-check.

Usage: Benchmarks/dsl.py [--interactions 50] [--limit SECONDS]

Writes such a file, compiles it against the module ContractDSL of the debug build
(`swift build --target ContractDSL` first), and prints the wall-clock times of
`swiftc -typecheck` with it and with an empty file: the difference is the file's own.
With --limit the exit code is 1 when the difference is above it.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
INTERACTION = '''
  static let order{n} = Interaction(
    "a request for order {n}",
    given: "order {n} exists",
    request: .get(
      "/orders/{n}",
      headers: [.authorization: "Bearer \\(.matching(#"[\\w.-]+"#, example: "t0k3n"))"]),
    response: .json(
      .ok,
      [
        "id": .integer({n}),
        "status": .oneOf("pending", "paid", "shipped"),
        "items": .each(["sku": .string("A-1"), "quantity": .integer(2)]),
        "createdAt": .dateTime("2026-01-31T12:00:00Z"),
      ]))
'''


def typecheck(source: str, build: pathlib.Path) -> float:
    """The least time of three runs, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "Contracts.swift")
        file.write_text(source)
        maps = ["-Xcc", "-I/usr/include/libxml2"] + [
            flag
            for name in ("CLibXML2", "CPCRE2")
            for flag in ("-Xcc", f"-fmodule-map-file={ROOT}/Sources/{name}/module.modulemap")
        ]
        command = ["swiftc", "-typecheck", "-swift-version", "6", "-package-name", "bench"]
        command += ["-I", str(build / "Modules"), *maps, str(file)]
        times = []
        for _ in range(3):
            start = time.monotonic()
            subprocess.run(command, check=True)
            times.append(time.monotonic() - start)
        return min(times)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--interactions", type=int, default=50)
    parser.add_argument("--limit", type=float)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / ".build/debug")
    options = parser.parse_args()
    head = "import ContractDSL\n"
    body = "".join(INTERACTION.replace("{n}", str(n)) for n in range(options.interactions))
    empty = typecheck(head, options.build)
    full = typecheck(f"{head}extension Interaction {{{body}}}\n", options.build)
    print(f"{options.interactions} interactions: {full - empty:.2f} s"
          f" (with the file {full:.2f} s, without {empty:.2f} s)")
    return int(options.limit is not None and full - empty > options.limit)


if __name__ == "__main__":
    sys.exit(main())
