"""Brings a conversation over from another tool: piece by piece, each whole or not at all.

What is there already is found again by its mark or number, so a process that was killed is gone on
from by the next. Nothing is shown before all of it is in.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import time
from collections.abc import Mapping
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from gyda.journal.actions import By, record
from gyda.methods.opinion.polis import Conversation as Files
from gyda.methods.opinion.votes import order_of_ids
from gyda.need.conversations.models import (
    Conversation,
    Participant,
    Source,
    Standing,
    State,
    Statement,
    Vote,
)
from gyda.need.conversations.models.statement import BROUGHT
from gyda.need.map.actions.again import again
from gyda.need.map.errors import StewardsOnly, Unusable
from gyda.need.map.files import read
from gyda.need.map.models import Coming, Phase
from gyda.need.map.wanted import Wanted
from gyda.people.models import Member
from gyda.people.who import Who

PIECE = 5_000
LEASE = datetime.timedelta(minutes=3)
A_WHILE = 20.0  # seconds that a tick may give to it
STANDS = {-1: Standing.REFUSED, 0: Standing.SHOWN, 1: Standing.SHOWN}


@transaction.atomic
def begin(
    *, who: By, by: Member, texts: Mapping[str, str], wanted: Wanted,
    now: datetime.datetime | None = None,
) -> Coming:  # fmt: skip
    """Look the files through, and let the move begin; sent twice, it begins once."""
    if isinstance(who, Who) and (not who.actor.is_steward or who.is_acting):
        raise StewardsOnly
    before = Coming.objects.filter(request_key=wanted.key).first()
    if before:
        return before
    said = read(texts)
    coming = Coming.objects.create(
        title_cy=wanted.title_cy,
        title_en=wanted.title_en,
        language=wanted.language,
        source=wanted.source,
        files=dict(texts),
        people=said.votes.n,
        statements=len({*said.votes.statements, *said.texts}),
        votes=len(said.votes),
        by=by,
        began_at=now or timezone.now(),
        request_key=wanted.key,
    )
    record(by=who, verb="conversation.brought", about=coming, votes=coming.votes)
    return coming


def carry_on(coming: Coming, *, seconds: float | None = None) -> bool:
    """Bring in what is still to come; False when time was up before, or another does it."""
    if not _leased(coming):
        return False
    end = time.monotonic() + seconds if seconds else None
    work = Work(coming, read(coming.files))
    while coming.runs:
        work.step()
        if end and coming.runs and time.monotonic() > end:
            Coming.objects.filter(id=coming.id).update(leased_until=None)
            return False
    return True


def look_after(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Tick: go on with what is being brought over, for a while."""
    for coming in Coming.objects.filter(ended_at__isnull=True).order_by("id")[:1]:
        try:
            carry_on(coming, seconds=A_WHILE)
        except Unusable as error:  # the reader became stricter since the files were looked through
            rows = Coming.objects.filter(id=coming.id)
            rows.update(phase=Phase.FAILED, ended_at=now, fault={"words": str(error)}, files={})


def _leased(coming: Coming) -> bool:
    now = timezone.now()
    free = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
    rows = Coming.objects.filter(free, id=coming.id, ended_at__isnull=True)
    taken = bool(rows.update(leased_until=now + LEASE))
    coming.refresh_from_db()
    return taken


