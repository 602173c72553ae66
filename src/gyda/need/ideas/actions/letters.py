"""Letters about ideas to who wrote them and who supports them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from gyda.letters.audiences import Addressee
from gyda.letters.circulars import write_to_all
from gyda.need.ideas.kind import IDEA
from gyda.need.ideas.models import Idea, State, Support
from gyda.people.letterbox import following, write_to
from gyda.people.models import Member


def near(idea: Idea) -> "QuerySet[Member]":
    """Return author and supporters who still belong to the hub."""
    supporters = Support.objects.filter(idea=idea, member__isnull=False).values("member_id")
    rows = Member.objects.active().filter(Q(id__in=supporters) | Q(id=idea.author_id))
    return rows.order_by("id")


def tell_near(idea: Idea, kind: str, *, but: UUID | None = None, **words: Model) -> None:
    """Write to them all, however many, except to who did it."""
    write_to_all(kind=kind, audience=IDEA, about_id=idea.id, words={"idea": idea, **words}, but=but)


def who_hears(about_id: UUID, last: UUID | None, size: int) -> list[Addressee]:
    """Return the next of those near an idea."""
    idea = Idea.objects.filter(id=about_id).exclude(state=State.REMOVED).first()
    return following(near(idea), idea.id, last, size) if idea else []


def tell_author(author: Member | None, kind: str, about: Any, **words: Any) -> None:
    """Write to who wrote something, if they are still here."""
    if author is not None and author.is_active:
        write_to(author, kind, about_id=about.id, **words)
