"""What is looked at on a page in the browser: the rules of WCAG, focus, width."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from collections.abc import Iterator
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": RULES},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# What is in order comes to a megabyte a page, and Playwright looks at each word of it.
HOLD_TO_THE_RULES = "o => axe.run(o).then(found => JSON.stringify(found.violations))"

OPEN_EVERYTHING = "() => document.querySelectorAll('details').forEach(d => { d.open = true; })"

# On a desk an open part of the menu lies over the page.
CLOSE_THE_MENU = "() => document.querySelectorAll('.gyda-part').forEach(d => { d.open = false; })"

WIDER_THAN_THE_SCREEN = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > width + 1)
    .slice(0, 5).map(e => e.outerHTML.slice(0, 120));
}"""

# A control may show its focus on itself, on a pseudo element, or on the label or box beside it.
WITHOUT_VISIBLE_FOCUS = """() => {
  const watched = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "backgroundColor",
                   "borderTopColor", "borderTopWidth", "borderBottomColor", "textDecorationLine",
                   "textDecorationThickness", "color"];
  const look = e => [e, e.nextElementSibling, e.parentElement].filter(Boolean).flatMap(
    x => [null, "::before", "::after"].map(part => {
      const style = getComputedStyle(x, part);
      return watched.map(name => style[name]).join("|");
    })).join("\\n");
  const found = document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']");
  const missing = [];
  for (const e of found) {
    if (e.disabled || !e.checkVisibility()) continue;
    document.activeElement.blur();
    const before = look(e);
    e.focus({preventScroll: true});
    if (document.activeElement !== e || look(e) === before) missing.push(e.outerHTML.slice(0, 120));
  }
  document.activeElement.blur();
  return missing;
}"""


def rules_broken(page: Page) -> Iterator[str]:
    """Yield each broken rule with the first places."""
    page.evaluate(AXE_SCRIPT)
    for violation in json.loads(page.evaluate(HOLD_TO_THE_RULES, OPTIONS)):
        places = [node["html"][:160] for node in violation["nodes"][:3]]
        why = violation["nodes"][0].get("failureSummary", "").replace("\n", " ")[:300]
        yield f"{violation['id']}: {violation['help']}: {places} {why}"


def at_phone_width(page: Page) -> Iterator[str]:
    """Look at the page as on a small phone, with all that opens open."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.evaluate(OPEN_EVERYTHING)
    for found in page.evaluate(WIDER_THAN_THE_SCREEN):
        yield f"scrolls sideways at 320 px: {found}"
    for found in page.evaluate(WITHOUT_VISIBLE_FOCUS):
        yield f"shows no focus: {found}"


def in_the_light(page: Page) -> Iterator[str]:
    """Hold the page to the rules on the phone, where targets are closest."""
    yield from (f"at 320 px: {found}" for found in rules_broken(page))


def in_the_dark(page: Page) -> Iterator[str]:
    """Hold the page to the rules on a desk, in dark mode."""
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    page.evaluate(CLOSE_THE_MENU)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    yield from (f"in the dark: {found}" for found in rules_broken(page))
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
