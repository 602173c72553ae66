"""Story I, its first half: an open letter that 250 sign, an answer that is late, an idea refused.

Its second half, the rules, is in `test_criteria`.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.utils import timezone
from django.utils.translation import ngettext, override

from gyda.answers.actions.clock import look_after as answers_clock
from gyda.answers.actions.setup import name_contact
from gyda.answers.models import Question
from gyda.keys.context import in_hub
from gyda.letters.models import Letter
from gyda.need.ideas.actions.cut import look_after as ideas_clock
from gyda.need.ideas.models import Idea
from gyda.need.open_letters.actions.signing import ask_to_sign
from gyda.need.open_letters.models import Kind, OpenLetter, Signature
from gyda.need.tests.idea_builders import supported
from gyda.need.tests.letter_builders import asked, code_of, open_to_all, signed_by_email
from gyda.people.tests.builders import Cast, a_cast, who
from tests.journeys.conftest import Bring
from tests.journeys.hands import Someone

CONFIRMED, ORGANISATIONS, UNCONFIRMED, TWICE = 250, 31, 6, 7  # 263 of people asked to sign
BY_HAND = 2  # Ann by e-mail and Bryn as a member
REASON = {"cy": "Nid oes arian", "en": "There is no money"}
SUPPORTERS = 6


@pytest.fixture
def cast(db: None) -> Cast:
    made = a_cast()
    with in_hub(made.hub.id):
        open_to_all(made)
        body = made.dafydd.organisation
        assert body
        name_contact(who=who(made.alys), organisation=body, member=made.dafydd)
    return made


@pytest.mark.parametrize("language", ["cy", "en"])
def test_an_open_letter_is_answered_late_and_an_idea_with_a_reason(
    bring: Bring, cast: Cast, language: str
) -> None:
    bryn = bring(cast.bryn, language=language, js=False, width=320)
    reader = bring(language=language, js=False)
    dafydd = bring(cast.dafydd, language=language, js=False)
    page = a_letter_is_opened(bryn, cast)
    ann_signs_twice_and_counts_once(reader, cast, page)
    many_sign(cast)
    bryn.go(page)
    bryn.follow("Sign the letter")
    sends(bryn)
    reads_how_many_signed(reader, page)
    it_is_delivered_and_the_answer_is_late(bryn, reader, cast, page)
    the_answer_comes(dafydd, reader, cast, page)
    idea = an_idea_is_weighed(bryn, dafydd, cast)
    steward = bring(cast.alys, language=language, js=False)
    it_is_refused_with_a_reason(steward, reader, cast, idea)


def at(cast: Cast, path: str) -> str:
    return f"hubs/{cast.hub.slug}/{path}"


def a_letter_is_opened(bryn: Someone, cast: Cast) -> str:
    """Both languages at once; its address is the letter's."""
    bryn.go(at(cast, "open-letters/"))
    bryn.follow("Write an open letter")
    bryn.fill("Title in Welsh", "Pwy sy'n cael tocyn bws")
    bryn.fill("Title in English", "Who gets a bus pass")
    bryn.fill("The letter in Welsh", "Ysgrifennwch y rheolau gyda ni.")
    bryn.fill("The letter in English", "Write the rules with us.")
    bryn.mark("Cymraeg")
    bryn.choose("Translated by a person")
    body = cast.dafydd.organisation
    assert body
    bryn.pick(
        "Which organisation gets it?", body.name_cy if bryn.language == "cy" else body.name_en
    )
    bryn.press("Open it for signatures")
    bryn.see("The letter is open for signatures. Sign it too.")
    with in_hub(cast.hub.id):
        return at(cast, f"open-letters/{OpenLetter.objects.get().id}/")


def ann_signs_twice_and_counts_once(ann: Someone, cast: Cast, page: str) -> None:
    """By e-mail, and once more in capitals: the page says the same, and nothing is counted."""
    for address in ("ann@pobl.example", "ANN@pobl.example"):
        ann.go(page)
        ann.follow("Sign the letter")
        ann.fill("Your name, or that of the organisation", "Ann Dderwen")
        ann.fill("Your e-mail address", address)
        ann.press("Send me the code")
        ann.see("Look into your e-mail: your signature counts once you have confirmed it.")
        with in_hub(cast.hub.id):
            waiting = Signature.objects.waiting().first()
            code = code_of(waiting) if waiting else ""
        if code:
            ann.go(at(cast, f"open-letters/confirm/{code}/"))
            ann.press("Confirm it")
            ann.see("Thank you: your signature counts.")
    with in_hub(cast.hub.id):
        assert Letter.objects.filter(kind="letter_signed_already").count() == 1


