"""What somebody who looks after money would try: to pay themselves, alone, or by nobody's word."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import replace
from typing import Any

import pytest

from gyda.decide.decisions import errors as decision_errors
from gyda.decide.decisions.actions import after
from gyda.decide.decisions.actions.publish import Correction, correct
from gyda.decide.funds import errors
from gyda.decide.funds.actions.backs import refund
from gyda.decide.funds.actions.payments import pay
from gyda.decide.funds.actions.promises import commit
from gyda.decide.tests.decision_builders import a_decision, a_draft, a_signed
from gyda.decide.tests.fund_builders import (
    Money,
    a_commitment,
    a_promise,
    a_proof,
    some_money,
)
from gyda.decide.tests.test_small_grants import asked, granted
from gyda.initiatives.tests.builders import a_team
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who

pytestmark = pytest.mark.django_db
WHY = Correction("Gwall", "A slip")


@pytest.fixture
def money(cast: Cast) -> Money:
    return some_money(cast, gives_small_grants=True)


def test_who_asked_for_a_group_does_not_pay_the_group(money: Money) -> None:
    rhian = a_member(money.cast.hub, "Rhian", role="STEWARD")
    commitment = granted(money, asked(money, rhian, group="Clwb Rhian")).commitment
    assert commitment is not None
    with pytest.raises(errors.OwnPayment):
        pay(who=who(rhian), commitment_id=commitment.id, pence=8_000, proof=a_proof())


def test_a_large_sum_is_not_cut_into_small_promises_to_one_payee(money: Money) -> None:
    one, two = (a_commitment(money, pence=20_000) for _number in range(2))
    alys = who(money.cast.alys)
    assert pay(who=alys, commitment_id=one.id, pence=20_000, proof=a_proof()).state == "PAID"
    assert pay(who=alys, commitment_id=two.id, pence=20_000, proof=a_proof()).state == "ASKED"


def test_a_name_outside_in_other_letters_is_the_same_payee(money: Money) -> None:
    named: dict[str, Any] = {"payee": "BODY", "organisation": None, "pence": 20_000}
    one, two = (a_commitment(money, name=name, **named) for name in ("Siop Siân", "siop siân"))
    alys = who(money.cast.alys)
    pay(who=alys, commitment_id=one.id, pence=20_000, proof=a_proof())
    assert pay(who=alys, commitment_id=two.id, pence=20_000, proof=a_proof()).state == "ASKED"


def test_who_was_paid_does_not_write_down_that_it_came_back(money: Money) -> None:
    alys = money.cast.alys
    to_alys = a_commitment(money, payee="MEMBER", organisation=None, member=alys, pence=20_000)
    pay(who=who(money.elin), commitment_id=to_alys.id, pence=20_000, proof=a_proof())
    with pytest.raises(errors.OwnPayment):
        refund(who=who(alys), commitment_id=to_alys.id, pence=20_000, proof=a_proof())
    refund(who=who(money.elin), commitment_id=to_alys.id, pence=20_000, proof=a_proof())


def test_a_decision_over_no_money_promises_none(money: Money) -> None:
    party = a_decision(money.cast, money.initiative)
    with pytest.raises(errors.MoreThanDecided):
        commit(who=who(money.cast.alys), fund=money.fund, decision=party, promise=a_promise(money))


def test_a_team_spends_its_money_by_no_other_teams_decision(cast: Cast) -> None:
    mine, theirs = a_team(cast), a_team(cast)
    money = some_money(cast, initiative=mine)
    decisions = [a_decision(cast, thread, pence=300_000) for thread in (theirs, mine)]
    alys = who(cast.alys)
    with pytest.raises(errors.DecisionElsewhere):
        commit(who=alys, fund=money.fund, decision=decisions[0], promise=a_promise(money))
    commit(who=alys, fund=money.fund, decision=decisions[1], promise=a_promise(money))


def test_what_was_overruled_does_not_come_back_as_a_correction(cast: Cast) -> None:
    body = cast.dafydd.organisation
    decision = a_decision(cast, organisation=body, pence=1_000_000)
    after.overrule(who=who(cast.carys), decision_id=decision.id, signed=a_signed())
    draft = a_draft(organisation=body, pence=1_000_000)
    with pytest.raises(decision_errors.OverruledAlready):
        correct(who=who(cast.bryn), decision_id=decision.id, draft=draft, why=WHY)


def test_a_correction_neither_sheds_nor_gains_the_body_that_may_overrule(cast: Cast) -> None:
    body: Member = cast.dafydd
    old = a_decision(cast, organisation=body.organisation, pence=1_000_000)
    draft = replace(a_draft(pence=1_000_000), organisation=None)
    new = correct(who=who(cast.bryn), decision_id=old.id, draft=draft, why=WHY)
    assert (new.organisation_id, new.clock_on) == (old.organisation_id, old.clock_on)
    free = a_decision(cast, pence=1_000)
    late = replace(a_draft(pence=1_000), organisation=body.organisation)
    again = correct(who=who(cast.bryn), decision_id=free.id, draft=late, why=WHY)
    assert again.clock_on is None
