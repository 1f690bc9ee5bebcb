#!/usr/bin/env python3
"""Writes two JSON texts as APIs send them, the same ones every time.

api-list.json is 1 MB of orders: UTF-8, escapes, decimals, integers, nesting. api-object.json is one
of them, 1 KB. Both are compact.

Usage: documents.py FOLDER
"""

import json
import pathlib
import sys

SIZE = 1_000_000
NAMES = ["Zoë Ångström", "José Núñez", "李小龙", "Ann \"the hat\" Lee", "Пётр Иванов", "Max O'Neil"]
TEXTS = [
    "ring twice,\nthen wait", "leave at c:\\parcels\\in", "größer als erwartet",
    "tab\tseparated", "nothing special about this one", "price in € incl. VAT",
]


def order(i):
    return {
        "id": 1_000_000 + i,
        "number": f"2024-{i:06}",
        "status": ["paid", "shipped", "open", "cancelled"][i % 4],
        "createdAt": f"2024-{1 + i % 12:02}-{1 + i % 28:02}T{i % 24:02}:{i % 60:02}:07Z",
        "customer": {
            "id": f"{i * 2_654_435_761 % 2**32:08x}-0000-4000-8000-{i:012x}",
            "name": NAMES[i % len(NAMES)],
            "email": f"customer.{i}@example.com",
            "vip": i % 7 == 0,
            "phone": None if i % 3 else f"+49 30 {5_550_000 + i}",
        },
        "address": {
            "street": f"Hauptstraße {1 + i % 200}",
            "city": ["Köln", "Zürich", "Kraków"][i % 3],
            "zip": f"{10_000 + i % 80_000}",
            "position": {"lat": 47 + i % 1_000 / 997, "lon": 8 + i % 1_000 / 991},
        },
        "items": [
            {
                "sku": f"AB-{(i * 7 + k) % 100_000:05}",
                "title": TEXTS[(i + k) % len(TEXTS)],
                "quantity": 1 + (i + k) % 9,
                "price": (1_999 + i * 37 % 90_000 + k) / 100,
                "weight": (i % 100 + 1) / 8,
            }
            for k in range(7)
        ],
        "total": (7_996 + i * 148 % 360_000) / 100,
        "note": TEXTS[i % len(TEXTS)],
        "tags": ["web", "gift"] if i % 2 else [],
    }


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__.strip())
    folder = pathlib.Path(sys.argv[1])
    parts, size = [], 2
    while size < SIZE:
        parts.append(compact(order(len(parts))))
        size += len(parts[-1].encode()) + 1
    (folder / "api-list.json").write_text("[" + ",".join(parts) + "]", encoding="utf-8")
    (folder / "api-object.json").write_text(parts[0], encoding="utf-8")


if __name__ == "__main__":
    main()
