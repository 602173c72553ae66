"""What is held on a member about proposals: how it is handed over, how it is erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import F

from gyda.design.proposals.actions.supporting import count_again
from gyda.design.proposals.models import (
    Amendment,
    AmendmentState,
    Author,
    CostLine,
    Effect,
    Feasibility,
    Point,
    PointState,
    PointSupport,
    Proposal,
    Support,
    Version,
)
from gyda.initiatives.points.actions import forget_supports
from gyda.letters.models import Letter
from gyda.people.data import burn_letters_about, keep, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]


def export_proposals(member: Member) -> Rows:
    """Return the proposals that the member began."""
    rows = Proposal.objects.filter(by=member).order_by("id")
    return [
        dict(row)
        for row in rows.values("initiative__title_cy", "initiative__title_en", "state", "at")
    ]


def erase_proposals(member: Member) -> None:
    """Forget drafts that nobody else writes; what others read or write stays, without a name."""
    for proposal in Proposal.objects.filter(by=member, latest=0):
        others = Author.objects.near().filter(proposal=proposal).exclude(member=member)
        if not others.exists():
            _forget(proposal)


def _forget(proposal: Proposal) -> None:
    for model in (CostLine, Effect):
        model.objects.filter(version__proposal=proposal).delete()
    for whole in (Version, Author):
        whole.objects.filter(proposal=proposal).delete()
    burn_letters_about([proposal.id])
    Proposal.objects.filter(id=proposal.id).delete()


def export_versions(member: Member) -> Rows:
    """Return the versions whose words the member brought, or translated."""
    rows = Version.objects.filter(by=member) | Version.objects.filter(translated_by=member)
    columns = ("number", "title_cy", "title_en", "language", "at")
    return [
        dict(row)
        for row in rows.order_by("id").values(
            *columns, words_cy=F("what_cy"), words_en=F("what_en")
        )
    ]


def export_authors(member: Member) -> Rows:
    """Return the proposals that the member writes, or was asked to."""
    rows = Author.objects.filter(member=member).order_by("id")
    return [
        dict(row) for row in rows.values("side", "at", state=F("standing"), title=F("proposal_id"))
    ]


def erase_authors(member: Member) -> None:
    """Forget invitations, with the letters that carried the name; sides stay, without a name."""
    asked = Author.objects.filter(member=member).exclude(standing__in=("AUTHOR", "LEFT"))
    theirs = list(asked.values_list("proposal_id", flat=True))
    sent = Author.objects.filter(invited_by=member)
    about = list(sent.values_list("proposal_id", flat=True))
    letters = Letter.objects.filter(kind="proposal_invited")
    letters.filter(member=member, about_id__in=theirs).delete()
    letters.filter(about_id__in=about).delete()
    sent.update(invited_by=None)
    asked.delete()


def export_amendments(member: Member) -> Rows:
    """Return the amendments that the member proposed."""
    rows = Amendment.objects.filter(by=member).order_by("id")
    named = {"source": F("passage"), "reason": F("why")}
    return [dict(row) for row in rows.values("text", "state", "answer", "at", **named)]


def erase_amendments(member: Member) -> None:
    """Forget what still waits; what was answered is part of how the words came to be."""
    rows = Amendment.objects.waiting().filter(by=member)
    rows.update(state=AmendmentState.WITHDRAWN, text="", passage="", why="")


def export_feasibility(member: Member) -> Rows:
    """Return what the member said, for their organisation, about what can be done."""
    rows = Feasibility.objects.filter(by=member).order_by("id")
    return [dict(row) for row in rows.values("verdict", "because", "language", "at")]


def export_points(member: Member) -> Rows:
    """Return the points that the member made."""
    rows = Point.objects.filter(author=member).order_by("id")
    return [dict(row) for row in rows.values("side", "language", "at", words=F("text"))]


def erase_points(member: Member) -> None:
    """Forget their words."""
    Point.objects.filter(author=member).update(state=PointState.WITHDRAWN, text="")


def export_agreed(member: Member) -> Rows:
    """Return the points that the member agrees with."""
    rows = PointSupport.objects.filter(member=member).order_by("id")
    return [dict(row) for row in rows.values("at", words=F("point__text"))]


def erase_agreed(member: Member) -> None:
    forget_supports(PointSupport, member)


def export_supports(member: Member) -> Rows:
    """Return the proposals that the member supports."""
    rows = Support.objects.filter(member=member).order_by("id")
    return [dict(row) for row in rows.values("at", title=F("proposal_id"))]


def erase_supports(member: Member) -> None:
    """Take them out of the counts: nobody is behind them any more."""
    rows = Support.objects.filter(member=member).select_related("proposal")
    proposals = [row.proposal for row in rows]
    rows.delete()
    for proposal in proposals:
        count_again(proposal)


def register_all() -> None:
    """Declare them: drafts first, while it is known who writes them."""
    register(Proposal, export=export_proposals, erase=erase_proposals)
    register(Version, export=export_versions, erase=keep)
    register(Author, export=export_authors, erase=erase_authors)
    register(Amendment, export=export_amendments, erase=erase_amendments)
    register(Feasibility, export=export_feasibility, erase=keep)
    register(Support, export=export_supports, erase=erase_supports)
    register(PointSupport, export=export_agreed, erase=erase_agreed)
    register(Point, export=export_points, erase=erase_points)
