"""Fifty statements, five hundred made-up voters, and three people of flesh: one map of them all."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import datetime
import json
import random
from io import StringIO

from django.db import transaction
from django.utils import timezone

from gyda.keys.context import in_hub
from gyda.need.conversations.actions.folding import fold
from gyda.need.conversations.actions.sheets import print_sheets
from gyda.need.conversations.actions.voting import Answered, vote
from gyda.need.conversations.models import Conversation, Participant, Source, Statement, Vote
from gyda.need.map.actions.keep_up import keep_up
from gyda.need.map.actions.take_out import files_of
from gyda.need.map.models import Map
from gyda.need.tests.builders import a_conversation, of_browser
from gyda.people.actions.consents import record_consent
from gyda.people.models.consent import How, Scope
from gyda.people.who import Who
from tests.journeys.conftest import Bring
from tests.journeys.hands import Someone
from tests.journeys.test_acting import start_acting
from tests.journeys.valley import Valley, a_valley

STATEMENTS, VOTERS, ANSWERS, BY_HAND = 50, 500, 11, 8
MOST_AGREE = 10  # with statements 1 to 10 nearly everyone agrees; the rest divides two camps


def test_a_conversation_of_five_hundred_and_three(bring: Bring, db: None) -> None:
    valley = a_valley(language="cy")
    conversation = made(valley)
    generated(conversation)
    by_keyboard(bring(valley.aled, language="cy", keyboard=True, width=320), conversation)
    on_paper(bring(valley.carys, language="en", js=False), valley, conversation)
    carys = bring(valley.carys, language="cy")
    for_someone(carys, valley, conversation)
    everyone_counts(valley, conversation)
    with in_hub(valley.hub.id):
        conversation.state, conversation.closed_at = "CLOSED", timezone.now()
        conversation.save()
        keep_up(hub_id=valley.hub.id, now=timezone.now())
    all_agree(bring(language="en", js=False), valley, conversation)


def made(valley: Valley) -> Conversation:
    with in_hub(valley.hub.id):
        record_consent(
            who=Who(valley.alys), principal=valley.gwladys, supporter=valley.carys,
            scope=Scope.EVERYTHING, how=How.SPOKEN,
            given_at=timezone.now() - datetime.timedelta(days=1),
        )  # fmt: skip
        return a_conversation(valley.alys, statements=STATEMENTS)


def generated(conversation: Conversation) -> None:
    """Two camps, 300 and 200; each answers some statements by the site's own action."""
    chance = random.Random(5)
    with in_hub(conversation.hub_id), transaction.atomic():
        for number in range(VOTERS):
            camp = number % 5 < 2
            for statement in chance.sample(range(1, STATEMENTS + 1), ANSWERS):
                agrees = statement <= MOST_AGREE or (statement % 2 == 0) == camp
                answer = (1 if agrees else -1) if chance.random() < 0.93 else 0
                vote(
                    conversation=conversation,
                    voice=of_browser(f"{number:x}g"),
                    answered=Answered(statement, answer, "en"),
                )


def by_keyboard(aled: Someone, conversation: Conversation) -> None:
    """In Welsh, at 320 pixels, without a mouse; nothing is shown before he has answered."""
    aled.go(f"hubs/cwm/conversations/{conversation.id}/results/")
    aled.read("Felly nid yw atebion neb yn dilyn rhai pobl eraill")
    aled.go(f"hubs/cwm/conversations/{conversation.id}/")
    for _number in range(BY_HAND):
        aled.press("Agree")


def on_paper(carys: Someone, valley: Valley, conversation: Conversation) -> None:
    with in_hub(valley.hub.id):
        sheet = print_sheets(who=Who(valley.carys), conversation_id=conversation.id, count=1)[0]
    carys.go(f"hubs/cwm/conversations/{conversation.id}/sheets/type/")
    carys.fill("The code", sheet.code)
    carys.press("Find the sheet")
    for number in sheet.numbers[:BY_HAND]:
        carys.page.locator(f"input[name=n{number}][value='1']").check()
    carys.mark("Cymraeg")
    carys.press("Keep this sheet")


def for_someone(carys: Someone, valley: Valley, conversation: Conversation) -> None:
    start_acting(carys)
    carys.go(f"hubs/cwm/conversations/{conversation.id}/")
    for _number in range(BY_HAND):
        carys.press("Disagree")
    carys.press("Stop acting")


def everyone_counts(valley: Valley, conversation: Conversation) -> None:
    """Each of the three is one person with their own answers, and no more."""
    with in_hub(valley.hub.id):
        people = Participant.objects.filter(conversation=conversation)
        assert people.count() == VOTERS + 3
        for source, answer in ((Source.PAPER, 1), (Source.PROXY, -1)):
            answers = Vote.objects.filter(conversation=conversation, source=source)
            assert set(answers.values_list("answer", flat=True)) == {answer}
            assert answers.count() == BY_HAND
        welsh = Vote.objects.filter(participant__member=valley.aled)
        assert list(welsh.values_list("language", flat=True)) == ["cy"] * BY_HAND
        fold(conversation.id)
        folded = sum(one.answers for one in Statement.objects.filter(conversation=conversation))
        assert folded == Vote.objects.filter(conversation=conversation).count()


def all_agree(reader: Someone, valley: Valley, conversation: Conversation) -> None:
    """The picture, the lists, the table, the data and the files tell the same."""
    reader.go(f"hubs/cwm/conversations/{conversation.id}/report/")
    with in_hub(valley.hub.id):
        stored = Map.objects.get(conversation=conversation)
        files = files_of(conversation, stored, "")
    shown = stored.shown
    assert (stored.is_final, shown["people"]) == (True, 500)
    assert sorted(one["people"] for one in shown["groups"]) == [200, 300]
    description = reader.page.locator("#map-desc").text_content() or ""
    for one in shown["groups"]:
        said = f"group {one['name']} with about {one['people']} people"
        assert said in description
        reader.read(f"Group {one['name']}: about {one['people']} people")
    marks = reader.page.locator(".gyda-opinion > svg .gyda-opinion__mark").count()
    assert marks == len(shown["bubbles"])
    joining = {int(one["statement"]) for one in shown["lists"]["joins"] if one["is_sure"]}
    assert joining == set(range(1, MOST_AGREE + 1))
    for number in joining:
        reader.read(f"Bus number {number}")
    answer = reader.page.request.get(reader.page.url.replace("/report/", "/report.json"))
    data = json.loads(answer.text())
    assert data["map"] == shown
    assert data["counts"] == stored.tables
    reader.follow("All statements with the counts")
    everyone = stored.tables["statements"]["1"]["everyone"]
    agree = next(cell["people"] for cell in everyone if cell["answers"] == ["agree"])
    reader.read(f"agree {agree}")
    votes = list(csv.DictReader(StringIO(files["votes.csv"])))
    first = [row for row in votes if row["comment-id"] == "1" and row["vote"] == "1"]
    assert abs(len(first) - agree) <= 2  # to the next five
    assert len({row["voter-id"] for row in votes}) == VOTERS + 3
    groups = [row["group-id"] for row in csv.DictReader(StringIO(files["participants-votes.csv"]))]
    for one in shown["groups"]:
        assert (groups.count(one["name"]) + 5) // 10 * 10 == one["people"]
