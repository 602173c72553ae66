"""The power ledger: how much, and what share of the money, citizens decided; what was overruled."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import Count, Exists, OuterRef, Sum
from django.utils import timezone

from gyda.decide.decisions import money
from gyda.decide.decisions.models import Decision, Overruling
from gyda.initiatives.models.stage import Say

CHUNK = 500
HEADER = (
    "id", "decided_on", "title_cy", "title_en", "initiative", "kind", "right", "method", "pence",
    "minutes", "pence_promised", "organisation_cy", "organisation_en", "overruled_on",
    "overruled_by", "role_cy", "role_en", "reason_cy", "reason_en",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """All decisions of one right: how many, over how much, and how many did not hold."""

    say: Say
    decisions: int = 0
    pence: int = 0
    minutes: int = 0
    overruled: int = 0
    pence_overruled: int = 0


@dataclass(frozen=True)
class Power:
    """The four rights, and the share of the money that citizens decided and nobody overruled."""

    lines: list[Line]

    @property
    def decisions(self) -> int:
        return sum(line.decisions for line in self.lines)

    @property
    def pence(self) -> int:
        return sum(line.pence for line in self.lines)

    @property
    def overruled(self) -> int:
        return sum(line.overruled for line in self.lines)

    def share(self, *rights: str) -> Fraction | None:
        """Return what share of the money was decided by these rights and held; None without any.

        What was overruled counts in the whole, for it was decided over, and in no part.
        """
        if not self.pence:
            return None
        held = sum(one.pence - one.pence_overruled for one in self.lines if one.say in rights)
        return Fraction(held, self.pence)

    @property
    def percent_by_citizens(self) -> int | None:
        return _percent(self.share(Say.CITIZEN))

    @property
    def percent_joint(self) -> int | None:
        return _percent(self.share(Say.JOINT))


def _percent(share: Fraction | None) -> int | None:
    return None if share is None else round(share * 100)


def power() -> Power:
    """Return the ledger of the hub: one query, whatever the number of decisions."""
    overruled = Overruling.objects.filter(hub=OuterRef("hub"), decision=OuterRef("id"))
    rows = (
        Decision.objects.holding()
        .annotate(is_overruled=Exists(overruled))
        .values("right", "is_overruled")
        .annotate(many=Count("id"), money=Sum("pence"), time=Sum("minutes"))
        .order_by("right", "is_overruled")
    )
    return Power([_line(say, [row for row in rows if row["right"] == say]) for say in Say])


def _line(say: Say, rows: list[Any]) -> Line:
    gone = [row for row in rows if row["is_overruled"]]
    return Line(
        say=say,
        decisions=sum(row["many"] for row in rows),
        pence=sum(row["money"] or 0 for row in rows),
        minutes=sum(row["time"] or 0 for row in rows),
        overruled=sum(row["many"] for row in gone),
        pence_overruled=sum(row["money"] or 0 for row in gone),
    )


def records() -> Iterator[dict[str, Any]]:
    """Give every decision that no correction replaced, oldest first, with its right."""
    promised = money.promised_by_decision()
    rows = Decision.objects.holding().select_related("organisation", "initiative")
    for one in rows.prefetch_related("overruling").order_by("id").iterator(CHUNK):
        yield {**_plain(one), "pence_promised": promised.get(one.id, 0), **_overruled(one)}


def _plain(one: Decision) -> dict[str, Any]:
    body = one.organisation
    return {
        "id": str(one.id),
        "decided_on": timezone.localdate(one.decided_at).isoformat(),
        "title_cy": one.title_cy,
        "title_en": one.title_en,
        "initiative": str(one.initiative_id) if one.initiative_id else None,
        "kind": one.kind,
        "right": one.right,
        "method": one.method,
        "pence": one.pence,
        "minutes": one.minutes,
        "organisation_cy": body.name_cy if body else "",
        "organisation_en": body.name_en if body else "",
    }


def _overruled(one: Decision) -> dict[str, Any]:
    made = next(iter(one.overruling.all()), None)
    return {
        "overruled_on": made.signed_on.isoformat() if made else None,
        "overruled_by": made.name if made else "",
        **{
            f"{name}_{lang}": getattr(made, f"{name}_{lang}") if made else ""
            for name in ("role", "reason")
            for lang in ("cy", "en")
        },
    }
