"""Counts who could vote and who did, from the roll alone: no paper is looked at."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db.models import Q, QuerySet

from gyda.decide.ballots.electorates import electorate_of
from gyda.decide.ballots.holding_back import told
from gyda.decide.ballots.models import Ballot, Roll, Turnout
from gyda.heard.models.about import GROUPS
from gyda.heard.queries.groups import counts_among
from gyda.methods.representativeness import UNKNOWN
from gyda.people.models import Member

Groups = dict[str, list[tuple[list[str], int, int]]]


def keep_turnout(ballot: Ballot) -> Turnout:
    """Keep the turnout of a ballot that has closed; who voted and has left since could vote too."""
    roll = Roll.objects.filter(ballot=ballot)
    did, named = roll.count(), roll.filter(member__isnull=False)
    could = _could(ballot)
    number = could.count() + did - named.count()  # whoever was erased is a mark without a name
    groups = _groups(ballot, number, did)
    return Turnout.objects.create(ballot=ballot, could=number, did=did, groups=groups)


def _could(ballot: Ballot) -> "QuerySet[Member]":
    electors = electorate_of(ballot).members(ballot).values("id")
    voted = Roll.objects.filter(ballot=ballot, member__isnull=False).values("member_id")
    return Member.objects.filter(Q(id__in=electors) | Q(id__in=voted))


def _groups(ballot: Ballot, number: int, did: int) -> Groups:
    could = counts_among(_could(ballot), "id")
    voted = counts_among(Roll.objects.filter(ballot=ballot, member__isnull=False), "member_id")
    found: Groups = {}
    for question, groups in GROUPS.items():
        counts = {name: (could[question][name], voted[question][name]) for name in groups.values}
        rest = (number - could[question].total(), did - voted[question].total())
        if parts := told(counts | {UNKNOWN: rest}):
            found[str(question)] = [(list(one.names), one.could, one.did) for one in parts]
    return found
