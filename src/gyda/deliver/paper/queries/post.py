"""Who gets a statement by post."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.deliver.paper.models import StatementChoice
from gyda.people.models import Member


def choice_of(member: Member) -> StatementChoice | None:
    """Return what the member has chosen, if anything."""
    return StatementChoice.objects.filter(member=member).first()
