"""Small grants: asked for in two minutes, answered by two people or a decision, with a reason."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from gyda.decide.funds import errors
from gyda.decide.funds.actions.grants import Asking, Reply, ask, say_no, say_yes, take_back
from gyda.decide.funds.models import SmallGrant
from gyda.decide.funds.personal_data import forget_grants, forget_payments
from gyda.decide.funds.queries import book
from gyda.decide.funds.queries import grants as queries
from gyda.decide.tests.fund_builders import Money, some_money
from gyda.ledger.queries import balance_of
from gyda.letters.models import Letter
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def money(cast: Cast) -> Money:
    return some_money(cast, gives_small_grants=True)


def asked(money: Money, member: Member | None = None, **fields: Any) -> SmallGrant:
    said = {"what": "Hadau a dwy raw", "gains": "Y stryd", "pence": 8_000, "language": "cy"}
    asking = Asking(**(said | fields))
    return ask(who=who(member or money.cast.bryn), fund_id=money.fund.id, asking=asking)


def a_reply(**fields: Any) -> Reply:
    said = {
        "reason_cy": "Mae'r stryd yn elwa", "reason_en": "The street gains",
        "line_cy": "Hadau i'r stryd", "line_en": "Seeds for the street",
    }  # fmt: skip
    return Reply(**(said | fields))


def granted(money: Money, grant: SmallGrant) -> SmallGrant:
    for member in (money.cast.alys, money.elin):
        grant = say_yes(who=who(member), grant_id=grant.id, reply=a_reply())
    return grant


def test_two_people_say_yes_and_the_asker_is_told_why(money: Money) -> None:
    grant = asked(money)
    first = say_yes(who=who(money.cast.alys), grant_id=grant.id, reply=a_reply())
    assert (first.state, first.commitment) == ("ONE_YES", None)
    with pytest.raises(errors.SecondPerson):
        say_yes(who=who(money.cast.alys), grant_id=grant.id, reply=a_reply())
    second = say_yes(who=who(money.elin), grant_id=grant.id, reply=a_reply())
    assert second.state == "GRANTED"
    assert second.commitment is not None
    assert second.commitment.payee == "MEMBER"
    assert balance_of(second.commitment.account_id).balance == 8_000
    letter = Letter.objects.get(kind="grant_answered")
    assert letter.member_id == money.cast.bryn.id
    assert ("stryd yn elwa" if letter.language == "cy" else "street gains") in letter.body


def test_a_group_is_paid_under_its_own_name(money: Money) -> None:
    promise = granted(money, asked(money, group="Clwb garddio")).commitment
    assert promise is not None
    assert (promise.payee, promise.public_payee) == ("BODY", "Clwb garddio")


def test_above_the_limit_of_two_a_decision_is_needed(money: Money) -> None:
    grant = asked(money, pence=30_000)
    with pytest.raises(errors.NeedsDecision):
        say_yes(who=who(money.cast.alys), grant_id=grant.id, reply=a_reply())
    reply = a_reply(decision=money.decision)
    done = say_yes(who=who(money.cast.alys), grant_id=grant.id, reply=reply)
    assert done.state == "GRANTED"
    assert done.commitment is not None
    assert done.commitment.decision_id == money.decision.id


def test_a_small_grant_is_small(money: Money) -> None:
    with pytest.raises(errors.GrantTooLarge, match="£500"):
        asked(money, pence=50_001)


def test_nobody_decides_about_their_own(money: Money) -> None:
    grant = asked(money, money.cast.alys)
    with pytest.raises(errors.OwnGrant):
        say_yes(who=who(money.cast.alys), grant_id=grant.id, reply=a_reply())
    row = SmallGrant.objects.filter(id=grant.id)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.update(first_by=money.cast.alys)


def test_the_database_itself_wants_two_or_a_decision(money: Money) -> None:
    grant = granted(money, asked(money))
    row = SmallGrant.objects.filter(id=grant.id)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.update(second_by=money.cast.alys)


def test_a_no_has_a_reason(money: Money) -> None:
    grant = asked(money)
    with pytest.raises(errors.WithoutReason):
        say_no(who=who(money.elin), grant_id=grant.id, reply=a_reply(reason_en=" "))
    done = say_no(who=who(money.elin), grant_id=grant.id, reply=a_reply())
    assert (done.state, str(done.line_en), done.commitment) == ("REFUSED", "", None)
    with pytest.raises(errors.SettledAlready):
        say_yes(who=who(money.cast.alys), grant_id=grant.id, reply=a_reply())


def test_it_can_be_taken_back_by_its_asker_alone(money: Money) -> None:
    grant = asked(money)
    with pytest.raises(errors.NotYourMoney):
        take_back(who=who(money.cast.alys), grant_id=grant.id)
    assert take_back(who=who(money.cast.bryn), grant_id=grant.id).state == "WITHDRAWN"


def test_strangers_to_the_fund_neither_answer_nor_read(money: Money) -> None:
    grant = asked(money)
    with pytest.raises(errors.NotYourMoney):
        say_yes(who=who(money.cast.carys), grant_id=grant.id, reply=a_reply())
    assert queries.waiting(who(money.cast.carys)) == []
    assert queries.waiting(who(money.cast.alys)) == [grant]


def test_a_fund_that_gives_none_is_not_asked(cast: Cast) -> None:
    with pytest.raises(errors.NoSmallGrants):
        asked(some_money(cast))


def test_fewer_than_five_people_are_not_counted_in_public(money: Money) -> None:
    for number in range(5):
        assert book.people_granted(money.fund) is None
        granted(money, asked(money, a_member(money.cast.hub, f"Un {number}")))
    assert book.people_granted(money.fund) == 5


def test_an_asker_who_is_erased_leaves_no_words(money: Money) -> None:
    grant = granted(money, asked(money))
    forget_grants(money.cast.bryn)
    forget_payments(money.cast.bryn)
    grant.refresh_from_db()
    assert (grant.what, grant.gains) == ("", "")
    assert grant.commitment is not None
    assert balance_of(grant.commitment.account_id).balance == 8_000
