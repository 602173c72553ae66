"""Who took part by proposals, for the page of who is heard."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.utils.translation import gettext_lazy as _

from gyda.design.proposals.models import Amendment, AmendmentState, Author, Support
from gyda.heard import ways
from gyda.initiatives.models import Initiative


def _citizens(rows: Any, initiative: Initiative | None, through: str, column: str) -> Any:
    """Return citizens who did it, on one initiative or anywhere."""
    rows = rows.filter(**{f"{column}__organisation__isnull": True})
    return (rows.filter(**{through: initiative}) if initiative else rows).values(column)


def _wrote(initiative: Initiative | None) -> Any:
    rows = Author.objects.writing()
    return _citizens(rows, initiative, "proposal__initiative", "member")


def _amended(initiative: Initiative | None) -> Any:
    rows = Amendment.objects.exclude(state=AmendmentState.WITHDRAWN)
    return _citizens(rows, initiative, "version__proposal__initiative", "by")


def _supported(initiative: Initiative | None) -> Any:
    return _citizens(Support.objects.all(), initiative, "proposal__initiative", "member")


def register_all() -> None:
    """Count them among those who took part."""
    ways.register("proposals", _("who wrote a proposal"), _wrote)
    ways.register("amendments", _("who proposed an amendment"), _amended)
    ways.register("proposal_supports", _("who supports a proposal"), _supported)
