"""References: a letter with a code, an answer by form or on paper, words that go when read."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone

from gyda.journal.models import Entry
from gyda.letters.models import Letter
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who
from gyda.safeguarding.actions.references import (
    Referee,
    Said,
    ask_reference,
    decline_reference,
    expire_references,
    give_reference,
    read_reference,
    type_reference,
)
from gyda.safeguarding.errors import AnsweredAlready, CodeUnknown, NoWayToReach
from gyda.safeguarding.models import Check, Reference
from gyda.safeguarding.tests.builders import DAY, a_check

SAID = Said(knows="Capel, ers 1998", trusts="YES", words="Person ardderchog", language="cy")


def asked(cast: Cast, of: Member | None = None, **reach: str) -> tuple[Reference, str]:
    referee = Referee(name="Mrs Puw", language="cy", **(reach or {"email": "puw@example.org"}))
    made = ask_reference(who=who(cast.carys), member=of or cast.bryn, referee=referee)
    letter = Letter.objects.get(kind="reference_asked", about_id=made.id)
    code = re.search(r"/reference/(\w{10})/", letter.body)
    assert code
    return made, code[1]


def test_two_references_that_count_open_the_way_to_the_check(cast: Cast) -> None:
    for _number in range(2):
        made, code = asked(cast)
        give_reference(code=code, said=SAID)
        read_reference(who=who(cast.carys), reference=made, counts=True)
    assert a_check(cast.carys, cast.bryn, "REFERENCES") == Check.objects.get()


def test_the_letter_goes_to_who_is_no_member_in_their_language(cast: Cast) -> None:
    asked(cast, post="Llwyn Onn\nCwm Du\nSA99 9ZZ")
    letter = Letter.objects.get(kind="reference_asked")
    assert (letter.member, letter.channel, letter.language) == (None, "PAPER", "cy")
    assert letter.post.splitlines()[0] == "Llwyn Onn"
    with pytest.raises(NoWayToReach):
        ask_reference(
            who=who(cast.carys), member=cast.bryn, referee=Referee(name="Neb", language="cy")
        )


def test_a_code_works_once_and_how_to_reach_the_referee_goes_with_the_answer(cast: Cast) -> None:
    made, code = asked(cast)
    give_reference(code=code.lower(), said=SAID)
    with pytest.raises(CodeUnknown):
        give_reference(code=code, said=SAID)
    made.refresh_from_db()
    assert (made.email, made.words) == ("", "Person ardderchog")
    assert not Letter.objects.filter(kind="reference_asked").exists()
    read_reference(who=who(cast.carys), reference=made, counts=False)
    made.refresh_from_db()
    assert (made.state, made.knows, made.trusts, made.words) == ("SET_ASIDE", "", "", "")
    with pytest.raises(AnsweredAlready):
        read_reference(who=who(cast.carys), reference=made, counts=True)


def test_on_paper_a_connector_types_it_in(cast: Cast) -> None:
    made, _code = asked(cast)
    type_reference(who=who(cast.carys), reference=made, said=SAID)
    type_reference(who=who(cast.carys), reference=made, said=SAID)  # pressed twice
    made.refresh_from_db()
    assert (made.state, made.on_paper, made.recorded_by) == ("GIVEN", True, cast.carys)
    assert Entry.objects.filter(verb="reference.given").count() == 1
    with pytest.raises(AnsweredAlready):
        type_reference(who=who(cast.carys), reference=made, said=replace(SAID, trusts="NO"))


def test_who_would_rather_not_and_who_does_not_answer_are_forgotten(cast: Cast) -> None:
    first, code = asked(cast)
    decline_reference(code=code)
    second, late = asked(cast)
    expire_references(hub_id=cast.hub.id, now=timezone.now() + 29 * DAY)
    for made, state in ((first, "DECLINED"), (second, "EXPIRED")):
        made.refresh_from_db()
        assert (made.state, made.name, made.email) == (state, "", "")
    with pytest.raises(CodeUnknown):
        give_reference(code=late, said=SAID)


def test_the_referee_answers_on_a_page_without_an_account(cast: Cast, client: Client) -> None:
    made, code = asked(cast)
    path = f"/cy/hubs/{cast.hub.slug}/reference/"
    typed = client.post(path, {"code": f"{code[:5]}-{code[5:]}"})
    assert typed.status_code == 302
    page = client.get(typed["Location"])
    assert "Bryn" in page.content.decode()
    for _ in range(2):  # pressed twice
        sent = client.post(typed["Location"], vars(SAID), follow=True)
        assert "Diolch." in sent.content.decode()
    made.refresh_from_db()
    assert made.state == "GIVEN"
    assert "Bryn" not in client.get(f"{path}AAAAAAAAAA/").content.decode()
