"""How a person uses a page: by what it says, never by how it is made."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext, override
from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response, expect

# Milliseconds: a page may be slow on a busy machine, but not that slow.
PATIENCE = int(os.environ.get("GYDA_PATIENCE", "15000"))
expect.set_options(timeout=PATIENCE)
SHOTS = os.environ.get("GYDA_SHOTS")  # a folder: every step leaves a picture there
MOST_TABS = 150

FOCUS = """element => {
  const shown = style => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
    || style.boxShadow !== "none" || style.borderBottomColor === "rgb(11, 12, 12)"
  const label = element.nextElementSibling
  return shown(getComputedStyle(element))
    || (label !== null && shown(getComputedStyle(label, "::before")))
}"""
WHERE = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect()
  return {main: document.querySelector("main").contains(element), tabindex: element.tabIndex,
          top: box.top + scrollY, bottom: box.bottom + scrollY}
}"""


@dataclass
class Someone:
    """A person at a browser of their own, reading in one language."""

    page: Page
    site: str
    language: str = "en"
    keyboard: bool = False
    complaints: list[str] = field(default_factory=list)
    steps: int = 0

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.on("request", self._watch)
        self.page.on("response", self._check)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            self.complaints.append(f"console: {message.text}")

    def _watch(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme != "data" and address.netloc != urlsplit(self.site).netloc:
            self.complaints.append(f"asks another host: {request.url}")

    def _check(self, response: Response) -> None:
        if response.status >= 500:
            self.complaints.append(f"{response.status}: {response.url}")

    # words

    def say(self, text: str, **names: Any) -> str:
        """Return what the site says for these words in the reader's language."""
        with override(self.language):
            words = gettext(text)
        return words % names if names else words

    # looking

    def go(self, path: str) -> None:
        """Open an address, given without its language."""
        self.page.goto(f"{self.site}/{self.language}/{path}")
        self._show("go")

    def see(self, *texts: str, **names: Any) -> None:
        """Find words of the site on the page."""
        for text in texts:
            self.read(self.say(text, **names))

    def read(self, *texts: str) -> None:
        """Find these very words on the page."""
        for text in texts:
            expect(self.page.locator("body")).to_contain_text(text)

    def miss(self, *texts: str) -> None:
        """Find that the page does not say this."""
        for text in texts:
            expect(self.page.locator("body")).not_to_contain_text(text)

    def title(self, text: str, **names: Any) -> None:
        """Be on the page with this heading."""
        expect(self.page.locator("h1")).to_contain_text(self.say(text, **names))

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    # doing

    def press(self, text: str, **names: Any) -> None:
        """Press a button."""
        self._leave_by(self.page.get_by_role("button", name=self.say(text, **names)).first)
        self._show("press")

    def follow(self, text: str, **names: Any) -> None:
        """Follow a link."""
        self._leave_by(self.page.get_by_role("link", name=self.say(text, **names)).first)
        self._show("follow")

    def menu(self, text: str) -> None:
        """Follow a link of the hub's menu: its parts open one by one, itself only on a phone."""
        self._act(self.page.locator("summary.gyda-menu__button"))
        words = re.compile(rf"^{re.escape(self.say(text))}$")
        link = self.page.locator(".gyda-part__list a").filter(has_text=words).first
        self._act(self.page.locator("details.gyda-part", has=link).locator("summary"))
        self._leave_by(link)
        self._show("menu")

    def fill(self, label: str, value: str, **names: Any) -> None:
        """Write into a box."""
        box = self._labelled(label, **names)
        if not self.keyboard:
            box.fill(value)
            return
        self._reach(box)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(value)

    def pick(self, label: str, option: str) -> None:
        """Choose from a list; the option is in the words of the page."""
        box = self._labelled(label)
        if not self.keyboard:
            box.select_option(label=option)
            return
        self._reach(box)
        self.page.keyboard.type(option)
        expect(box.locator("option:checked")).to_have_text(option)

    def on_day(self, name: str, day: datetime.date) -> None:
        """Fill in the three boxes of a day."""
        for part in ("day", "month", "year"):
            self.page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))

    def row(self, heading: str) -> list[str]:
        """Return what stands in the row of a table with this heading."""
        head = self.page.locator("th").filter(has_text=heading)
        row = self.page.locator("tbody tr", has=head).first
        return [one.strip() for one in row.locator("td").all_inner_texts()]

    def choose(self, text: str, **names: Any) -> None:
        """Choose a radio button or tick a box."""
        self.mark(self.say(text, **names))

    def mark(self, words: str) -> None:
        """The same, by the very words beside it."""
        button = self.page.get_by_label(words, exact=True).first
        if not self.keyboard:
            button.check()
            return
        if button.get_attribute("type") == "radio":
            self._reach_radio(button)
        else:
            self._reach(button)
            self.page.keyboard.press("Space")
        expect(button).to_be_checked()

    def kept(self, label: str, value: str) -> None:
        """See that a box still holds what was written."""
        expect(self._labelled(label)).to_have_value(value)

    # how

    def _labelled(self, label: str, **names: Any) -> Locator:
        return self.page.get_by_label(re.compile(rf"^{re.escape(self.say(label, **names))}")).first

    def _act(self, target: Locator) -> None:
        if not self.keyboard:
            target.click()
            return
        self._reach(target)
        self.page.keyboard.press("Enter")

    def _leave_by(self, target: Locator) -> None:
        """Use what leads to another page, and wait until that page is there."""
        with self.page.expect_navigation(wait_until="load"):
            self._act(target)

    def _reach(self, target: Locator) -> None:
        """Get there with the Tab key alone, looking where the focus is at every step."""
        expect(target).to_be_visible()
        before: dict[str, Any] = {}
        for _ in range(MOST_TABS):
            if target.evaluate("element => element === document.activeElement"):
                assert target.evaluate(FOCUS), f"the focus cannot be seen on {target}"
                return
            self.page.keyboard.press("Tab")
            before = self._in_order(before)
        raise AssertionError(f"the Tab key does not lead to {target}")

    def _in_order(self, before: dict[str, Any]) -> dict[str, Any]:
        here: dict[str, Any] = self.page.evaluate(WHERE)
        assert here["tabindex"] <= 0, "something pushes itself forward in the order of the keys"
        if before.get("main") and here["main"]:
            assert here["bottom"] >= before["top"], "the focus jumps up the page"
        return here

    def _reach_radio(self, button: Locator) -> None:
        name = button.get_attribute("name")
        group = self.page.locator(f'input[type=radio][name="{name}"]')
        held = group.and_(self.page.locator(":checked"))
        self._reach(held.first if held.count() else group.first)
        for _ in range(group.count() + 1):
            if button.is_checked():
                return
            if not group.and_(self.page.locator(":checked")).count():
                self.page.keyboard.press("Space")
                continue
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrow keys do not lead to {button}")

    def _show(self, what: str) -> None:
        self.steps += 1
        if SHOTS:
            Path(SHOTS).mkdir(parents=True, exist_ok=True)
            name = re.sub(r"\W+", "-", os.environ["PYTEST_CURRENT_TEST"].split("::")[-1])[:60]
            where = self.path.strip("/").replace("/", "_")[-40:]
            file = Path(SHOTS) / f"{name}-{id(self) % 1000:03}-{self.steps:02}-{what}-{where}.png"
            self.page.screenshot(path=file, full_page=True)
