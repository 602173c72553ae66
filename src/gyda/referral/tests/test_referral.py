"""Referral with consent: two minutes for the referrer, and the person decides."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from gyda.journal.models import Entry, Notice
from gyda.keys.personal_data import registered
from gyda.letters.models import Letter
from gyda.people.actions.erasing import erase
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, a_person, an_organisation, who
from gyda.referral.actions.answer import answer_with_code, welcome, write_answer_down
from gyda.referral.actions.refer import expire, remind, take_back
from gyda.referral.errors import (
    AnsweredAlready,
    AskTheHub,
    CodeUnknown,
    ConsentToCome,
    NotYours,
    ReferredAlready,
)
from gyda.referral.models import Referral
from gyda.referral.queries.referrals import made_by, on_the_desk
from gyda.referral.tests.builders import DAY, WHY, a_referral, allow, as_, code_of


def shown_to_dafydd(cast: Cast) -> str:
    page = as_(cast.dafydd).get(f"/en/hubs/{cast.hub.slug}/refer/mine/").content.decode()
    return page.split("<tbody")[1].split("</tbody>")[0] if "<tbody" in page else ""


def test_a_yes_by_code_makes_a_member_who_can_sign_in(cast: Cast) -> None:
    allow(cast)
    made = a_referral(cast)
    letter = Letter.objects.get(kind="referral")
    assert (letter.member, letter.channel, letter.language) == (None, "EMAIL", "cy")
    assert WHY not in letter.body
    answer_with_code(code=code_of(made).lower(), answer="YES")
    made.refresh_from_db()
    member = Member.objects.get(name="Beti")
    assert (made.state, made.member, made.address) == ("JOINED", member, "")
    assert (member.state, member.present_person.email) == ("ACTIVE", "beti@example.org")
    assert member.present_person.language == "cy"
    assert not Letter.objects.filter(kind="referral").exists()
    assert Letter.objects.filter(kind="referral_joined").count() == 2  # Carys and Alys
    assert Letter.objects.get(kind="membership_approved").member == member
    with pytest.raises(CodeUnknown):
        answer_with_code(code="AAAAAAAAAA", answer="YES")


def test_a_no_erases_everything_and_the_referrer_reads_two_words(cast: Cast) -> None:
    allow(cast)
    made = a_referral(cast)
    assert "Waiting" in shown_to_dafydd(cast)
    answer_with_code(code=code_of(made), answer="NO")
    made.refresh_from_db()
    assert (made.state, made.name, made.address, made.words) == ("NO", "", "", "")
    assert not Letter.objects.filter(about_id=made.id).exists()
    assert "Not joined" in shown_to_dafydd(cast)
    assert "Beti" not in shown_to_dafydd(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(id=made.id).update(name="Beti")


def test_one_reminder_at_most_and_none_after_not_now(cast: Cast) -> None:
    allow(cast)
    first, second = a_referral(cast), a_referral(cast, address="cai@example.org", name="Cai")
    answer_with_code(code=code_of(second), answer="NOT_NOW")
    for days in range(28):
        for _twice in range(2):
            remind(hub_id=cast.hub.id, now=timezone.now() + days * DAY)
    assert Letter.objects.filter(kind="referral_reminder").count() == 1
    code_before, code_after = code_of(first), code_of(first, "referral_reminder")
    assert code_before != code_after
    answer_with_code(code=code_before, answer="NOT_NOW")
    answer_with_code(code=code_after, answer="YES")
    answer_with_code(code=code_of(second), answer="YES")


def test_who_does_not_answer_in_the_hubs_time_is_forgotten(cast: Cast) -> None:
    allow(cast, answer_days=10, remind_days=0)
    made, later = a_referral(cast), a_referral(cast, address="cai@example.org")
    code = code_of(made)
    answer_with_code(code=code_of(later), answer="NOT_NOW")
    remind(hub_id=cast.hub.id, now=timezone.now() + 9 * DAY)
    assert not Letter.objects.filter(kind="referral_reminder").exists()
    expire(hub_id=cast.hub.id, now=timezone.now() + 11 * DAY)
    for row in (made, later):
        row.refresh_from_db()
        assert (row.state, row.name, row.address, row.words) == ("EXPIRED", "", "", "")
    assert not Letter.objects.filter(kind="referral").exists()
    with pytest.raises(CodeUnknown):
        answer_with_code(code=code, answer="YES")


def test_of_a_member_already_nothing_leaks_before_they_say_so(cast: Cast) -> None:
    allow(cast)
    there = a_member(cast.hub, person=a_person("Beti", email="beti@example.org"))
    made = a_referral(cast, address="BETI@example.org".lower())
    stranger = a_referral(cast, address="neb@example.org", name="Neb")
    rows = shown_to_dafydd(cast)
    assert rows.count("Waiting") == 2
    assert not Notice.objects.filter(member__in=[cast.dafydd, there]).exists()
    answer_with_code(code=code_of(made), answer="YES")
    answer_with_code(code=code_of(stranger), answer="NO")
    assert Member.objects.filter(name="Beti").get() == there
    assert "Joined" in shown_to_dafydd(cast)


def test_no_referral_brings_back_whom_the_hub_declined_or_who_left_without_their_yes(
    cast: Cast,
) -> None:
    allow(cast)
    gone = a_member(cast.hub, person=a_person("Beti", email="beti@example.org"), state="LEFT")
    refused = a_member(
        cast.hub, person=a_person("Ifan", email="ifan@example.org"), state="DECLINED"
    )
    to_gone = a_referral(cast)
    to_refused = a_referral(cast, name="Ifan", address="ifan@example.org")
    remind(hub_id=cast.hub.id, now=timezone.now() + 15 * DAY)
    with pytest.raises(AskTheHub):  # a connector has said no, and no referral goes round that
        answer_with_code(code=code_of(to_refused), answer="YES")
    for member, state in ((gone, "LEFT"), (refused, "DECLINED")):
        member.refresh_from_db()
        assert member.state == state
    assert shown_to_dafydd(cast).count("Waiting") == 2
    answer_with_code(code=code_of(to_gone), answer="YES")
    gone.refresh_from_db()
    assert gone.is_active


def test_on_the_phone_a_connector_writes_it_down_and_no_address_signs_in_unproven(
    cast: Cast,
) -> None:
    allow(cast)
    made = a_referral(cast, reach="CALL", address="+441632960001")
    assert not Letter.objects.filter(kind="referral").exists()
    with pytest.raises(NotYours):
        write_answer_down(who=who(cast.bryn), referral=made, answer="YES", how="PHONE")
    write_answer_down(who=who(cast.carys), referral=made, answer="YES", how="PHONE")
    made.refresh_from_db()
    assert (made.recorded_by, made.answered_by) == (cast.carys, "PHONE")
    member = Member.objects.get(name="Beti")
    assert (member.present_person.phone, member.present_person.email) == (None, None)
    assert (member.reach, member.contact) == ("CALL", "+441632960001")


def test_by_post_the_letter_has_the_address_and_the_code_brings_in_who_is_offline(
    cast: Cast,
) -> None:
    allow(cast)
    made = a_referral(cast, reach="POST", address="Llwyn Onn\nCwm Du\nSA99 9ZZ")
    letter = Letter.objects.get(kind="referral")
    assert (letter.channel, letter.post) == ("PAPER", "Llwyn Onn\nCwm Du\nSA99 9ZZ")
    answer_with_code(code=code_of(made), answer="YES")
    member = Member.objects.get(name="Beti")
    assert member.is_offline
    assert (member.reach, member.contact) == ("POST", "Llwyn Onn, Cwm Du, SA99 9ZZ")


def test_a_connector_recognises_a_member(cast: Cast) -> None:
    allow(cast)
    made = a_referral(cast, reach="CALL", address="+441632960001")
    write_answer_down(
        who=who(cast.carys), referral=made, answer="YES", how="SPOKEN", known=cast.bryn
    )
    made.refresh_from_db()
    assert made.member == cast.bryn
    assert not Member.objects.filter(name="Beti").exists()


def test_when_they_are_welcomed_the_reason_goes(cast: Cast) -> None:
    allow(cast)
    made = a_referral(cast)
    answer_with_code(code=code_of(made), answer="YES")
    assert on_the_desk().get().words == WHY
    welcome(who=who(cast.carys), referral=made)
    made.refresh_from_db()
    assert made.words == ""
    assert not on_the_desk().exists()
    with pytest.raises(AnsweredAlready):
        welcome(who=who(cast.carys), referral=made)


def test_only_who_may_refer_finds_the_page_and_sees_their_own_only(cast: Cast) -> None:
    path = f"/en/hubs/{cast.hub.slug}/refer/"
    assert as_(cast.dafydd).get(path).status_code == 404  # the hub has not said so yet
    allow(cast)
    other = a_member(cast.hub, "Gwilym", organisation=an_organisation(cast.hub, "Tai Gwyn"))
    assert [as_(one).get(path).status_code for one in (cast.dafydd, other, cast.bryn)] == [
        *(200, 404, 404)
    ]
    made = a_referral(cast)
    colleague = a_member(cast.hub, "Heledd", organisation=cast.dafydd.organisation)
    assert not made_by(colleague).exists()
    back = f"{path}{made.id}/take-back/"
    assert as_(colleague).post(back).status_code == 404
    with pytest.raises(NotYours):
        take_back(who=who(colleague), referral=made)
    assert as_(cast.dafydd).post(back).status_code == 302
    made.refresh_from_db()
    assert (made.state, made.name) == ("TAKEN_BACK", "")


def test_the_whole_of_it_by_the_pages(cast: Cast) -> None:
    allow(cast)
    today = timezone.localdate()
    typed = {
        "name": "Beti", "reach": "SMS", "address": "07700 900 123", "language": "cy", "words": WHY,
        "words_language": "cy", "consent_how": "PAPER", "consent_on_day": today.day,
        "consent_on_month": today.month, "consent_on_year": today.year,
    }  # fmt: skip
    path = f"/cy/hubs/{cast.hub.slug}/"
    wrong = as_(cast.dafydd).post(f"{path}refer/", typed | {"address": "dim rhif"})
    assert (wrong.status_code, b"govuk-error-message" in wrong.content) == (200, True)
    assert as_(cast.dafydd).post(f"{path}refer/", typed).status_code == 302
    made = Referral.objects.get()
    code = code_of(made)
    page = Client().get(f"{path}referral/{code}/").content.decode()
    assert "Dafydd" in page
    assert "tŷ yn dawel" in page
    sent = Client().post(f"{path}referral/{code}/", {"answer": "YES"})
    assert sent.status_code == 200
    assert Member.objects.get(name="Beti").present_person.phone == "+447700900123"
    assert Client().get(f"{path}referral/{code}/").content.decode().count("Beti") == 0


def test_slips_are_told(cast: Cast) -> None:
    allow(cast)
    with pytest.raises(ConsentToCome):
        a_referral(cast, consent_on=timezone.localdate() + DAY)
    a_referral(cast)
    with pytest.raises(ReferredAlready):
        a_referral(cast)


def test_the_journal_holds_numbers_and_codes_and_nobody_gets_a_notice(cast: Cast) -> None:
    allow(cast)
    made = a_referral(cast)
    answer_with_code(code=code_of(made), answer="YES")
    entries = Entry.objects.filter(about_id=made.id).order_by("id")
    assert [(one.verb, one.data) for one in entries] == [
        ("referral.made", {"number": 1}),
        ("referral.answered", {"answer": "YES"}),
    ]
    assert not Notice.objects.filter(entry__in=entries).exists()


def test_what_is_held_is_handed_over_and_goes_with_the_member(cast: Cast) -> None:
    allow(cast)
    made = a_referral(cast)
    answer_with_code(code=code_of(made), answer="YES")
    member = Member.objects.select_related("person").get(name="Beti")
    holding = registered()[Referral]
    assert holding.export(member)[0]["words"] == WHY
    of_referrer = holding.export(cast.dafydd)
    assert "Beti" not in str(of_referrer)
    assert "JOINED" not in str(of_referrer)
    erase(who=who(member))
    made.refresh_from_db()
    assert (made.name, made.words) == ("", "")
