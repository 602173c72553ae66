"""What panels tell the rooms below of themselves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from gyda.journal import sentences
from gyda.keys import open_data, ticks
from gyda.letters import kinds
from gyda.people import moments


def register_all() -> None:
    """Declare words, letters, what is held on people, what is due, and the section."""
    from gyda.decide.decisions import abouts, bundles
    from gyda.decide.panels import (
        bundle,
        electorate,
        export,
        letter_kinds,
        personal_data,
        section,
        transfer_kinds,
        verbs,
    )
    from gyda.decide.panels.actions.voting import MOTION

    sentences.register(verbs.SENTENCES, links=verbs.LINKS)
    sentences.keep_from_audit(verbs.OWN)
    kinds.register(*letter_kinds.KINDS)
    personal_data.register_all()
    section.register_all()
    transfer_kinds.register_all()
    electorate.register_own()
    abouts.register(MOTION, _("The panel's vote"), "decide:panel_motion", _vote_of)
    bundles.register(MOTION, bundle.files)
    moments.on_leaving(personal_data.leave_panels)
    open_data.register("panels", export.records)
    ticks.register("panels.lots", _lots)
    ticks.register("panels", _look_after, every=datetime.timedelta(hours=6))


# The sums need scipy, which a server process that draws nothing need not load.


def _lots(*, hub_id: UUID, now: datetime.datetime) -> None:
    from gyda.decide.panels.work import look_after

    look_after(hub_id=hub_id, now=now)


def _look_after(*, hub_id: UUID, now: datetime.datetime) -> None:
    from gyda.decide.panels.actions.watch import look_after

    look_after(hub_id=hub_id, now=now)


def _vote_of(decision: Any) -> tuple[object, ...] | None:
    """Return the panel and the motion that a decision is about."""
    from gyda.decide.panels.models import PanelMotion

    rows = PanelMotion.objects.filter(id=decision.about_id)
    return rows.values_list("panel_id", "id").first()
