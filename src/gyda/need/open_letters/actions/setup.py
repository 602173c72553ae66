"""What stewards set about open letters."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import transaction

from gyda.journal.actions import record
from gyda.need.open_letters.models import LetterPolicy
from gyda.people.who import Who


@transaction.atomic
def set_rules(*, who: Who, non_members: bool, forget_days: int) -> LetterPolicy:
    """Say who may sign, and how long a signature waits for its confirmation."""
    policy, _new = LetterPolicy.objects.update_or_create(
        hub_id=who.hub_id, defaults={"non_members": non_members, "forget_days": forget_days}
    )
    record(by=who, verb="letter.rules_set", about=policy, public=True, days=forget_days)
    return policy
