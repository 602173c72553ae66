"""Journal and letters of a proposal; a draft is nobody else's business."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from gyda.design.proposals.models import Author, Proposal, Support
from gyda.design.proposals.queries import newest_of
from gyda.initiatives.actions.entries import enter
from gyda.journal.actions import By
from gyda.keys.models import HubModel
from gyda.people.letterbox import write_to
from gyda.people.models import Member


def note(
    by: By,
    verb: str,
    proposal: Proposal,
    *,
    public: bool = True,
    about: HubModel | None = None,
    concerns: Iterable[Member] = (),
    **data: Any,
) -> None:
    """Record a deed on the thread of the initiative."""
    enter(
        proposal.initiative,
        who=by,
        verb=verb,
        about=about or proposal,
        public=public and not proposal.is_draft,
        concerns=concerns,
        **data,
    )


def authors(proposal: Proposal) -> "QuerySet[Member]":
    """Return those who write it and still belong to the hub."""
    ids = Author.objects.writing().filter(proposal=proposal).values("member_id")
    return Member.objects.active().filter(id__in=ids).order_by("id")


def near(proposal: Proposal) -> "QuerySet[Member]":
    """Return authors and supporters who still belong to the hub."""
    writing = Author.objects.writing().filter(proposal=proposal).values("member_id")
    backing = Support.objects.filter(proposal=proposal).values("member_id")
    return Member.objects.active().filter(Q(id__in=writing) | Q(id__in=backing)).order_by("id")


def tell(
    members: "QuerySet[Member]", kind: str, proposal: Proposal, *, but: Any, **words: Any
) -> None:
    """Write to them all, except to who did it."""
    title = title_of(proposal)
    for member in members.exclude(id=but).select_related("person").iterator():
        write_to(member, kind, about_id=proposal.id, proposal=proposal, title=title, **words)


def tell_one(member: Member, kind: str, proposal: Proposal, **words: Any) -> None:
    """Write to one, if they are still here."""
    if member.is_active:
        title = title_of(proposal)
        write_to(member, kind, about_id=proposal.id, proposal=proposal, title=title, **words)


def title_of(proposal: Proposal) -> Any:
    """Return its newest title, in whichever languages it is there."""
    return newest_of(proposal).title
