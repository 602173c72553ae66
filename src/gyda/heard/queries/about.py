"""What someone said of themselves: for themselves, and nobody else."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.heard.models import Answer
from gyda.people.models import Member, Whereabouts


def answers_of(member: Member) -> dict[str, str]:
    """Return the answers by question."""
    return dict(Answer.objects.filter(member=member).values_list("question", "answer"))


def place_told(member: Member) -> str:
    """Return where they told already that they live, so that it need not be typed again."""
    sector = Whereabouts.objects.filter(member=member).values_list("area_id", flat=True).first()
    return sector or member.area
