"""The clock runs: rules end on their day, with a word before; what was asked is forgotten."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.design.criteria.actions.letters import tell_team
from gyda.design.criteria.actions.recording import note
from gyda.design.criteria.models import Appeal, Case, RuleVersion
from gyda.design.criteria.queries import policy
from gyda.people.who import GydaItself

CHUNK = 500


def look_after(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Do all that is due in a hub; twice does no harm."""
    today = timezone.localdate(now)
    soon = today + datetime.timedelta(days=policy().remind_days)
    holding = RuleVersion.objects.published().filter(replaced_on__isnull=True)
    holding = holding.select_related("rule_set__initiative")
    near = holding.filter(reminded_at__isnull=True, sunset_on__gt=today, sunset_on__lte=soon)
    for version in near[:CHUNK]:
        _remind(version, now)
    for version in holding.filter(ended_told_at__isnull=True, sunset_on__lte=today)[:CHUNK]:
        _say_ended(version, now)
    _forget(today)


@transaction.atomic
def _remind(version: RuleVersion, now: datetime.datetime) -> None:
    unsaid = RuleVersion.objects.filter(id=version.id, reminded_at__isnull=True)
    if unsaid.update(reminded_at=now):
        until = version.sunset_on.isoformat() if version.sunset_on else ""
        note(GydaItself(version.hub_id), "criteria.ends_soon", version.rule_set, about=version,
             number=version.number, until=until)  # fmt: skip
        tell_team(version, "criteria_sunset_near")


@transaction.atomic
def _say_ended(version: RuleVersion, now: datetime.datetime) -> None:
    unsaid = RuleVersion.objects.filter(id=version.id, ended_told_at__isnull=True)
    if unsaid.update(ended_told_at=now):
        note(GydaItself(version.hub_id), "criteria.ended", version.rule_set, about=version,
             number=version.number)  # fmt: skip
        tell_team(version, "criteria_ended")


@transaction.atomic
def _forget(today: datetime.date) -> None:
    """Facts of a case go when their time is over; an appeal that still waits keeps them."""
    waiting = Appeal.objects.filter(decided_at__isnull=True).values("case_id")
    old = Case.objects.filter(forget_on__lte=today, facts__isnull=False).exclude(id__in=waiting)
    ids = list(old.values_list("id", flat=True)[:CHUNK])
    Case.objects.filter(id__in=ids).update(facts=None)
    Appeal.objects.filter(case_id__in=ids).update(facts=None, words="")
