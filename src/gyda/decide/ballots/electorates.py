"""Who may vote: each kind of electorate says it of a member, and lists its members.

A room or part above adds its own, as panels do with their seats.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots.models import Ballot, Elector, Ward
from gyda.initiatives.models import Seat
from gyda.people.models import Member
from gyda.people.models.area import Whereabouts

May = Callable[[Ballot, Member], bool]
Listed = Callable[[Ballot], "QuerySet[Member]"]
ALL, AREAS, NAMED, TEAM = "ALL", "AREAS", "NAMED", "TEAM"


@dataclass(frozen=True)
class Electorate:
    """A kind: its words, whether a member is one of them, all of them."""

    name: str
    label: "str | Promise"
    may_vote: May
    members: Listed
    offered: bool = True  # to who makes a ballot by hand


_kinds: dict[str, Electorate] = {}


def register(electorate: Electorate) -> None:
    """Make a kind of electorate known; called when the room's app is ready."""
    _kinds[electorate.name] = electorate


def electorate_of(ballot: Ballot) -> Electorate:
    """Return its kind; of one whose room is gone nobody may vote."""
    nobody = Electorate(ballot.electorate, _("Nobody"), lambda *_of: False, _none)
    return _kinds.get(ballot.electorate, nobody)


def offered() -> list[Electorate]:
    """Return what can be chosen by hand, in the order in which it was declared."""
    return [one for one in _kinds.values() if one.offered]


def may_vote(ballot: Ballot, member: Member) -> bool:
    """Tell whether a member has a vote."""
    return bool(member.is_active and electorate_of(ballot).may_vote(ballot, member))


def ward_of(ballot: Ballot, member: Member) -> Ward | None:
    """Return the ward of the ballot in which a member lives, if it is known."""
    wards = list(Ward.objects.filter(ballot=ballot).order_by("number"))
    if not wards:
        return None
    home = Whereabouts.objects.filter(member=member).values_list("area_id", flat=True).first()
    return next((ward for ward in wards if home in ward.areas), None)


def _none(ballot: Ballot) -> "QuerySet[Member]":
    return Member.objects.none()


def _everyone(ballot: Ballot) -> "QuerySet[Member]":
    return Member.objects.active()


def _lives_there(ballot: Ballot, member: Member) -> bool:
    return Whereabouts.objects.filter(member=member, area__in=ballot.areas).exists()


def _living_there(ballot: Ballot) -> "QuerySet[Member]":
    homes = Whereabouts.objects.filter(area__in=ballot.areas).values("member_id")
    return Member.objects.active().filter(id__in=homes)


def _is_named(ballot: Ballot, member: Member) -> bool:
    return Elector.objects.filter(ballot=ballot, member=member).exists()


def _named(ballot: Ballot) -> "QuerySet[Member]":
    electors = Elector.objects.filter(ballot=ballot).values("member_id")
    return Member.objects.active().filter(id__in=electors)


def _sits(ballot: Ballot, member: Member) -> bool:
    return _seats(ballot).filter(member=member).exists()


def _sitting(ballot: Ballot) -> "QuerySet[Member]":
    return Member.objects.active().filter(id__in=_seats(ballot).values("member_id"))


def _seats(ballot: Ballot) -> "QuerySet[Seat]":
    if ballot.initiative_id is None:
        return Seat.objects.none()
    return Seat.objects.taken().filter(initiative=ballot.initiative_id)


def register_own() -> None:
    """Declare the kinds of this part."""
    register(Electorate(ALL, _("All members of the hub"), lambda *_of: True, _everyone))
    register(Electorate(AREAS, _("Members who live in some small areas"), _lives_there,
                        _living_there))  # fmt: skip
    register(Electorate(NAMED, _("Members named one by one"), _is_named, _named))
    register(Electorate(TEAM, _("The team of the initiative"), _sits, _sitting))
