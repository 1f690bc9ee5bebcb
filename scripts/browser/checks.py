"""What the checks of pages share: noting failures, and scripts that look at a page."""

failures = []


def check(what, is_so, found=""):
    """Notes a failure, and goes on."""
    if not is_so:
        failures.append(what)
        print(f"  ✗ {what}: {found}")
    else:
        print(f"  ✓ {what}")


def equal(what, found, wanted):
    """Checks that a value is what it should be."""
    check(what, found == wanted, f"expected {wanted!r} but was {found!r}")


PAINTED = """
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
"""

# The contrast of each element's text with what is behind it, by the formula of WCAG 2.
CONTRASTS = """
  const parse = (color) => (color.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }).reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const worst = {};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let seen = 0; seen < 3000 && walker.nextNode();) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() === "" || !element.checkVisibility()) continue;
    if (element.tagName === "SCRIPT" || element.tagName === "STYLE") continue;
    seen += 1;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const name = element.tagName.toLowerCase() + "." + element.className;
    if (!(worst[name] <= contrast)) worst[name] = contrast;
  }
  return worst;
"""
