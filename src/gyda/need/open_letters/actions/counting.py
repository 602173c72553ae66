"""The letter that is signed, locked; its counters; its entries."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from gyda.initiatives.actions.entries import enter
from gyda.journal.actions import By, record
from gyda.need.open_letters import errors
from gyda.need.open_letters.models import Kind, OpenLetter, Signature, SignatureQuerySet
from gyda.need.rulings.models import Ruling


def signing(letter_id: UUID) -> OpenLetter:
    """Return a letter that takes signatures, locked: who signs at once is one after the other."""
    letter = OpenLetter.objects.select_for_update().get(id=letter_id)
    if not letter.is_open:
        raise errors.NoLongerSigning
    return letter


def count_again(letter: OpenLetter) -> None:
    """Keep the counters true: confirmed signatures and nothing else."""
    rows = Signature.objects.counted().filter(letter=letter)
    letter.persons = rows.filter(kind=Kind.PERSON).count()
    letter.organisations = rows.filter(kind=Kind.ORGANISATION).count()
    OpenLetter.objects.filter(id=letter.id).update(
        persons=letter.persons, organisations=letter.organisations
    )


def forget(rows: SignatureQuerySet) -> int:
    """Delete signatures, and with them what was said about their names."""
    Ruling.objects.filter(signature__in=rows.values("id")).delete()
    gone, _rows = rows.delete()
    return gone


def note(by: By, verb: str, letter: OpenLetter, *, public: bool = True, **data: Any) -> None:
    """Record a deed; what is public also stands on the thread."""
    data = {"letter": str(letter.id), **data}
    if public and letter.initiative is not None:
        enter(letter.initiative, who=by, verb=verb, about=letter, **data)
    else:
        record(by=by, verb=verb, about=letter, public=public, **data)
