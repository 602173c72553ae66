"""The pages of decisions, as people meet them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
import json
import zipfile

import pytest
from django.test import Client
from django.utils import timezone

from gyda.decide.decisions.actions import after
from gyda.decide.decisions.models import Decision, DecisionAppeal, LookBack, Overruling
from gyda.decide.tests.decision_builders import (
    DAY,
    a_decision,
    a_signed,
    an_advice,
    an_evidence,
    named,
)
from gyda.initiatives.tests.builders import a_right, a_team
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who


def browser(member: Member | None) -> Client:
    client = Client()
    if member is not None and member.person is not None:
        client.force_login(member.person)
    return client


def at(cast: Cast, path: str, lang: str = "en") -> str:
    return f"/{lang}/hubs/{cast.hub.slug}/decisions/{path}"


def page(cast: Cast, member: Member | None, path: str, lang: str = "en") -> str:
    response = browser(member).get(at(cast, path, lang))
    assert response.status_code == 200, (path, response.status_code)
    return response.content.decode()


def days(name: str, day: object) -> dict[str, str]:
    year, month, number = str(day).split("-")
    return {f"{name}_day": number, f"{name}_month": month, f"{name}_year": year}


TYPED = {
    "kind": "MEETING", "method": "MAJORITY", "in_favour": "9", "against": "2", "abstained": "1",
    "title_cy": "Prydau", "title_en": "Meals", "what_cy": "Dydd Mawrth", "what_en": "Tuesdays",
    "reasons_cy": "Cwmni", "reasons_en": "Company", "pence": "£240", "minutes": "12",
    **days("effective_on", timezone.localdate()),
    "key": "0194a3b0-0000-7000-8000-000000000001",
}  # fmt: skip
EVIDENCE = {
    "claim_cy": "Mae 16 yn unig", "claim_en": "16 are lonely", "source": "Arolwg",
    "link": "https://example.org/a",
}  # fmt: skip
ADVISER = {
    "adviser": "Bethan", "interest_cy": "Dim", "interest_en": "None", "words_cy": "Iawn",
    "words_en": "Fine",
}  # fmt: skip


def group(what: str, number: int, fields: dict[str, str]) -> dict[str, str]:
    found = {f"{what}-{number}-{name}": value for name, value in fields.items()}
    return found | (days(f"evidence-{number}-on", "2026-01-05") if what == "evidence" else {})


def test_anyone_reads_a_decision_in_their_language_with_all_that_it_rests_on(cast: Cast) -> None:
    decision = a_decision(
        cast, evidence=(an_evidence(),), advice=(an_advice(),), pence=1_000_000,
        minority_cy="Rhy ddrud", minority_en="Too dear",
    )  # fmt: skip
    text = page(cast, None, f"{decision.id}/")
    for words in ("Meals twice a week", "Citizens decide", "Too dear", "16 people eat alone",
                  "Bethan", "She works for the council", "£10,000"):  # fmt: skip
        assert words in text, words
    welsh = page(cast, None, f"{decision.id}/", "cy")
    assert "Prydau ddwywaith yr wythnos" in welsh
    assert "Meals twice a week" not in welsh


def test_the_register_filters_by_who_decided_and_by_which_right(cast: Cast) -> None:
    thread = a_team(cast)
    a_decision(cast, thread)
    a_decision(cast, thread, kind="AUTHORITY", right="INFORMED", method="ALONE",
               title_en="A new roof")  # fmt: skip
    assert "A new roof" in page(cast, None, "")
    assert "Meals twice" not in page(cast, None, "?right=INFORMED")
    assert "A new roof" not in page(cast, None, "?kind=MEETING")
    assert "Nothing stands here." in page(cast, None, "?overruled=yes")
    assert "Meals twice" in page(cast, None, f"?initiative={thread.id}")


def test_the_team_writes_down_what_a_meeting_decided(cast: Cast) -> None:
    thread = a_team(cast)
    a_right(cast.bryn, thread, "DECIDE", say="JOINT")
    form = TYPED | group("evidence", 0, EVIDENCE) | group("advice", 0, ADVISER)
    client, path = browser(cast.bryn), at(cast, f"new/{thread.id}/")
    assert client.post(path, form).status_code == 302
    decision = Decision.objects.get()
    assert (decision.right, decision.pence, decision.minutes) == ("JOINT", 24_000, 720)
    assert (decision.evidence.get().source, decision.advice.get().adviser) == ("Arolwg", "Bethan")
    client.post(path, form)
    assert Decision.objects.count() == 1


def test_one_more_piece_of_evidence_is_asked_for_with_nothing_lost(cast: Cast) -> None:
    thread = a_team(cast)
    a_right(cast.bryn, thread, "DECIDE")
    client, path = browser(cast.bryn), at(cast, f"new/{thread.id}/")
    form = TYPED | group("evidence", 0, EVIDENCE) | {"more_evidence": "on", "title_en": ""}
    text = client.post(path, form).content.decode()
    assert 'name="evidence-1-claim_cy"' in text
    assert "Mae 16 yn unig" in text
    assert "govuk-error-summary" not in text
    form = TYPED | group("evidence", 0, EVIDENCE) | group("evidence", 1, EVIDENCE)
    assert client.post(path, form).status_code == 302
    assert Decision.objects.get().evidence.count() == 2


def test_evidence_that_is_begun_is_asked_for_whole(cast: Cast) -> None:
    thread = a_team(cast)
    a_right(cast.bryn, thread, "DECIDE")
    form = TYPED | {"evidence-0-claim_cy": "Mae 16 yn unig"}
    text = browser(cast.bryn).post(at(cast, f"new/{thread.id}/"), form).content.decode()
    assert "Fill this in too, or empty them all" in text
    assert "Say where it can be read, or what it says" in text
    assert not Decision.objects.exists()


def test_without_a_right_on_the_thread_nothing_is_published(cast: Cast) -> None:
    thread = a_team(cast)
    text = browser(cast.bryn).post(at(cast, f"new/{thread.id}/"), TYPED).content.decode()
    assert "First say on the initiative&#x27;s page what say citizens have in deciding." in text
    assert not Decision.objects.exists()


def test_nobody_claims_a_right_by_writing_it_down(cast: Cast) -> None:
    thread = a_team(cast)
    a_right(cast.bryn, thread, "DECIDE", say="CITIZEN")
    form = TYPED | {"kind": "AUTHORITY", "method": "ALONE", "right": "CITIZEN"}
    browser(cast.bryn).post(at(cast, f"new/{thread.id}/"), form)
    assert Decision.objects.get().right == "INFORMED"
    stewards = TYPED | {"kind": "STEWARDS", "key": str(thread.id)}
    text = browser(cast.bryn).post(at(cast, f"new/{thread.id}/"), stewards).content.decode()
    assert "Only a steward can write down what the stewards decided." in text


@pytest.mark.parametrize("path", ["correct/", "look-back/", "overrule/"])
def test_a_stranger_finds_no_form(cast: Cast, path: str) -> None:
    decision = a_decision(cast, organisation=cast.dafydd.organisation)
    stranger = a_member(cast.hub)
    assert browser(stranger).get(at(cast, f"{decision.id}/{path}")).status_code == 404
    assert browser(stranger).post(at(cast, f"{decision.id}/{path}"), {}).status_code == 404
    assert browser(None).get(at(cast, f"{decision.id}/{path}")).status_code == 302
    assert browser(cast.eira).get(at(cast, f"{decision.id}/{path}")).status_code == 404
    assert browser(stranger).get(at(cast, f"new/{decision.initiative_id}/")).status_code == 404


def test_the_contact_overrules_by_form_and_the_ledger_shows_it(cast: Cast) -> None:
    named(cast)
    decision = a_decision(cast, organisation=cast.dafydd.organisation, pence=1_000_000)
    client, path = browser(cast.dafydd), at(cast, f"{decision.id}/overrule/")
    texts = {name: text for name, text in vars(a_signed()).items() if name != "signed_on"}
    form = texts | days("signed_on", timezone.localdate())
    refused = client.post(path, form | {"reason_en": ""}).content.decode()
    assert "There is no kitchen" not in refused
    assert "Nid oes cegin" in refused
    assert client.post(path, form).status_code == 302
    assert Overruling.objects.get().name == "Dafydd Huws"
    assert "There is no kitchen" in page(cast, None, f"{decision.id}/")
    ledger = page(cast, None, "power/")
    assert "Citizens decided 0 % of £10,000." in ledger
    assert "Dafydd Huws" in ledger
    assert "Overruled" in page(cast, None, "?overruled=yes")


def test_the_ledger_is_there_as_table_and_for_machines(cast: Cast) -> None:
    thread = a_team(cast)
    a_decision(cast, thread, pence=600_000)
    a_decision(cast, thread, right="CONSULTED", pence=400_000)
    assert "Citizens decided 60 % of £10,000." in page(cast, None, "power/")
    table = page(cast, None, "power/file.csv").removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [(row["right"], row["pence"]) for row in rows] == [
        ("CITIZEN", "600000"), ("CONSULTED", "400000"),
    ]  # fmt: skip
    assert len(json.loads(page(cast, None, "power/data.json"))["decisions"]) == 2


def test_a_correction_is_made_by_form_with_what_stood_there(cast: Cast) -> None:
    decision = a_decision(cast, evidence=(an_evidence(),), pence=24_000)
    client, path = browser(cast.bryn), at(cast, f"{decision.id}/correct/")
    text = client.get(path).content.decode()
    assert "16 people eat alone" in text
    form = TYPED | {"because_cy": "Gwall", "because_en": "A mistake", "what_en": "Wednesdays"}
    assert client.post(path, form).status_code == 302
    decision.refresh_from_db()
    assert "Read what holds now" in page(cast, None, f"{decision.id}/")
    assert "A mistake" in page(cast, None, f"{decision.replaced_by_id}/")


def test_what_became_of_it_and_a_second_look_are_public(cast: Cast) -> None:
    decision = a_decision(cast)
    form = {"fate": "DONE", "words_cy": "Do", "words_en": "The pub cooks well"}
    assert browser(cast.bryn).post(at(cast, f"{decision.id}/look-back/"), form).status_code == 302
    assert LookBack.objects.exists()
    gwen = a_member(cast.hub)
    asked = {"words": "Too fast for me", "language": "en"}
    assert browser(gwen).post(at(cast, f"{decision.id}/appeal/"), asked).status_code == 302
    one = DecisionAppeal.objects.get()
    assert "Too fast for me" not in page(cast, None, f"{decision.id}/")
    assert "Too fast for me" in page(cast, cast.carys, f"{decision.id}/")
    path = at(cast, f"appeals/{one.id}/")
    assert browser(gwen).get(path).status_code == 404
    said = {"upheld": "no", "answer_cy": "Na", "answer_en": "It was announced twice"}
    assert browser(cast.carys).post(path, said).status_code == 302
    text = page(cast, None, f"{decision.id}/")
    assert "It was announced twice" in text
    assert "The pub cooks well" in text


def test_an_advice_shows_its_clock_and_its_answer(cast: Cast) -> None:
    decision = a_decision(cast, right="CONSULTED", organisation=cast.dafydd.organisation)
    text = page(cast, None, f"{decision.id}/")
    assert "Who must answer, and by when" in text
    assert "Waiting for an answer" in text


def test_the_file_to_check_holds_the_decision_and_names_no_member(cast: Cast) -> None:
    decision = a_decision(cast, advice=(an_advice(),), organisation=cast.dafydd.organisation)
    after.overrule(who=who(cast.carys), decision_id=decision.id, signed=a_signed())
    response = browser(None).get(at(cast, f"{decision.id}/decision.zip"))
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        readme = archive.read("README.md").decode()
        everything = b"".join(archive.read(name) for name in names).decode()
    assert {"manifest.json", "decision.json", "after.json", "journal.json"} <= names
    assert "Prydau ddwywaith yr wythnos / Meals twice a week" in readme
    for member in (cast.bryn, cast.carys):
        assert member.name not in everything


def test_a_day_that_passed_shows_no_way_to_overrule(cast: Cast) -> None:
    decision = a_decision(cast, organisation=cast.dafydd.organisation)
    words = "Overrule it, with a signed reason"
    assert words in page(cast, cast.carys, f"{decision.id}/")
    Decision.objects.update(clock_on=timezone.localdate() - DAY)
    assert words not in page(cast, cast.carys, f"{decision.id}/")
    texts = {name: text for name, text in vars(a_signed()).items() if name != "signed_on"}
    form = texts | days("signed_on", timezone.localdate())
    text = browser(cast.carys).post(at(cast, f"{decision.id}/overrule/"), form).content.decode()
    assert "The decision stands." in text
    assert not Overruling.objects.exists()