def many_sign(cast: Cast) -> None:
    """The others, through the same actions."""
    with in_hub(cast.hub.id):
        letter = OpenLetter.objects.get()
        for number in range(CONFIRMED - BY_HAND):
            signed_by_email(letter, number)
        for number in range(ORGANISATIONS):
            email = f"swyddfa{number}@corff.example"
            body = {"kind": Kind.ORGANISATION, "name": f"Corff {number}", "authority": True}
            signed_by_email(letter, number, email=email, **body)
        for number in range(UNCONFIRMED):
            assert ask_to_sign(letter_id=letter.id, asked=asked(1000 + number))
        for number in range(TWICE - 1):  # Ann was the first
            assert ask_to_sign(letter_id=letter.id, asked=asked(number)) is None


def reads_how_many_signed(reader: Someone, page: str) -> None:
    reader.go(page)
    with override(reader.language):
        people = ngettext("%(n)s person", "%(n)s people", CONFIRMED) % {"n": CONFIRMED}
        bodies = ngettext("%(n)s organisation", "%(n)s organisations", ORGANISATIONS)
    reader.read(people, bodies % {"n": ORGANISATIONS})


def it_is_delivered_and_the_answer_is_late(
    bryn: Someone, reader: Someone, cast: Cast, page: str
) -> None:
    """The day by which an answer is owed is public; three days after it so is that it is late."""
    bryn.go(page)
    bryn.follow("Note that it was delivered")
    bryn.on_day("delivered_on", timezone.localdate())
    bryn.fill("To whom?", "Rheolwr")
    bryn.press("Note it")
    reader.go(page)
    reader.see("An answer is owed by:")
    reader.miss(reader.say("Sign the letter"))
    with in_hub(cast.hub.id):
        late = timezone.localdate() - datetime.timedelta(days=3)
        Question.objects.update(due_on=late)
        answers_clock(hub_id=cast.hub.id, now=timezone.now())
    reader.follow("The answer, step by step")
    with override(reader.language):
        words = ngettext(
            "The answer is %(days)s day late.", "The answer is %(days)s days late.", 3
        ) % {"days": 3}
    reader.read(words)


def sends(someone: Someone) -> None:
    """Press the one button of the form, whose word others begin with too."""
    with someone.page.expect_navigation():
        someone.page.locator("main form button").first.click()


def answers_no(someone: Someone) -> None:
    """No needs a reason, in both languages: what was chosen stays."""
    with someone.page.expect_navigation():
        someone.page.locator("main a.govuk-button").first.click()
    someone.choose("No")
    someone.press("Publish the answer")
    someone.fill("Why not, or why not all of it? In Welsh", REASON["cy"])
    someone.fill("Why not, or why not all of it? In English", REASON["en"])
    someone.press("Publish the answer")


def the_answer_comes(dafydd: Someone, reader: Someone, cast: Cast, page: str) -> None:
    dafydd.go(page)
    dafydd.follow("The answer, step by step")
    answers_no(dafydd)
    reader.go(page)
    reader.follow("The answer, step by step")
    reader.read(REASON[reader.language])


def an_idea_is_weighed(bryn: Someone, dafydd: Someone, cast: Cast) -> str:
    """A point for it, a point against it, six who support it; the month's cut puts it forward."""
    bryn.go(at(cast, "ideas/new/"))
    bryn.fill("Your idea in a few words", "Bws i bawb")
    bryn.fill("What would you change, and what would be better then?", "Tocyn am ddim")
    bryn.mark("Cymraeg")
    bryn.press("Share it")
    with in_hub(cast.hub.id):
        idea = supported(cast, Idea.objects.get(), SUPPORTERS)
    path = at(cast, f"ideas/{idea.id}/")
    for one, link, point in (
        (bryn, "Say what speaks for it", "Mae'n deg"),
        (dafydd, "Say what speaks against it", "Mae'n ddrud"),
    ):
        one.go(path)
        one.follow(link)
        one.page.locator("[name=text]").fill(point)
        one.press("Publish it")
        one.read(point)
    with in_hub(cast.hub.id):
        ideas_clock(hub_id=cast.hub.id, now=timezone.now() + datetime.timedelta(days=43))
    return path


def it_is_refused_with_a_reason(steward: Someone, reader: Someone, cast: Cast, idea: str) -> None:
    """Its author and all who support it are told why."""
    reader.go(idea)
    reader.see("On the agenda")
    steward.go(idea)
    steward.follow("The answer, step by step")
    answers_no(steward)
    reader.follow("The answer, step by step")
    reader.read(REASON[reader.language])
    with in_hub(cast.hub.id):
        told = Letter.objects.filter(kind="answer_given", about_id=Question.objects.latest("id").id)
        assert told.count() == SUPPORTERS + 1
        assert all(any(why in one.body for why in REASON.values()) for one in told)
