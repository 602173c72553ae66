"""A hub next to the world's, in agreement with it: an offer there, hours that crossed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from gyda.between.actions.crossing import carry
from gyda.between.actions.pacts import accept, propose, tell
from gyda.between.actions.paying import Receiver, Sum, hold_for
from gyda.deliver.actions import category
from gyda.deliver.models import Category
from gyda.deliver.tests.listing_builders import an_offer
from gyda.keys.context import in_hub
from gyda.keys.uuid7 import uuid7
from gyda.people.actions.hubs import open_hub
from gyda.people.models import Hub, Member
from gyda.people.tests.builders import a_person
from gyda.people.who import Who

LIMITS = {"we_may_owe": 600, "they_may_owe": 600}


def neighbours_of(hub: Hub, alys: Member, bryn: Member, ids: dict[str, UUID | str]) -> None:
    """Make it, within the world's hub."""
    steward = a_person("Tegwen Lloyd")
    there, tegwen = open_hub(
        slug="dyffryn", steward=steward, name_cy="Hwb Dyffryn", name_en="Dyffryn Hub"
    )
    with in_hub(there.id):
        if not Category.objects.exists():
            category.start_categories(who=Who(tegwen))
        ids["offer there"] = an_offer(tegwen, title="Gwnïo").id
    tell(propose(who=Who(alys), slug=there.slug, shows_offers=True, **LIMITS))
    with in_hub(there.id):
        pact = accept(who=Who(tegwen), partner=hub, seen=1, shows_offers=True)
    tell(pact)
    ids["partner"] = there.slug
    what = Sum(key=uuid7(), minutes=60, words="Diolch", language="cy")
    receiver = Receiver(tegwen.id, tegwen.person_id, tegwen.name)
    carry(hold_for(who=Who(bryn), partner=there, receiver=receiver, what=what))
