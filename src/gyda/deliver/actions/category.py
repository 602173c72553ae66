"""What a steward does with the hub's categories."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db import transaction
from django.utils import timezone

from gyda.deliver.errors.listing import NameTaken, StewardsOnly
from gyda.deliver.models import Category
from gyda.deliver.starting import CATEGORIES
from gyda.journal.actions import By, record
from gyda.people.models import Member
from gyda.people.who import GydaItself, Who


@transaction.atomic
def start_categories(*, who: By) -> list[Category]:
    """Give a new hub the everyday list; a hub that has categories keeps its own."""
    if Category.objects.exists():
        return []
    made = [Category(hub_id=who.hub_id, name_cy=cy, name_en=en) for cy, en in CATEGORIES]
    Category.objects.bulk_create(made, ignore_conflicts=True)
    record(by=who, verb="categories.started", about=made[0], number=len(made))
    return made


def start_for(member: Member) -> None:
    """Give the hub of its first member the everyday list."""
    start_categories(who=GydaItself(member.hub_id))


@transaction.atomic
def add_category(*, who: Who, name_cy: str, name_en: str) -> Category:
    """Add one to the hub's list."""
    _check(who, name_cy, name_en, None)
    category = Category.objects.create(hub_id=who.hub_id, name_cy=name_cy, name_en=name_en)
    record(by=who, verb="category.added", about=category, category=str(category.id))
    return category


@transaction.atomic
def rename_category(*, who: Who, category: Category, name_cy: str, name_en: str) -> Category:
    """Call it something better, in both languages."""
    _check(who, name_cy, name_en, category)
    category.name_cy, category.name_en = name_cy, name_en
    category.save(update_fields=["name_cy", "name_en"])
    record(by=who, verb="category.renamed", about=category, category=str(category.id))
    return category


@transaction.atomic
def retire_category(
    *, who: Who, category: Category, now: datetime.datetime | None = None
) -> Category:
    """Offer it no more for new listings; those that have it keep it."""
    StewardsOnly.check(who)
    if category.retired_at is None:
        category.retired_at = now or timezone.now()
        category.save(update_fields=["retired_at"])
        record(by=who, verb="category.retired", about=category, category=str(category.id))
    return category


@transaction.atomic
def bring_back_category(*, who: Who, category: Category) -> Category:
    """Offer it again."""
    StewardsOnly.check(who)
    if category.retired_at is not None:
        category.retired_at = None
        category.save(update_fields=["retired_at"])
        record(by=who, verb="category.brought_back", about=category, category=str(category.id))
    return category


def _check(who: Who, name_cy: str, name_en: str, itself: Category | None) -> None:
    StewardsOnly.check(who)
    others = Category.objects.exclude(id=itself.id) if itself else Category.objects.all()
    for field, name in (("name_cy", name_cy), ("name_en", name_en)):
        if others.filter(**{f"{field}__iexact": name}).exists():
            raise NameTaken(field=field, name=name)
