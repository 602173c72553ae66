"""Questions and answers for tests."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.utils import timezone

from gyda.answers.actions.answering import Reply
from gyda.answers.actions.ask import ask_in_own_words
from gyda.answers.actions.setup import name_contact
from gyda.answers.models import Question
from gyda.initiatives.models import Initiative
from gyda.initiatives.tests.builders import a_team
from gyda.people.tests.builders import Cast, who

DAY = datetime.timedelta(days=1)


def a_question(cast: Cast, initiative: Initiative | None = None, **fields: Any) -> Question:
    """Bryn's team asks Dafydd's practice, for which he answers."""
    practice = cast.dafydd.organisation
    return ask_in_own_words(
        who=who(cast.bryn),
        initiative=initiative or a_team(cast),
        title_cy="Pwy sy'n agor y drws?",
        title_en="Who opens the door?",
        **({"organisation": practice} | fields),
    )


def named(cast: Cast) -> None:
    name_contact(who=who(cast.alys), organisation=cast.dafydd.organisation, member=cast.dafydd)


def a_yes(**fields: Any) -> Reply:
    by_on = timezone.localdate() + 30 * DAY
    texts = {"action_cy": "Agor am wyth", "action_en": "Open at eight", "owner": "Rheolwr"}
    return Reply(**({"verdict": "ACCEPT", "by_on": by_on, **texts} | fields))


def a_no(**fields: Any) -> Reply:
    texts = {"reason_cy": "Nid oes staff", "reason_en": "There is no staff"}
    return Reply(**({"verdict": "REJECT", **texts} | fields))
