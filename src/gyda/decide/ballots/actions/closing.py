"""Closing a ballot: the box is opened once, its papers are shaken, and its key is destroyed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.ballots import electorates, errors, seals
from gyda.decide.ballots.actions.recording import held, locked, note
from gyda.decide.ballots.actions.turnout import keep_turnout
from gyda.decide.ballots.models import Ballot, Paper, Roll, Sealed, State
from gyda.journal.actions import By
from gyda.people.who import GydaItself, Who

BATCH = 2000


@transaction.atomic
def close(*, by: By, ballot_id: UUID, now: datetime.datetime | None = None) -> Ballot:
    """Take no more votes, and open the box.

    Papers are written in the order of their receipts, all at once: neither ids nor places on
    the disk nor transaction numbers say in which order they came. Raises `KeyGone`.
    """
    ballot, now = locked(ballot_id), now or timezone.now()
    if ballot.state != State.OPEN:
        return ballot
    papers = _opened(ballot) if ballot.is_secret else _said(ballot)
    Paper.objects.bulk_create(sorted(papers, key=lambda one: one.code), batch_size=BATCH)
    Sealed.objects.filter(ballot=ballot).delete()
    ballot.state, ballot.closed_at = State.CLOSED, now
    ballot.closes_at = min(ballot.closes_at, now) if now > ballot.opens_at else ballot.closes_at
    ballot.save(update_fields=["state", "closed_at", "closes_at"])
    keep_turnout(ballot)
    note(by, "ballot.closed", ballot, votes=Roll.objects.filter(ballot=ballot).count())
    transaction.on_commit(lambda: seals.destroy(ballot.id))
    return ballot


def _opened(ballot: Ballot) -> list[Paper]:
    rows = Sealed.objects.filter(ballot=ballot).values_list("sealed", flat=True)
    if not rows.exists():
        return []
    if not seals.has_key(ballot.id):
        raise errors.KeyGone
    opener = seals.Opener(ballot.id)
    papers = []
    for sealed in rows.iterator(BATCH):
        text = opener.open(bytes(sealed))
        if text is None:  # nobody's vote may be lost without a word
            raise errors.KeyGone
        code, ward, marks = text.split(" ", 2) if text.count(" ") > 1 else [*text.split(" "), ""]
        papers.append(_paper(ballot, code, int(ward), marks))
    return papers


def _said(ballot: Ballot) -> list[Paper]:
    """Return papers with no receipt: an open vote stands by name on the roll."""
    rows = Roll.objects.filter(ballot=ballot).order_by("said").values_list("said", flat=True)
    return [_paper(ballot, "", 0, said) for said in rows]


def _paper(ballot: Ballot, code: str, ward: int, marks: str) -> Paper:
    return Paper(hub_id=ballot.hub_id, ballot=ballot, code=code, ward=ward or None, marks=marks)


@transaction.atomic
def close_early(*, who: Who, ballot_id: UUID, now: datetime.datetime | None = None) -> Ballot:
    """Close a vote of a meeting, where everybody has voted, before its time."""
    ballot = held(who, ballot_id)
    if not ballot.is_plain:
        raise errors.StillOpen
    voted = Roll.objects.filter(ballot=ballot, member__isnull=False).values("member_id")
    if electorates.electorate_of(ballot).members(ballot).exclude(id__in=voted).exists():
        raise errors.NotAllVoted
    return close(by=who, ballot_id=ballot.id, now=now)


def close_due(*, hub_id: UUID, now: datetime.datetime) -> int:
    """Close what is due; take away keys that a crash left behind."""
    due = Ballot.objects.filter(state=State.OPEN, closes_at__lte=now)
    closed = 0
    for ballot_id in list(due.values_list("id", flat=True)):
        try:
            close(by=GydaItself(hub_id), ballot_id=ballot_id, now=now)
            closed += 1
        except errors.KeyGone:
            continue  # its page says so to who looks after it
    over = Ballot.objects.filter(id__in=seals.kept()).exclude(state__in=[State.OPEN, State.DRAFT])
    for ballot_id in over.values_list("id", flat=True):
        seals.destroy(ballot_id)
    return closed
