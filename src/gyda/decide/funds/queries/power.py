"""What the power ledger asks: how much money which decision moved."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db.models import Q, Sum

from gyda.decide.decisions.models import Decision
from gyda.decide.funds.models import Commitment, Movement, MovementKind


def promised_by_decision() -> dict[UUID | None, int]:
    """Return the pence that each decision has moved out of funds; None: small grants by two.

    What was freed again was not spent, so it does not count.
    """
    promised, freed = Q(kind=MovementKind.PROMISED), Q(kind=MovementKind.FREED)
    rows = Movement.objects.filter(promised | freed).order_by()
    grouped = rows.values_list("commitment__decision").annotate(
        out=Sum("pence", filter=promised), back=Sum("pence", filter=freed)
    )
    newest = _newest()
    sums: dict[UUID | None, int] = {}
    for key, out, back in grouped:
        now = newest.get(key, key)
        sums[now] = sums.get(now, 0) + int(out or 0) - int(back or 0)
    return sums


def _newest() -> dict[UUID | None, UUID]:
    """Return, for each decision that was corrected, the one that holds in its place."""
    rows = Decision.objects.filter(replaced_by__isnull=False).order_by("-id")
    found: dict[UUID | None, UUID] = {}
    for old, new in rows.values_list("id", "replaced_by_id"):  # the newest first
        found[old] = found.get(new, new)
    return found


def is_money_of(decision_ids: list[UUID]) -> dict[UUID, list[Commitment]]:
    """Return what was promised by some decisions, for their pages."""
    found: dict[UUID, list[Commitment]] = {}
    for row in Commitment.objects.filter(decision__in=decision_ids).with_all().order_by("id"):
        found.setdefault(row.decision_id, []).append(row)  # type: ignore[arg-type]
    return found
