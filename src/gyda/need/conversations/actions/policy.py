"""What stewards allow in a hub's conversations, and the rules by which statements are judged."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db import transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.need.conversations import errors
from gyda.need.conversations.models import VoicePolicy
from gyda.people.who import Who


@transaction.atomic
def set_policy(
    *,
    who: Who,
    anyone: bool,
    rules_cy: str,
    rules_en: str,
    now: datetime.datetime | None = None,
) -> VoicePolicy:
    """Keep what holds from now on; conversations that are open go on as they are."""
    if not who.actor.is_steward:
        raise errors.NotYours
    policy, _new = VoicePolicy.objects.update_or_create(
        defaults={
            "anyone": anyone, "rules_cy": rules_cy, "rules_en": rules_en,
            "by": who.actor, "at": now or timezone.now(),
        },
    )  # fmt: skip
    record(by=who, verb="conversation.ruled", about=policy, public=True, anyone=int(anyone))
    return policy
