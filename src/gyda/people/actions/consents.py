"""Consent to act for someone: given, recorded, withdrawn."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db import transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.people import rules
from gyda.people.errors import AnsweredAlready, NotActive, NotYours, TwoPersonsNeeded, UntilIsPast
from gyda.people.letterbox import write_to
from gyda.people.models import ActingConsent, Member
from gyda.people.models.consent import How
from gyda.people.who import Who


@transaction.atomic
def give_consent(
    *,
    who: Who,
    supporter: Member,
    scope: str,
    until: datetime.datetime | None = None,
    now: datetime.datetime | None = None,
) -> ActingConsent:
    """Let someone act for oneself; nobody can do this while acting for another."""
    if who.is_acting:
        raise NotYours
    now = now or timezone.now()
    consent = ActingConsent(
        principal=who.actor,
        supporter=supporter,
        scope=scope,
        how=How.ONLINE,
        given_at=now,
        until=until,
    )
    return _keep(who, consent, now)


@transaction.atomic
def record_consent(
    *,
    who: Who,
    principal: Member,
    supporter: Member,
    scope: str,
    how: str,
    given_at: datetime.datetime,
    until: datetime.datetime | None = None,
    note: str = "",
    now: datetime.datetime | None = None,
) -> ActingConsent:
    """Record, as a connector, a consent that was given by word, by phone or on paper."""
    if not who.actor.is_connector or who.is_acting or how == How.ONLINE:
        raise NotYours
    if principal.id == who.actor_id or not rules.may_grant(who, principal.role):
        raise NotYours  # one's own is given on the site; nobody takes more say than they have
    consent = ActingConsent(
        principal=principal,
        supporter=supporter,
        scope=scope,
        how=how,
        given_at=given_at,
        until=until,
        note=note,
    )
    return _keep(who, consent, now or timezone.now())


def _keep(who: Who, consent: ActingConsent, now: datetime.datetime) -> ActingConsent:
    principal, supporter = consent.principal, consent.supporter
    if principal.id == supporter.id:
        raise TwoPersonsNeeded
    if not (principal.is_active and supporter.is_active):
        raise NotActive
    if consent.until is not None and consent.until <= now:
        raise UntilIsPast
    former = ActingConsent.objects.filter(
        principal=principal, supporter=supporter, withdrawn_at__isnull=True
    )
    former.update(withdrawn_at=now, withdrawn_by=who.actor)  # the new one takes its place
    consent.hub_id, consent.recorded_by = who.hub_id, who.actor
    consent.save()
    _tell(consent, "consent_recorded")
    record(
        by=who,
        verb="consent.given",
        about=consent,
        concerns=[principal, supporter],
        principal=str(principal.id),
        supporter=str(supporter.id),
        scope=consent.scope,
        how=consent.how,
    )
    return consent


@transaction.atomic
def withdraw_consent(
    *, who: Who, consent: ActingConsent, now: datetime.datetime | None = None
) -> None:
    """End a consent at once."""
    if not rules.may_end_consent(who, consent):
        raise NotYours
    standing = ActingConsent.objects.filter(id=consent.id, withdrawn_at__isnull=True)
    if not standing.update(withdrawn_at=now or timezone.now(), withdrawn_by=who.actor):
        raise AnsweredAlready
    _tell(consent, "consent_withdrawn")
    record(
        by=who,
        verb="consent.withdrawn",
        about=consent,
        concerns=[consent.principal, consent.supporter],
        principal=str(consent.principal_id),
        supporter=str(consent.supporter_id),
    )


def _tell(consent: ActingConsent, kind: str) -> None:
    for reader in (consent.principal, consent.supporter):
        write_to(
            reader,
            kind,
            about_id=consent.id,
            consent=consent,
            is_principal=reader.id == consent.principal_id,
        )
