"""What an initiative's page shows of its money."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.initiatives.models import Initiative, Stage
from gyda.initiatives.sections import Section, register


def _way(request: Any, initiative: Initiative) -> dict[str, Any]:
    """Cost no query: the way to its funds and to what was promised for it."""
    return {}


def register_all() -> None:
    register(Section(Stage.DECIDE, "decide/funds/section.html", _way, order=60))
