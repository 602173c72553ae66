"""Story I, its first half, through the pages: an open letter, an idea, an answer that is late."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import uuid4

from django.utils import timezone

from gyda.answers.actions.clock import look_after as answers_clock
from gyda.answers.models import Question
from gyda.letters.models import Letter
from gyda.need.ideas.actions.cut import look_after as ideas_clock
from gyda.need.ideas.models import Idea
from gyda.need.open_letters.models import OpenLetter, Signature
from gyda.need.tests.idea_builders import supported
from gyda.need.tests.letter_builders import code_of
from gyda.need.tests.test_idea_views import Site
from gyda.people.tests.builders import Cast

LETTER = {
    "title_cy": "Pwy sy'n cael bws", "title_en": "Who gets a bus pass",
    "text_cy": "Ysgrifennwch y rheolau gyda ni.", "text_en": "Write the rules with us.",
    "original": "cy", "translated": "PERSON",
}  # fmt: skip
NO = {"verdict": "REJECT", "reason_cy": "Nid oes arian", "reason_en": "There is no money"}


def test_an_open_letter_an_idea_and_an_answer_with_a_reason(cast: Cast) -> None:
    alys, bryn, dafydd = (Site(cast, one) for one in (cast.alys, cast.bryn, cast.dafydd))
    carys, nobody, practice = Site(cast, cast.carys), Site(cast, None), cast.dafydd.organisation
    assert practice
    assert alys.sends("open-letters/rules/", non_members="on", forget_days="14") == ""
    assert alys.sends("answers/contact/", organisation=practice.id, member="Dafydd") == ""

    assert bryn.sends("open-letters/new/", **LETTER, organisation=practice.id, key=uuid4()) == ""
    letter = OpenLetter.objects.get()
    page = f"open-letters/{letter.id}/"
    for number in range(4):
        typed = {"kind": "PERSON", "name": f"Ann {number}", "language": "cy"}
        address = f"ann{number}@pobl.example"
        assert nobody.sends(page + "sign-by-email/", **typed, email=address) == ""
        if number < 3:  # the fourth never confirms
            code = code_of(Signature.objects.waiting().latest("id"))
            assert nobody.sends(f"open-letters/confirm/{code}/") == ""
    assert nobody.sends(page + "sign-by-email/", **typed, email="ANN0@pobl.example") == ""
    assert Letter.objects.filter(kind="letter_signed_already").count() == 1
    assert bryn.sends(page + "sign/") == ""
    assert "This signature is there already" in bryn.sends(page + "sign/", is_public="on")
    assert dafydd.sends(page + "sign/", kind="ORGANISATION") == ""
    lines = "Elin Wyn, SA10 8PB\nElin  WYN, sa108pb"
    assert carys.sends(page + "sheet/", lines=lines) == ""
    text = nobody.reads(page)
    assert "5 people" in text
    assert "1 organisation" in text

    owed = _delivered(bryn, nobody, page)
    asked = _an_idea_on_the_agenda(cast)
    _answered_late(dafydd, nobody, owed)

    assert alys.sends(f"answers/{asked.id}/answer/", **NO) == ""
    told = Letter.objects.filter(kind="answer_given", about_id=asked.id)
    assert told.count() == 7  # the author and six who support it, each with the reason
    assert all("There is no money" in one.body or "Nid oes arian" in one.body for one in told)


def _delivered(bryn: Site, nobody: Site, page: str) -> Question:
    today = timezone.localdate()
    day = {"delivered_on_day": today.day, "delivered_on_month": today.month}
    typed = day | {"delivered_on_year": today.year, "delivered_to": "Rheolwr"}
    assert bryn.sends(page + "deliver/", **typed) == ""
    owed = Question.objects.get()
    assert nobody.misses(page + "sign-by-email/")
    return owed


def _an_idea_on_the_agenda(cast: Cast) -> Question:
    bryn, dafydd, nobody = (Site(cast, one) for one in (cast.bryn, cast.dafydd, None))
    words = {"title": "Bws i bawb", "what": "Tocyn am ddim", "language": "cy", "key": uuid4()}
    assert bryn.sends("ideas/new/", **words) == ""
    idea = supported(cast, Idea.objects.get(), 6)
    assert dafydd.sends(f"ideas/{idea.id}/point/", side="AGAINST", text="Drud", language="cy") == ""
    later = timezone.now() + datetime.timedelta(days=43)
    ideas_clock(hub_id=cast.hub.id, now=later)
    assert "On the agenda" in nobody.reads(f"ideas/{idea.id}/")
    return Question.objects.get(about_id=idea.id)


def _answered_late(dafydd: Site, nobody: Site, owed: Question) -> None:
    today = timezone.localdate()
    Question.objects.filter(id=owed.id).update(due_on=today - datetime.timedelta(days=3))
    answers_clock(hub_id=owed.hub_id, now=timezone.now())
    assert "The answer is 3 days late." in nobody.reads(f"answers/{owed.id}/")
    assert dafydd.sends(f"answers/{owed.id}/answer/", **NO) == ""
    assert "There is no money" in nobody.reads(f"answers/{owed.id}/")
    assert "Answered 3 days late" in nobody.reads("answers/")
