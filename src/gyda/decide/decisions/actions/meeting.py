"""Writing down what a meeting decided, by hand."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import replace
from uuid import UUID

from django.db import transaction

from gyda.decide.decisions import errors, rules
from gyda.decide.decisions.actions.publish import publish
from gyda.decide.decisions.draft import Draft
from gyda.decide.decisions.models import Decision, Kind
from gyda.initiatives.models import Initiative
from gyda.initiatives.models.stage import Say
from gyda.people.who import Who


@transaction.atomic
def record_by_hand(
    *,
    who: Who,
    initiative: Initiative,
    draft: Draft,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Decision:
    """Publish what a meeting, the stewards or an organisation decided on a thread.

    The right is the one that the thread says: nobody claims more by writing it down.
    """
    if not rules.may_record(who, initiative):
        raise errors.NotYoursToRecord
    if draft.kind == Kind.STEWARDS and not who.actor.is_steward:
        raise errors.StewardsThemselves
    right = rules.right_for(replace(draft, right=""), initiative)
    if draft.kind == Kind.AUTHORITY and right != Say.CONSULTED:
        right = Say.INFORMED  # whatever the thread says, nobody else was asked
    draft = replace(draft, right=right)
    return publish(who=who, initiative=initiative, draft=draft, key=key, now=now)
