"""Writes two contracts to be verified, and what a mock plays: every way an interaction can end.

Descriptions hold what is markup in XML and what no XML can hold; two of them are the same.
"""

import json
import sys
from pathlib import Path

ODD = "<order> & \"co\" 'é' 𝄞 ]]> \u0001\u001b\ufffe"


def interaction(description, path, status=200, state=None, pending=False, rules=None):
    """An interaction whose response has a status and a body."""
    response = {"status": status,
                "body": {"contentType": "application/json", "content": {"note": ODD}}}
    if rules is not None:
        response["matchingRules"] = {"body": {"$.note": {"matchers": [rules]}}}
    result = {"type": "Synchronous/HTTP", "description": description, "pending": pending,
              "request": {"method": "GET", "path": path}, "response": response,
              "comments": {"text": [f"a comment {ODD}"], "testname": f"test {ODD}"}}
    if state is not None:
        result["providerStates"] = [{"name": state}]
    return result


EXPECTED = [
    interaction("right", "/right"),
    interaction(f"wrong {ODD}", "/wrong"),
    interaction("the same", "/wrong", state="A"),
    interaction("the same", "/right", state="B"),
    interaction("unusable", "/right", rules={"match": "no such rule"}),
    interaction("planned", "/wrong", pending=True),
]
PLAYED = [interaction("right", "/right"), interaction("wrong", "/wrong", status=500)]


def main(folder):
    """Writes the files."""
    for name, interactions in (("expected", EXPECTED), ("played", PLAYED)):
        for consumer in ("web-shop", "till"):
            contract = {"consumer": {"name": consumer}, "provider": {"name": "order-service"},
                        "interactions": interactions,
                        "metadata": {"pactSpecification": {"version": "4.0"}}}
            if name == "played" and consumer == "till":
                continue
            path = Path(folder, name, f"{consumer}.json")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(contract, indent=1))


main(sys.argv[1])
