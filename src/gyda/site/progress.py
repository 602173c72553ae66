"""Shows how far something is, once it takes longer than two seconds."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import sys
import time
from types import TracebackType
from typing import Self

PATIENCE = 2.0  # seconds of silence
EVERY = 0.5


class Progress:
    """Counts steps; on a terminal in one line, else in a line now and then, on standard error."""

    def __init__(self, words: str) -> None:
        self.words, self.count = words, 0
        self.next_at = time.monotonic() + PATIENCE
        self.shown = False

    def step(self) -> None:
        self.count += 1
        if self.count % 1000 == 0 and time.monotonic() >= self.next_at:
            self._show()

    def _show(self) -> None:
        start, end, pause = ("\r", "", EVERY) if sys.stderr.isatty() else ("", "\n", 10.0)
        sys.stderr.write(f"{start}{self.count:,} {self.words} …{end}")
        sys.stderr.flush()
        self.next_at = time.monotonic() + pause
        self.shown = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.shown and sys.stderr.isatty():
            sys.stderr.write("\n")
