"""The pages of a map: who sees them when, that they agree with each other, and both languages."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils.translation import override
from reportlab.platypus import Flowable, KeepTogether, Paragraph

from gyda.methods.opinion.tests.conversations import BREXIT, UBER, noise, real
from gyda.need.conversations.models import Conversation, Participant, Vote, Voters
from gyda.need.map.actions.take_out import files_of
from gyda.need.map.actions.update import update
from gyda.need.map.models import Map
from gyda.need.map.pdf import story
from gyda.need.map.results import account
from gyda.need.map.tests.builders import close, filled, store_votes, two_camps
from gyda.need.tests.builders import a_conversation
from gyda.people.models import Member
from gyda.people.tests.builders import Cast
from gyda.terminal.map.command import main as gyda_map
from gyda.web.links import hub_path


def page(
    client: Client, cast: Cast, name: str, conversation: Conversation, language: str = "en"
) -> HttpResponse:
    with override(language):
        address = hub_path(cast.hub.slug, f"need:{name}", conversation.id)
    return client.get(address)


def closed(by: Member, *sizes: int, **fields: object) -> Conversation:
    conversation = two_camps(by, *sizes, **fields)
    close(conversation)
    update(conversation, {})
    return conversation


def signed_in(client: Client, member: Member) -> Client:
    client.force_login(member.person)
    return client


def test_while_it_goes_on_nobody_sees_results_before_they_have_answered(
    client: Client, cast: Cast
) -> None:
    conversation = two_camps(cast.alys)
    update(conversation, {})
    said = page(client, cast, "results", conversation).content.decode()
    assert "answered 7 more statements" in said
    assert "Group A" not in said
    assert page(client, cast, "report", conversation).status_code == 404
    assert page(client, cast, "report_json", conversation).status_code == 404


def test_who_has_answered_sees_results_and_where_they_stand(client: Client, cast: Cast) -> None:
    conversation = two_camps(cast.alys)
    person = Participant.objects.create(
        conversation=conversation, member=cast.bryn, source="WEB", came_at=conversation.opens_at
    )
    like = Participant.objects.exclude(id=person.id).earliest("id")
    theirs = Vote.objects.filter(participant=like).select_related("statement")
    store_votes(conversation, [(person, vote.statement, vote.answer) for vote in theirs])
    update(conversation, {})
    said = page(signed_in(client, cast.bryn), cast, "results", conversation).content.decode()
    assert re.search(r"You answer much like group [AB]", said)
    assert "gyda-opinion__mark--here" in said


@pytest.mark.parametrize("language", ["cy", "en"])
def test_once_closed_the_report_is_for_everyone_in_both_languages(
    client: Client, cast: Cast, language: str
) -> None:
    conversation = closed(cast.alys)
    for name in ("results", "report", "map_statements", "report_pdf", "report_json"):
        assert page(client, cast, name, conversation, language).status_code == 200


def test_members_own_conversations_are_not_for_strangers(client: Client, cast: Cast) -> None:
    conversation = closed(cast.alys, is_public=False, voters=Voters.MEMBERS)
    assert page(client, cast, "report", conversation).status_code == 404
    assert page(signed_in(client, cast.bryn), cast, "report", conversation).status_code == 200


def test_page_pdf_and_data_say_the_same(client: Client, cast: Cast) -> None:
    conversation = closed(cast.alys)
    html = page(client, cast, "report", conversation).content.decode()
    assert page(client, cast, "report_pdf", conversation).content.startswith(b"%PDF")
    with override("en"):
        said = account(conversation, Map.objects.get(), language="en")
        printed = words_in(list(story(cast.hub, conversation, Map.objects.get(), said, "en")))
    data = json.loads(page(client, cast, "report_json", conversation).content)
    for group in data["map"]["groups"]:
        line = f"Group {group['name']}: about {group['people']} people"
        assert line in html
        assert line in printed
    for one in data["map"]["lists"]["joins"]:
        text = data["statements"][one["statement"]]["translation"]
        assert text in html
        assert text in printed


def words_in(flowables: list[Flowable]) -> str:
    parts = [part for one in flowables for part in _parts(one)]
    return " ".join(part.getPlainText() for part in parts if isinstance(part, Paragraph))


def _parts(flowable: Flowable) -> list[Flowable]:
    return list(flowable._content) if isinstance(flowable, KeepTogether) else [flowable]


def test_nothing_shown_is_about_fewer_than_ten_people(cast: Cast) -> None:
    conversation = closed(cast.alys, 40, 30)
    made = Map.objects.get(conversation=conversation)
    assert all(one[2] >= 10 for one in made.shown["bubbles"])
    assert all(one["people"] % 10 == 0 for one in made.shown["groups"])
    cells = [
        cell["people"]
        for table in made.tables["statements"].values()
        for row in (table["everyone"], *table["groups"].values())
        for cell in row
    ]
    assert cells
    assert min(cells) >= 10


@pytest.mark.parametrize("name", [BREXIT, UBER])
def test_gyda_map_of_what_is_taken_out_gives_the_groups_and_lists_of_the_page(
    cast: Cast, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    conversation = a_conversation(cast.alys, statements=0)
    filled(conversation, real(name).shown)
    update(conversation, {})
    close(conversation)
    update(conversation, {})
    made = Map.objects.get()
    for file, text in files_of(conversation, made, "").items():
        (tmp_path / file).write_text(text)
    assert gyda_map([str(tmp_path), "--json", "--language", "en"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in record["groups"]] == [g["name"] for g in made.shown["groups"]]
    sizes = [(one["size"] + 5) // 10 * 10 for one in record["groups"]]
    assert sizes == [one["people"] for one in made.shown["groups"]]
    for shown, named in (("joins", "consensus"), ("bridges", "bridging"), ("divides", "contested")):
        for one in made.shown["lists"][shown]:
            found = record["statements"][one["statement"]][named]
            assert (found["rank"], found["ranks"]) == (one["rank"], one["ranks"])
    for one, group in zip(made.shown["groups"], record["groups"], strict=True):
        mine = [row["statement"] for row in one["telling"]]
        assert mine[: len(group["telling"])] == [row["statement"] for row in group["telling"]]


def test_only_the_steward_takes_answers_out_and_only_after_closing(
    client: Client, cast: Cast
) -> None:
    conversation = closed(cast.alys)
    with override("en"):
        address = hub_path(cast.hub.slug, "need:take_out", conversation.id)
    assert signed_in(client, cast.carys).post(address).status_code == 404
    got = signed_in(client, cast.alys).post(address)
    names = ZipFile(BytesIO(got.content)).namelist()
    assert {"votes.csv", "comments.csv", "summary.csv", "participants-votes.csv"} <= set(names)
    open_one = two_camps(cast.alys)
    with override("en"):
        address = hub_path(cast.hub.slug, "need:take_out", open_one.id)
    assert "once the conversation is closed" in client.post(address).content.decode()


def test_nobody_can_be_told_from_what_is_taken_out(cast: Cast) -> None:
    conversation = closed(cast.alys)
    files = "".join(files_of(conversation, Map.objects.get(), "").values())
    for person in Participant.objects.all():
        assert str(person.id) not in files
        assert person.id.hex not in files
        assert person.browser not in files
    assert str(conversation.opens_at.year) not in files


def test_words_of_a_map_without_groups_say_so(cast: Cast) -> None:
    conversation = a_conversation(cast.alys, statements=0)
    filled(conversation, noise())
    update(conversation, {})
    with override("en"):
        said = account(conversation, Map.objects.get())
    assert "no clear groups" in said.grouping[0]
    assert said.groups == []
