"""What differs between two versions: words side by side and in sentences, costs, groups."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from gyda.design.proposals.actions.copying import COST, EFFECT
from gyda.design.proposals.models import Version
from gyda.design.proposals.queries import costs_in, effects_in
from gyda.design.proposals.wording import Fate, Piece, difference, left, right


@dataclass(frozen=True)
class Change:
    """One change in words: what was there, what is there now; either may be empty."""

    gone: str
    new: str


@dataclass(frozen=True)
class Compared:
    """A text of two versions: both sides in pieces, and the list of changes."""

    name: str
    left: list[Piece]
    right: list[Piece]
    changes: list[Change]


def compared(old: Version, new: Version) -> dict[str, Any]:
    """Return what a page shows of two versions, in a language in which both are there."""
    language = common_language(old, new)
    texts = [
        text(name, old.words(name, language), new.words(name, language))
        for name in ("title", "what")
    ]
    return {
        "old": old,
        "new": new,
        "language": language,
        "texts": texts,
        **_both_ways("costs", costs_in(old), costs_in(new), COST),
        **_both_ways("effects", effects_in(old), effects_in(new), EFFECT),
    }


def _both_ways(
    name: str, old: list[Any], new: list[Any], names: tuple[str, ...]
) -> dict[str, list[Any]]:
    gone, come = _without(old, new, names), _without(new, old, names)
    return {f"{name}_gone": gone, f"{name}_new": come}


def common_language(old: Version, new: Version) -> str:
    """Return the page's language where both versions have it, or else one that both have."""
    page = "cy" if (get_language() or "cy").startswith("cy") else "en"
    for language in (page, new.language, old.language):
        if old.words("what", language) and new.words("what", language):
            return language
    return new.language


def text(name: str, old: str, new: str) -> Compared:
    """Compare one text."""
    pieces = difference(old, new)
    return Compared(name, left(pieces), right(pieces), list(_changes(pieces)))


def _changes(pieces: list[Piece]) -> list[Change]:
    changes: list[Change] = []
    for number, piece in enumerate(pieces):
        before = pieces[number - 1] if number else None
        if piece.fate == Fate.GONE:
            changes.append(Change(piece.text.strip(), ""))
        elif piece.fate == Fate.NEW and before and before.fate == Fate.GONE:
            changes[-1] = Change(changes[-1].gone, piece.text.strip())
        elif piece.fate == Fate.NEW:
            changes.append(Change("", piece.text.strip()))
    return [change for change in changes if change.gone or change.new]


def _without(rows: list[Any], others: list[Any], names: tuple[str, ...]) -> list[Any]:
    """Return the rows that have no equal among the others; each equal is used once."""
    left_over, found = list(others), []
    for row in rows:
        equal = next((one for one in left_over if _says_the_same(row, one, names)), None)
        if equal is None:
            found.append(row)
        else:
            left_over.remove(equal)
    return found


def _says_the_same(one: Any, other: Any, names: tuple[str, ...]) -> bool:
    """Tell whether two rows do; a translation that came later is no change."""
    texts = sorted({name[:-3] for name in names if name.endswith(TONGUES)})
    plain = [name for name in names if not name.endswith(TONGUES)]
    return all(getattr(one, name) == getattr(other, name) for name in plain) and all(
        any(getattr(one, text + end) == getattr(other, text + end) != "" for end in TONGUES)
        for text in texts
    )


TONGUES = ("_cy", "_en")
