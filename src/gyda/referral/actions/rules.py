"""What a steward sets: who may refer, how long people have, and the file behind the coverage."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Collection, Sequence

from django.db import transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.people.models import Organisation
from gyda.people.who import Who
from gyda.referral.errors import NotYours
from gyda.referral.models import CoverageArea, ReferralPolicy, Referrer
from gyda.referral.reading import Row
from gyda.referral.rules import the_policy


@transaction.atomic
def set_policy(
    *, who: Who, answer_days: int, remind_days: int, organisations: Collection[Organisation]
) -> ReferralPolicy:
    """Set how long someone has to answer, and which organisations may refer."""
    if not who.actor.is_steward:
        raise NotYours
    policy = the_policy()
    policy.answer_days, policy.remind_days = answer_days, remind_days
    policy.save()
    wanted = {one.id for one in organisations}
    Referrer.objects.exclude(organisation__in=wanted).delete()
    have = set(Referrer.objects.values_list("organisation_id", flat=True))
    for organisation_id in sorted(wanted - have):
        Referrer.objects.create(
            organisation_id=organisation_id, allowed_by=who.actor, allowed_at=timezone.now()
        )
    record(
        by=who, verb="referral.rules-set", about=policy, answer_days=answer_days,
        remind_days=remind_days, organisations=len(wanted),
    )  # fmt: skip
    return policy


@transaction.atomic
def load_coverage(*, who: Who, rows: Sequence[Row]) -> int:
    """Take the file's rows in the place of all that were there."""
    if not who.actor.is_steward:
        raise NotYours
    CoverageArea.objects.all().delete()
    now = timezone.now()
    for row in rows:
        CoverageArea.objects.create(loaded_by=who.actor, loaded_at=now, **vars(row))
    record(by=who, verb="coverage.loaded", about=who.actor, rows=len(rows))
    return len(rows)
