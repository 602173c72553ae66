"""What panels show on an initiative's page: a way on, which costs no query."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.initiatives.models import Initiative, Stage
from gyda.initiatives.sections import Section, register


def _way(request: Any, initiative: Initiative) -> dict[str, Any]:
    return {}


def register_all() -> None:
    register(Section(Stage.DECIDE, "decide/panels/parts/section.html", _way, order=40))
