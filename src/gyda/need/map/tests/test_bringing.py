"""Conversations from elsewhere: every shared set comes in, whole, once, and after a stop too."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import io
import zipfile
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone, translation

from gyda.journal.models import Entry
from gyda.methods.opinion.tests.conversations import LONDON, SEATTLE, real
from gyda.methods.tests.shared import shared
from gyda.need.conversations.models import Conversation, Participant, Standing, Statement, Vote
from gyda.need.map.actions.bring import Work, begin, carry_on, look_after
from gyda.need.map.actions.keep_up import keep_up
from gyda.need.map.errors import StewardsOnly, Unusable
from gyda.need.map.files import read, texts_of
from gyda.need.map.models import Coming, Map, Phase
from gyda.need.map.wanted import Wanted
from gyda.people.tests.builders import Cast
from gyda.people.who import Who
from gyda.web.links import hub_path


def wanted() -> Wanted:
    return Wanted("Llundain", "London", "en", "CC BY 4.0, compdemocracy.org", uuid4())


def uploads(name: str) -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in shared(f"opinion/{name}").glob("*.csv")]


def begun(cast: Cast, name: str) -> Coming:
    who = Who(cast.alys)
    return begin(who=who, by=cast.alys, texts=texts_of(uploads(name)), wanted=wanted())


@pytest.mark.parametrize("name", [LONDON, SEATTLE])
def test_a_shared_conversation_comes_in_whole(cast: Cast, name: str) -> None:
    said, coming = real(name), begun(cast, name)
    assert carry_on(coming)
    assert coming.phase == Phase.OVER
    assert Vote.objects.count() == len(said.votes)
    assert Participant.objects.count() == said.votes.n
    out = Statement.objects.filter(state=Standing.REFUSED).count()
    assert out == len(said.out & {*said.texts, *said.votes.statements})
    conversation = Conversation.objects.get()
    assert (conversation.people, conversation.is_public) == (said.votes.n, True)
    keep_up(hub_id=cast.hub.id, now=timezone.now())
    assert Map.objects.get().is_final


def test_what_was_stopped_goes_on_and_nothing_comes_twice(cast: Cast) -> None:
    said, coming = real(SEATTLE), begun(cast, SEATTLE)
    work = Work(coming, read(coming.files))
    for _number in range(3):
        work.step()
    assert Coming.objects.get().phase == Phase.VOTES
    keep_up(hub_id=cast.hub.id, now=timezone.now())
    assert not Map.objects.exists()  # nothing is mapped before all is in
    Coming.objects.update(leased_until=None)
    look_after(hub_id=cast.hub.id, now=timezone.now())
    assert Coming.objects.get().phase == Phase.OVER
    assert Vote.objects.count() == len(said.votes)
    assert Coming.objects.get().files == {}


def test_two_processes_do_not_bring_the_same(cast: Cast) -> None:
    coming = begun(cast, LONDON)
    later = timezone.now() + datetime.timedelta(minutes=1)
    Coming.objects.update(leased_until=later)
    assert not carry_on(coming)


def test_a_form_sent_twice_begins_once(cast: Cast) -> None:
    said, texts = wanted(), texts_of(uploads(LONDON))
    first = begin(who=Who(cast.alys), by=cast.alys, texts=texts, wanted=said)
    assert begin(who=Who(cast.alys), by=cast.alys, texts=texts, wanted=said) == first
    assert Entry.objects.filter(verb="conversation.brought").count() == 1


def test_only_the_steward_brings(cast: Cast) -> None:
    with pytest.raises(StewardsOnly):
        begin(who=Who(cast.carys), by=cast.carys, texts=texts_of(uploads(LONDON)), wanted=wanted())


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("notes.txt", b"hello", "no tables"),
        ("votes.csv", b"\xff\xfe", "UTF-8"),
        ("export.zip", b"PK", "no zip"),
        (
            "votes.csv",
            b"timestamp,comment-id,voter-id,vote\n1,1,1,9\n",
            "line 2: “9” is not",
        ),
    ],
)
def test_files_that_cannot_be_read_are_refused_in_words(
    name: str, content: bytes, words: str
) -> None:
    with translation.override("en"), pytest.raises(Unusable, match=words):
        read(texts_of([(name, content)]))


def test_a_zip_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("votes.csv", b"0" * 61_000_000)
    with translation.override("en"), pytest.raises(Unusable, match="too large"):
        texts_of([("export.zip", out.getvalue())])


def test_the_steward_brings_one_by_the_page(client: Client, cast: Cast) -> None:
    client.force_login(cast.alys.person)
    with translation.override("en"):
        address = hub_path(cast.hub.slug, "need:bring")
    files = [SimpleUploadedFile(name, content) for name, content in uploads(LONDON)]
    form = {
        "tables": files, "title_cy": "Ll", "title_en": "L", "language": "en", "source": "x",
        "key": str(uuid4()),
    }  # fmt: skip
    got = client.post(address, form, follow=True)
    assert "Waits for its turn" in got.content.decode()
    wrong = client.post(address, form | {"tables": [SimpleUploadedFile("a.txt", b"x")]})
    assert "There are no tables here" in wrong.content.decode()


def test_the_command_brings_one(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shared(f"opinion/{LONDON}"))
    call_command(
        "bring_conversation", folder, hub=cast.hub.slug, title_cy="Llundain", title_en="London"
    )
    assert "Brought over: 26 people" in capsys.readouterr().out