class Work:
    """One process's turn at it: each step is one transaction and leaves the row where it stands."""

    def __init__(self, coming: Coming, said: Files) -> None:
        self.coming, self.said = coming, said
        self.numbers = {
            one: number
            for number, one in enumerate(_in_order(said), start=1)
        }  # fmt: skip
        self._people: dict[int, UUID] | None = None
        self._statements: dict[int, UUID] | None = None

    @transaction.atomic
    def step(self) -> None:
        """Do the next piece."""
        phase = self.coming.phase
        if phase == Phase.WAITS:
            self._open()
        elif phase == Phase.PEOPLE:
            self._bring_people()
        elif phase == Phase.STATEMENTS:
            self._bring_statements()
        else:
            self._bring_votes()
        self.coming.leased_until = timezone.now() + LEASE if self.coming.runs else None
        self.coming.save()

    def _open(self) -> None:
        coming = self.coming
        words = {language: _purpose(coming, language) for language in ("cy", "en")}
        coming.conversation = Conversation.objects.create(
            **_titles(coming),
            purpose_cy=words["cy"],
            purpose_en=words["en"],
            is_public=False,
            takes_statements=False,
            state=State.CLOSED,
            opens_at=coming.began_at,
            closed_at=coming.began_at,
            hear_by_on=timezone.localdate(coming.began_at),
            by=coming.by,
            created_at=coming.began_at,
        )
        coming.phase = Phase.PEOPLE

    def _bring_people(self) -> None:
        rows = [
            Participant(
                hub_id=self.coming.hub_id,
                conversation=self.coming.conversation,
                source=Source.IMPORT,
                mark=mark_of(one),
                came_at=self.coming.began_at,
            )
            for one in self.said.votes.people
        ]
        Participant.objects.bulk_create(rows, batch_size=PIECE)
        self.coming.phase = Phase.STATEMENTS

    def _bring_statements(self) -> None:
        counts = dict(zip(self.said.votes.statements, self.said.votes.tally()[0], strict=True))
        people = dict(zip(self.said.votes.people, self._ids_of_people().values(), strict=True))
        rows = []
        for one, number in self.numbers.items():
            disagrees, passes, agrees = (int(count) for count in counts.get(one, (0, 0, 0)))
            rows.append(
                Statement(
                    hub_id=self.coming.hub_id,
                    conversation=self.coming.conversation,
                    number=number,
                    text=(self.said.texts.get(one) or f"({one})")[:BROUGHT],
                    language=self.coming.language,
                    author_id=people.get(self.said.authors.get(one, "")),
                    is_meta=one in self.said.meta,
                    state=STANDS[self.said.moderated.get(one, 1)],
                    agrees=agrees, disagrees=disagrees, passes=passes,
                    created_at=self.coming.began_at,
                    shown_at=self.coming.began_at,
                )
            )  # fmt: skip
        Statement.objects.bulk_create(rows, batch_size=PIECE)
        self.coming.phase = Phase.VOTES

    def _bring_votes(self) -> None:
        votes, start = self.said.votes, self.coming.done
        people, statements = list(self._ids_of_people().values()), self._ids_of_statements()
        rows = slice(start, start + PIECE)
        columns = (votes.person[rows], votes.statement[rows], votes.answer[rows])
        Vote.objects.bulk_create(
            Vote(
                hub_id=self.coming.hub_id,
                conversation=self._there(),
                participant_id=people[person],
                statement_id=statements[self.numbers[votes.statements[statement]]],
                answer=answer,
                source=Source.IMPORT,
                language=self.coming.language,
                at=self.coming.began_at,
            )
            for person, statement, answer in zip(*(c.tolist() for c in columns), strict=True)
        )
        self.coming.done = min(start + PIECE, len(votes))
        if self.coming.done == len(votes):
            self._end()

    def _end(self) -> None:
        coming = self.coming
        coming.phase, coming.ended_at, coming.files = Phase.OVER, timezone.now(), {}
        there = self._there()
        rows = Conversation.objects.filter(id=there.id)
        rows.update(is_public=True, people=self.said.votes.n)
        again(there.id)

    def _there(self) -> Conversation:
        conversation: Conversation | None = self.coming.conversation
        assert conversation is not None
        return conversation

    def _ids_of_people(self) -> dict[int, UUID]:
        """Return people's ids by their row, in order."""
        if self._people is None:
            rows = Participant.objects.filter(conversation=self.coming.conversation)
            by_mark = dict(rows.values_list("mark", "id"))
            marks = enumerate(map(mark_of, self.said.votes.people))
            self._people = {row: by_mark[mark] for row, mark in marks}
        return self._people

    def _ids_of_statements(self) -> dict[int, UUID]:
        if self._statements is None:
            rows = Statement.objects.filter(conversation=self.coming.conversation)
            self._statements = dict(rows.values_list("number", "id"))
        return self._statements


def _in_order(said: Files) -> list[str]:
    return sorted({*said.votes.statements, *said.texts}, key=order_of_ids)


def mark_of(person: str) -> str:
    """Return what finds a person's row again: their id in the files, or what stands for it."""
    return person if len(person) <= 20 else sha256(person.encode()).hexdigest()[:20]


def _titles(coming: Coming) -> dict[str, str]:
    return {name: getattr(coming, name) for name in ("title_cy", "title_en")}


def _purpose(coming: Coming, language: str) -> str:
    with override(language):
        said = _("Brought over from another tool.")
        source = _("Source: %(source)s") % {"source": coming.source} if coming.source else ""
    return f"{said} {source}".strip()
