"""A ballot shares out what a fund has left, and its winners are promised out of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.utils import timezone

from gyda.decide.ballots import errors
from gyda.decide.ballots.actions import announcing, opening, options
from gyda.decide.ballots.models import Ballot, Option
from gyda.decide.funds.models import Commitment, Fund
from gyda.decide.funds.queries.book import sums_of
from gyda.decide.tests.ballot_builders import POUND, a_ballot, a_draft, a_vote, counted
from gyda.decide.tests.fund_builders import DAY, Money, a_commitment, some_money
from gyda.decide.tests.test_ballots_views import path, signed_in, text
from gyda.initiatives.tests.builders import a_team
from gyda.people.tests.builders import Cast, who


def published(money: Money, ballot: Ballot) -> None:
    """Bryn votes for the first and the fourth; they win, and the decision is published."""
    cast = money.cast
    a_vote(ballot, cast.bryn, "1,4")
    counted(ballot, cast.alys)
    words = announcing.words_for(ballot)
    ballot.refresh_from_db()
    announcing.announce(who=who(cast.alys), ballot_id=ballot.id, **words)
    ballot.refresh_from_db()


def test_a_ballot_cannot_share_out_more_than_the_fund_has_left(cast: Cast) -> None:
    money = some_money(cast)
    a_commitment(money, pence=240_000)
    with pytest.raises(errors.FundHasLess) as told:
        a_draft(cast.alys, fund=money.fund)
    assert "£7,600" in str(told.value)
    draft = a_draft(cast.alys, fund=money.fund, pence=7_600 * POUND)
    with pytest.raises(errors.FundHasLess):
        options.keep_ward(
            who=who(cast.alys), ballot_id=draft.id, name_cy="De", name_en="South", pence=1, areas=[]
        )


def test_two_ballots_cannot_share_out_the_same_money(cast: Cast) -> None:
    money = some_money(cast)
    first, second = (a_draft(cast.alys, fund=money.fund) for _number in range(2))
    opening.open_ballot(who=who(cast.alys), ballot_id=first.id)
    with pytest.raises(errors.FundHasLess) as told:
        opening.open_ballot(who=who(cast.alys), ballot_id=second.id)
    assert "£0" in str(told.value)


def test_the_fund_is_open_its_own_and_lasts_as_long_as_the_ballot(cast: Cast) -> None:
    money = some_money(cast, initiative=a_team(cast))
    with pytest.raises(errors.NotThisFund):
        a_draft(cast.alys, fund=money.fund)
    ends = timezone.localdate() + 2 * DAY
    Fund.objects.filter(id=money.fund.id).update(initiative=None, until_on=ends)
    with pytest.raises(errors.FundEndsFirst):
        a_draft(cast.alys, fund=money.fund)


def test_the_form_lists_funds_with_what_is_left(cast: Cast) -> None:
    money = some_money(cast)
    page = text(signed_in(cast.alys).get(path(cast, "new/")))
    assert "The village fund, £10,000 left" in page
    draft = a_draft(cast.alys, fund=money.fund)
    changing = text(signed_in(cast.alys).get(path(cast, f"{draft.id}/change/")))
    assert f'value="{money.fund.id}" selected' in changing


def test_the_money_of_what_won_is_promised_once(cast: Cast) -> None:
    money = some_money(cast)
    ballot = a_ballot(cast.alys, fund=money.fund)
    published(money, ballot)
    alys, result = signed_in(cast.alys), path(cast, f"{ballot.id}/result/")
    assert "Promise the money: Option A" in text(alys.get(result))
    assert "Promise the money" not in text(signed_in(cast.bryn).get(result))
    won = Option.objects.get(ballot=ballot, number=1)
    here = path(cast, f"options/{won.id}/promise/")
    assert "£3,300" in text(alys.get(here))
    sent = {"payee": "ORGANISATION", "organisation": str(money.kitchen.id)}
    for _twice in range(2):
        alys.post(here, sent)
    made = Commitment.objects.get(fund=money.fund)
    assert (made.pence, made.decision_id) == (3_300 * POUND, ballot.decision)
    assert made.title_cy == "Dewis A"
    assert sums_of(money.fund).left == 6_700 * POUND
    assert "Option A</a>: promised" in text(alys.get(result))


def test_only_what_won_is_promised_and_only_by_who_looks_after_the_fund(cast: Cast) -> None:
    money = some_money(cast)
    ballot = a_ballot(cast.alys, fund=money.fund)
    first, second = Option.objects.filter(ballot=ballot, number__in=(1, 2)).order_by("number")
    sent = {"payee": "ORGANISATION", "organisation": str(money.kitchen.id)}
    early = signed_in(cast.alys).post(path(cast, f"options/{first.id}/promise/"), sent)
    assert early.status_code == 404
    published(money, ballot)
    for member, option in ((cast.alys, second), (cast.bryn, first), (cast.carys, first)):
        answer = signed_in(member).post(path(cast, f"options/{option.id}/promise/"), sent)
        assert answer.status_code == 404
    assert not Commitment.objects.exists()
