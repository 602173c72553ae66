"""Roles: who does what for the hub, and for which organisation someone comes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import transaction

from gyda.journal.actions import record
from gyda.people import moments
from gyda.people.errors import LastSteward, NotActive, NotYours
from gyda.people.letterbox import write_to
from gyda.people.models import Member, Organisation
from gyda.people.models.member import Role
from gyda.people.who import Who


@transaction.atomic
def change_role(
    *, who: Who, member: Member, role: str, organisation: Organisation | None = None
) -> Member:
    """Give a member a role and, for a professional, the organisation they come for."""
    if not who.actor.is_steward:
        raise NotYours
    if not member.is_active:
        raise NotActive
    if role != Role.STEWARD:
        keep_a_steward(without=member)
    former = member.role
    if former != role:
        moments.gets_role(member, role)
    member.role, member.organisation = role, organisation
    member.save(update_fields=["role", "organisation"])
    if former != role:
        write_to(member, "role_changed", role=Role(role))
    record(
        by=who,
        verb="member.role-changed",
        about=member,
        concerns=[member],
        member=str(member.id),
        role=role,
        organisation=str(organisation.id) if organisation else None,
    )
    return member


def keep_a_steward(*, without: Member) -> None:
    """Refuse when no steward would be left; holds the stewards' rows until the end."""
    stewards = Member.objects.active().filter(role=Role.STEWARD).order_by("id")
    ids = [one.id for one in stewards.select_for_update()]
    if ids == [without.id]:
        raise LastSteward
