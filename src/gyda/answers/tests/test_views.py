"""The register and the forms of answers, as people meet them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
import json

from django.test import Client

from gyda.answers.actions.answering import answer
from gyda.answers.models import Answer, Contact, FollowUp, Policy, Question
from gyda.answers.tests.builders import DAY, a_no, a_question, a_yes, named
from gyda.initiatives.tests.builders import a_team
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who


def browser(member: Member | None) -> Client:
    client = Client()
    if member is not None and member.person is not None:
        client.force_login(member.person)
    return client


def page(cast: Cast, member: Member | None, path: str) -> str:
    response = browser(member).get(f"/en/hubs/{cast.hub.slug}/{path}")
    assert response.status_code == 200, (path, response.status_code)
    return response.content.decode()


def test_the_register_is_public_and_says_what_is_late(cast: Cast) -> None:
    named(cast)
    question = a_question(cast)
    Question.objects.filter(id=question.id).update(due_on=question.due_on - 50 * DAY)
    assert "8 days late" in page(cast, None, "answers/")
    assert "Who opens the door?" in page(cast, None, "answers/?show=late")
    assert "Nothing stands here." in page(cast, None, "answers/?show=answered")
    text = page(cast, None, f"answers/{question.id}/")
    assert "The answer is 8 days late." in text
    assert "Dafydd" not in text


def test_a_reader_in_welsh_reads_it_in_welsh(cast: Cast) -> None:
    question = a_question(cast)
    text = browser(None).get(f"/cy/hubs/{cast.hub.slug}/answers/{question.id}/").content.decode()
    assert "Pwy sy&#x27;n agor y drws?" in text
    assert "Who opens the door?" not in text


def test_the_contact_answers_by_form_and_keeps_what_was_typed(cast: Cast) -> None:
    named(cast)
    question = a_question(cast)
    client, path = browser(cast.dafydd), f"/en/hubs/{cast.hub.slug}/answers/{question.id}/answer/"
    typed = {"verdict": "ACCEPT", "action_cy": "Agor", "action_en": "Open", "owner": ""}
    refused = client.post(path, typed).content.decode()
    assert "Say who sees to it" in refused
    assert "Agor" in refused
    day = {"by_on_day": "1", "by_on_month": "3", "by_on_year": "2031"}
    assert client.post(path, typed | day | {"owner": "Rheolwr"}).status_code == 302
    assert Answer.objects.get().by_on
    follow = path.replace("/answer/", "/follow-up/")
    news = {"kept": "DONE", "words_cy": "Wedi agor", "words_en": "Open now"}
    assert client.post(follow, news).status_code == 302
    assert FollowUp.objects.get().kept == "DONE"
    assert "Open now" in page(cast, None, f"answers/{question.id}/")


def test_who_owes_nothing_finds_no_form(cast: Cast) -> None:
    question = a_question(cast)
    for path in ("answer", "follow-up"):
        full = f"/en/hubs/{cast.hub.slug}/answers/{question.id}/{path}/"
        assert browser(cast.bryn).get(full).status_code == 404


def test_the_team_asks_by_form(cast: Cast) -> None:
    team = a_team(cast)
    path = f"/en/hubs/{cast.hub.slug}/initiatives/{team.id}/answers/"
    typed = {
        "title_cy": "Pryd?",
        "title_en": "When?",
        "key": "0199b5c5-0000-7000-8000-000000000001",
    }
    assert browser(cast.bryn).post(path + "ask/", typed).status_code == 302
    assert Question.objects.get().organisation is None
    assert "When?" in page(cast, None, f"initiatives/{team.id}/answers/")
    assert browser(cast.bryn).post(
        f"/en/hubs/{cast.hub.slug}/answers/{Question.objects.get().id}/take-back/"
    ).status_code == 302  # fmt: skip
    assert Question.objects.get().state == "WITHDRAWN"


def test_stewards_set_the_clock_and_name_contacts(cast: Cast) -> None:
    client, start = browser(cast.alys), f"/en/hubs/{cast.hub.slug}/answers/"
    assert client.post(start + "rules/", {"days": "30", "remind_days": "5"}).status_code == 302
    assert Policy.objects.get().days == 30
    assert cast.dafydd.organisation
    typed = {"organisation": cast.dafydd.organisation.id, "member": "Dafydd"}
    assert client.post(start + "contact/", typed).status_code == 302
    assert Contact.objects.in_force().get().member_id == cast.dafydd.id
    assert "Dafydd" in page(cast, cast.alys, "answers/rules/")
    assert browser(cast.carys).get(start + "rules/").status_code == 404


def test_the_files_say_what_the_pages_say_and_name_nobody(cast: Cast) -> None:
    named(cast)
    question = a_question(cast)
    answer(who=who(cast.dafydd), question_id=question.id, reply=a_no())
    answer(who=who(cast.dafydd), question_id=question.id, reply=a_yes())
    text = page(cast, None, "answers/file.csv")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [(row["verdict"], row["promise"]) for row in rows] == [("ACCEPT", "OPEN")]
    data = json.loads(page(cast, None, "answers/data.json"))["answers"][0]
    assert [one["verdict"] for one in data["answers"]] == ["REJECT", "ACCEPT"]
    assert "Dafydd" not in json.dumps(data)
