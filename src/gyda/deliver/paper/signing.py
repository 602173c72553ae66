"""Which key signs a note, and what it signs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.utils.crypto import salted_hmac

from gyda.deliver.paper import code
from gyda.deliver.paper.models import NoteBatch, NoteKey

SALT = "gyda.deliver.paper.note"


def printed_code(batch: NoteBatch, number: int) -> str:
    """Return the code that stands on a note of the batch (read with its key)."""
    return code.code_of(number, _mixed(batch.key, settings.SECRET_KEY), facts_of(batch))


def is_genuine(typed: code.Code, batch: NoteBatch) -> bool:
    """Tell whether we signed the code for a note of this batch."""
    facts = facts_of(batch)
    return any(typed.is_signed_by(key, facts) for key in _keys(batch.key))


def facts_of(batch: NoteBatch) -> Sequence[object]:
    """Return what a code holds for good: hub, batch and value."""
    return (batch.hub_id, batch.id, batch.minutes)


def _keys(key: NoteKey) -> Iterator[bytes]:
    """Give the key as the site mixes it now, and as it did before its own key was changed."""
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        yield _mixed(key, secret)


def _mixed(key: NoteKey, secret: str | bytes) -> bytes:
    """Mix the site's key in: whoever holds the tables alone can sign nothing."""
    return salted_hmac(SALT, key.secret, secret=secret, algorithm="sha256").digest()
