"""Every read of this room; other rooms import from here."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.people.queries.blocks import blocked_ids, blocks_of
from gyda.people.queries.members import (
    active_members,
    any_member_or_404,
    connectors,
    member_or_404,
    not_seen_since,
    offline_members,
    waiting_applications,
)
from gyda.people.queries.needs import looks_at, needs_for_meeting, needs_of, needs_seen_by

__all__ = [
    "active_members",
    "any_member_or_404",
    "blocked_ids",
    "blocks_of",
    "connectors",
    "looks_at",
    "member_or_404",
    "needs_for_meeting",
    "needs_of",
    "needs_seen_by",
    "not_seen_since",
    "offline_members",
    "waiting_applications",
]
