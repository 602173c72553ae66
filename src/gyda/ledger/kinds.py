"""Why hours move: each room registers its kinds of transfer, and the words that go with them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True)
class Detail:
    """What one line of a statement is about: a person's own words carry their language."""

    words: str
    url: str = ""
    language: str = ""


# Rows of three columns: the transfer, words, and their language; "" for words of ours.
GoesWith = Callable[[Sequence[UUID]], "QuerySet[Any, Any] | Mapping[UUID, Detail]"]


@dataclass(frozen=True)
class TransferKind:
    """A reason to move hours; goes_with finds what many transfers are about.

    It returns rows not yet fetched, of which those of all rooms are then fetched in one query
    (or, where rows cannot say it, the details themselves). `frame` is put around the words of a
    row: "Note %(words)s".
    """

    code: str
    label: str | Promise
    goes_with: GoesWith | None = None
    frame: str | Promise = ""


_kinds: dict[str, TransferKind] = {}


def register(
    code: str,
    label: str | Promise,
    goes_with: GoesWith | None = None,
    frame: str | Promise = "",
) -> None:
    """Make a kind known; the code is stored for good, so it never changes its meaning."""
    if not (code.isupper() and len(code) <= 16):
        raise ValueError(f"A kind of transfer is at most 16 capital letters, not {code!r}.")
    _kinds[code] = TransferKind(code, label, goes_with, frame)


def known(code: str) -> bool:
    """Tell whether a room has registered the kind."""
    return code in _kinds


def label(code: str) -> str:
    """Return the kind in the reader's language; a kind of a room that is gone reads as a move."""
    kind = _kinds.get(code)
    return str(kind.label if kind else _("Hours moved"))


def details(transfers: Mapping[UUID, str]) -> dict[UUID, Detail]:
    """Return what the transfers (id: kind) are about: the rows of all rooms in one query."""
    asked: dict[GoesWith, list[UUID]] = {}
    for key, code in transfers.items():
        kind = _kinds.get(code)
        if kind and kind.goes_with:
            asked.setdefault(kind.goes_with, []).append(key)
    found: dict[UUID, Detail] = {}
    parts = []
    for goes_with, keys in asked.items():
        said = goes_with(keys)
        if isinstance(said, Mapping):
            found.update(said)
        else:
            parts.append(said.order_by())
    return found | _fetched(parts, transfers)


def _fetched(
    parts: "Sequence[QuerySet[Any, Any]]", transfers: Mapping[UUID, str]
) -> dict[UUID, Detail]:
    if not parts:
        return {}
    rows = parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]
    return {key: _detail(transfers[key], *said) for key, *said in rows if said[0]}


def _detail(code: str, words: str, language: str) -> Detail:
    frame = _kinds[code].frame
    return Detail(str(frame) % {"words": words} if frame else words, language=language)


def register_own() -> None:
    """Register the kinds that the ledger itself uses."""
    register("ISSUE", _("Hours issued"))
    register("CLOSING", _("Account closed"))
    register("CORRECTION", _("Correction"))
