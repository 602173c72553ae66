"""Who may see and do what: checks of others are for connectors, concerns for the leads."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence

from gyda.people.models import Member
from gyda.people.models.member import Role
from gyda.people.who import Who
from gyda.safeguarding.errors import ChecksMissing, RoleNeedsChecks
from gyda.safeguarding.models import Lead
from gyda.safeguarding.models.level import Part
from gyda.safeguarding.queries.checks import missing_checks

PARTS = {Role.CONNECTOR: Part.CONNECTOR, Role.STEWARD: Part.STEWARD}


def may_note_checks(who: Who, member: Member) -> bool:
    """A connector, for somebody else."""
    return who.actor.is_connector and not who.is_acting and who.actor_id != member.id


def leads() -> Sequence[Member]:
    """Return whom the hub has named; as long as it has named nobody, its stewards."""
    named = Lead.objects.filter(ended_at__isnull=True).values("member_id")
    people = Member.objects.active().select_related("person").order_by("name_folded", "id")
    return list(people.filter(id__in=named)) or list(people.filter(role=Role.STEWARD))


def is_lead(who: Who) -> bool:
    return not who.is_acting and who.actor_id in {member.id for member in leads()}


def require_checks(who: Who, member: Member, part: str, category: object = None) -> None:
    """Let somebody take a part only when they hold what the hub asks for it."""
    lacking = missing_checks(member, part, getattr(category, "id", None))
    if lacking:
        raise ChecksMissing(lacking, is_own=who.subject.id == member.id)


def require_for_role(member: Member, role: str) -> None:
    """The same for a role, when a steward gives it."""
    part = PARTS.get(Role(role))
    lacking = missing_checks(member, part) if part else []
    if lacking:
        raise RoleNeedsChecks(levels=", ".join(str(level.label) for level in lacking))
