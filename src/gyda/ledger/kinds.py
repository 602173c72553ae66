"""Why hours move: each room registers its kinds of transfer, and the words that go with them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Detail:
    """What one line of a statement is about: a person's own words carry their language."""

    words: str
    url: str = ""
    language: str = ""


GoesWith = Callable[[Sequence[UUID]], Mapping[UUID, Detail]]


@dataclass(frozen=True)
class TransferKind:
    """A reason to move hours; goes_with finds the details of many transfers in one query."""

    code: str
    label: str | Promise
    goes_with: GoesWith | None = None


_kinds: dict[str, TransferKind] = {}


def register(code: str, label: str | Promise, goes_with: GoesWith | None = None) -> None:
    """Make a kind known; the code is stored for good, so it never changes its meaning."""
    if not (code.isupper() and len(code) <= 16):
        raise ValueError(f"A kind of transfer is at most 16 capital letters, not {code!r}.")
    _kinds[code] = TransferKind(code, label, goes_with)


def known(code: str) -> bool:
    """Tell whether a room has registered the kind."""
    return code in _kinds


def label(code: str) -> str:
    """Return the kind in the reader's language; a kind of a room that is gone reads as a move."""
    kind = _kinds.get(code)
    return str(kind.label if kind else _("Hours moved"))


def details(transfers: Mapping[UUID, str]) -> dict[UUID, Detail]:
    """Return what the transfers (id: kind) are about: each room's finder is asked once."""
    asked: dict[GoesWith, list[UUID]] = {}
    for key, code in transfers.items():
        kind = _kinds.get(code)
        if kind and kind.goes_with:
            asked.setdefault(kind.goes_with, []).append(key)
    found: dict[UUID, Detail] = {}
    for goes_with, keys in asked.items():
        found.update(goes_with(keys))
    return found


def register_own() -> None:
    """Register the kinds that the ledger itself uses."""
    register("ISSUE", _("Hours issued"))
    register("CLOSING", _("Account closed"))
    register("CORRECTION", _("Correction"))
