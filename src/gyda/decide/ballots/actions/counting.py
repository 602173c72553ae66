"""Counting: once, kept for good; anyone may repeat it from the published file."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from gyda.decide.ballots import errors
from gyda.decide.ballots.actions.letters import tell_electors
from gyda.decide.ballots.actions.recording import held, note
from gyda.decide.ballots.counting import arguments_of, count_papers
from gyda.decide.ballots.models import Ballot, Paper, Roll, Sheet, State, Tally, Way
from gyda.decide.ballots.motions import motion_record
from gyda.decide.ballots.pabulib import pots_of
from gyda.people.who import Who


@transaction.atomic
def count(*, who: Who, ballot_id: UUID, now: datetime.datetime | None = None) -> Tally:
    """Count what was cast, by the method that was said before; its reasons in both languages."""
    ballot, now = held(who, ballot_id), now or timezone.now()
    if ballot.is_counted:
        return Tally.objects.get(ballot=ballot)
    if ballot.state != State.CLOSED:
        raise errors.StillOpen
    _take_in_papers(ballot)
    if not Paper.objects.filter(ballot=ballot).exists():
        raise errors.NothingCast
    tally = kept(ballot, now)
    ballot.state, ballot.counted_at = State.COUNTED, now
    ballot.save(update_fields=["state", "counted_at"])
    note(who, "ballot.counted", ballot, votes=Roll.objects.filter(ballot=ballot).count())
    tell_electors(ballot, "ballot_result", but=who)
    return tally


def kept(ballot: Ballot, now: datetime.datetime) -> Tally:
    """Count and keep the result, with the hash of each file that was counted."""
    if ballot.is_plain:
        record = [motion_record(ballot)]
        return Tally.objects.create(ballot=ballot, record_cy=record, record_en=record, at=now)
    arguments = arguments_of(ballot)
    result = count_papers(pots_of(ballot), arguments)
    return Tally.objects.create(
        ballot=ballot,
        arguments=arguments,
        record_cy=result.records["cy"],
        record_en=result.records["en"],
        files={name: sha256(text).hexdigest() for name, text in result.files.items()},
        at=now,
    )


def _take_in_papers(ballot: Ballot) -> None:
    """Put the papers of paper to the others; each must be settled, and somebody marked for it."""
    open_ones = Sheet.objects.filter(ballot=ballot, is_counted=False)
    waiting = open_ones.filter(Q(entries__isnull=False)).distinct().count()
    if waiting:
        raise errors.PapersWait(number=waiting)
    sheets = list(Sheet.objects.filter(ballot=ballot, is_counted=True).order_by("code"))
    marked = Roll.objects.filter(ballot=ballot, way=Way.PAPER).count()
    if len(sheets) > marked:
        raise errors.MorePapers(typed=len(sheets), marked=marked)
    Paper.objects.bulk_create(
        Paper(hub_id=ballot.hub_id, ballot=ballot, code=one.code, ward=one.ward, marks=one.marks)
        for one in sheets
    )
