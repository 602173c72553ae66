"""Which checks people hold, and which a task needs: what rooms above ask before they agree."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from gyda.people.models import Member
from gyda.safeguarding.models import Check, Company, Requirement
from gyda.safeguarding.models.level import GATES, Level, Part, covered_by

LONGEST = 60  # days ahead


def checks_held(
    member_ids: Collection[UUID],
    today: datetime.date | None = None,
    *,
    then: datetime.date | None = None,
) -> dict[UUID, frozenset[str]]:
    """Return member -> levels that count today, for each of these members of the current hub.

    A higher DBS check counts for the lower ones too; what was held on the day `then` counts
    beside what is held today. One query, however many.
    """
    standing = Check.objects.standing(today or timezone.localdate())
    if then:
        standing = standing | Check.objects.held_on(then)
    found = defaultdict(set)
    for member_id, level in standing.filter(member__in=member_ids).values_list("member", "level"):
        found[member_id].add(level)
    return {member_id: covered_by(found[member_id]) for member_id in member_ids}


def checks_needed(
    category_ids: Collection[UUID | None],
    part: str = Part.GIVER,
    *,
    then: datetime.date | None = None,
) -> dict[UUID | None, frozenset[str]]:
    """Return category -> levels that who gives time in it must hold before anything is agreed.

    None stands for an exchange on no shelf; rules made after the day `then` do not count. Company
    at a first exchange is no gate: see `needs_company`. One query, however many.
    """
    found: defaultdict[UUID | None, set[str]] = defaultdict(set)
    rules = Requirement.objects.filter(part=part, level__in=GATES)
    if then:
        rules = rules.filter(set_at__date__lte=then)
    for category_id, level in rules.values_list("category", "level"):
        found[category_id].add(level)
    return {one: frozenset(found[None] | found[one]) for one in category_ids}


def missing_checks(member: Member, part: str, category_id: UUID | None = None) -> list[Level]:
    """Return what this member lacks for this part, in the order of the levels."""
    return lacking([member.id], part, category_id).get(member.id, [])


def lacking(
    member_ids: Collection[UUID],
    part: str,
    category_id: UUID | None = None,
    *,
    then: datetime.date | None = None,
) -> dict[UUID, list[Level]]:
    """Return who of these lacks what for this part; on a day gone by, by the rules of that day."""
    needed = checks_needed([category_id], part, then=then)[category_id]
    held = checks_held(member_ids, then=then) if needed and member_ids else {}
    short = {one: needed - levels for one, levels in held.items()}
    return {one: [level for level in Level if level in levels]
            for one, levels in short.items() if levels}  # fmt: skip


def without_their_checks() -> Q:
    """Return which listings are of somebody who lacks what giving time on their shelf asks for."""
    found = Q(pk__in=[])
    today = timezone.localdate()
    for rule in Requirement.objects.filter(part=Part.GIVER, level__in=GATES):
        good = [level for level in Level if rule.level in covered_by([level])]
        checks = Check.objects.standing(today).filter(
            hub_id=OuterRef("hub_id"), member_id=OuterRef("member_id"), level__in=good
        )
        on_it = Q(category_id=rule.category_id) if rule.category_id else Q()
        found |= on_it & Q(~Exists(checks))
    return found


def needs_company(helper: Member, category_id: UUID | None) -> bool:
    """Tell whether someone goes along when this member helps there for the first time."""
    rules = Requirement.objects.filter(part=Part.GIVER, level=Level.ACCOMPANIED)
    if not rules.filter(Q(category=None) | Q(category=category_id)).exists():
        return False
    return Level.ACCOMPANIED not in checks_held([helper.id])[helper.id]


def asked_of(helper: Member, category_id: UUID | None) -> tuple[list[Level], bool]:
    """Return what a helper lacks before an exchange can be agreed, and whether someone would go
    along: both in two queries, for a page."""
    rules = Requirement.objects.filter(Q(category=None) | Q(category=category_id), part=Part.GIVER)
    asked = set(rules.values_list("level", flat=True))
    lacking = asked - checks_held([helper.id])[helper.id] if asked else asked
    gates = [level for level in Level if level.value in lacking & GATES]
    return gates, Level.ACCOMPANIED.value in lacking


def company_at(exchange_id: UUID) -> Company | None:
    """Return whether someone goes along to an exchange, and who."""
    rows = Company.objects.filter(exchange=exchange_id).select_related("helper", "companion")
    return rows.first()


def company_to_find() -> QuerySet[Company]:
    """Return the exchanges for which nobody has been named yet, oldest first."""
    rows = Company.objects.filter(companion__isnull=True)
    return rows.select_related("helper", "exchange__receiver").order_by("id")


def requirements() -> Sequence[Requirement]:
    """Return the hub's rules, part by part."""
    order = {part: number for number, part in enumerate(Part.values)}
    rows = Requirement.objects.select_related("category")
    return sorted(rows, key=lambda row: (order[row.part], row.category_id is not None, row.id))


def checks_of(member: Member) -> QuerySet[Check]:
    """Return what is kept on a member's checks, newest first; ended ones too."""
    return Check.objects.filter(member=member).select_related("seen_by").order_by("-id")


def ending_checks(today: datetime.date) -> QuerySet[Check]:
    """Return the checks that end within sixty days, or have ended, soonest first."""
    until = today + datetime.timedelta(days=LONGEST)
    rows = Check.objects.filter(ended_at__isnull=True, valid_until__lte=until)
    active = rows.filter(member__state="ACTIVE")
    return active.select_related("member").order_by("valid_until", "id")
