"""Who may see results, and what the pages of results show."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from gyda.need.conversations.models import Conversation, Participant
from gyda.need.map import words
from gyda.need.map.engine import Here
from gyda.need.map.models import Map
from gyda.need.map.picture import Picture, picture
from gyda.need.map.queries.results import Texts, own_answers, own_place, shown_statements, texts_of
from gyda.people.who import Who

ENOUGH = 7  # answers after which somebody sees results while others still answer
FIRST = 10  # statements of each list on the page

Plain = dict[str, Any]


@dataclass(frozen=True)
class Account:
    """A map in words and as a picture."""

    summary: str
    grouping: list[str]
    groups: list[words.Group]
    sections: list[words.Section]
    guard: list[str]
    picture: Picture
    here: Here | None


def may_see(
    conversation: Conversation, who: Who | None, participant: Participant | None
) -> tuple[bool, int]:
    """Tell whether results are for this reader, and how many answers they lack until they are.

    While a conversation goes on, whoever looks first would answer by what others said.
    """
    if not conversation.takes_answers() or (who and who.actor.is_connector):
        return True, 0
    needed = min(ENOUGH, shown_statements(conversation)[:ENOUGH].count())
    given = len(own_answers(participant))
    return given >= needed, max(needed - given, 0)


def account(
    conversation: Conversation,
    map_: Map,
    participant: Participant | None = None,
    *,
    first: int = FIRST,
    language: str | None = None,
) -> Account:
    """Put what is shown into words, in the language of the page."""
    shown = cut(map_.shown, first)
    texts = texts_of(conversation, numbers_in(shown), (language or get_language() or "cy")[:2])
    mine = own_place(map_, own_answers(participant)) if participant else None
    return worded(shown, texts, mine)


def worded(shown: Plain, texts: Texts, mine: Here | None = None) -> Account:
    """Return the account of what is shown."""
    return Account(
        summary=words.summary(shown),
        grouping=words.grouping(shown),
        groups=words.groups(shown, texts),
        sections=words.sections(shown, texts),
        guard=words.guard(shown, texts),
        picture=picture(shown, mine.at if mine else None),
        here=mine,
    )


def cut(shown: Plain, first: int) -> Plain:
    """Return it with so many statements of each list."""
    lists = {name: rows[:first] for name, rows in shown["lists"].items()}
    return shown | {"lists": lists}


def numbers_in(shown: Plain) -> Iterable[str]:
    """Return the numbers of all statements that are named."""
    for rows in shown["lists"].values():
        yield from (one["statement"] for one in rows)
    for group in shown["groups"]:
        yield from (one["statement"] for one in group["telling"])
