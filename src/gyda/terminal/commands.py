"""Which commands run without Django, and where each of them is."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from importlib import import_module

# Each module has ABOUT, a sentence, and main(arguments) -> exit code. Loaded only when asked for.
MODULES = {
    "criteria": "gyda.terminal.criteria",
    "draw": "gyda.terminal.draw",
    "map": "gyda.terminal.map",
    "count": "gyda.terminal.count",
    "verify": "gyda.terminal.verify",
}


def run(name: str, arguments: Sequence[str]) -> int:
    """Run the command of that name."""
    code: int = import_module(MODULES[name]).main(arguments)
    return code


def listed() -> list[tuple[str, str]]:
    """Return each command's name with what it is for."""
    return [(name, import_module(module).ABOUT) for name, module in sorted(MODULES.items())]
