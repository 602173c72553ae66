"""What the rooms add to a hub's open data: a file each, one JSON object a line."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Iterator
from typing import Any

Records = Callable[[], Iterator[dict[str, Any]]]

_files: dict[str, Records] = {}


def register(name: str, records: Records) -> None:
    """Publish what the function yields inside a hub as NAME.jsonl; nothing there, no such file.

    Records hold texts, whole numbers, truth values, null, and lists and objects of these; nobody
    who did not choose to stand in public is named.
    """
    _files[name] = records


def files() -> dict[str, Records]:
    """Return what was registered, by name."""
    return dict(sorted(_files.items()))
