"""Which draft a page of the team is about."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404

from gyda.design.criteria import queries
from gyda.design.criteria.models import Example, Fact, Rule, RuleVersion
from gyda.design.criteria.rules import may_hold
from gyda.people.access import HubRequest


def draft_or_404(request: HubRequest, version_id: UUID) -> RuleVersion:
    """Return the draft, if this person looks after it."""
    found = queries.version_or_404(version_id, request.who)
    if not found.is_draft or not queries.holds(request.who, found):
        raise Http404
    return found


def line_or_404(
    request: HubRequest, model: type[Fact] | type[Rule] | type[Example], line_id: UUID
) -> "Fact | Rule | Example":
    """Return a line of such a draft."""
    row: Fact | Rule | Example = queries.line_or_404(model, line_id)
    if not row.version.is_draft or not may_hold(request.who, row.version.rule_set.initiative):
        raise Http404
    return row


def readable_or_404(request: HubRequest, version_id: UUID) -> RuleVersion:
    """Return a version: a published one to all, a draft to who looks after it."""
    found = queries.version_or_404(version_id, request.who)
    if found.is_draft and not queries.holds(request.who, found):
        raise Http404
    return found
