"""The answers of the world: one given and kept, one that waits, one taken back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.utils import timezone

from gyda.answers.actions.answering import News, Reply, answer, follow_up
from gyda.answers.actions.ask import ask_in_own_words, take_back_own
from gyda.answers.actions.setup import name_contact, set_clock
from gyda.answers.models import Question
from gyda.initiatives.models import Initiative
from gyda.people.models import Member, Organisation
from gyda.people.who import Who

YES = {"action_cy": "Agor am wyth", "action_en": "Open at eight", "owner": "Rheolwr"}
WHY = {"reason_cy": "Nid bob dydd", "reason_en": "Not every day"}


def answers_in(alys: Member, bryn: Member, dafydd: Member, meals: UUID) -> dict[str, UUID]:
    """Bryn's team asks the practice, for which Dafydd answers."""
    practice = Organisation.objects.get(id=dafydd.organisation_id)
    set_clock(who=Who(alys), days=42, remind_days=10)
    name_contact(who=Who(alys), organisation=practice, member=dafydd)
    thread = Initiative.objects.get(id=meals)
    answered = _asked(bryn, thread, "Pwy sy'n agor?", "Who opens?", practice)
    by_on = timezone.localdate() + datetime.timedelta(days=20)
    reply = Reply(verdict="PART", by_on=by_on, **YES, **WHY)
    answer(who=Who(dafydd), question_id=answered.id, reply=reply)
    later = News("OPEN", "Oedi", "Later", by_on + datetime.timedelta(days=9))
    follow_up(who=Who(dafydd), question_id=answered.id, news=later)
    gone = _asked(bryn, thread, "Ble?", "Where?", None)
    take_back_own(who=Who(bryn), question_id=gone.id)
    waiting = _asked(bryn, thread, "Pryd?", "When?", practice)
    return {"answered": answered.id, "waiting": waiting.id, "taken back": gone.id}


def _asked(
    by: Member, thread: Initiative, cy: str, en: str, organisation: Organisation | None
) -> Question:
    return ask_in_own_words(
        who=Who(by), initiative=thread, title_cy=cy, title_en=en, organisation=organisation
    )


def answers_elsewhere(steward: Member, marker: str) -> None:
    """A question and its answer, marked, in the other hub."""
    question = _asked(steward, Initiative.objects.get(), marker, marker, None)
    reply = Reply(verdict="REJECT", reason_cy=marker, reason_en=marker)
    answer(who=Who(steward), question_id=question.id, reply=reply)
