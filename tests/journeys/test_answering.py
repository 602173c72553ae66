"""A question put to everyone: by keyboard in Welsh, on paper, by somebody who acts, and by many."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import random

import pytest
from django.utils import timezone

from gyda.keys.context import in_hub
from gyda.need.conversations.actions.folding import fold
from gyda.need.conversations.models import (
    Change,
    Conversation,
    Participant,
    Sheet,
    Source,
    Statement,
    Vote,
)
from gyda.need.conversations.voice import keyed
from gyda.need.tests.builders import a_conversation
from gyda.people.models import ActingConsent
from tests.journeys.conftest import Bring
from tests.journeys.hands import Someone
from tests.journeys.test_acting import start_acting
from tests.journeys.valley import Valley, a_valley, with_a_helper

STATEMENTS, VOTERS, EACH = 50, 500, 12
OWN = "Mae angen lle i gwrdd ar nos Wener"


@pytest.fixture
def valley(db: None) -> Valley:
    """Gwladys's consent reaches everything: opinions are no hours."""
    found = with_a_helper(a_valley(language="cy"))
    with in_hub(found.hub.id):
        ActingConsent.objects.update(scope="EVERYTHING")
    return found


@pytest.fixture
def asked(valley: Valley) -> Conversation:
    """Fifty statements, and five hundred people who have answered some of them."""
    with in_hub(valley.hub.id):
        conversation = a_conversation(valley.carys, statements=STATEMENTS)
        _answer_by_many(conversation)
        fold(conversation.id)
    return conversation


def _answer_by_many(conversation: Conversation) -> None:
    chance, now = random.Random(50), timezone.now()
    statements = list(Statement.objects.filter(conversation=conversation))
    people = [
        Participant(
            hub_id=conversation.hub_id, conversation=conversation, source=Source.WEB,
            browser=keyed(conversation.secret, f"{number}"), came_at=now,
        )
        for number in range(VOTERS)
    ]  # fmt: skip
    votes = [
        Vote(
            hub_id=conversation.hub_id, conversation=conversation, participant=person,
            statement=one, source=Source.WEB, language="cy", at=now,
            answer=chance.choice((1, 1, 0, -1) if (one.number + place) % 2 else (1, -1, -1)),
        )
        for place, person in enumerate(people)
        for one in chance.sample(statements, EACH)
    ]  # fmt: skip
    Participant.objects.bulk_create(people)
    Vote.objects.bulk_create(votes)
    Change.objects.bulk_create(
        Change(
            hub_id=conversation.hub_id, conversation=conversation.id, statement=one.statement_id,
            now=one.answer, is_new=place % EACH == 0,
        )
        for place, one in enumerate(votes)
    )  # fmt: skip


def test_everyone_is_heard_and_the_tallies_are_all_of_it(
    bring: Bring, valley: Valley, asked: Conversation
) -> None:
    beti = bring(valley.beti, language="cy", js=False, width=320, keyboard=True)
    answers_by_keyboard(beti, asked)
    carys = bring(valley.carys, language="cy", js=False)
    types_a_sheet(carys, asked)
    reads_what_waits(carys, asked)
    start_acting(carys)
    answers_for_gwladys(carys, asked)
    stranger = bring(language="cy", js=False)
    answers_without_a_name(stranger, asked)
    with in_hub(valley.hub.id):
        fold(asked.id)
        asked.refresh_from_db()
        assert asked.people == VOTERS + 4
        rows = Statement.objects.filter(conversation=asked)
        assert sum(one.answers for one in rows) == VOTERS * EACH + 3 + 2 + 1 + 1
        sources = set(Vote.objects.values_list("source", flat=True))
    assert sources == {"WEB", "PAPER", "PROXY"}


def answers_by_keyboard(beti: Someone, asked: Conversation) -> None:
    """Three answers and one statement, with the keys alone, on a phone of 320 pixels."""
    beti.go("hubs/cwm/conversations/")
    beti.follow(asked.title_cy)
    for number, button in enumerate(("Agree", "Disagree", "Pass"), start=1):
        beti.press(button)
        beti.see("You have answered %(done)s of %(of)s.", done=number, of=STATEMENTS)
    beti.follow("Say something yourself")
    beti.fill("What do you want to say?", OWN)
    beti.press("Add it")
    beti.see("Thank you. It is read before everyone sees it.")
    beti.follow("My answers and what I said")
    beti.read(OWN)
    beti.see("waits to be read")


def types_a_sheet(carys: Someone, asked: Conversation) -> None:
    carys.go(f"hubs/cwm/conversations/{asked.id}/sheets/")
    carys.fill("How many sheets?", "1")
    carys.press("Make them")
    with in_hub(asked.hub_id):
        sheet = Sheet.objects.get()
    carys.follow("Type in a sheet")
    carys.fill("The code", sheet.code.lower())
    carys.press("Find the sheet")
    for place, answer in enumerate(("Agree", "Disagree")):
        row = carys.page.locator("fieldset").nth(place)
        row.get_by_label(carys.say(answer), exact=True).check()
    carys.press("Keep this sheet")
    carys.see("The sheet is in. Here is the next one.")
    carys.fill("The code", sheet.code)
    carys.press("Find the sheet")
    carys.see("This sheet was typed in already. Each sheet counts once.")


def reads_what_waits(carys: Someone, asked: Conversation) -> None:
    carys.go(f"hubs/cwm/conversations/{asked.id}/")
    carys.follow("What waits to be read and translated")
    carys.read(OWN)
    carys.press("Show statement %(number)s", number=STATEMENTS + 1)
    carys.see("Decided. The author is told.")
    carys.follow("Translate statement %(number)s", number=STATEMENTS + 1)
    carys.fill("The statement in the other language", "We need a place to meet on Friday night")
    carys.press("Publish the translation")
    carys.see("The translation is published.")


def answers_for_gwladys(carys: Someone, asked: Conversation) -> None:
    carys.go(f"hubs/cwm/conversations/{asked.id}/")
    carys.press("Agree")
    carys.see("You have answered %(done)s of %(of)s.", done=1, of=STATEMENTS + 1)
    carys.press("Stop acting")


def answers_without_a_name(stranger: Someone, asked: Conversation) -> None:
    stranger.go(f"hubs/cwm/conversations/{asked.id}/")
    stranger.press("Disagree")
    stranger.see("You have answered %(done)s of %(of)s.", done=1, of=STATEMENTS + 1)
