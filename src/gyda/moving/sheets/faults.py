"""What is wrong with a row, as a code with its figures; the words for it stand in one table."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext, gettext_noop

Values = Mapping[str, str | int]


@dataclass(frozen=True)
class Fault:
    """One thing to mend in one row; a note is not wrong, only worth knowing."""

    line: int
    column: str
    code: str
    values: dict[str, str | int] = field(default_factory=dict)
    is_note: bool = False


class Unreadable(ValueError):
    """A file of which no row can be read."""

    def __init__(self, code: str, *, line: int = 1, **values: str | int) -> None:
        super().__init__(code)
        self.fault = Fault(line, "", code, dict(values))


class BadCell(ValueError):
    """A cell that does not say what its column asks for."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code, self.values = code, dict(values)


WORDS = {
    # whole files
    "empty": gettext_noop("The file is empty. Export it again."),
    "spreadsheet": gettext_noop("This is a spreadsheet file. Open it and save it as CSV."),
    "not-text": gettext_noop("This is no table in text. Save it as CSV and send that."),
    "unknown-table": gettext_noop(
        "The first line does not name the columns of any table that moves here. Found: %(found)s"
    ),
    "open-quotes": gettext_noop(
        "A quotation mark opens here and never ends as it should. Close or remove it."
    ),
    "twice": gettext_noop("The same file was sent twice. Send it once."),
    "windows-letters": gettext_noop(
        "The file is not in UTF-8. It was read as Windows text, which has no ŵ or ŷ: look at the "
        "names, or save it as CSV UTF-8."
    ),
    "unknown-column": gettext_noop("This column is not known here and is left out."),
    # cells
    "missing": gettext_noop("This cannot be empty. Fill it in."),
    "too-many-cells": gettext_noop(
        "The row has more cells than there are columns. Put quotation marks around texts with "
        "commas."
    ),
    "too-long": gettext_noop("This is longer than %(most)s letters. Shorten it."),
    "not-email": gettext_noop("This is not an e-mail address: %(text)s"),
    "not-phone": gettext_noop("This is not a phone number: %(text)s"),
    "not-hours": gettext_noop("These are not hours: %(text)s. Write 1.5, 1:30 or 1h30."),
    "not-positive": gettext_noop("The hours of a transfer are more than nothing. Found: %(text)s"),
    "too-many-hours": gettext_noop("So many hours cannot be right: %(text)s"),
    "not-date": gettext_noop("This is not a date: %(text)s. Write 31/12/2025 or 2025-12-31."),
    "date-ahead": gettext_noop("This day is still to come: %(text)s"),
    "date-too-early": gettext_noop("This day is too long ago: %(text)s"),
    "not-choice": gettext_noop("%(text)s is not one of these: %(choices)s"),
    # people
    "number-twice": gettext_noop("Line %(other)s has the same number. Each person has their own."),
    "email-twice": gettext_noop("Line %(other)s has the same e-mail. Is it the same person?"),
    "person-twice": gettext_noop(
        "Line %(other)s has the same name and phone. Is it the same person?"
    ),
    "number-taken": gettext_noop("Someone else here has this number already."),
    "shared-phone": gettext_noop(
        "Line %(other)s has the same phone. It is kept for ringing up, not for signing in."
    ),
    "here-already": gettext_noop("This person is here already and stays as they are."),
    "unnamed-role": gettext_noop("Only a steward can bring stewards and connectors."),
    # rows that point to others
    "no-such-member": gettext_noop(
        "There is no member with this number here or in the table of members: %(text)s"
    ),
    "two-such-members": gettext_noop("Several members are called this. Write the number: %(text)s"),
    "broken-member": gettext_noop("The row of this member has a mistake too: line %(other)s"),
    "no-such-organisation": gettext_noop("There is no organisation of this name here: %(text)s"),
    "member-twice": gettext_noop("Line %(other)s gives a balance of the same member."),
    "account-closed": gettext_noop("The account of this member is closed."),
    "same-account": gettext_noop("Both sides are the same account. Nothing can move."),
    "nobody-here": gettext_noop("Neither side is a member here, so nothing moves."),
    "brought-before": gettext_noop("This row was brought over before and is left alone."),
    "id-twice": gettext_noop("Line %(other)s has the same id. Each transfer has its own."),
    "no-such-transfer": gettext_noop("There is no transfer with this id to undo: %(text)s"),
    "undoes-differently": gettext_noop(
        "What undoes a transfer moves as much, the other way: see line %(other)s"
    ),
    "no-category": gettext_noop("There is no such category here. Name it in both languages."),
    "other-shelf": gettext_noop("No such category is here: it goes under %(category)s."),
}


def words_of(code: str, values: Values) -> str:
    """Say what is to be mended, in the active language.

    >>> from django.utils.translation import override
    >>> with override("en"):
    ...     words_of("email-twice", {"other": 3})
    'Line 3 has the same e-mail. Is it the same person?'
    """
    text = gettext(WORDS[code])
    return text % values if values else text
