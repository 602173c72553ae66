"""Which addresses are the same home, however they were typed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
import unicodedata
from collections.abc import Sequence

_SHORT = {
    "st": "street", "rd": "road", "ave": "avenue", "av": "avenue", "ln": "lane", "dr": "drive",
    "cl": "close", "cres": "crescent", "ct": "court", "gdns": "gardens", "pl": "place",
    "sq": "square", "ter": "terrace", "apt": "flat", "apartment": "flat", "no": "",
}  # fmt: skip
_NOTHING = {"", "na", "none", "unknown", "null"}


def same_home(cells: Sequence[str]) -> str | None:
    """Return what two spellings of one address have in common; None when nothing is given.

    >>> same_home(["12, High St.", "CF10 1AA"]) == same_home(["12 high street", "cf101aa"])
    True
    >>> same_home([" ", "n/a"]) is None
    True
    """
    parts = [_plain(cell) for cell in cells]
    if all(part in _NOTHING for part in parts):
        return None
    return "|".join(parts)


def _plain(cell: str) -> str:
    folded = unicodedata.normalize("NFKD", cell.casefold())
    letters = "".join(c for c in folded if not unicodedata.combining(c))
    words = re.findall(r"\w+", letters.replace("'", "").replace("/", "").replace("’", ""))
    return "".join(_SHORT.get(word, word) for word in words)
