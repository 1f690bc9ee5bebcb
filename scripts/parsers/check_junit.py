"""Reads JUnit reports with junitparser, xunitparser and junit2html, and compares what they see with
the JSON report of the same run.

Usage: check_junit.py FOLDER, which holds strict.xml, rich.xml, surefire/TEST-*.xml and a JSON of each.
"""

import collections
import json
import subprocess
import sys
from pathlib import Path

import junitparser
import xunitparser
from junit2htmlreport.case_result import CaseResult
from junit2htmlreport.parser import Junit

STATUSES = {"passed": "passed", "failed": "failure", "error": "error", "pending": "skipped",
            "skipped": "skipped"}

# junit2html takes an error for a failure, too, and shows U+FFFD in names as a question mark.
OUTCOMES = {CaseResult.PASSED: "passed", CaseResult.FAILED: "failure",
            CaseResult.SKIPPED: "skipped"}

failures = 0


def check(what, found, wanted):
    """Notes a difference, and goes on."""
    global failures
    if found != wanted:
        failures += 1
        print(f"  ✗ {what}: expected {wanted!r} but was {found!r}")
    else:
        print(f"  ✓ {what}")


def legal(text):
    """A text as XML can hold it, in an attribute of words."""
    kept = "".join(c if c in "\t\n\r" or c >= " " and c not in "\ufffe\uffff" else "\ufffd"
                   for c in text)
    return " ".join(kept.split())


def expected(path):
    """What a report has to say: for each case its class, name, status and message."""
    cases = []
    results = json.loads(path.read_text())["results"]
    names = collections.Counter((r["consumer"], r["description"]) for r in results)
    for result in results:
        name = result["description"]
        if names[result["consumer"], name] > 1:
            name += f" (given {', '.join(result['providerStates'])})"
        messages = [m["message"] for m in result["mismatches"]] or [result["error"]]
        more = f" (and {len(messages) - 1} more)" if len(messages) > 1 else ""
        message = "" if messages == [None] else legal(messages[0]) + more
        if result["status"] == "pending":
            message = "pending: " + message
        cases.append((f"{result['consumer']}.{result['provider']}", legal(name),
                      STATUSES[result["status"]], message))
    return sorted(cases)


def with_junitparser(files):
    """What junitparser sees, and that the counts are those of the cases."""
    cases = []
    for file in files:
        report = junitparser.JUnitXml.fromfile(str(file))
        suites = [report] if isinstance(report, junitparser.TestSuite) else list(report)
        for suite in suites:
            inside = list(suite)
            told = (suite.tests, suite.failures, suite.errors, suite.skipped)
            kinds = [type(case.result[0]).__name__.lower() if case.result else "passed"
                     for case in inside]
            check(f"junitparser: the counts of {suite.name} in {file.name}", told,
                  (len(kinds), kinds.count("failure"), kinds.count("error"),
                   kinds.count("skipped")))
            check(f"junitparser: the properties of {suite.name}",
                  [p.value for p in suite.properties() if p.name.startswith("provider.version")],
                  ["1.2.3"])
            for case, kind in zip(inside, kinds):
                message = case.result[0].message if case.result else ""
                if case.result:
                    check(f"junitparser: the text of {case.name!r} begins with its message",
                          case.result[0].text.startswith(message + "\n"), True)
                cases.append((case.classname, case.name, kind, message))
    return sorted(cases)


def with_xunitparser(files):
    """What xunitparser sees."""
    cases = []
    for file in files:
        with file.open(encoding="utf-8") as stream:
            suite, _ = xunitparser.parse(stream)
        for case in suite:
            kind = "passed" if case.result == "success" else case.result
            cases.append((case.classname, case.methodname, kind, case.message or ""))
    return sorted(cases)


def with_junit2html(files):
    """What junit2html sees."""
    cases = []
    for file in files:
        for suite in Junit(str(file)).suites:
            for case in suite.all():
                kind = OUTCOMES[case.outcome()]
                message = "" if kind == "passed" else case.failure_msg or case.skipped_msg or ""
                cases.append((case.testclass.name, case.name, kind, message))
    return sorted(cases)


def page(files, folder):
    """junit2html makes a page of each file."""
    for file in files:
        html = folder / f"{file.stem}.html"
        command = [str(Path(sys.executable).parent / "junit2html"), str(file), str(html)]
        done = subprocess.run(command, check=False)
        check(f"junit2html makes a page of {file.name}",
              (done.returncode, html.exists() and "right" in html.read_text()), (0, True))


def verdict(files):
    """`junitparser verify` ends with 1 when something failed, so that it can be a gate."""
    command = [str(Path(sys.executable).parent / "junitparser"), "verify", *map(str, files)]
    check("junitparser verify ends with 1", subprocess.run(command, check=False).returncode, 1)


def main(folder):
    """Checks all profiles."""
    folder = Path(folder)
    for profile in ("strict", "rich", "surefire"):
        print(f"{profile}:")
        path = folder / profile
        files = sorted(path.glob("TEST-*.xml")) if path.is_dir() else [folder / f"{profile}.xml"]
        wanted = expected(folder / f"{profile}.json")
        check("the sample has every status", len({case[2] for case in wanted}), 4)
        check("no two cases have one name", len({case[:2] for case in wanted}), len(wanted))
        check("junitparser sees every case", with_junitparser(files), wanted)
        check("xunitparser sees every case", with_xunitparser(files), wanted)
        plain = sorted((case[0], case[1].replace("\ufffd", "?"),
                        case[2].replace("error", "failure"), case[3]) for case in wanted)
        check("junit2html sees every case", with_junit2html(files), plain)
        page(files, folder)
        verdict(files)
    if failures:
        raise SystemExit(f"{failures} checks of the JUnit reports failed")


main(sys.argv[1])
