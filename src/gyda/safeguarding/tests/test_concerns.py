"""Concerns: told by anyone, strictly for the leads, with a clock, and never deleted."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import json

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from gyda.journal.models import Entry, Notice
from gyda.keys.personal_data import registered
from gyda.letters.models import Letter
from gyda.people.actions.erasing import erase
from gyda.people.models import Member
from gyda.people.models.member import Role
from gyda.people.tests.builders import Cast, a_member, who
from gyda.safeguarding.actions import concerns as actions
from gyda.safeguarding.actions.leads import name_lead, relieve_lead
from gyda.safeguarding.errors import (
    AnotherNamesYou,
    AnswerFirst,
    LastLead,
    NobodyLeftToRead,
    NotYours,
)
from gyda.safeguarding.models import Concern, ConcernStep, Lead, NeverDeleted
from gyda.safeguarding.queries.concerns import clock, concerns_for
from gyda.safeguarding.tests.builders import DAY, SECRET, a_concern

HOUR = datetime.timedelta(hours=1)
BACKEND = "gyda.people.backend.PersonBackend"


@pytest.fixture
def led(cast: Cast) -> Cast:
    """The hub has named Carys and Dafydd; Alys, the steward, is no lead then."""
    for member in (cast.carys, cast.dafydd):
        name_lead(who=who(cast.alys), member=member)
    return cast


def page(cast: Cast, member: Member | None, path: str, **data: str) -> tuple[int, str]:
    client = Client()
    if member is not None:
        client.force_login(member.present_person, backend=BACKEND)
    address = f"/en/hubs/{cast.hub.slug}/{path}"
    response = client.post(address, data) if data else client.get(address)
    return response.status_code, response.content.decode()


def test_anyone_tells_without_signing_in_and_reads_the_answer_with_a_code(led: Cast) -> None:
    status, told = page(
        led, None, "safeguarding/report/", about="PLACE", about_words="Y neuadd",
        words=SECRET, language="cy",
    )  # fmt: skip
    assert status == 200
    code = told.split('translate="no">')[1].split("<")[0]
    concern = Concern.objects.get()
    assert (concern.told_by, concern.about_words) == (None, "Y neuadd")
    actions.answer(who=who(led.carys), concern=concern, words="Diolch i chi", language="cy")
    actions.add_note(who=who(led.carys), concern=concern, words="Nodyn cudd", language="cy")
    _status, answer = page(led, None, "safeguarding/answer/", code=code.lower())
    assert "Diolch i chi" in answer
    assert "Nodyn cudd" not in answer
    assert SECRET not in page(led, None, "safeguarding/answer/", code="AAAAA-AAAAA")[1]


def test_only_the_leads_find_anything(led: Cast) -> None:
    concern, _code = a_concern(led.bryn)
    paths = ("safeguarding/concerns/", f"safeguarding/concerns/{concern.id}/")
    for path in paths:
        assert [page(led, one, path)[0] for one in (led.carys, led.dafydd)] == [200, 200]
        assert [page(led, one, path)[0] for one in (led.alys, led.bryn, led.eira)] == [404] * 3
        assert page(led, None, path)[0] == 302
    for kind in ("answer", "note", "close", "reopen"):
        path = f"safeguarding/concerns/{concern.id}/{kind}/"
        assert page(led, led.alys, path, words="x", language="cy")[0] == 404
    relieve_lead(who=who(led.alys), lead=Lead.objects.get(member=led.dafydd))
    assert page(led, led.dafydd, paths[1])[0] == 404


def test_no_steward_opens_the_concerns_to_themselves(led: Cast) -> None:
    a_concern(led.bryn)
    second = a_member(led.hub, "Ffion", role=Role.STEWARD)
    with pytest.raises(AnotherNamesYou):
        name_lead(who=who(led.alys), member=led.alys)
    relieve_lead(who=who(led.alys), lead=Lead.objects.get(member=led.dafydd))
    with pytest.raises(LastLead):
        relieve_lead(who=who(led.alys), lead=Lead.objects.get(member=led.carys))
    assert page(led, led.alys, "safeguarding/concerns/")[0] == 404
    name_lead(who=who(second), member=led.alys)
    assert page(led, led.alys, "safeguarding/concerns/")[0] == 200


def test_the_person_it_is_about_sees_nothing_even_as_a_lead(led: Cast) -> None:
    concern, _code = a_concern(led.bryn, about_member=led.dafydd)
    assert page(led, led.dafydd, f"safeguarding/concerns/{concern.id}/")[0] == 404
    assert not concerns_for(led.dafydd).exists()
    assert not Letter.objects.filter(member=led.dafydd, kind="concern_received").exists()
    assert not Notice.objects.filter(member=led.dafydd, entry__verb__startswith="concern").exists()
    with pytest.raises(NotYours):
        actions.answer(who=who(led.dafydd), concern=concern, words="x", language="cy")
    everything = [row for one in registered().values() for row in one.export(led.dafydd)]
    assert SECRET not in json.dumps(everything, default=str)
    assert str(concern.id) not in json.dumps(everything, default=str)


def test_the_teller_keeps_it_from_one_of_them_but_not_from_all(led: Cast) -> None:
    concern, _code = a_concern(withheld=[led.carys.id])
    assert list(concerns_for(led.carys)) == []
    assert list(concerns_for(led.dafydd)) == [concern]
    with pytest.raises(NobodyLeftToRead):
        a_concern(withheld=[led.carys.id, led.dafydd.id])
    with pytest.raises(NobodyLeftToRead):
        a_concern(withheld=[led.carys.id], about_member=led.dafydd)


def test_the_journal_and_the_letters_hold_no_word_of_it_and_no_teller(led: Cast) -> None:
    concern, _code = a_concern(led.bryn, about_member=led.dafydd)
    actions.note_reading(who=who(led.carys), concern=concern)
    actions.add_note(who=who(led.carys), concern=concern, words=SECRET, language="cy")
    actions.answer(who=who(led.carys), concern=concern, words=SECRET, language="cy")
    actions.close(who=who(led.carys), concern=concern)
    entries = Entry.objects.filter(about_id=concern.id)
    assert {entry.verb for entry in entries} == {
        *("concern.received", "concern.read", "concern.noted"),
        *("concern.answered", "concern.closed"),
    }
    assert all(entry.data == {} and entry.actor_id != led.bryn.id for entry in entries)
    assert not Letter.objects.filter(body__contains=SECRET).exists()
    assert not Letter.objects.filter(body__contains="Bryn", kind__startswith="concern").exists()


def test_a_concern_is_never_deleted(led: Cast) -> None:
    concern, _code = a_concern(led.bryn)
    for rows in (Concern.objects.all(), ConcernStep.objects.filter(concern=concern)):
        with pytest.raises(NeverDeleted):
            rows.delete()
    with pytest.raises(NeverDeleted):
        concern.delete()
    table = Concern._meta.db_table
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")  # noqa: S608
        connection.check_constraints()
    erase(who=who(led.bryn))
    assert Concern.objects.get().words == SECRET


def test_it_is_due_in_one_working_day_and_stewards_see_that_it_is_late(led: Cast) -> None:
    friday = timezone.make_aware(datetime.datetime(2026, 12, 24, 15))
    concern, _code = a_concern(led.bryn, now=friday)
    assert timezone.localtime(concern.due_at).isoformat()[:16] == "2026-12-29T15:00"
    actions.tell_overdue(hub_id=led.hub.id, now=concern.due_at - HOUR)
    assert not Letter.objects.filter(kind="concern_overdue").exists()
    for _twice in range(2):
        actions.tell_overdue(hub_id=led.hub.id, now=concern.due_at + HOUR)
    told = Letter.objects.filter(kind="concern_overdue").values_list("member__name", flat=True)
    assert sorted(told) == ["Alys", "Carys", "Dafydd"]
    found = clock(concern.due_at + HOUR)
    assert (found.waiting, found.overdue) == (1, 1)
    Concern.objects.filter(id=concern.id).update(
        received_at=friday - 999 * DAY, due_at=friday - 900 * DAY
    )
    _status, seen = page(led, led.alys, "safeguarding/")
    assert "waits longer than a working day" in seen
    assert SECRET not in seen
    assert "longer than a working day" not in page(led, led.bryn, "safeguarding/")[1]


def test_an_answer_comes_before_it_is_closed_and_it_can_be_taken_up_again(led: Cast) -> None:
    concern, _code = a_concern(led.bryn)
    with pytest.raises(AnswerFirst):
        actions.close(who=who(led.carys), concern=concern)
    actions.answer(who=who(led.carys), concern=concern, words="Diolch", language="cy")
    assert Letter.objects.filter(member=led.bryn, kind="concern_answered").exists()
    concern.refresh_from_db()
    actions.close(who=who(led.carys), concern=concern)
    concern.refresh_from_db()
    actions.reopen(who=who(led.dafydd), concern=concern)
    kinds = ConcernStep.objects.order_by("id").values_list("kind", flat=True)
    assert list(kinds) == ["RECEIVED", "ANSWER", "CLOSED", "REOPENED"]


def test_a_member_may_leave_their_name_out_and_reads_the_rest_on_their_page(led: Cast) -> None:
    words = {"about": "OTHER", "words": SECRET, "language": "cy"}
    page(led, led.bryn, "safeguarding/report/", **words, nameless="on")
    assert Concern.objects.get().told_by is None
    assert SECRET not in page(led, led.bryn, "safeguarding/told/")[1]
    page(led, led.bryn, f"safeguarding/report/?member={led.carys.id}", words=SECRET, language="cy")
    assert Concern.objects.get(told_by=led.bryn).about_member == led.carys
    assert SECRET in page(led, led.bryn, "safeguarding/told/")[1]
    assert SECRET not in page(led, led.alys, "safeguarding/told/")[1]


def test_as_long_as_nobody_is_named_stewards_hear_it(cast: Cast) -> None:
    concern, _code = a_concern(cast.bryn)
    assert page(cast, cast.alys, f"safeguarding/concerns/{concern.id}/")[0] == 200
    assert page(cast, cast.carys, f"safeguarding/concerns/{concern.id}/")[0] == 404
