"""A small but whole world for the whole-site tests: two hubs, every state of things."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass, field

from django.utils import timezone

from gyda.keys.context import in_hub
from gyda.people.models import ActingConsent, Hub, Member
from gyda.people.models.consent import How
from gyda.people.models.member import Role, State
from gyda.people.tests.builders import a_hub, a_member, an_organisation

ELSEWHERE = "Tregarreglwyd"  # stands in every name and text of the other hub, and nowhere else


@dataclass
class World:
    """The cast of the house plan, and around them: Gwen acts for Bryn, Olwen has neither phone
    nor e-mail, Ned waits to be let in; Eira and Emrys belong to the other hub."""

    hub: Hub
    other_hub: Hub
    alys: Member
    bryn: Member
    carys: Member
    dafydd: Member
    gwen: Member
    olwen: Member
    ned: Member
    eira: Member
    emrys: Member
    consent: ActingConsent
    things: dict[str, object] = field(default_factory=dict)


def a_world() -> World:
    """Make the world."""
    hub = a_hub("cwm-du", name_cy="Hwb Cwm Du", name_en="Cwm Du Hub")
    other = a_hub("cwm-arall", name_cy=f"Hwb {ELSEWHERE}", name_en=f"{ELSEWHERE} Hub")
    bryn, carys = a_member(hub, "Bryn"), a_member(hub, "Carys", role=Role.CONNECTOR)
    gwen = a_member(hub, "Gwen")
    return World(
        hub=hub,
        other_hub=other,
        alys=a_member(hub, "Alys", role=Role.STEWARD),
        bryn=bryn,
        carys=carys,
        dafydd=a_member(hub, "Dafydd", organisation=an_organisation(hub, "Meddygfa Cwm Du")),
        gwen=gwen,
        olwen=a_member(hub, "Olwen"),
        ned=a_member(hub, "Ned", state=State.WAITING, joined_at=None),
        eira=a_member(other, f"Eira {ELSEWHERE}"),
        emrys=a_member(other, f"Emrys {ELSEWHERE}", role=Role.STEWARD),
        consent=a_consent(bryn, gwen, carys),
    )


def a_consent(principal: Member, supporter: Member, recorded_by: Member) -> ActingConsent:
    """Let one member act for another in the time bank."""
    with in_hub(principal.hub_id):
        return ActingConsent.objects.create(
            hub_id=principal.hub_id,
            principal=principal,
            supporter=supporter,
            recorded_by=recorded_by,
            how=How.SPOKEN,
            given_at=timezone.now() - datetime.timedelta(days=3),
        )
