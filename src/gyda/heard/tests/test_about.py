"""About me: seen by nobody else, taken back at once, counted only among five."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from gyda.heard.actions.about import forget, tell
from gyda.heard.errors import NotYours
from gyda.heard.models import Answer
from gyda.heard.personal_data import export_answers
from gyda.initiatives.tests.builders import an_initiative
from gyda.people.actions.erasing import erase
from gyda.people.models import Member
from gyda.people.models.consent import Scope
from gyda.people.tests.builders import Cast, who
from gyda.people.who import Who

SAID = {"AGE": "45_64", "SEX": "-", "LANGUAGE": "", "AREA": "sa10 8"}


def said_by(member: Member) -> dict[str, str]:
    return dict(Answer.objects.filter(member=member).values_list("question", "answer"))


def test_each_answer_is_kept_by_itself_and_what_is_left_out_is_not_there(cast: Cast) -> None:
    tell(who=who(cast.bryn), answers=SAID)
    assert said_by(cast.bryn) == {"AGE": "45_64", "SEX": "-", "AREA": "sa10 8"}
    tell(who=who(cast.bryn), answers={"AGE": "65_74"})
    assert said_by(cast.bryn) == {"AGE": "65_74"}


def test_it_is_deleted_when_the_person_wants_it(cast: Cast) -> None:
    tell(who=who(cast.bryn), answers=SAID)
    forget(who=who(cast.bryn))
    assert said_by(cast.bryn) == {}


def test_who_acts_within_the_time_bank_alone_cannot_touch_it(cast: Cast) -> None:
    acting = Who(cast.carys, cast.bryn, Scope.TIME_BANK)
    with pytest.raises(NotYours):
        tell(who=acting, answers=SAID)
    tell(who=Who(cast.carys, cast.bryn, Scope.EVERYTHING), answers=SAID)
    assert said_by(cast.bryn)
    assert not said_by(cast.carys)


def test_the_database_knows_which_answer_fits_which_question(cast: Cast) -> None:
    common = {"member": cast.bryn, "given_at": timezone.now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.create(question="AGE", answer="FEMALE", **common)
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.create(question="AREA", answer="", **common)


def test_the_form_keeps_the_sector_of_a_postcode_and_no_more(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.bryn.person)
    page = f"/en/hubs/{cast.hub.slug}/me/about/"
    answer = client.post(page, {"AGE": "16_24", "place": "SA10 8PB"})
    assert answer.status_code == 302
    assert said_by(cast.bryn) == {"AGE": "16_24", "AREA": "sa10 8"}
    shown = client.get(page).content.decode()
    assert "sa10 8" in shown
    assert "8PB" not in shown.upper()


def test_nobody_else_finds_it_on_any_page_of_theirs(cast: Cast) -> None:
    tell(who=who(cast.bryn), answers={"AREA": "pentre cudd"})
    client = Client()
    client.force_login(cast.alys.person)
    for name in ("me/about/", f"people/{cast.bryn.id}/", "journal/", "heard/"):
        page = client.get(f"/en/hubs/{cast.hub.slug}/{name}")
        assert "pentre cudd" not in page.content.decode()


def test_it_is_in_the_persons_own_file_and_goes_when_they_are_erased(cast: Cast) -> None:
    an_initiative(cast.carys)
    tell(who=who(cast.bryn), answers=SAID)
    rows = export_answers(cast.bryn)
    assert {row["question"] for row in rows} == {"AGE", "SEX", "AREA"}
    erase(who=who(cast.bryn))
    assert not Answer.objects.exists()
