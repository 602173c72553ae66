"""Who lives together: a mark of the address, from which the address cannot be read."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import hmac
from collections.abc import Sequence
from uuid import UUID

from django.conf import settings

from gyda.methods.lottery.households import same_home


def home_mark(panel_id: UUID, cells: Sequence[str]) -> str:
    """Return the mark of an address, the same for all its spellings; of nothing, nothing."""
    home = same_home(cells)
    if home is None:
        return ""
    text = f"home of a panel {panel_id} {home}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), text, "sha256").hexdigest()[:32]
