"""Drives a report of 5,000 interactions by keyboard alone, and checks what a person would notice.

Usage: check_report.py REPORT.html EXAMPLE.html PICTURES
"""

import sys
from pathlib import Path

from checks import CONTRASTS, PAINTED, check, equal, failures
from webdriver import Browser

ROWS = 5_000
FAILED = 90
STATUS_FAILED = 40
PENDING = 10
LONGEST_FILTERING = 100  # milliseconds

# From the moment the page hears of an input until the browser has painted what it changed.
MEASURE = """
  window.times = [];
  document.addEventListener("input", () => {
    const start = performance.now();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.times.push(performance.now() - start);
      channel.port2.postMessage(null);
    });
  }, true);
"""

FOCUS = """
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    name: element.id || element.tagName.toLowerCase() + (element.value ? "=" + element.value : ""),
    isSeen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
      && box.bottom > 0 && box.top < innerHeight,
  };
"""


def shown(browser):
    """What the page says about how many rows are shown, and how many really are."""
    return browser.run("""return [
      document.getElementById("shown").textContent,
      Array.from(document.querySelectorAll(".row")).filter((row) => row.checkVisibility()).length,
    ];""")


def expect_shown(browser, what, count):
    """Checks that so many rows are left."""
    equal(what, shown(browser), [f"{count} of {ROWS} shown", count])


def check_content(browser):
    """What is hostile is text, and nothing else."""
    expect_shown(browser, "all rows are shown at first", ROWS)
    equal("no text became markup", browser.run("""return [
      document.querySelectorAll("img, iframe, object, embed, link").length,
      document.querySelectorAll("script").length, window.hacked === undefined];"""), [0, 1, True])
    equal("every kind of outcome has a filter with its count", browser.run("""return Array.from(
      document.querySelectorAll("fieldset label"), (label) => label.innerText.trim());"""),
      [f"✗ failed {FAILED + STATUS_FAILED}", f"! pending {PENDING}",
       f"✓ passed {ROWS - FAILED - STATUS_FAILED - PENDING}"])
    equal("a failed row has request and response side by side", browser.run("""
      const sides = document.querySelector(".failed .sides").children;
      const [left, right] = Array.from(sides, (side) => side.getBoundingClientRect());
      return [sides.length, left.top === right.top, left.right <= right.left];"""),
      [2, True, True])
    check("the difference is marked in the response", browser.run("""
      return document.querySelectorAll(".failed .sides section:last-child mark").length > 0;"""))
    check("every row has a bar on the line of time", browser.run(
        'return document.querySelectorAll("summary .span rect").length') == ROWS)


def check_names(browser):
    """Everything that can be used has a name for those who cannot see it."""
    controls = browser.find_all("input, select, button")
    nameless = [element for element in controls if not browser.label(element)]
    check("every control has an accessible name", controls and not nameless, nameless)


