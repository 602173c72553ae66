"""What is held on a member about ballots: that they voted, never what."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import F

from gyda.decide.ballots.models import Ballot, Elector, Entry, Option, Roll, Sheet
from gyda.people.data import register
from gyda.people.models import Member

Rows = list[dict[str, Any]]


def export_roll(member: Member) -> Rows:
    """Return in which ballots the member has voted, and how."""
    rows = Roll.objects.filter(member=member).order_by("ballot_id")
    titles = {"title_cy": F("ballot__title_cy"), "title_en": F("ballot__title_en")}
    return [dict(row) for row in rows.values("way", open_vote=F("said"), **titles)]


def erase_roll(member: Member) -> None:
    """Leave a mark without a name: the votes stay as many as they were."""
    Roll.objects.filter(member=member).update(member=None)


def export_electors(member: Member) -> Rows:
    """Return for which ballots the member was named."""
    rows = Elector.objects.filter(member=member).order_by("id")
    titles = {"title_cy": F("ballot__title_cy"), "title_en": F("ballot__title_en")}
    return [dict(row) for row in rows.values(**titles)]


def erase_electors(member: Member) -> None:
    Elector.objects.filter(member=member).delete()


def export_ballots(member: Member) -> Rows:
    """Return the ballots that the member prepared."""
    rows = Ballot.objects.filter(by=member).order_by("id")
    return [dict(row) for row in rows.values("title_cy", "title_en", "created_at")]


def export_options(member: Member) -> Rows:
    """Return the options that the member put forward or checked."""
    rows = Option.objects.filter(by=member) | Option.objects.filter(judged_by=member)
    return [dict(row) for row in rows.order_by("id").values("title_cy", "title_en", "state")]


def erase_options(member: Member) -> None:
    Option.objects.filter(by=member).update(by=None)


def export_typed(member: Member) -> Rows:
    """Return how many papers the member typed in, not what stood on them."""
    typed = Entry.objects.filter(by=member).count()
    return [{"papers": typed}] if typed else []


def keep(member: Member) -> None:
    """What somebody did in office stays, under a row that no longer has a name."""


def nothing(member: Member) -> Rows:
    """Return nothing: it is told with the papers that were typed in."""
    return []


def register_all() -> None:
    """Declare them."""
    register(Roll, export=export_roll, erase=erase_roll)
    register(Elector, export=export_electors, erase=erase_electors)
    register(Ballot, export=export_ballots, erase=keep)
    register(Option, export=export_options, erase=erase_options)
    register(Entry, export=export_typed, erase=keep)
    register(Sheet, export=nothing, erase=keep)
