"""What is true of hours on paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.deliver.paper.models.batch import NoteBatch, NoteKey
from gyda.deliver.paper.models.note import HandOut, Note, NoteState, Source
from gyda.deliver.paper.models.post import Rhythm, StatementChoice
from gyda.deliver.paper.models.refusal import Reason, Refusal

__all__ = [
    "HandOut",
    "Note",
    "NoteBatch",
    "NoteKey",
    "NoteState",
    "Reason",
    "Refusal",
    "Rhythm",
    "Source",
    "StatementChoice",
]
