"""A real browser that is served by the test client: no port, no wait, and no way out."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import mimetypes
import os
import shutil
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from playwright.sync_api import Browser, ConsoleMessage, Page, Route

from tests.visitors import Visitor

ORIGIN = "http://gyda.test"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = "NO CHROMIUM ON THIS MACHINE: no page was looked at in a browser (apt install chromium)."
PASSED_ON = ("content-security-policy", "content-type", "set-cookie", "location", "x-frame-options")

# Playwright keeps a loop running in this thread, and the ORM would refuse to work beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def chromium() -> str | None:
    """Return where the machine's Chromium is."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@dataclass
class Reader:
    """A page of the browser, and the visitor who sits before it."""

    page: Page
    visitor: Visitor | None = None
    here: Context = field(default_factory=copy_context)
    complaints: list[str] = field(default_factory=list)
    answer: HttpResponse | None = None

    def open(self, path: str, answer: HttpResponse | None = None) -> None:
        """Show a page to the visitor, or the answer that a form of that page got."""
        self.complaints.clear()
        self.answer = answer
        self.here = copy_context()
        self.page.goto(ORIGIN + path, wait_until="load")

    def serve(self, route: Route) -> None:
        """Answer what the browser asks for."""
        address = urlsplit(route.request.url)
        if f"{address.scheme}://{address.netloc}" != ORIGIN:
            self.complaints.append(f"asks another host: {route.request.url}")
            route.abort()
        elif address.path.startswith(settings.STATIC_URL):
            self._static(route, address.path.removeprefix(settings.STATIC_URL))
        else:
            self._page(route, f"{address.path}?{address.query}" if address.query else address.path)

    def _static(self, route: Route, name: str) -> None:
        found = static_file(name)
        if found is None:
            self.complaints.append(f"no such file: {name}")
            route.fulfill(status=404)
            return
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        route.fulfill(status=200, body=found, content_type=kind)

    def _page(self, route: Route, path: str) -> None:
        assert self.visitor is not None
        body = route.request.post_data_buffer or b""
        kind = route.request.headers.get("content-type", "")
        # In the context of the test, so in its transaction; not while Playwright may switch.
        ask = self.visitor.send
        response = self.answer or self.here.run(ask, route.request.method, path, body, kind)
        self.answer = None
        headers = {k: v for k, v in response.items() if k.lower() in PASSED_ON}
        route.fulfill(status=response.status_code, headers=headers, body=response.content)

    def hear(self, message: ConsoleMessage) -> None:
        """Note what the browser complains about."""
        if message.type == "error":
            self.complaints.append(f"console: {message.text}")


@cache
def static_file(name: str) -> bytes | None:
    path = finders.find(name)
    return Path(str(path)).read_bytes() if path else None


def a_reader(browser: Browser, **context: object) -> Reader:
    """Open a page of the browser."""
    reader = Reader(browser.new_context(**context).new_page())  # type: ignore[arg-type]
    reader.page.context.route("**/*", reader.serve)
    reader.page.on("console", reader.hear)
    reader.page.on("pageerror", lambda error: reader.complaints.append(f"script: {error}"))
    return reader
