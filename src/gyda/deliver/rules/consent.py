"""Whether a connector may sign for members, and how they know."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.deliver.errors.exchange import NoConsent
from gyda.people.models import ActingConsent, Member


def check_consent(supporter: Member, *principals: Member) -> None:
    """Raise unless each of them has consented that this supporter acts for them."""
    standing = ActingConsent.objects.standing().filter(supporter=supporter)
    given = set(standing.filter(principal__in=principals).values_list("principal_id", flat=True))
    for member in principals:
        if member.id not in given:
            raise NoConsent(name=member.shown_name)
