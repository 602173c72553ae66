"""The two columns of a text that stands in Welsh and in English."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any


def both(row: Any, name: str) -> tuple[str, str]:
    """Return the text in Welsh and in English."""
    return getattr(row, f"{name}_cy"), getattr(row, f"{name}_en")
