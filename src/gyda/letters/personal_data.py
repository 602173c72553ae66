"""What letters hold on a member: everything of it is handed over, and erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.keys import personal_data
from gyda.letters.models import Letter, LetterChoice

LETTER = (
    *("id", "kind", "language", "channel", "address", "subject", "body", "short"),
    *("state", "written_at", "sent_at"),
)


def _letters(member: Any) -> list[dict[str, Any]]:
    return list(Letter.objects.filter(member=member).order_by("id").values(*LETTER))


def _choices(member: Any) -> list[dict[str, Any]]:
    return [
        dict(row) for row in LetterChoice.objects.filter(member=member).values("kind", "cadence")
    ]


def _burn_letters(member: Any) -> None:
    Letter.objects.filter(printed_by=member).update(printed_by=None)
    Letter.objects.filter(member=member).delete()


def _forget_choices(member: Any) -> None:
    LetterChoice.objects.filter(member=member).delete()


personal_data.register(Letter, export=_letters, erase=_burn_letters)
personal_data.register(LetterChoice, export=_choices, erase=_forget_choices)
