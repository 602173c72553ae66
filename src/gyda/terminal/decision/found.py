"""What a check of a decision found, and how much it looked at."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from gyda.methods.seal_check import Broken

MOST = 50  # faults that are named: whoever changed more than that knows it
LONGEST = 300


@dataclass
class Found:
    """Faults in the order in which they were found; counts by what was looked at."""

    broken: list[Broken] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    seals: list[str] = field(default_factory=list)
    unsealed: int = 0
    state: dict[str, Any] = field(default_factory=dict)  # corrected, overruled, and up to when
    lines: set[str] = field(default_factory=set)  # files of which a line was named

    def add(self, what: str, which: str, words: str, **values: Any) -> None:
        """Note a fault; what a hostile file says is bounded and kept on its line."""
        if len(self.broken) < MOST:
            self.broken.append(
                Broken(what, which, words, {k: _short(v) for k, v in values.items()})
            )

    def note(self, **values: Any) -> None:
        """Keep what the file says of itself, bounded too."""
        self.state |= {name: _short(value) for name, value in values.items()}

    def count(self, name: str, many: int | Iterable[Any] = 1) -> None:
        """Note that so much was looked at."""
        number = many if isinstance(many, int) else sum(1 for _one in many)
        self.counts[name] = self.counts.get(name, 0) + number


def _short(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    plain = "".join(c if c.isprintable() else " " for c in value.strip("\r\n")[: LONGEST + 1])
    return plain if len(plain) <= LONGEST else plain[:LONGEST] + "…"
