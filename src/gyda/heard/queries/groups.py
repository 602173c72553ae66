"""Which group an answer stands for; how many of some members are in each."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter
from typing import Any

from django.db.models import Count, QuerySet

from gyda.heard.models import Answer, Question
from gyda.heard.models.about import GROUPS
from gyda.heard.places import known
from gyda.methods.representativeness import UNKNOWN


def group_of(question: str, answer: str, fifths: dict[str, int]) -> str:
    """Return the group of an answer; a place stands for the fifth that it lies in."""
    if question == Question.AREA:
        return str(fifths.get(answer, UNKNOWN))
    return answer if answer in GROUPS[question].values else UNKNOWN


def counts_among(members: "QuerySet[Any]", column: str) -> dict[str, Counter[str]]:
    """Return for each question how many of some members said what puts them into which group.

    `members` gives their ids in `column`; whoever said nothing is in no group here.
    """
    rows = Answer.objects.filter(member__in=members.values(column))
    said = rows.values_list("question", "answer").annotate(number=Count("id")).order_by()
    fifths = known().fifths()
    found: dict[str, Counter[str]] = {question: Counter() for question in Question.values}
    for question, answer, number in said:
        group = group_of(question, answer, fifths)
        if group != UNKNOWN:
            found[question][group] += number
    return found
