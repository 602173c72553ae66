"""Options before a ballot opens: put forward, checked by a professional, joined."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from gyda.decide.ballots import authors, errors, money, rules
from gyda.decide.ballots.actions.opening import drafted
from gyda.decide.ballots.actions.recording import locked, note
from gyda.decide.ballots.models import Option, Standing, Ward
from gyda.people.who import Who


@dataclass(frozen=True)
class Plan:
    """What an option says: nobody is asked for money without who gains and who loses."""

    title_cy: str
    title_en: str
    summary_cy: str
    summary_en: str
    gains_cy: str
    gains_en: str
    loses_cy: str
    loses_en: str
    pence: int
    minutes: int = 0
    rivals: int | None = None
    ward: Ward | None = None
    source: str = ""
    source_id: UUID | None = None

    @property
    def columns(self) -> dict[str, Any]:
        columns = dict(vars(self))
        return {name: one.strip() if isinstance(one, str) else one for name, one in columns.items()}


@transaction.atomic
def put(*, who: Who, ballot_id: UUID, plan: Plan) -> Option:
    """Put an option on the paper, or so it would be, once it is checked."""
    ballot = drafted(who, ballot_id)
    last = Option.objects.filter(ballot=ballot).aggregate(last=Max("number"))["last"] or 0
    option = Option.objects.create(ballot=ballot, number=last + 1, by=who.subject, **plan.columns)
    note(who, "ballot.option_put", ballot, public=False, number=option.number)
    return option


@transaction.atomic
def change(*, who: Who, option_id: UUID, plan: Plan) -> Option:
    """Put it otherwise; it is checked again. What it was made from stays what it was."""
    option = _option(who, option_id)
    if option.state in (Standing.MERGED, Standing.WITHDRAWN):
        raise errors.OffThePaper
    return rewrite(who, option, replace(plan, source=option.source, source_id=option.source_id))


def rewrite(who: Who, option: Option, plan: Plan) -> Option:
    """Write a plan into an option of a draft; it waits for its check anew."""
    anew: dict[str, Any] = {"state": Standing.PUT, "because_cy": "", "because_en": ""}
    anew |= {"judged_by": None, "judged_at": None}
    for name, value in (plan.columns | anew).items():
        setattr(option, name, value)
    option.save()
    note(who, "ballot.option_put", option.ballot, public=False, number=option.number)
    return option


def _option(who: Who, option_id: UUID) -> Option:
    option = Option.objects.get(id=option_id)
    drafted(who, option.ballot_id)
    return Option.objects.select_related("ballot__initiative").get(id=option_id)


@transaction.atomic
def judge(
    *,
    who: Who,
    option_id: UUID,
    can_be_done: bool,
    because_cy: str = "",
    because_en: str = "",
    now: datetime.datetime | None = None,
) -> Option:
    """Say, as a professional, whether it can be done for this money; no needs a reason."""
    if not rules.may_judge(who) or who.is_acting:
        raise errors.Professionals
    option = Option.objects.select_related("ballot__initiative").get(id=option_id)
    if not locked(option.ballot_id).is_draft:
        raise errors.NoDraft
    if option.state in (Standing.MERGED, Standing.WITHDRAWN):
        raise errors.OffThePaper
    if option.by_id == who.actor.id or authors.writes(option, who.actor):
        raise errors.OwnOption
    reasons = {"because_cy": because_cy.strip(), "because_en": because_en.strip()}
    if not can_be_done and not all(reasons.values()):
        raise errors.ReasonMissing
    Option.objects.filter(id=option.id).update(
        state=Standing.FEASIBLE if can_be_done else Standing.NOT_FEASIBLE,
        judged_by=who.actor, judged_at=now or timezone.now(), **reasons,
    )  # fmt: skip
    option.refresh_from_db()
    verb = "ballot.option_can" if can_be_done else "ballot.option_cannot"
    note(who, verb, option.ballot, number=option.number)
    return option


@transaction.atomic
def merge(*, who: Who, option_id: UUID, into_id: UUID) -> Option:
    """Join an option with another that says the same: neither takes the other's votes."""
    option = _option(who, option_id)
    into = Option.objects.filter(id=into_id, ballot=option.ballot_id).first()
    if into is None or into.id == option.id or into.state == Standing.MERGED:
        raise errors.MergeOdd
    Option.objects.filter(merged_into=option).update(merged_into=into)
    option.state, option.merged_into = Standing.MERGED, into
    option.save(update_fields=["state", "merged_into"])
    note(who, "ballot.option_merged", option.ballot, number=option.number, into=into.number)
    return option


@transaction.atomic
def withdraw(*, who: Who, option_id: UUID) -> Option:
    """Take an option off the paper before anyone votes."""
    option = _option(who, option_id)
    option.state, option.merged_into = Standing.WITHDRAWN, None
    option.save(update_fields=["state", "merged_into"])
    note(who, "ballot.option_withdrawn", option.ballot, public=False, number=option.number)
    return option


@transaction.atomic
def keep_ward(
    *, who: Who, ballot_id: UUID, name_cy: str, name_en: str, pence: int, areas: list[str]
) -> Ward:
    """Give a part of the place money of its own."""
    ballot = drafted(who, ballot_id)
    last = Ward.objects.filter(ballot=ballot).aggregate(last=Max("number"))["last"] or 0
    ward = Ward.objects.create(
        ballot=ballot, number=last + 1, name_cy=name_cy.strip(), name_en=name_en.strip(),
        pence=pence, areas=areas,
    )  # fmt: skip
    money.require_room(ballot)
    note(who, "ballot.ward_kept", ballot, public=False, number=ward.number)
    return ward
