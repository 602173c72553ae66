"""What the authors work on: words, translation, costs, who gains and loses; then a new version."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.design.proposals import errors, rules
from gyda.design.proposals.actions.beginning import Words
from gyda.design.proposals.actions.copying import copy_of, same
from gyda.design.proposals.actions.recording import note
from gyda.design.proposals.models import CostLine, Effect, Proposal, State, Version
from gyda.design.proposals.models.effect import TEXTS
from gyda.design.proposals.queries import MANY, in_work_of, newest_of
from gyda.design.proposals.wording import tidy
from gyda.people.who import Who

MOST = 40  # lines or groups in a version


def locked(proposal_id: UUID) -> Proposal:
    """Return the proposal, locked: two hands at once are one after the other."""
    return Proposal.objects.select_for_update().get(id=proposal_id)


def _mine(who: Who, proposal_id: UUID) -> Proposal:
    proposal = locked(proposal_id)
    rules.require_author(who, proposal)
    return proposal


def in_work(proposal: Proposal, who: Who) -> Version:
    """Return what the authors work on; a copy of what holds where they had not begun."""
    return in_work_of(proposal) or copy_of(newest_of(proposal), by=who.subject)


@transaction.atomic
def write(*, who: Who, proposal_id: UUID, words: Words) -> Version:
    """Put it in other words; what was translated of the old ones is asked for again."""
    proposal = _mine(who, proposal_id)
    version = in_work(proposal, who)
    columns = words.columns
    other = "en" if words.language == "cy" else "cy"
    for name in ("title", "what"):
        own = f"{name}_{words.language}"
        if getattr(version, own) != columns[own]:
            columns[f"{name}_{other}"] = ""
    Version.objects.filter(id=version.id).update(by=who.subject, **columns)
    note(who, "proposal.worked_on", proposal, public=False)
    version.refresh_from_db()
    return version


@transaction.atomic
def throw_away(*, who: Who, proposal_id: UUID) -> None:
    """Throw away what is worked on; what is published holds."""
    proposal = _mine(who, proposal_id)
    version = in_work_of(proposal)
    if version is None or proposal.is_draft:
        raise errors.NothingNew
    for model in (CostLine, Effect):
        model.objects.filter(version=version).delete()
    Version.objects.filter(id=version.id).delete()
    note(who, "proposal.thrown_away", proposal, public=False)


@transaction.atomic
def publish(
    *,
    who: Who,
    proposal_id: UUID,
    why: str = "",
    why_language: str = "",
    now: datetime.datetime | None = None,
) -> Version:
    """Publish the next version, with a word on why; the first one opens it for amendments."""
    proposal, now = _mine(who, proposal_id), now or timezone.now()
    version = in_work_of(proposal)
    if version is None or (proposal.latest and same(version, newest_of(proposal))):
        raise errors.NothingNew
    if proposal.latest and not why.strip():
        raise errors.WithoutWhy
    number = number_it(proposal, version, why=why, why_language=why_language, now=now)
    verb = "proposal.opened" if number == 1 else "proposal.changed"
    note(who, verb, proposal, number=number)
    version.refresh_from_db()
    return version


def number_it(
    proposal: Proposal, version: Version, *, why: str, why_language: str, now: datetime.datetime
) -> int:
    """Make what is worked on the newest version; the proposal is locked."""
    number = proposal.latest + 1
    Version.objects.filter(id=version.id).update(
        number=number,
        published_at=now,
        why=tidy(why),
        why_language=why_language or version.language,
    )
    Proposal.objects.filter(id=proposal.id).update(latest=number, state=State.OPEN)
    proposal.latest, proposal.state = number, State.OPEN
    return number


@dataclass(frozen=True)
class Cost:
    """One line as it is asked for, in one language."""

    purpose: str
    rhythm: str
    what: str
    pence: int = 0
    minutes: int = 0
    payer: str = ""
    organisation_id: UUID | None = None
    hours_of: str = ""
    replaces_paid: bool | None = None

    def columns(self, language: str) -> dict[str, Any]:
        """Return the columns, or raise what is missing."""
        columns = dict(vars(self)) | {"replaces_paid": bool(self.replaces_paid)}
        columns[f"what_{language}"] = tidy(columns.pop("what"))
        return columns | check_cost(self)


def check_cost(asked: Cost) -> dict[str, Any]:
    """Raise what a line lacks; leave out what does not belong to it."""
    if asked.purpose == "SAVING" and asked.minutes:
        raise errors.HoursAreNoSaving
    if not asked.pence and not asked.minutes:
        raise errors.NothingAsked
    if asked.pence and not asked.payer:
        raise errors.WhoPays
    if asked.payer == "ORGANISATION" and asked.pence and not asked.organisation_id:
        raise errors.WhichOrganisation
    if asked.minutes and not asked.hours_of:
        raise errors.WhoseHours
    citizens = asked.minutes > 0 and asked.hours_of in ("CREDITS", "UNPAID")
    if citizens and asked.replaces_paid is None:
        raise errors.PaidToday
    pays = asked.payer if asked.pence else ""
    return {
        "payer": pays,
        "organisation_id": asked.organisation_id if pays == "ORGANISATION" else None,
        "hours_of": asked.hours_of if asked.minutes else "",
        "replaces_paid": bool(asked.replaces_paid) and citizens,
    }


@transaction.atomic
def keep_cost(
    *, who: Who, proposal_id: UUID, cost: Cost, language: str, place: int | None = None
) -> CostLine:
    """Add a line to what is worked on, or change the one at a place (from 0)."""
    proposal = _mine(who, proposal_id)
    columns = cost.columns(language)
    version = in_work(proposal, who)
    line: CostLine = _at(CostLine, version, place, CostLine(version=version, hub_id=version.hub_id))
    other = "what_en" if language == "cy" else "what_cy"
    if getattr(line, f"what_{language}") != columns[f"what_{language}"]:
        setattr(line, other, "")
    for name, value in columns.items():
        setattr(line, name, value)
    line.save()
    note(who, "proposal.worked_on", proposal, public=False)
    return line


@transaction.atomic
def keep_effect(
    *, who: Who, proposal_id: UUID, texts: dict[str, str], language: str, place: int | None = None
) -> Effect:
    """Add a group with what it gains and loses, or change the one at a place (from 0)."""
    proposal = _mine(who, proposal_id)
    version = in_work(proposal, who)
    effect: Effect = _at(Effect, version, place, Effect(version=version, hub_id=version.hub_id))
    other = "en" if language == "cy" else "cy"
    for name in TEXTS:
        new = tidy(texts[name])
        if getattr(effect, f"{name}_{language}") != new:
            setattr(effect, f"{name}_{other}", "")
        setattr(effect, f"{name}_{language}", new)
    effect.save()
    note(who, "proposal.worked_on", proposal, public=False)
    return effect


@transaction.atomic
def remove(*, who: Who, proposal_id: UUID, model: type[CostLine | Effect], place: int) -> None:
    """Take a line or a group out of what is worked on."""
    proposal = _mine(who, proposal_id)
    version = in_work(proposal, who)
    row = _at(model, version, place, None)
    if row is None:
        raise errors.MovedOn
    model.objects.filter(id=row.id, version=version).delete()
    note(who, "proposal.worked_on", proposal, public=False)


def _at(model: Any, version: Version, place: int | None, fresh: Any) -> Any:
    """Return the row at a place: a copy keeps the order, so the page need not know of copies."""
    rows = list(model.objects.filter(version=version).order_by("id")[:MANY])
    if place is None:
        if len(rows) >= MOST:
            raise errors.TooMany
        return fresh
    if place >= len(rows):
        raise errors.MovedOn
    return rows[place]
