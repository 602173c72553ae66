"""The seats of a panel as those who may vote in a ballot; its advisers never."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots.electorates import Electorate, register
from gyda.decide.ballots.models import Ballot
from gyda.decide.panels.models import PanelAdviser, PanelSeat
from gyda.people.models import Member

PANEL = "PANEL"


def may_vote(ballot: Ballot, member: Member) -> bool:
    """Tell whether the member sits on the ballot's panel, and does not advise it."""
    return _sitting(ballot).filter(id=member.id).exists()


def _sitting(ballot: Ballot) -> "QuerySet[Member]":
    if ballot.body is None:
        return Member.objects.none()
    seats = PanelSeat.objects.taken().filter(panel_id=ballot.body, member__isnull=False)
    advising = PanelAdviser.objects.advising().filter(panel_id=ballot.body)
    rows = Member.objects.active().filter(id__in=seats.values("member_id"))
    return rows.exclude(id__in=advising.values("member_id"))


def register_own() -> None:
    kind = Electorate(PANEL, _("Those who sit on a panel"), may_vote, _sitting, offered=False)
    register(kind)
