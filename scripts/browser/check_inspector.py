"""Drives the inspector of a mock by keyboard alone, and checks what a person would notice.

Usage: check_inspector.py FOLDER
"""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from checks import CONTRASTS, PAINTED, check, equal, failures
from webdriver import Browser

HOSTILE = "<script>window.hacked = 1</script>\"><img src=x onerror=\"window.hacked = 1\">"

CONTRACT = {
    "consumer": {"name": "web-shop"},
    "provider": {"name": "order-service"},
    "interactions": [{
        "type": "Synchronous/HTTP",
        "description": "an order",
        "request": {"method": "GET", "path": "/orders/42"},
        "response": {"status": 200},
    }],
    "metadata": {"pactSpecification": {"version": "4.0"}},
}
STUBS = {"mappings": [
    {"name": HOSTILE, "request": {"method": "POST", "url": "/carts"}, "response": {"status": 201}},
    {"scenarioName": "delivery", "requiredScenarioState": "Started", "newScenarioState": "sent",
     "request": {"url": "/send"}, "response": {"status": 202}},
]}
FAULTS = {"faults": [
    {"name": "busy", "interaction": "an order", "steps": [{"type": "status", "status": 503}]},
]}


def ask(url, method="GET", body=None, headers=None):
    """Sends a request; whatever is answered is right."""
    request = urllib.request.Request(url, body, headers or {}, method=method)
    try:
        urllib.request.urlopen(request, timeout=30).read()
    except urllib.error.HTTPError as error:
        error.read()


def start(folder):
    """Starts a mock; gives the process and its URL."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in (("contract", CONTRACT), ("stubs", STUBS), ("faults", FAULTS)):
        (folder / f"{name}.json").write_text(json.dumps(value))
    mock = subprocess.Popen(["counterpart", "mock", str(folder)], stdout=subprocess.PIPE, text=True)
    return mock, mock.stdout.readline().split()[-1]


def focused(browser):
    """The text of the link or button that has the focus."""
    return browser.run("""const at = document.activeElement;
      return at.matches("a, button") ? at.textContent : "";""")


def tab_to(browser, text):
    """Presses Tab until what has the focus says a text."""
    for _ in range(60):
        browser.press("Tab")
        if text in focused(browser):
            return True
    return False


def wait_for(browser, script, what):
    """Waits until a script in the page returns true."""
    deadline = time.monotonic() + 30
    while not browser.run(script):
        if time.monotonic() > deadline:
            return check(what, False, "not within 30 seconds")
        browser.run(PAINTED)
    return check(what, True)


def check_reading(browser, url):
    """From the list to what an unmatched request lacks, and back."""
    browser.open(url + "/__admin/ui")
    browser.press("Tab")
    equal("the first stop leads past the navigation", focused(browser), "Skip to the content")
    browser.press("Enter")
    check("an unmatched request is reached", tab_to(browser, "PUT /carts"), focused(browser))
    equal("the focus is seen",
          browser.run("return getComputedStyle(document.activeElement).outlineStyle"), "solid")
    browser.press("Enter")
    wait_for(browser, "return location.pathname.includes('/requests/')", "Enter opens the request")
    text = browser.run("return document.querySelector('main').innerText")
    check("what differs from the nearest stub is told", "Closest: stub" in text, text)
    check("with expected and actual", "POST" in text and "PUT" in text, text)
    check("the way back is reached", tab_to(browser, "Back to the requests"))
    browser.press("Enter")
    wait_for(browser, "return location.pathname.endsWith('/ui')", "Enter leads back")


def check_filters(browser):
    """Only what is wanted."""
    check("the filter is reached", tab_to(browser, "unmatched"))
    browser.press("Enter")
    wait_for(browser, "return location.search === '?show=unmatched'", "only unmatched requests are shown")
    rows = browser.run("return [...document.querySelectorAll('tbody tr')].map((row) => row.className)")
    check("and no others", rows and set(rows) == {"unmatched"}, rows)


def check_live(browser, url):
    """What comes is shown, until somebody wants to read in peace."""
    browser.open(url + "/__admin/ui")
    ask(url + "/while/watching")
    seen = "return document.body.innerText.includes('/while/watching')"
    wait_for(browser, seen, "a request appears by itself")
    check("the button is reached", tab_to(browser, "Pause"))
    browser.press("Enter")
    equal("the button goes the other way", focused(browser), "Go on")
    ask(url + "/while/paused")
    browser.run("return new Promise((done) => setTimeout(done, 2500))")
    paused = "return document.body.innerText.includes('/while/paused')"
    equal("nothing changes while paused", browser.run(paused), False)
    browser.press("Enter")
    wait_for(browser, paused, "it goes on")


def check_parts(browser, url):
    """Every part is reached, and says what it should."""
    for name, word in (("Stubs and interactions", "an order"), ("Scenarios", "sent"),
                       ("Faults", "status,"), ("Sessions", "alice")):
        browser.open(url + "/__admin/ui")
        check(f"'{name}' is reached", tab_to(browser, name))
        browser.press("Enter")
        wait_for(browser, f"return document.querySelector('h1').textContent === {json.dumps(name)}",
                 f"'{name}' opens")
        text = browser.run("return document.querySelector('main').innerText")
        check(f"'{name}' says '{word}'", word in text, text)
    check("the session is reached", tab_to(browser, "alice"))
    browser.press("Enter")
    wait_for(browser, "return location.pathname === '/__session/alice/__admin/ui'",
             "the session's own pages open")
    text = browser.run("return document.body.innerText")
    check("with its requests alone", "/only/alice" in text and "/carts" not in text, text)


def check_looks(browser, url, pictures):
    """Light and dark, wide and narrow: everything can be read."""
    for scheme in ("light", "dark"):
        for width in (1200, 360):
            browser.show(width, 900, scheme)
            browser.open(url + "/__admin/ui/requests/2")
            equal(f"{scheme}, {width}: nothing is wider than the page",
                  browser.run("return document.documentElement.scrollWidth <= innerWidth"), True)
        weak = {name: round(value, 2)
                for name, value in browser.run(CONTRASTS).items() if value < 4.5}
        check(f"{scheme}: every text has a contrast of 4.5", not weak, weak)
        browser.screenshot(pictures / f"inspector-{scheme}.png")
    browser.show(1200, 900)


def main(folder):
    """Starts a mock, lets it meet requests, and looks at what it tells."""
    folder = Path(folder)
    mock, url = start(folder / "inspected")
    try:
        ask(url + "/orders/42")
        ask(url + "/carts", "PUT", HOSTILE.encode(), {"X-Note": HOSTILE})
        ask(url + "/carts", "POST")
        ask(url + "/send")
        ask(url + "/find?" + urllib.parse.urlencode({"q": HOSTILE}))
        ask(url + "/__session/alice/only/alice")
        with Browser() as browser:
            browser.show(1200, 900)
            check_reading(browser, url)
            check_filters(browser)
            check_live(browser, url)
            check_parts(browser, url)
            check_looks(browser, url, folder)
            equal("nothing that was recorded runs", browser.run("return window.hacked"), None)
            equal("the console is empty", browser.log("browser"), [])
            outside = [one for one in browser.requested_urls()
                       if not one.startswith(url + "/") and not one.startswith("data:")]
            equal("nothing outside is asked for", outside, [])
    finally:
        mock.terminate()
        mock.wait()
    if failures:
        raise SystemExit(f"{len(failures)} checks of the inspector failed")


main(*sys.argv[1:])
