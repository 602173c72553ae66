"""Lines that other rooms put under every digest: the latest seal of the journal, for one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from typing import Any

Footer = Callable[[Any], str]  # hub -> a line in the active language, or nothing

_footers: list[Footer] = []


def register(footer: Footer) -> None:
    """Have the line put under every digest."""
    _footers.append(footer)


def lines_for(hub: Any) -> list[str]:
    """Return the lines, in the language that is active."""
    return [line for footer in _footers if (line := footer(hub))]
