"""A small hub for journeys: rules and categories by the real actions, people by the builders."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

from gyda.deliver.actions.category import start_categories
from gyda.deliver.models import Category, Policy
from gyda.keys.context import in_hub
from gyda.people.actions.cards import issue_card
from gyda.people.actions.consents import record_consent
from gyda.people.models import Hub, Member
from gyda.people.models.consent import How, Scope
from gyda.people.models.member import Role
from gyda.people.tests.builders import a_hub, a_member, a_person
from gyda.people.who import Who


@dataclass
class Valley:
    """Alys looks after it, Carys connects, Aled mends; Gwladys has neither e-mail nor phone."""

    hub: Hub
    alys: Member
    carys: Member
    aled: Member
    beti: Member
    gwladys: Member
    card: tuple[str, str] = ("", "")  # number and PIN of Gwladys's card


def a_valley(*, start_minutes: int = 120, language: str = "cy") -> Valley:
    """Make the hub; the hours with which a newcomer starts are its own to choose."""
    hub = a_hub("cwm", name_cy="Cwm Gwyn", name_en="Cwm Gwyn")
    alys = a_member(hub, "Alys Stiward", role=Role.STEWARD)
    with in_hub(hub.id):
        start_categories(who=Who(alys))
        Policy.objects.create(start_minutes=start_minutes)
    return Valley(
        hub=hub,
        alys=alys,
        carys=a_member(hub, "Carys Cyswllt", role=Role.CONNECTOR),
        aled=a_member(hub, "Aled Helygwr"),
        beti=a_member(hub, "Beti Rhedynfa"),
        gwladys=a_member(hub, person=a_person("Gwladys Ffynnon", email=None, language=language)),
    )


def with_a_helper(valley: Valley) -> Valley:
    """Let Carys act for Gwladys, who said so, and give Gwladys a card."""
    alys = Who(valley.alys)
    with in_hub(valley.hub.id):
        record_consent(
            who=alys,
            principal=valley.gwladys,
            supporter=valley.carys,
            scope=Scope.TIME_BANK,
            how=How.SPOKEN,
            given_at=valley.gwladys.created_at,
        )
        card, pin = issue_card(who=alys, member=valley.gwladys)
    valley.card = (card.shown_number, pin)
    return valley


def category(valley: Valley, name_en: str, language: str) -> str:
    """Return what a category is called in a language."""
    with in_hub(valley.hub.id):
        found = Category.objects.get(name_en=name_en)
    return found.name_cy if language == "cy" else found.name_en
