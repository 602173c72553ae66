"""Letters about ideas to who wrote them and who supports them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q, QuerySet

from gyda.need.ideas.models import Idea, Support
from gyda.people.letterbox import write_to
from gyda.people.models import Member


def near(idea: Idea) -> "QuerySet[Member]":
    """Return author and supporters who still belong to the hub."""
    supporters = Support.objects.filter(idea=idea, member__isnull=False).values("member_id")
    rows = Member.objects.active().filter(Q(id__in=supporters) | Q(id=idea.author_id))
    return rows.order_by("id")


def tell_near(idea: Idea, kind: str, *, but: Any = None, **words: Any) -> None:
    """Write to them all, except to who did it."""
    members = near(idea).exclude(id=but).select_related("person")
    for member in members.iterator():
        write_to(member, kind, about_id=idea.id, idea=idea, **words)


def tell_author(author: Member | None, kind: str, about: Any, **words: Any) -> None:
    """Write to who wrote something, if they are still here."""
    if author is not None and author.is_active:
        write_to(author, kind, about_id=about.id, **words)
