#!/usr/bin/env python3
"""Writes a Pact file (version 4) with N interactions, the same one for the same N.

Interaction i is `GET /products/{i}` and its answer: a JSON body of 300 bytes and seven matching
rules. The file is indented by two spaces as Pact's own tools write it, but lean, 1.6 KB an
interaction: lists stay on one line, and no member repeats a default.

Usage: contract.py N FILE [--body FILE] [--provider FOLDER]

--body writes the body of the first interaction, compact, for a server that always gives the same.
--provider writes FOLDER/products/1 … N: the bodies of a provider that honours the contract with
values other than those of the examples, so that the rules and not equality decide.
"""

import argparse
import json
import pathlib

CONSUMER = "benchmark-shop"
PROVIDER = "product-service"

RULES = {
    "$.id": {"match": "integer"},
    "$.name": {"match": "type"},
    "$.sku": {"match": "regex", "regex": "[A-Z]{2}-[0-9]{6}-[a-f0-9]{4}"},
    "$.price": {"match": "decimal"},
    "$.available": {"match": "boolean"},
    "$.text": {"match": "include", "value": "delivered in two working days"},
    "$.tags": {"match": "type", "min": 1},
}


def product(i):
    """The body of the example: as many bytes for every i up to 99999."""
    return {
        "id": 100_000 + i,
        "name": f"Folding chair, model {i:06}",
        "sku": f"FC-{i:06}-{i * 40_503 % 65_536:04x}",
        "price": float(f"{10 + i * 7 % 90}.{i % 10}{1 + i % 9}"),
        "available": True,
        "text": "Oiled beech with a woven seat, folds flat and hangs on two hooks; "
        "delivered in two working days, assembled, and taken back within thirty if never used.",
        "tags": ["garden", "balcony", "wood"],
    }


def honoured(i):
    """The body of a provider: other values under the same rules."""
    return {
        "id": 7 * i,
        "name": f"Bench {i}",
        "sku": f"BE-{(i * 31) % 1_000_000:06}-{i * 25_173 % 65_536:04x}",
        "price": float(f"{100 + i % 900}.{1 + i % 9}"),
        "available": i % 2 == 0,
        "text": f"Bench number {i}; delivered in two working days to the door, and set up there "
        "if the garden can be reached with a hand truck.",
        "tags": ["park"] * (1 + i % 4),
    }


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def indented(value, margin=""):
    """Objects over several lines, everything else on one."""
    if not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    inner = margin + "  "
    members = (f"{inner}{json.dumps(key)}: {indented(value[key], inner)}" for key in value)
    return "{\n" + ",\n".join(members) + f"\n{margin}}}"


def interaction(i):
    return {
        "type": "Synchronous/HTTP",
        "description": f"a request for product {i}",
        "request": {"method": "GET", "path": f"/products/{i}"},
        "response": {
            "status": 200,
            "headers": {"Content-Type": ["application/json"]},
            "body": {"contentType": "application/json", "content": product(i)},
            "matchingRules": {
                "body": {path: {"matchers": [rule]} for path, rule in RULES.items()}
            },
        },
    }


def write_contract(count, file):
    """One interaction after the other: ten thousand of them need no more memory than one."""
    with open(file, "w", encoding="utf-8") as out:
        out.write("{\n")
        out.write(f'  "consumer": {indented({"name": CONSUMER}, "  ")},\n')
        out.write(f'  "provider": {indented({"name": PROVIDER}, "  ")},\n')
        out.write('  "interactions": [\n')
        for i in range(1, count + 1):
            out.write(f'    {indented(interaction(i), "    ")}')
            out.write(",\n" if i < count else "\n")
        out.write("  ],\n")
        out.write(f'  "metadata": {indented({"pactSpecification": {"version": "4.0"}}, "  ")}\n')
        out.write("}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int, help="how many interactions")
    parser.add_argument("file", type=pathlib.Path, help="the Pact file to write")
    parser.add_argument("--body", type=pathlib.Path, help="also write the first body here")
    parser.add_argument("--provider", type=pathlib.Path, help="also write a provider's bodies here")
    arguments = parser.parse_args()
    if arguments.count < 1:
        parser.error("N must be at least 1")
    write_contract(arguments.count, arguments.file)
    if arguments.body:
        arguments.body.write_text(compact(product(1)), encoding="utf-8")
    if arguments.provider:
        folder = arguments.provider / "products"
        folder.mkdir(parents=True, exist_ok=True)
        for i in range(1, arguments.count + 1):
            (folder / str(i)).write_text(compact(honoured(i)), encoding="utf-8")


if __name__ == "__main__":
    main()
