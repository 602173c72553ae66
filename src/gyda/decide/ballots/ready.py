"""What ballots tell the rooms below of themselves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots import (
    bundle,
    electorates,
    export,
    letter_kinds,
    personal_data,
    sources,
    verbs,
)
from gyda.decide.ballots.actions import closing
from gyda.decide.ballots.winners import ABOUT, for_what_won
from gyda.decide.decisions import abouts, bundles
from gyda.decide.funds.actions import bound
from gyda.design.proposals import registries
from gyda.initiatives.models import Initiative, Stage
from gyda.initiatives.sections import Section, register
from gyda.journal import sentences
from gyda.keys import open_data, ticks
from gyda.letters import kinds


def _way(request: Any, initiative: Initiative) -> dict[str, Any]:
    """Cost no query: a link to the ballots of the initiative."""
    return {}


def register_all() -> None:
    """Declare words, letters, what is held on people, what is due, and the section."""
    sentences.register(verbs.SENTENCES, links=verbs.LINKS)
    sentences.keep_from_audit(verbs.OWN)
    kinds.register(*letter_kinds.KINDS)
    personal_data.register_all()
    electorates.register_own()
    ticks.register("ballots.close", closing.close_due, every=datetime.timedelta(minutes=1))
    open_data.register("ballots", export.records)
    open_data.register("ballot_papers", export.papers)
    registries.register_decision(registries.Kind(ABOUT, _("A ballot"), "decide:ballot"))
    registries.register_uses(sources.uses)
    abouts.register(ABOUT, _("The ballot, with its result"), "decide:ballot_result")
    bundles.register(ABOUT, bundle.files_of_decision)
    bound.register(ABOUT, for_what_won)
    register(Section(Stage.DECIDE, "decide/ballots/parts/section.html", _way, order=20))
