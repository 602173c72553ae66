"""Who may see and do what: checks of others are for connectors, concerns for the leads."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Collection, Sequence

from gyda.people.models import Member
from gyda.people.models.member import Role
from gyda.people.who import Who
from gyda.safeguarding.errors import ChecksMissing, HoursWait, RoleNeedsChecks
from gyda.safeguarding.models import Lead
from gyda.safeguarding.models.level import Part
from gyda.safeguarding.queries.checks import lacking, missing_checks

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
    short = missing_checks(member, part, getattr(category, "id", None))
    if short:
        raise ChecksMissing(short, is_own=who.subject.id == member.id)


def require_for_hours(
    who: Who,
    members: Collection[Member],
    part: str,
    category: object = None,
    *,
    then: datetime.date | None = None,
) -> None:
    """The same for time that is said to have been given: the gate has no way round it.

    `then` is the day on which it was given, for those whose word on it the hub takes: a rule made
    later does not undo it, and a check that was held counts.
    """
    names = {member.id: member for member in members}
    short = lacking(list(names), part, getattr(category, "id", None), then=then)
    for member_id, levels in short.items():
        raise HoursWait(names[member_id].shown_name, levels, reader=_reader(who, member_id))


def _reader(who: Who, member_id: object) -> str:
    if who.subject.id == member_id:
        return "own"
    return "connector" if who.actor.is_connector else "other"


def require_for_role(member: Member, role: str) -> None:
    """The same for a role, when a steward gives it."""
    part = PARTS.get(Role(role))
    short = missing_checks(member, part) if part else []
    if short:
        raise RoleNeedsChecks(levels=", ".join(str(level.label) for level in short))
