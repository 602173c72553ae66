"""Who does not want to meet whom."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db.models import Q, QuerySet

from gyda.people.models import Block, Member


def blocked_ids(member: Member) -> set[UUID]:
    """Return the members with whom this one is not brought together, whoever of the two asked."""
    pairs = Block.objects.filter(Q(member=member) | Q(blocked=member))
    ids = {one for pair in pairs.values_list("member_id", "blocked_id") for one in pair}
    return ids - {member.id}


def blocks_of(member: Member) -> QuerySet[Block]:
    """Return whom this member does not want to meet: for their own eyes only."""
    return Block.objects.filter(member=member).select_related("blocked").order_by("id")
