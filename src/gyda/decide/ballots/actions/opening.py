"""A ballot from its first words to the moment at which votes are taken."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.ballots import electorates, errors, money, seals
from gyda.decide.ballots.actions.fates import bring_proposals
from gyda.decide.ballots.actions.letters import tell_electors
from gyda.decide.ballots.actions.recording import held, note
from gyda.decide.ballots.models import PLAIN, Ballot, Elector, Option, Standing, State
from gyda.decide.ballots.rules import check_right, require_right
from gyda.decide.funds.models import Fund
from gyda.initiatives.models import Initiative
from gyda.initiatives.rules import require_hold as require_hold_of_thread
from gyda.keys.once import once
from gyda.people.models import Member
from gyda.people.who import Who


@dataclass(frozen=True)
class Terms:
    """What is asked, of whom, until when, and how it will be counted."""

    title_cy: str
    title_en: str
    question_cy: str
    question_en: str
    kind: str
    method: str
    say: str
    electorate: str
    opens_at: datetime.datetime
    closes_at: datetime.datetime
    pence: int | None = None
    most: int | None = None
    points: int | None = None
    is_secret: bool = True
    areas: tuple[str, ...] = ()
    body: UUID | None = None
    fund: Fund | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """Return the columns, or raise where they contradict one another."""
        if self.closes_at <= self.opens_at:
            raise errors.DaysPast
        if self.electorate == electorates.AREAS and not self.areas:
            raise errors.AreasMissing
        columns = vars(self) | {"areas": list(self.areas)}
        plain: dict[str, Any] = {"pence": None, "fund": None}
        return columns | (plain if self.kind in PLAIN else {"is_secret": True})


@once
@transaction.atomic
def draft(
    *,
    who: Who,
    terms: Terms,
    initiative: Initiative | None = None,
    electors: Sequence[Member] = (),
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Ballot:
    """Begin a ballot: nobody votes yet."""
    if key and (stored := Ballot.objects.filter(request_key=key).first()):
        return stored
    if initiative is not None:
        require_hold_of_thread(who, initiative)
    elif not who.actor.is_connector:
        raise errors.NotForYou
    ballot = Ballot.objects.create(
        initiative=initiative, by=who.subject, created_at=now or timezone.now(), request_key=key,
        **terms.columns,
    )  # fmt: skip
    check_right(ballot)
    money.require_room(ballot)
    _name(ballot, electors)
    note(who, "ballot.drafted", ballot, public=False)
    return ballot


@transaction.atomic
def change(
    *, who: Who, ballot_id: UUID, terms: Terms, electors: Sequence[Member] | None = None
) -> Ballot:
    """Put it in other words before it opens."""
    ballot = drafted(who, ballot_id)
    for name, value in terms.columns.items():
        setattr(ballot, name, value)
    ballot.save(update_fields=list(terms.columns))
    check_right(ballot)
    money.require_room(ballot)
    if electors is not None:
        _name(ballot, electors)
    note(who, "ballot.changed", ballot, public=False)
    return ballot


def _name(ballot: Ballot, electors: Sequence[Member]) -> None:
    Elector.objects.filter(ballot=ballot).delete()
    rows = [Elector(hub_id=ballot.hub_id, ballot=ballot, member=one) for one in electors]
    Elector.objects.bulk_create(rows)


def drafted(who: Who, ballot_id: UUID) -> Ballot:
    """Return a ballot that has not opened, locked, to who looks after it."""
    ballot = held(who, ballot_id)
    if not ballot.is_draft:
        raise errors.NoDraft
    return ballot


@transaction.atomic
def open_ballot(*, who: Who, ballot_id: UUID, now: datetime.datetime | None = None) -> Ballot:
    """Freeze what is asked, and take votes from its day on; everyone who may vote is told."""
    ballot, now = drafted(who, ballot_id), now or timezone.now()
    if ballot.closes_at <= now:
        raise errors.DaysPast
    require_right(who, ballot)
    if not ballot.is_plain:
        _check_options(ballot)
        money.require_room(ballot)
    if not electorates.electorate_of(ballot).members(ballot).exists():
        raise errors.NoElectors
    ballot.public_key = seals.new_key(ballot.id) if ballot.is_secret else b""
    ballot.state, ballot.opened_at = State.OPEN, now
    ballot.save(update_fields=["public_key", "state", "opened_at"])
    bring_proposals(ballot)
    note(who, "ballot.opened", ballot)
    tell_electors(ballot, "ballot_opened", but=who)
    return ballot


def _check_options(ballot: Ballot) -> None:
    options = list(Option.objects.filter(ballot=ballot).order_by("number"))
    waiting = [str(one) for one in options if one.state == Standing.PUT]
    if waiting:
        raise errors.NotJudged(titles=", ".join(waiting))
    able = [one for one in options if one.state == Standing.FEASIBLE]
    if len(able) < 2:
        raise errors.TwoOptions
    rooms = {ward.id: ward.pence for ward in ballot.wards.all()}
    if {one.ward_id for one in able} != {None, *rooms}:
        raise errors.MoneyForNothing
    for one in able:
        room = rooms[one.ward_id] if one.ward_id else ballot.pence or 0
        if one.pence > room:
            raise errors.CostsMore(title=str(one))


@transaction.atomic
def call_off(*, who: Who, ballot_id: UUID, because_cy: str, because_en: str) -> Ballot:
    """End it without a result, with a public reason; sealed papers are never opened."""
    ballot = held(who, ballot_id)
    if ballot.state not in (State.DRAFT, State.OPEN, State.CLOSED):
        raise errors.NoDraft
    if not (because_cy.strip() and because_en.strip()):
        raise errors.ReasonMissing
    words = {"off_because_cy": because_cy.strip(), "off_because_en": because_en.strip()}
    Ballot.objects.filter(id=ballot.id).update(state=State.CALLED_OFF, **words)
    ballot.refresh_from_db()
    note(who, "ballot.called_off", ballot)
    transaction.on_commit(lambda: seals.destroy(ballot.id))
    return ballot
