"""Shows how far something is, once it takes longer than two seconds."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import sys
import time
from threading import Event, Thread
from types import TracebackType
from typing import Self

PATIENCE = 2.0  # seconds of silence
EVERY, NOW_AND_THEN = 0.5, 10.0  # seconds between signs of life: on a terminal, in a log


class Progress:
    """Says what is being done, and how far it is, on standard error: in one line on a terminal.

    `step` and `at` only count; a thread of its own looks now and then, so that work that cannot
    report (a solver) shows the seconds that went by.
    """

    def __init__(self, words: str, total: int | None = None) -> None:
        self.words, self.count, self.total = words, 0, total
        self.shown = False
        self._done = Event()
        self._started = time.monotonic()
        self._watch = Thread(target=self._look, daemon=True)

    def step(self) -> None:
        """Count one more."""
        self.count += 1

    def at(self, count: int, total: int | None = None) -> None:
        """Set how far it is: the shape that methods' `on_step` callbacks have."""
        self.count, self.total = count, self.total if total is None else total

    def says(self, words: str) -> None:
        """Go on to the next part of the work."""
        self.words, self.count, self.total = words, 0, None

    def _look(self) -> None:
        wait = PATIENCE
        while not self._done.wait(wait):
            self._show()
            wait = EVERY if sys.stderr.isatty() else NOW_AND_THEN

    def _line(self) -> str:
        of = f" / {self.total:,}" if self.total else ""
        counted = f"{self.count:,}{of} " if self.count else ""
        return f"{counted}{self.words} … {time.monotonic() - self._started:.0f} s"

    def _show(self) -> None:
        start, end = ("\r\x1b[K", "") if sys.stderr.isatty() else ("", "\n")
        sys.stderr.write(f"{start}{self._line()}{end}")
        sys.stderr.flush()
        self.shown = True

    def __enter__(self) -> Self:
        self._watch.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._done.set()
        self._watch.join()
        if self.shown and sys.stderr.isatty():
            sys.stderr.write("\n")
