"""What a member chooses between hubs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import IntegrityError, transaction

from gyda.between.models import Across
from gyda.deliver.venues.codes import new_code
from gyda.people.models import Member
from gyda.people.who import Who


def across_of(member: Member) -> Across:
    """Return a member's choices, with a code of their own from the first time on."""
    found = Across.objects.filter(member=member).first()
    while found is None:
        try:
            with transaction.atomic():
                found = Across.objects.create(hub_id=member.hub_id, member=member, code=new_code())
        except IntegrityError:
            found = Across.objects.filter(member=member).first()
    return found


@transaction.atomic
def choose(*, who: Who, shows_offers: bool) -> Across:
    """Say whether members of agreed hubs may read one's offers; one's own choice, so no entry."""
    across = across_of(who.subject)
    across.shows_offers = shows_offers
    across.save(update_fields=["shows_offers"])
    return across
