"""A statement as a reader sees it: in their language if there is a translation, and the other."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

from gyda.need.conversations.models import Statement
from gyda.web.bilingual import Text
from gyda.web.templatetags.gyda import page_language


@dataclass(frozen=True)
class Shown:
    """The words to read first, and beside them what somebody wrote or translated."""

    statement: Statement
    words: Text
    beside: Text | None
    is_translation: bool  # of the words that are read first; typed by a person, never a machine

    @property
    def number(self) -> int:
        return self.statement.number


def as_shown(statement: Statement) -> Shown:
    """Return the statement for whoever reads this page."""
    text, language = statement.words(page_language())
    is_original = language == statement.language
    other = statement.translation if is_original else statement.text
    beside = Text(other, statement.other_language if is_original else statement.language)
    return Shown(
        statement,
        Text(text, language),
        beside if other else None,
        is_translation=not is_original and statement.translated_by_id is not None,
    )
