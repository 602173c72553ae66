"""What won, and whether its money is promised out of the fund."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from gyda.decide.ballots.errors import ForWhatWon
from gyda.decide.ballots.models import Ballot, Option, State, Tally
from gyda.decide.decisions import queries as decisions
from gyda.decide.decisions.models import Decision
from gyda.decide.funds import rules as money
from gyda.decide.funds.models import Commitment, Fund
from gyda.people.who import Who

ABOUT = "decide.ballot"


@dataclass(frozen=True)
class Winner:
    """An option that won; its promise has the option's own id as its key, so there is one.

    No form can take that key before: theirs are made anew from what was sent.
    """

    option: Option
    promise: Commitment | None


def numbers(tally: Tally) -> set[int]:
    """Return the numbers of the options that won, in all pots."""
    return {int(number) for record in tally.record_en for number in record["selected"]}


def winners(ballot: Ballot, tally: Tally, options: list[Option]) -> list[Winner]:
    """Return what won, each with its promise; nothing before the decision is published."""
    if ballot.fund_id is None or ballot.decision is None:
        return []
    won = [one for one in options if one.number in numbers(tally)]
    rows = Commitment.objects.filter(fund=ballot.fund_id, request_key__in=[one.id for one in won])
    made = {row.request_key: row for row in rows}
    return [Winner(one, made.get(one.id)) for one in won]


def for_what_won(decision: Decision, fund: Fund, key: UUID | None, pence: int) -> None:
    """Raise unless the money of a ballot goes out of its fund to an option that won, whole."""
    ballot = Ballot.objects.get(id=str(decision.about_id))
    if ballot.fund_id is None:
        return
    if key is None or fund.id != ballot.fund_id:
        raise ForWhatWon
    option = Option.objects.filter(ballot=ballot, id=key).first()
    if option is None or pence != option.pence:
        raise ForWhatWon
    if option.number not in numbers(Tally.objects.get(ballot=ballot)):
        raise ForWhatWon


def winner_or_404(who: Who, option_id: UUID) -> tuple[Option, Decision]:
    """Return an option that won, and the decision, to somebody who looks after the fund."""
    rows = Option.objects.select_related("ballot__fund__initiative", "ballot__initiative")
    option = get_object_or_404(rows, id=option_id)
    ballot = option.ballot
    if ballot.state != State.COUNTED or ballot.fund is None or not money.keeps(who, ballot.fund):
        raise Http404
    decision = decisions.about(ABOUT, [ballot.id]).get(ballot.id)
    if decision is None or option.number not in numbers(Tally.objects.get(ballot=ballot)):
        raise Http404
    return option, decision
