"""Initiatives for tests."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.utils import timezone

from gyda.initiatives.actions.handovers import Terms
from gyda.initiatives.actions.invitations import Offer, accept, invite
from gyda.initiatives.actions.stages import set_right
from gyda.initiatives.actions.thread import Purpose, Reason, start
from gyda.initiatives.models import Initiative, Invitation, Lead, Right, Say, Side
from gyda.people.models import Member, Organisation
from gyda.people.tests.builders import Cast, who

WHY = Reason("Mae pobl wedi gofyn", "People have asked")


def a_purpose(title: str = "Meals in the village", **fields: Any) -> Purpose:
    return Purpose(
        title_cy=f"{title} (cy)",
        title_en=title,
        purpose_cy="Bwyd poeth, a chwmni",
        purpose_en="Warm food, and company",
        **fields,
    )


def an_initiative(member: Member, *, began_with: str = "WORDS", **fields: Any) -> Initiative:
    fields.setdefault("side", Side.CITIZEN)
    fields.setdefault("purpose", a_purpose())
    return start(who=who(member), began_with=began_with, why=WHY, **fields)


def an_offer(**fields: Any) -> Offer:
    wanted = {
        "minutes": 90,
        "rhythm": "MONTHLY",
        "thanks": "CREDITS",
        "can_change_cy": "Popeth ond y dyddiad",
        "can_change_en": "All but the day",
        "hear_by_on": timezone.localdate() + datetime.timedelta(days=30),
    }
    return Offer(**(wanted | fields))


def an_invitation(by: Member, initiative: Initiative, member: Member | None) -> Invitation:
    return invite(who=who(by), initiative_id=initiative.id, offer=an_offer(), member=member)


def a_team(cast: Cast) -> Initiative:
    """Bryn starts it as a citizen, Dafydd joins for the surgery."""
    initiative = an_initiative(cast.bryn)
    invitation = an_invitation(cast.bryn, initiative, cast.dafydd)
    accept(who=who(cast.dafydd), invitation_id=invitation.id, side=Side.PROFESSIONAL)
    return initiative


def a_right(
    by: Member,
    initiative: Initiative,
    stage: str,
    say: str = Say.JOINT,
    lead: str = Lead.TOGETHER,
) -> Right:
    return set_right(
        who=who(by), initiative_id=initiative.id, stage=stage, say=say, lead=lead, why=WHY
    )


def terms(organisation: Organisation, **fields: Any) -> Terms:
    wanted = {
        "task_cy": "Agor y llyfrgell ar ddydd Sadwrn",
        "task_en": "Opening the library on Saturdays",
        "duty_cy": "Llyfrgell am ddim i bawb",
        "duty_en": "A library, free for all",
        "way_back_cy": "Tri mis o rybudd",
        "way_back_en": "Three months' notice",
        "pence": 240_000,
    }
    return Terms(organisation=organisation, **(wanted | fields))
