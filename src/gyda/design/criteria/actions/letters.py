"""Letters about decisions, appeals and rules that end."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q

from gyda.design.criteria.models import Case, RuleVersion
from gyda.initiatives.models import Seat, Side
from gyda.people.letterbox import write_to
from gyda.people.models import Member
from gyda.people.models.member import Role


def tell_about(case: Case, kind: str, **words: Any) -> None:
    """Write to whom a case is about, if they are a member."""
    if case.member is not None and case.member.is_active:
        write_to(case.member, kind, about_id=case.id, case=case, **words)


def tell_hearers(case: Case) -> None:
    """Write to those who may look a second time."""
    initiative = case.version.rule_set.initiative
    seats = Seat.objects.taken().filter(initiative=initiative, side=Side.PROFESSIONAL)
    rows = Member.objects.active().filter(
        Q(role__in=[Role.CONNECTOR, Role.STEWARD]) | Q(id__in=seats.values("member_id"))
    )
    not_them = [one for one in (case.by_id, case.member_id) if one]
    for member in rows.exclude(id__in=not_them).select_related("person").order_by("id"):
        write_to(member, "criteria_appeal_waits", about_id=case.id, case=case)


def tell_team(version: RuleVersion, kind: str) -> None:
    """Write to the team of the initiative."""
    seats = Seat.objects.taken().filter(initiative=version.rule_set.initiative_id)
    rows = Member.objects.active().filter(id__in=seats.values("member_id"))
    for member in rows.select_related("person").order_by("id"):
        write_to(member, kind, about_id=version.id, version=version)
