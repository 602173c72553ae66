"""Who may refer, and who sees what came of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.people.who import Who
from gyda.referral.models import ReferralPolicy, Referrer


def may_refer(who: Who) -> bool:
    """A professional of an organisation that the hub lets refer; never on behalf of someone."""
    if who.is_acting or not who.actor.is_professional:
        return False
    return Referrer.objects.filter(organisation=who.actor.organisation_id).exists()


def the_policy() -> ReferralPolicy:
    """Return the hub's own policy, or the one to begin with."""
    return ReferralPolicy.objects.first() or ReferralPolicy()
