"""What this room shows on an initiative's page, and the ways it counts itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.utils.translation import gettext_lazy as _

from gyda.heard import ways
from gyda.heard.models import Coming
from gyda.initiatives.models import Initiative, Seat, Side, Stage
from gyda.initiatives.sections import Section, register
from gyda.people.access import HubRequest


def _section(request: HubRequest, initiative: Initiative) -> dict[str, Any]:
    """Show the two ways on; the page of an initiative has no query to spare."""
    return {}


def _team(initiative: Initiative | None) -> Any:
    """Citizens who sit or sat in the team; professionals come for an organisation."""
    rows = Seat.objects.filter(side=Side.CITIZEN)
    return (rows.filter(initiative=initiative) if initiative else rows).values("member_id")


def _meetings(initiative: Initiative | None) -> Any:
    """Whoever was there and came for no organisation."""
    rows = Coming.objects.came().filter(member__organisation__isnull=True)
    return (rows.filter(meeting__initiative=initiative) if initiative else rows).values("member_id")


def register_all() -> None:
    """Show the section, count the team and the meetings."""
    register(Section(Stage.NEED, "heard/parts/section.html", _section, order=900))
    ways.register("team", _("citizens in the team"), _team)
    ways.register("meeting", _("who came to a meeting"), _meetings)
