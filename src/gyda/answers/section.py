"""What this room shows on an initiative's page: the way to what was asked on its thread."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.initiatives.models import Initiative, Stage
from gyda.initiatives.sections import Section, register


def _way(request: Any, initiative: Initiative) -> dict[str, Any]:
    """Cost no query: what was asked also stands on the timeline."""
    return {}


def register_all() -> None:
    register(Section(Stage.DECIDE, "answers/parts/section.html", _way, order=90))
