"""Small grants: asked for in two minutes; two people or a decision answer, with a reason."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.decisions.models import Decision
from gyda.decide.funds import errors, rules
from gyda.decide.funds.actions.bound import check
from gyda.decide.funds.actions.funds import locked
from gyda.decide.funds.actions.letters import tell_asker, tell_keepers
from gyda.decide.funds.actions.promises import Promise, of_this_fund, promised, within
from gyda.decide.funds.actions.recording import note
from gyda.decide.funds.actions.stored import stored
from gyda.decide.funds.models import Fund, GrantState, Payee, SmallGrant
from gyda.decide.funds.models.grant import OPEN
from gyda.keys.once import once
from gyda.people.who import Who
from gyda.web.units import pounds

YEAR = datetime.timedelta(days=365)


@dataclass(frozen=True)
class Asking:
    """What for, how much, who gains."""

    what: str
    gains: str
    pence: int
    language: str
    group: str = ""


@dataclass(frozen=True)
class Reply:
    """The reason, in both languages; for a yes also the line that everyone reads, with no name."""

    reason_cy: str
    reason_en: str
    line_cy: str = ""
    line_en: str = ""
    decision: Decision | None = None

    def check(self, *, line: bool) -> None:
        for name in ("reason_cy", "reason_en", *(("line_cy", "line_en") if line else ())):
            if not getattr(self, name).strip():
                raise errors.WithoutReason(field=name)


@once
@transaction.atomic
def ask(
    *,
    who: Who,
    fund_id: UUID,
    asking: Asking,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> SmallGrant:
    """Ask for a small grant, for oneself or for a group."""
    same = {"fund_id": fund_id, "member_id": who.subject.id, "pence": asking.pence}
    if before := stored(SmallGrant, key, **same):
        return before
    fund, now = Fund.objects.select_related("initiative").get(id=fund_id), now or timezone.now()
    if not who.reaches_everything:
        raise errors.ActForYourself
    _gives(fund, timezone.localdate(now))
    most = rules.policy().grant_most_pence
    if asking.pence > most:
        raise errors.GrantTooLarge(most=pounds(most))
    grant = SmallGrant.objects.create(
        fund=fund, member=who.subject, asked_at=now, request_key=key, **vars(asking)
    )
    note(who, "grant.asked", fund, grant, public=False, pence=grant.pence)
    tell_keepers(fund, "grant_asked", but=who.subject, grant=grant)
    return grant


def _gives(fund: Fund, today: datetime.date) -> None:
    if fund.is_closed:
        raise errors.FundClosed
    if not fund.gives_small_grants:
        raise errors.NoSmallGrants
    rules.require_running(fund, today)


@transaction.atomic
def say_yes(
    *, who: Who, grant_id: UUID, reply: Reply, now: datetime.datetime | None = None
) -> SmallGrant:
    """Say yes: by a decision at once, otherwise the second yes of another person grants it."""
    now = now or timezone.now()
    locked(SmallGrant.objects.values_list("fund_id", flat=True).get(id=grant_id))
    grant = _to_answer(who, grant_id)
    reply.check(line=True)
    _may_grant(who, grant, reply, now)
    words = {name: value for name, value in vars(reply).items() if name != "decision"}
    if grant.first_by_id is None and reply.decision is None:
        SmallGrant.objects.filter(id=grant.id).update(
            first_by=who.actor, state=GrantState.ONE_YES, **words
        )
        note(who, "grant.one_yes", grant.fund, grant, public=False)
        tell_keepers(grant.fund, "grant_second", but=who.actor, grant=grant)
    else:
        _grant(who, grant, reply, now)
    grant.refresh_from_db()
    return grant


def _may_grant(who: Who, grant: SmallGrant, reply: Reply, now: datetime.datetime) -> None:
    most = rules.policy().stewards_most_pence
    if reply.decision is not None:
        of_this_fund(reply.decision, grant.fund)
        check(reply.decision, grant.fund, None, grant.pence)
        within(reply.decision, grant.pence)
    elif grant.pence + _within_a_year(grant, now) > most:
        raise errors.NeedsDecision(most=pounds(most))
    elif grant.first_by_id == who.actor.id:
        raise errors.SecondPerson


def _within_a_year(grant: SmallGrant, now: datetime.datetime) -> int:
    """Return what two people granted the same asker or group: a large one is not cut in small."""
    rows = SmallGrant.objects.filter(
        fund=grant.fund_id, state=GrantState.GRANTED, decision=None, settled_at__gt=now - YEAR
    )
    theirs = [
        one.pence
        for one in rows.only("member_id", "group", "pence")
        if one.member_id == grant.member_id
        or (one.group and rules.mark(one.group) == rules.mark(grant.group))
    ]
    return sum(theirs)


def _grant(who: Who, grant: SmallGrant, reply: Reply, now: datetime.datetime) -> None:
    fund = locked(grant.fund_id)
    promise = Promise(
        title_cy=reply.line_cy,
        title_en=reply.line_en,
        pence=grant.pence,
        payee=Payee.BODY if grant.group else Payee.MEMBER,
        member=None if grant.group else grant.member,
        name=grant.group,
        initiative=fund.initiative,
    )
    commitment = promised(who, fund, promise, now, decision=reply.decision, is_small_grant=True)
    words = {name: value for name, value in vars(reply).items() if name != "decision"}
    SmallGrant.objects.filter(id=grant.id).update(
        state=GrantState.GRANTED,
        second_by=who.actor,
        decision=reply.decision,
        commitment=commitment,
        settled_at=now,
        **words,
    )
    grant.refresh_from_db()
    note(who, "grant.granted", fund, grant, public=False, pence=grant.pence)
    tell_asker(grant)


@transaction.atomic
def say_no(
    *, who: Who, grant_id: UUID, reply: Reply, now: datetime.datetime | None = None
) -> SmallGrant:
    """Say no, and why."""
    grant = _to_answer(who, grant_id)
    reply.check(line=False)
    SmallGrant.objects.filter(id=grant.id).update(
        state=GrantState.REFUSED,
        second_by=who.actor,
        settled_at=now or timezone.now(),
        reason_cy=reply.reason_cy,
        reason_en=reply.reason_en,
        line_cy="",
        line_en="",
    )
    grant.refresh_from_db()
    note(who, "grant.refused", grant.fund, grant, public=False)
    tell_asker(grant)
    return grant


@transaction.atomic
def take_back(*, who: Who, grant_id: UUID, now: datetime.datetime | None = None) -> SmallGrant:
    """Take one's own asking back."""
    grant = _locked(grant_id)
    if grant.member_id != who.subject.id or not who.reaches_everything:
        raise errors.NotYourMoney
    SmallGrant.objects.filter(id=grant.id).update(
        state=GrantState.WITHDRAWN, settled_at=now or timezone.now()
    )
    grant.refresh_from_db()
    note(who, "grant.taken_back", grant.fund, grant, public=False)
    return grant


def _to_answer(who: Who, grant_id: UUID) -> SmallGrant:
    grant = _locked(grant_id)
    rules.require_keeper(who, grant.fund)
    if grant.member_id == who.actor.id:
        raise errors.OwnGrant
    return grant


def _locked(grant_id: UUID) -> SmallGrant:
    rows = SmallGrant.objects.select_for_update(of=("self",))
    grant = rows.select_related("fund__initiative", "member").get(id=grant_id)
    if grant.state not in OPEN:
        raise errors.SettledAlready
    return grant
