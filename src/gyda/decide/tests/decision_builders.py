"""Decisions for tests."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.utils import timezone

from gyda.answers.actions.setup import name_contact
from gyda.decide.decisions.actions.after import Signed
from gyda.decide.decisions.actions.publish import publish
from gyda.decide.decisions.draft import Advice, Draft, Evidence
from gyda.decide.decisions.models import Decision
from gyda.initiatives.models import Initiative
from gyda.initiatives.tests.builders import a_team
from gyda.people.tests.builders import Cast, who

DAY = datetime.timedelta(days=1)


def an_evidence(**fields: Any) -> Evidence:
    words = {
        "claim_cy": "Mae 16 o bobl yn bwyta ar eu pen eu hunain",
        "claim_en": "16 people eat alone",
        "source": "Arolwg y pentref",
        "on": timezone.localdate() - 30 * DAY,
        "link": "https://example.org/arolwg",
    }
    return Evidence(**(words | fields))


def an_advice(**fields: Any) -> Advice:
    words = {
        "adviser": "Bethan",
        "interest_cy": "Mae'n gweithio i'r cyngor",
        "interest_en": "She works for the council",
        "words_cy": "Mae'r gost yn iawn",
        "words_en": "The cost is right",
    }
    return Advice(**(words | fields))


def a_draft(**fields: Any) -> Draft:
    today = timezone.localdate()
    words = {
        "kind": "MEETING",
        "method": "MAJORITY",
        "right": "CITIZEN",
        "title_cy": "Prydau ddwywaith yr wythnos",
        "title_en": "Meals twice a week",
        "what_cy": "Mae'r dafarn yn coginio ar ddydd Mawrth a dydd Iau.",
        "what_en": "The pub cooks on Tuesdays and Thursdays.",
        "reasons_cy": "Mae pobl wedi gofyn am gwmni.",
        "reasons_en": "People asked for company.",
        "effective_on": today,
        "in_favour": 9,
        "against": 2,
        "abstained": 1,
    }
    return Draft(**(words | fields))


def a_decision(cast: Cast, initiative: Initiative | None = None, **fields: Any) -> Decision:
    """Bryn's team publishes what it decided."""
    return publish(
        who=who(cast.bryn), initiative=initiative or a_team(cast), draft=a_draft(**fields)
    )


def named(cast: Cast) -> None:
    """Dafydd answers for his practice."""
    name_contact(who=who(cast.alys), organisation=cast.dafydd.organisation, member=cast.dafydd)


def a_signed(**fields: Any) -> Signed:
    words = {
        "name": "Dafydd Huws",
        "role_cy": "Rheolwr y practis",
        "role_en": "Practice manager",
        "reason_cy": "Nid oes cegin",
        "reason_en": "There is no kitchen",
        "instead_cy": "Prydau unwaith yr wythnos",
        "instead_en": "Meals once a week",
        "signed_on": timezone.localdate(),
    }
    return Signed(**(words | fields))