def check_keyboard(browser):
    """The page is used from its start with nothing but keys."""
    seen = []
    for _ in range(9):
        browser.press("Tab")
        focus = browser.run(FOCUS)
        seen.append(focus["name"])
        check(f"the focus on {focus['name']} is seen", focus["isSeen"], focus)
    equal("Tab goes through the filters and then the rows", seen,
          ["input=failed", "input=pending", "input=passed", "contract", "search", "next",
           "unfold", "fold", "summary"])
    browser.press(*["Shift+Tab"] * 6)
    equal("Shift+Tab goes back", browser.run(FOCUS)["name"], "input=passed")
    browser.press("Space")
    expect_shown(browser, "Space takes the passed ones away", FAILED + STATUS_FAILED + PENDING)
    browser.press("Tab", "t")
    expect_shown(browser, "a letter chooses a contract", (FAILED + STATUS_FAILED + PENDING) // 2)
    browser.press("Home")
    browser.press("Tab", *"orders/2507'")
    expect_shown(browser, "words are looked for in what was chosen", 1)
    browser.press("Escape", "Shift+Tab", "Shift+Tab", "Space")
    expect_shown(browser, "Escape and Space bring everything back", ROWS)
    check_moving(browser)


def check_moving(browser):
    """Letters move from row to row."""
    where = """const row = document.activeElement.closest(".row");
      return row && [parseInt(row.querySelector(".title").innerText.match(/order (\\d+)/)[1]),
        row.open];"""
    browser.press("n")
    equal("n goes to the next problem and unfolds it", browser.run(where),
          [2503, True])
    browser.press("n")
    equal("n goes on", browser.run(where), [2507, True])
    check("the row is seen", browser.run(FOCUS)["isSeen"])
    browser.press("p")
    equal("p goes back", browser.run(where), [2503, True])
    browser.press("Enter")
    equal("Enter folds", browser.run(where), [2503, False])
    browser.press("j", "j", "k")
    equal("j and k go to the rows beside", browser.run(where), [2504, False])
    browser.press("/")
    equal("/ goes to the search", browser.run(FOCUS)["name"], "search")
    browser.press(*"order 4999", "Tab", "Tab", "Enter")
    equal("a button unfolds what is shown", browser.run(
        'return document.querySelectorAll(".row[open]:not(.hidden)").length'), 1)
    browser.press("/", "Escape")


def check_speed(browser):
    """Filtering is instant, by words and by status; the best of a few tries, for a busy machine."""
    browser.run(MEASURE)
    tries = []
    for _ in range(5):
        browser.run("window.times.length = 0")
        for keys in (["/"], *"paid 12", ["Escape"], ["Shift+Tab", "Shift+Tab", "Space"], ["Space"]):
            browser.press(*keys)
            browser.run(PAINTED)
        times = browser.run("return window.times")
        check("every input was measured", len(times) >= 9, times)
        tries.append(max(times))
        print("    " + ", ".join(f"{time:.0f}" for time in times) + " ms")
        if tries[-1] <= LONGEST_FILTERING:
            break
    check(f"filtering {ROWS} rows takes at most {LONGEST_FILTERING} ms",
          min(tries) <= LONGEST_FILTERING, tries)


def check_schemes(browser, pictures):
    """Light and dark, wide and narrow: everything can be read and nothing is cut off."""
    for scheme in ("light", "dark"):
        for name, width in (("wide", 1200), ("narrow", 360)):
            browser.show(width, 900, scheme)
            browser.run(PAINTED)
            browser.screenshot(pictures / f"{name}-{scheme}.png")
            equal(f"{name} {scheme}: nothing is wider than the page",
                  browser.run("return document.documentElement.scrollWidth <= innerWidth"), True)
        contrasts = browser.run(CONTRASTS)
        weak = {name: round(value, 2) for name, value in contrasts.items() if value < 4.5}
        check(f"{scheme}: every text has a contrast of 4.5", contrasts and not weak, weak)
        is_dark = browser.run("""return getComputedStyle(document.body).backgroundColor
          .match(/\\d+/g).every((part) => Number(part) < 64);""")
        equal(f"{scheme}: the page follows the scheme", is_dark, scheme == "dark")
    browser.show(1200, 900)


def check_silence(browser, urls):
    """Nothing is logged and nothing is asked for but the pages themselves."""
    equal("the console is empty", browser.log("browser"), [])
    equal("nothing outside is asked for", browser.requested_urls(), urls)


def main(report, example, pictures):
    """Checks the report, and takes the pictures."""
    pictures = Path(pictures)
    pictures.mkdir(parents=True, exist_ok=True)
    with Browser() as browser:
        urls = [Path(path).resolve().as_uri() for path in (report, example)]
        browser.show(1200, 900)
        browser.open(urls[0])
        check_content(browser)
        check_keyboard(browser)
        check_speed(browser)
        check_names(browser)  # last: from here on the browser keeps a tree for screen readers, too
        browser.open(urls[1])
        check_schemes(browser, pictures)
        browser.show(1100, 1000)
        browser.screenshot(pictures / "report.png")
        check_silence(browser, urls)
    if failures:
        raise SystemExit(f"{len(failures)} checks of the page failed")


main(*sys.argv[1:])
