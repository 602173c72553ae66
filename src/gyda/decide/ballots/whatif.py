"""Another method or another sum, counted live: shown as no result, and kept nowhere."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.utils.translation import get_language

from gyda.decide.ballots.counting import arguments_of, count_papers
from gyda.decide.ballots.models import Ballot, Method
from gyda.decide.ballots.pabulib import pots_of


def what_if(ballot: Ballot, *, method: str, completion: str, pence: int) -> list[dict[str, Any]]:
    """Return the records in the language of the page. Raises `BadInput`."""
    ballot.pence = pence  # of this reading alone: the row is not stored
    arguments = arguments_of(ballot, method)
    if method == Method.EQUAL_SHARES:
        arguments = [*arguments, "--completion", completion]
    result = count_papers(pots_of(ballot), arguments)
    return result.records[(get_language() or "cy")[:2]]
