"""What is held on a member about what was taken down: how it is handed over, how it is erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q

from gyda.need.rulings.models import Ruling
from gyda.people.data import burn_letters_about, register
from gyda.people.models import Member


def export_rulings(member: Member) -> list[dict[str, Any]]:
    """Return what the member took down, and the appeals that they decided."""
    taken = Ruling.objects.filter(Q(by=member) | Q(decided_by=member))
    return [dict(row) for row in taken.order_by("id").values("ground", "at")]


def erase_rulings(member: Member) -> None:
    """Forget what they wrote in appeals; what they did in office stays, without a name."""
    own = Ruling.objects.filter(
        Q(idea__author=member)
        | Q(point__author=member)
        | Q(letter__author=member)
        | Q(signature__member=member)
    )
    ids = list(own.values_list("id", flat=True))
    Ruling.objects.filter(id__in=ids).update(appeal="", appeal_language="")
    burn_letters_about(ids)


def register_all() -> None:
    """Declare them before the rest: while it is known who wrote what."""
    register(Ruling, export=export_rulings, erase=erase_rulings)
