"""The steward sets the rules of the time bank."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gyda.deliver.errors import roles
from gyda.deliver.models import Policy
from gyda.deliver.queries.policy import the_policy
from gyda.journal.actions import record
from gyda.people.who import Who


class StewardsOnly(roles.StewardsOnly):
    """The rules are everyone's; the steward writes them down."""

    message = _("Only a steward can change the rules of the time bank.")


@transaction.atomic
def set_policy(*, who: Who, rules: dict[str, Any]) -> Policy:
    """Keep the rules; what is open already keeps the days it was given."""
    StewardsOnly.check(who)
    before = the_policy()
    changed = sorted(name for name, value in rules.items() if getattr(before, name) != value)
    policy, _is_new = Policy.objects.update_or_create(hub_id=who.hub_id, defaults=rules)
    record(by=who, verb="policy.changed", about=policy, public=True, changed=changed)
    return policy
