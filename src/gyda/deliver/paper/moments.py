"""Moments of a note at which other parts of the time bank do their share, in its transaction."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Callable

from gyda.deliver.paper.models import Note
from gyda.people.who import Who

Share = Callable[[Who, Note, datetime.datetime], object]

_on_spent: list[Share] = []


def on_spent(share: Share) -> None:
    """Have something done whenever a note is spent at an organisation."""
    _on_spent.append(share)


def spent(who: Who, note: Note, now: datetime.datetime) -> None:
    """Do what is to be done; a refusal undoes the note's redemption too."""
    for share in _on_spent:
        share(who, note, now)
