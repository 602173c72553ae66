"""Every read of what was taken down."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from gyda.need.rulings import subjects
from gyda.need.rulings.models import Ruling


def ruling_or_404(ruling_id: UUID) -> Ruling:
    rows = Ruling.objects.select_related("by", *subjects.related())
    return get_object_or_404(rows, id=ruling_id)


def rulings() -> "QuerySet[Ruling]":
    """Return what was taken down."""
    return Ruling.objects.all()


def ruling_about(column: str, about: Any) -> Ruling | None:
    """Return the reason for which something is not shown."""
    rows = Ruling.objects.filter(**{column: about}).exclude(stands=False)
    return rows.order_by("-id").first()
