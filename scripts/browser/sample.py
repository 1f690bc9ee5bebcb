"""Writes two contracts of 5,000 interactions: one to be verified, and one that a mock plays.

Where they differ, the verification fails. Some of what they say is hostile: it would run a script,
load an image or end an element, if a page took it for markup.
"""

import json
import sys
from pathlib import Path

COUNT = 5_000
HOSTILE = "</script></pre><img src=\"http://127.0.0.1:9/x\" onerror=\"window.hacked=1\"> '`\u202e&amp;"


def body(number, is_right):
    """The body of a response; a wrong one differs in a value, a type and a member."""
    items = [{"sku": f"A-{place}", "quantity": place} for place in range(number % 5)]
    if is_right:
        return {"id": number, "status": "paid", "note": HOSTILE, "items": items}
    return {"id": str(number), "status": HOSTILE, "items": items}


def interaction(number, is_mock):
    """An interaction; every 50th fails, every 125th has another status and a header missing."""
    is_right = not is_mock or number % 50 != 7
    is_other = is_mock and number % 125 == 3
    response = {
        "status": 503 if is_other else 200,
        "headers": {} if is_other else {"X-Trace": [f"trace {HOSTILE}"]},
        "body": {"contentType": "application/json", "content": body(number, is_right)},
    }
    description = f"a request for order {number}"
    if number % 40 == 0:
        description += f" {HOSTILE}"
    request = {"method": "GET", "path": f"/orders/{number}",
               "headers": {"X-Hostile": [HOSTILE.replace("\u202e", "")]}}
    result = {"type": "Synchronous/HTTP", "description": description, "request": request,
              "response": response, "pending": number % 500 == 7}
    if number % 3 == 0 and not is_mock:
        result["providerStates"] = [{"name": f"order {number} exists {HOSTILE}"}]
    return result


def contract(consumer, numbers, is_mock):
    """A contract with some of the interactions."""
    return {"consumer": {"name": consumer}, "provider": {"name": "order-service"},
            "interactions": [interaction(number, is_mock) for number in numbers],
            "metadata": {"pactSpecification": {"version": "4.0"}}}


def main(folder):
    """Writes the contracts of two consumers, as they are verified and as they are played."""
    for name, is_mock in (("expected", False), ("played", True)):
        for consumer, start in (("web-shop", 0), ("till", COUNT // 2)):
            path = Path(folder, name, f"{consumer}.json")
            path.parent.mkdir(parents=True, exist_ok=True)
            numbers = range(start, start + COUNT // 2)
            path.write_text(json.dumps(contract(consumer, numbers, is_mock), indent=1))


main(sys.argv[1])
