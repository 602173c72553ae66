"""The pages about paper, as people see them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import time
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from gyda.deliver.actions.signup import sign_up
from gyda.deliver.models import Attendance
from gyda.deliver.models.activity import Place
from gyda.deliver.paper.code import in_groups
from gyda.deliver.paper.forms.many import as_lines
from gyda.deliver.paper.models import Note, NoteBatch, Refusal, StatementChoice
from gyda.deliver.paper.pdf import notes_as_pdf
from gyda.deliver.paper.tests.builders import a_batch, a_note, code_on, handed, on_paper
from gyda.deliver.tests.exchange_builders import an_activity, balance, begun, no_start
from gyda.keys.uuid7 import uuid7
from gyda.people.actions.cards import issue_card
from gyda.people.tests.builders import Cast, a_member, a_person, who
from gyda.people.tests.pages import signed_in, text
from gyda.web.links import hub_path


@pytest.fixture(autouse=True)
def _from_nothing(cast: Cast) -> None:
    no_start(cast)


def at(cast: Cast, name: str, *args: Any, language: str = "en") -> str:
    with override(language):
        return hub_path(cast.hub.slug, f"deliver:{name}", *args)


def page(client: Client, cast: Cast, name: str, *args: Any, **more: Any) -> str:
    return text(client.get(at(cast, name, *args, **more)))


def test_a_connector_prints_and_hands_out_a_batch(cast: Cast) -> None:
    carys = signed_in(cast.carys)
    form = {"minutes": "1:30", "count": "12", "key": str(uuid7())}
    shown = text(carys.post(at(cast, "print_notes"), form, follow=True))
    batch = NoteBatch.objects.get()
    assert "Batch 1" in shown
    assert (batch.minutes, batch.count) == (90, 12)
    hand = {"first": "1", "count": "2", "holder": "Bryn", "source": "ISSUE", "language": "cy"}
    hand |= {"words": "Diolch", "key": str(uuid7())}
    text(carys.post(at(cast, "hand_out_notes", batch.id), hand, follow=True))
    assert on_paper() == 180
    assert "Bryn" in page(carys, cast, "note_batch", batch.id)
    assert "Diolch" in page(carys, cast, "note", Note.objects.get(number=2).id)


def test_the_print_version_shows_what_is_in_the_drawer_in_both_languages(cast: Cast) -> None:
    batch = a_batch(cast, count=3)
    out = handed(cast, batch)[0]
    carys = signed_in(cast.carys)
    shown = page(carys, cast, "note_sheets", batch.id)
    assert 'lang="cy"' in shown
    assert "1\u00a0awr" in shown
    assert "1\u00a0h" in shown
    assert shown.count("data:image/svg+xml") == 2
    assert in_groups(code_on(out)) not in shown
    assert "Bryn" not in shown


def test_notes_as_pdf_carry_their_typeface_and_no_names(cast: Cast) -> None:
    batch = a_batch(cast, count=9, expires_on=timezone.localdate() + datetime.timedelta(days=30))
    response = signed_in(cast.carys).get(at(cast, "notes_pdf", batch.id))
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")
    assert response.content.count(b"/FontFile2") == 2
    assert response.content.count(b"+Gyda") >= 2
    assert response.content.count(b"/Type /Page\n") == 2
    notes = Note.objects.filter(batch=batch)
    assert notes_as_pdf(cast.hub, batch, list(notes)) == response.content


def test_a_member_types_the_code_and_has_the_hours(cast: Cast) -> None:
    note = a_note(cast)
    bryn = signed_in(cast.bryn)
    form = {"code": code_on(note).lower().replace("0", "o"), "key": str(uuid7())}
    shown = text(bryn.post(at(cast, "bring_note"), form, follow=True))
    assert "Note 1 is redeemed: 1\u00a0h are in your account" in shown
    assert balance(cast.bryn) == 60
    form["key"] = str(uuid7())
    again = text(bryn.post(at(cast, "bring_note"), form))
    assert "A note counts once." in again
    assert form["code"] in again
    desk = page(signed_in(cast.carys), cast, "desk")
    assert "Notes that were refused" in desk


def test_the_camera_brings_the_code_along_and_looking_changes_nothing(cast: Cast) -> None:
    note = a_note(cast)
    shown = page(signed_in(cast.bryn), cast, "bring_note_code", code_on(note))
    assert f'value="{code_on(note)}"' in shown
    note.refresh_from_db()
    assert note.state == "OUT"
    asked = Client().get(at(cast, "bring_note_code", code_on(note)))
    assert code_on(note) in asked.url


def test_a_link_without_a_language_leads_to_the_reader_s_own(cast: Cast) -> None:
    path = at(cast, "bring_note_code", "X").removeprefix("/en")
    for language in ("cy", "en"):
        answer = Client().get(path, headers={"accept-language": language})
        assert answer.url == f"/{language}{path}"


def test_someone_without_e_mail_comes_in_with_a_card_and_redeems(cast: Cast) -> None:
    olwen = a_member(cast.hub, "Olwen", person=a_person("Olwen", email=None, language="en"))
    card, pin = issue_card(who=who(cast.carys), member=olwen)
    client, note = Client(), a_note(cast)
    with override("en"):
        door = hub_path(cast.hub.slug, "people:card")
    client.post(door, {"number": card.number, "pin": pin})
    client.post(at(cast, "bring_note"), {"code": code_on(note), "key": str(uuid7())})
    assert balance(olwen) == 60


def test_a_pile_comes_as_text_and_as_a_table(cast: Cast) -> None:
    one, two = (code_on(note) for note in handed(cast, a_batch(cast), count=2))
    table = f"code,name\n{two},Bryn\n".encode("utf-8-sig")
    form = {
        "where": "MEMBERS",
        "lines": f"{one}; Alys\nwrong, Alys",
        "table": SimpleUploadedFile("notes.csv", table),
        "key": str(uuid7()),
    }
    shown = text(signed_in(cast.carys).post(at(cast, "many_notes"), form))
    assert "2 notes redeemed" in shown
    assert "wrong, Alys</textarea>" in shown
    assert (balance(cast.alys), balance(cast.bryn)) == (60, 60)


def test_a_quotation_mark_left_open_swallows_no_line() -> None:
    lines = as_lines('0000 7R8W MD7K EYSS,"Olwen\n0000 7R8W MD7K EYST, Aled\n')
    assert [line.name for line in lines] == ["Olwen", "Aled"]


def test_more_text_than_any_pile_is_refused_kindly(cast: Cast, client: Client) -> None:
    client.force_login(cast.carys.person)
    typed = {"where": "MEMBERS", "key": str(uuid7()), "lines": "A" * 140_000}
    answer = client.post(at(cast, "many_notes"), typed)
    assert answer.context["form"].errors["lines"]


def test_a_professional_takes_notes_at_their_own_place_only(cast: Cast) -> None:
    note, dafydd = a_note(cast), signed_in(cast.dafydd)
    asked = page(dafydd, cast, "many_notes")
    assert "They go to the members" not in asked
    form = {"where": str(cast.dafydd.organisation_id), "lines": code_on(note), "key": str(uuid7())}
    assert "1 note redeemed" in text(dafydd.post(at(cast, "many_notes"), form))
    note.refresh_from_db()
    assert note.organisation_id == cast.dafydd.organisation_id
    assert signed_in(cast.bryn).get(at(cast, "many_notes")).status_code == 404


def test_a_file_that_is_no_text_is_refused_and_the_rest_is_kept(cast: Cast) -> None:
    file = SimpleUploadedFile("notes.csv", b"\xff\xfe\x00\x80")
    form = {"where": "MEMBERS", "lines": "abc, Bryn", "table": file, "key": str(uuid7())}
    shown = text(signed_in(cast.carys).post(at(cast, "many_notes"), form))
    assert "save it as CSV" in shown
    assert "abc, Bryn</textarea>" in shown


def test_a_refusal_is_looked_into_once(cast: Cast) -> None:
    note = a_note(cast)
    bryn, carys = signed_in(cast.bryn), signed_in(cast.carys)
    for _ in range(2):
        bryn.post(at(cast, "bring_note"), {"code": code_on(note), "key": str(uuid7())})
    assert "redeemed before" in page(carys, cast, "refused_notes")
    refusal = Refusal.objects.get()
    carys.post(at(cast, "refusal_seen", refusal.id))
    refusal.refresh_from_db()
    assert refusal.seen_by_id == cast.carys.id
    assert "No note waits" in page(carys, cast, "refused_notes")
    assert "redeemed before" in page(carys, cast, "note", note.id)


def test_a_lost_note_is_ended_from_its_page(cast: Cast) -> None:
    note, carys = a_note(cast), signed_in(cast.carys)
    carys.post(at(cast, "end_note", note.id, "lost"))
    note.refresh_from_db()
    assert note.state == "LOST"
    assert carys.get(at(cast, "end_note", note.id, "burnt")).status_code == 404
    again = text(carys.post(at(cast, "end_note", note.id, "void"), follow=True))
    assert "not in anybody" in again


def test_notes_are_found_by_number(cast: Cast) -> None:
    note, carys = a_note(cast), signed_in(cast.carys)
    assert carys.get(at(cast, "notes") + "?q=1").url == at(cast, "note", note.id)
    assert "no note of this number: 77" in text(carys.get(at(cast, "notes") + "?q=77"))


def test_guesses_are_counted(cast: Cast) -> None:
    bryn, form = signed_in(cast.bryn), {"code": "wrong", "key": str(uuid7())}
    for _ in range(60):
        bryn.post(at(cast, "bring_note"), form)
    assert "too often" in text(bryn.post(at(cast, "bring_note"), form))


def test_a_sheet_has_names_boxes_and_blank_lines_in_both_languages(cast: Cast) -> None:
    activity = an_activity(cast)
    sign_up(who=who(cast.bryn), activity_id=activity.id)
    shown = page(signed_in(cast.carys), cast, "session_sheet", activity.id)
    for words in ("Gweu gyda", "Knitting together", "Enw", "Name", '<th scope="row">Bryn</th>'):
        assert words in shown
    assert shown.count('class="gyda-register__box"') == 9
    big = text(signed_in(cast.carys).get(at(cast, "session_sheet", activity.id) + "?big=1"))
    assert "gyda-register--big" in big
    assert signed_in(cast.dafydd).get(at(cast, "session_sheet", activity.id)).status_code == 404


def typed(activity: Any, **fields: str) -> dict[str, str]:
    row = Attendance.objects.get(activity=activity)
    form = {f"{row.id}-came": "on", f"{row.id}-minutes": "2", f"{row.id}-part": "GIVES"}
    form |= {"blank": "2"}
    for number in range(2):
        form |= {f"extra{number}-minutes": "3", f"extra{number}-part": "GIVES"}
    return form | fields


def test_a_sheet_is_typed_back_in_one_go(cast: Cast) -> None:
    activity = begun(an_activity(cast))
    Attendance.objects.create(activity=activity, member=cast.bryn, state_at=timezone.now())
    form = typed(activity, **{"extra0-member": "Alys"})
    signed_in(cast.carys).post(at(cast, "session_typed", activity.id), form)
    assert (balance(cast.bryn), balance(cast.alys)) == (120, 180)
    again = page(signed_in(cast.carys), cast, "session_typed", activity.id)
    assert "has 2\u00a0h" in again


def test_a_mistake_on_the_sheet_stores_nothing_and_keeps_what_was_typed(cast: Cast) -> None:
    activity = begun(an_activity(cast))
    Attendance.objects.create(activity=activity, member=cast.bryn, state_at=timezone.now())
    form = typed(activity, **{"extra0-member": "Alys", "extra1-member": "Nobody here"})
    shown = text(signed_in(cast.carys).post(at(cast, "session_typed", activity.id), form))
    assert "Nobody of that name or number" in shown
    assert 'value="Alys"' in shown
    assert balance(cast.bryn) == 0


def test_more_lines_keep_what_was_typed_and_check_nothing(cast: Cast) -> None:
    activity = begun(an_activity(cast))
    Attendance.objects.create(activity=activity, member=cast.bryn, state_at=timezone.now())
    form = typed(activity, **{"extra0-member": "Nobody here", "more": "1"})
    shown = text(signed_in(cast.carys).post(at(cast, "session_typed", activity.id), form))
    assert 'name="extra5-member"' in shown
    assert 'value="Nobody here"' in shown
    assert "There is a problem" not in shown
    assert Attendance.objects.get().state == Place.COMING


def test_statements_by_post_are_chosen_on_one_page(cast: Cast) -> None:
    bryn = signed_in(cast.bryn)
    assert "Every month" in page(bryn, cast, "statements_by_post")
    bryn.post(at(cast, "statements_by_post"), {"rhythm": "MONTHLY"})
    assert StatementChoice.objects.get().member_id == cast.bryn.id
    path = at(cast, "statements_of", cast.bryn.id)
    signed_in(cast.carys).post(path, {"rhythm": "QUARTERLY"})
    assert StatementChoice.objects.get().rhythm == "QUARTERLY"
    assert signed_in(cast.dafydd).get(path).status_code == 404


def test_a_key_is_changed_by_a_steward(cast: Cast) -> None:
    a_note(cast)
    signed_in(cast.alys).post(at(cast, "note_key"))
    assert a_batch(cast).key.generation == 2
    assert signed_in(cast.carys).get(at(cast, "note_key")).status_code == 404


def test_what_is_left_of_a_batch_is_voided(cast: Cast) -> None:
    batch = a_batch(cast)
    shown = text(signed_in(cast.carys).post(at(cast, "void_notes", batch.id), follow=True))
    assert "5 notes are void now" in shown


@pytest.mark.slow
def test_a_thousand_notes_are_printed_in_thirty_seconds(cast: Cast) -> None:
    batch = a_batch(cast, count=1000)
    began = time.process_time()
    content = signed_in(cast.carys).get(at(cast, "notes_pdf", batch.id)).content
    assert time.process_time() - began < 30
    assert content.count(b"/Type /Page\n") == 125
