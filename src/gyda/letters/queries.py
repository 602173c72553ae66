"""Every read of letters."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from gyda.letters.kinds import Kind
from gyda.letters.models import LetterChoice


def cadence_of(member_id: UUID, kind: Kind) -> str:
    """Return how often the member wants letters of the kind."""
    if not kind.can_unsubscribe:
        return kind.default
    chosen = LetterChoice.objects.filter(member_id=member_id, kind=kind.name)
    return chosen.values_list("cadence", flat=True).first() or kind.default
