"""Open letters: each signs once, what is not confirmed does not count, an answer is owed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import threading

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from gyda.answers.actions.answering import answer
from gyda.answers.models import Question
from gyda.answers.tests.builders import a_no
from gyda.initiatives.models import Moment
from gyda.initiatives.tests.builders import a_team
from gyda.keys.context import in_hub
from gyda.letters.models import Letter
from gyda.need.open_letters import errors, queries
from gyda.need.open_letters.actions import signing, writing
from gyda.need.open_letters.actions.clock import forget
from gyda.need.open_letters.models import Kind, OpenLetter, Signature, Standing
from gyda.need.tests.letter_builders import (
    a_letter,
    asked,
    code_of,
    open_to_all,
    signed_by_email,
    words,
)
from gyda.people.actions.cards import issue_card
from gyda.people.actions.erasing import erase
from gyda.people.tests.builders import Cast, a_cast, a_member, an_organisation, who

DAY = datetime.timedelta(days=1)


def counts(letter: OpenLetter) -> tuple[int, int]:
    letter.refresh_from_db()
    return letter.persons, letter.organisations


def test_a_member_signs_at_once_and_a_second_time_is_refused(cast: Cast) -> None:
    letter = a_letter(cast.bryn)
    signing.sign(who=who(cast.dafydd), letter_id=letter.id)
    with pytest.raises(errors.SignedAlready):
        signing.sign(who=who(cast.dafydd), letter_id=letter.id, is_public=True)
    assert counts(letter) == (1, 0)
    assert Signature.objects.get().name == ""


def test_people_and_organisations_are_counted_apart(cast: Cast) -> None:
    letter = a_letter(cast.bryn)
    for kind in Kind:
        signing.sign(who=who(cast.dafydd), letter_id=letter.id, kind=kind)
    other = a_member(cast.hub, organisation=cast.dafydd.organisation)
    with pytest.raises(errors.SignedAlready):
        signing.sign(who=who(other), letter_id=letter.id, kind=Kind.ORGANISATION)
    with pytest.raises(errors.ForNoOrganisation):
        signing.sign(who=who(cast.bryn), letter_id=letter.id, kind=Kind.ORGANISATION)
    assert counts(letter) == (1, 1)


def test_from_outside_only_where_the_hub_allows_it(cast: Cast) -> None:
    letter = a_letter(cast.bryn)
    with pytest.raises(errors.MembersOnly):
        signing.ask_to_sign(letter_id=letter.id, asked=asked(1))
    open_to_all(cast)
    assert signing.ask_to_sign(letter_id=letter.id, asked=asked(1))


def test_what_is_not_confirmed_does_not_count_and_is_forgotten(cast: Cast) -> None:
    open_to_all(cast)
    letter = a_letter(cast.bryn)
    waits = signing.ask_to_sign(letter_id=letter.id, asked=asked(1))
    assert waits
    code = code_of(waits)
    assert counts(letter) == (0, 0)
    later = timezone.now() + 15 * DAY
    with pytest.raises(errors.CodeUnknown):
        signing.confirm(code=code, now=later)
    forget(hub_id=cast.hub.id, now=later)
    assert not Signature.objects.exists()
    assert not Letter.objects.filter(about_id=waits.id).exists()


def test_a_confirmed_signature_keeps_no_address_and_no_name_without_consent(cast: Cast) -> None:
    open_to_all(cast)
    letter = a_letter(cast.bryn)
    plain = signed_by_email(letter, 1)
    shown = signed_by_email(letter, 2, is_public=True, hears=True)
    assert (plain.name, plain.email) == ("", "")
    assert (shown.name, shown.email) == ("Person 2", "person2@pobl.example")
    assert [row.name for row in queries.public_signatures(letter)] == ["Person 2"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Signature.objects.filter(id=plain.id).update(name="Person 1")


@pytest.mark.parametrize("again", ["PERSON1@pobl.example", "person1+more@pobl.example"])
def test_the_same_address_never_counts_twice_and_only_its_owner_is_told(
    cast: Cast, again: str
) -> None:
    open_to_all(cast)
    letter = a_letter(cast.bryn)
    signed_by_email(letter, 1)
    assert signing.ask_to_sign(letter_id=letter.id, asked=asked(9, email=again)) is None
    assert counts(letter) == (1, 0)
    assert Letter.objects.get(kind="letter_signed_already").address == again


def test_asking_again_sends_a_new_code_and_the_old_one_is_void(cast: Cast) -> None:
    open_to_all(cast)
    letter = a_letter(cast.bryn)
    first = signing.ask_to_sign(letter_id=letter.id, asked=asked(1))
    assert first
    old = code_of(first)
    second = signing.ask_to_sign(letter_id=letter.id, asked=asked(1))
    assert second
    with pytest.raises(errors.CodeUnknown):
        signing.confirm(code=old)
    code = code_of(second)
    for _ in range(2):
        signing.confirm(code=code)
    assert counts(letter) == (1, 0)


def test_a_member_does_not_sign_once_more_from_outside(cast: Cast) -> None:
    open_to_all(cast)
    letter = a_letter(cast.bryn)
    email = cast.dafydd.present_person.email
    waits = signing.ask_to_sign(letter_id=letter.id, asked=asked(1, email=email))
    assert waits
    code = code_of(waits)
    signing.sign(who=who(cast.dafydd), letter_id=letter.id)
    with pytest.raises(errors.CodeUnknown):
        signing.confirm(code=code)
    assert signing.ask_to_sign(letter_id=letter.id, asked=asked(1, email=email)) is None
    assert counts(letter) == (1, 0)


def test_a_sheet_asks_about_names_that_may_have_signed_and_counts_nobody_twice(
    cast: Cast,
) -> None:
    open_to_all(cast)
    letter, olwen = a_letter(cast.bryn), a_member(cast.hub, "Olwen Prys")
    card, _pin = issue_card(who=who(cast.carys), member=olwen)
    signed_by_email(letter, 1, is_public=True)
    lines = f"{card.number}\nPerson 1, SA10 8PB\nHuw Ellis, SA10 8PB\nhuw ellis, SA108PB"
    carys = who(cast.carys)
    asked_first = signing.type_sheet(who=carys, letter_id=letter.id, lines=lines)
    assert asked_first.doubtful == ("Person 1",)
    lines = lines.replace("Person 1, SA10 8PB\n", "")
    typed = signing.type_sheet(who=carys, letter_id=letter.id, lines=lines)
    assert (typed.counted, typed.again, counts(letter)) == (2, 1, (3, 0))
    with pytest.raises(errors.SignedAlready):
        signing.sign(who=who(olwen), letter_id=letter.id)
    with pytest.raises(errors.NotYourLetter):
        signing.type_sheet(who=who(cast.bryn), letter_id=letter.id, lines=lines)


def test_a_signature_is_taken_back_by_its_owner_until_the_letter_is_delivered(cast: Cast) -> None:
    open_to_all(cast)
    letter = a_letter(cast.bryn)
    waits = signing.ask_to_sign(letter_id=letter.id, asked=asked(1))
    assert waits
    code = code_of(waits)
    signing.confirm(code=code)
    signing.sign(who=who(cast.dafydd), letter_id=letter.id)
    signing.take_back_by_code(code=code)
    signing.take_back(who=who(cast.dafydd), letter_id=letter.id)
    assert counts(letter) == (0, 0)
    with pytest.raises(errors.NobodySigned):
        deliver(cast, letter)
    signing.sign(who=who(cast.dafydd), letter_id=letter.id)
    deliver(cast, letter)
    with pytest.raises(errors.NoLongerSigning):
        signing.take_back(who=who(cast.dafydd), letter_id=letter.id)


def deliver(cast: Cast, letter: OpenLetter) -> OpenLetter:
    today = timezone.localdate()
    return writing.deliver(
        who=who(cast.bryn), letter_id=letter.id, delivered_on=today, delivered_to="Cadeirydd"
    )


def test_a_letter_is_to_someone_and_delivered_on_a_day_that_has_come(cast: Cast) -> None:
    with pytest.raises(errors.WhoGetsIt):
        a_letter(cast.bryn, words={"recipient_en": ""})
    letter = a_letter(cast.bryn)
    signing.sign(who=who(cast.bryn), letter_id=letter.id)
    with pytest.raises(errors.DayToCome):
        writing.deliver(
            who=who(cast.bryn), letter_id=letter.id, delivered_to="x",
            delivered_on=timezone.localdate() + DAY,
        )  # fmt: skip
    with pytest.raises(errors.NotYourLetter):
        writing.deliver(
            who=who(cast.dafydd), letter_id=letter.id, delivered_to="x",
            delivered_on=timezone.localdate(),
        )  # fmt: skip


def test_words_that_others_signed_stay_as_they_are(cast: Cast) -> None:
    letter = a_letter(cast.bryn)
    signing.sign(who=who(cast.bryn), letter_id=letter.id)
    writing.change(who=who(cast.bryn), letter_id=letter.id, words=words(title_en="Keep it"))
    signing.sign(who=who(cast.dafydd), letter_id=letter.id)
    with pytest.raises(errors.OthersSigned):
        writing.change(who=who(cast.bryn), letter_id=letter.id, words=words())


def test_a_delivered_letter_is_owed_an_answer_and_everyone_who_signed_gets_it(cast: Cast) -> None:
    open_to_all(cast)
    team = a_team(cast)
    practice = cast.dafydd.organisation
    to = {"organisation": practice, "recipient_cy": "", "recipient_en": ""}
    letter = a_letter(cast.bryn, initiative=team, words=to)
    gwen = a_member(cast.hub, "Gwen")
    signing.sign(who=who(gwen), letter_id=letter.id)
    signed_by_email(letter, 1, hears=True)
    signed_by_email(letter, 2)
    deliver(cast, letter)
    question = Question.objects.get()
    assert (question.kind, question.organisation_id) == ("need.letter", practice.id)  # type: ignore[union-attr]
    assert Moment.objects.filter(initiative=team, entry__verb="letter.delivered").exists()
    answer(who=who(cast.carys), question_id=question.id, reply=a_no())
    told = Letter.objects.filter(kind="answer_given").values_list("member_id", flat=True)
    assert set(told) == {cast.bryn.id, gwen.id}
    outside = Letter.objects.filter(kind="letter_answered").values_list("address", flat=True)
    assert list(outside) == ["person1@pobl.example"]
    assert OpenLetter.objects.get().standing == Standing.DELIVERED


def test_who_is_erased_leaves_letters_without_a_name_and_takes_the_signature_along(
    cast: Cast,
) -> None:
    letter = a_letter(cast.bryn)
    for member in (cast.bryn, cast.dafydd):
        signing.sign(who=who(member), letter_id=letter.id, is_public=True)
    signing.sign(who=who(cast.dafydd), letter_id=letter.id, kind=Kind.ORGANISATION)
    for member in (cast.bryn, cast.dafydd):
        erase(who=who(member))
    assert counts(letter) == (0, 1)
    assert (letter.author_id, letter.title_en) == (None, "Keep the clinic open")


def test_story_i_of_263_signatures_250_count_and_31_organisations(cast: Cast) -> None:
    """By e-mail, signed in, on paper; seven never confirm, six sign a second time."""
    open_to_all(cast)
    letter = a_letter(cast.bryn)
    tries = 0
    for number in range(40):
        signed_by_email(letter, number, is_public=number % 2 == 0)
        tries += 1
    for number in range(100, 107):
        signing.ask_to_sign(letter_id=letter.id, asked=asked(number))
        tries += 1
    for number in range(6):
        assert signing.ask_to_sign(letter_id=letter.id, asked=asked(number)) is None
        tries += 1
    for _member in range(20):
        signing.sign(who=who(a_member(cast.hub)), letter_id=letter.id)
        tries += 1
    sheet = "\n".join(f"Enw {number}, SA10 8PB" for number in range(190))
    tries += signing.type_sheet(who=who(cast.carys), letter_id=letter.id, lines=sheet).counted
    for number in range(31):
        body = an_organisation(cast.hub, f"Corff {number}")
        speaker = a_member(cast.hub, organisation=body)
        signing.sign(who=who(speaker), letter_id=letter.id, kind=Kind.ORGANISATION)
    assert tries == 263
    assert counts(letter) == (250, 31)
    later = timezone.now() + 15 * DAY
    forget(hub_id=cast.hub.id, now=later)
    assert Signature.objects.count() == 281
    deliver(cast, letter)
    assert Question.objects.get().due_on > timezone.localdate()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_sixteen_signatures_of_one_person_at_once_are_one() -> None:
    cast = a_cast()
    with in_hub(cast.hub.id):
        letter = a_letter(cast.bryn)
    refused = []

    def press() -> None:
        with in_hub(cast.hub.id):
            try:
                signing.sign(who=who(cast.dafydd), letter_id=letter.id)
            except errors.SignedAlready:
                refused.append(1)
        connection.close()

    threads = [threading.Thread(target=press) for _ in range(16)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    with in_hub(cast.hub.id):
        assert (counts(letter), Signature.objects.count(), len(refused)) == ((1, 0), 1, 15)
