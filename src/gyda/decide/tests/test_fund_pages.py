"""The pages of money, as people meet them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import io
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gyda.decide.funds.actions import payments
from gyda.decide.funds.models import Bid, Commitment, Fund, Movement, Payment, Receipt, SmallGrant
from gyda.decide.funds.queries import book
from gyda.decide.tests.fund_builders import Money, a_commitment, a_proof, some_money, the_bid
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who

pytestmark = pytest.mark.django_db
HIDDEN = 404


@pytest.fixture
def money(cast: Cast) -> Money:
    return some_money(cast, gives_small_grants=True)


def browser(member: Member | None) -> Client:
    client = Client()
    if member is not None and member.person is not None:
        client.force_login(member.person)
    return client


def page(money: Money, member: Member | None, path: str, language: str = "en") -> str:
    response = browser(member).get(f"/{language}/hubs/{money.cast.hub.slug}/{path}")
    assert response.status_code == 200, (path, response.status_code)
    return response.content.decode()


def send(money: Money, member: Member, path: str, said: dict[str, Any]) -> Any:
    key = {"key": str(uuid7())}
    return browser(member).post(f"/en/hubs/{money.cast.hub.slug}/{path}", key | said)


def on_day() -> dict[str, int]:
    today = timezone.localdate()
    return {"on_day": today.day, "on_month": today.month, "on_year": today.year}


def moved(pounds: str, **more: Any) -> dict[str, Any]:
    return {"pence": pounds, "words": "Anfoneb 7", "language": "cy", **on_day()} | more


def test_the_book_is_public_in_both_languages(money: Money) -> None:
    a_commitment(money)
    text = page(money, None, "funds/")
    for sum_of in ("£10,000", "£2,400", "£7,600"):
        assert sum_of in text
    cymraeg = page(money, None, f"funds/{money.fund.id}/", "cy")
    assert "Cinio dydd Mawrth" in cymraeg
    assert "Tuesday lunch" not in cymraeg
    assert "Fewer than 5 people" in page(money, None, f"funds/{money.fund.id}/")


def test_an_empty_book_says_so(cast: Cast) -> None:
    response = Client().get(f"/en/hubs/{cast.hub.slug}/funds/")
    assert "No money has been given to this hub yet." in response.content.decode()


def test_each_pound_is_followed_from_the_fund_to_where_it_went(money: Money) -> None:
    promise = a_commitment(money, initiative=money.initiative)
    payments.pay(who=who(money.cast.alys), commitment_id=promise.id, pence=1_250, proof=a_proof())
    assert f"promises/{promise.id}/" in page(money, None, f"funds/{money.fund.id}/")
    text = page(money, None, f"promises/{promise.id}/")
    assert "£12.50" in text
    assert "Gweler yr anfoneb" in text
    assert f"decisions/{money.decision.id}/" in text
    assert "Tuesday lunch" in page(money, None, f"initiatives/{money.initiative.id}/money/")
    assert "The money" in page(money, None, f"initiatives/{money.initiative.id}/")


def test_a_steward_opens_a_fund_by_form_and_keeps_what_was_typed(money: Money) -> None:
    texts = {
        f"{name}_{lang}": f"{name} {lang}"
        for name in ("title", "purpose", "conditions")
        for lang in ("cy", "en")
    }
    days = {"from_on_day": 1, "from_on_month": 4, "from_on_year": 2026,
            "until_on_day": 31, "until_on_month": 3, "until_on_year": 2027}  # fmt: skip
    said = {"giver": str(money.council.id), "pence": "£24,000", **texts, **days}
    wrong = send(money, money.cast.alys, "funds/new/", said | {"until_on_year": 2025})
    assert "The last day cannot be before the first" in wrong.content.decode()
    assert "£24,000" in wrong.content.decode()
    send(money, money.cast.alys, "funds/new/", said)
    assert Fund.objects.order_by("-id")[0].pence == 2_400_000
    assert send(money, money.cast.bryn, "funds/new/", said).status_code == HIDDEN


def test_money_comes_in_is_promised_and_paid_by_form(cast: Cast) -> None:
    money = some_money(cast, came_in=0)
    alys, fund = cast.alys, f"funds/{money.fund.id}"
    send(money, alys, f"{fund}/in/", moved("£5,000"))
    said = {
        "decision": str(money.decision.id), "title_cy": "Llestri", "title_en": "Plates",
        "pence": "300", "payee": "ORGANISATION", "organisation": str(money.kitchen.id),
    }  # fmt: skip
    refused = send(money, alys, f"{fund}/promise/", said | {"pence": "6000"})
    assert "There is not so much left: £5,000." in refused.content.decode()
    send(money, alys, f"{fund}/promise/", said)
    promise = Commitment.objects.get()
    send(money, alys, f"promises/{promise.id}/pay/", moved("120"))
    send(money, alys, f"promises/{promise.id}/refund/", moved("20"))
    send(money, alys, f"promises/{promise.id}/free/", {"because": "Dim angen", "language": "cy"})
    sums = book.sums_of(money.fund)
    assert (sums.received, sums.paid_out, sums.freed, sums.left) == (
        500_000,
        10_000,
        20_000,
        490_000,
    )  # noqa: E501


def test_a_payment_needs_something_that_shows_it(money: Money) -> None:
    promise = a_commitment(money)
    path = f"promises/{promise.id}/pay/"
    text = send(money, money.cast.alys, path, moved("10", words="")).content.decode()
    assert "Say in words what shows it, or give a reference or a file." in text
    later = timezone.localdate().year + 1
    text = send(money, money.cast.alys, path, moved("10", on_year=later)).content.decode()
    assert "Enter a day that is not in the future" in text
    assert not Payment.objects.exists()


def test_the_second_yes_by_button(money: Money) -> None:
    promise = a_commitment(money)
    send(money, money.cast.alys, f"promises/{promise.id}/pay/", moved("1000"))
    payment = Payment.objects.get()
    own = page(money, money.cast.alys, "payments/")
    assert "Someone else must say yes" in own
    assert f"payments/{payment.id}/approve/" not in own
    send(money, money.cast.alys, f"payments/{payment.id}/approve/", {})
    assert Payment.objects.get().state == "ASKED"  # the button is not there, the request is refused
    assert f"payments/{payment.id}/approve/" in page(money, money.elin, "payments/")
    send(money, money.elin, f"payments/{payment.id}/approve/", {})
    assert Payment.objects.get().state == "PAID"


def test_a_refusal_by_form_has_its_reason(money: Money) -> None:
    promise = a_commitment(money)
    send(money, money.cast.alys, f"promises/{promise.id}/pay/", moved("1000"))
    payment = Payment.objects.get()
    send(money, money.elin, f"payments/{payment.id}/refuse/", {"because": ""})
    assert Payment.objects.get().state == "ASKED"
    send(money, money.elin, f"payments/{payment.id}/refuse/", {"because": "Dim anfoneb"})
    assert Payment.objects.get().state == "REFUSED"


def test_strangers_find_no_page_that_moves_money(money: Money) -> None:
    promise = a_commitment(money)
    send(money, money.cast.alys, f"promises/{promise.id}/pay/", moved("1000"))
    payment = Payment.objects.get()
    paths = [
        *(f"promises/{promise.id}/{deed}/" for deed in ("pay", "refund", "repay", "free")),
        *(f"payments/{payment.id}/{deed}/" for deed in ("approve", "refuse", "take-back")),
        *(f"funds/{money.fund.id}/{deed}/" for deed in ("in", "back", "close", "promise", "bid")),
        "funds/new/", "funds/rules/", "funds/rules/rates/", "funds/rules/numbers/",
    ]  # fmt: skip
    for path in paths:
        for member in (money.cast.bryn, money.cast.carys):
            assert send(money, member, path, moved("1")).status_code == HIDDEN, path
        signed_out = browser(None).post(f"/en/hubs/{money.cast.hub.slug}/{path}", {})
        assert signed_out.status_code in (302, HIDDEN), path
    assert Movement.objects.filter(kind="PAID").count() == 0


def test_a_person_who_is_paid_is_named_to_those_who_look_after_it_alone(money: Money) -> None:
    own = a_commitment(money, payee="MEMBER", organisation=None, member=money.cast.bryn)
    payments.pay(
        who=who(money.cast.alys), commitment_id=own.id, pence=100,
        proof=a_proof(words="I Bryn Parri", reference="BRYN-1"),
    )  # fmt: skip
    for reader in (None, money.cast.carys):
        text = page(money, reader, f"promises/{own.id}/")
        assert "Bryn" not in text
        assert "BRYN-1" not in text
        assert "a person" in text
    assert "Bryn" in page(money, money.cast.alys, f"promises/{own.id}/")


def test_a_receipt_is_for_those_who_look_after_the_fund(
    money: Money, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    promise = a_commitment(money)
    file = io.BytesIO(b"%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n")
    file.name = "invoice.pdf"
    path = f"promises/{promise.id}/pay/"
    send(money, money.cast.alys, path, moved("10", file=file, shows="Anfoneb"))
    receipt = Receipt.objects.get()
    address = f"/en/hubs/{money.cast.hub.slug}/receipts/{receipt.id}/"
    given = browser(money.cast.alys).get(address)
    assert given.content.startswith(b"%PDF-")
    assert given["Content-Disposition"].startswith("attachment")
    assert given["X-Content-Type-Options"] == "nosniff"
    assert browser(money.cast.bryn).get(address).status_code == HIDDEN
    assert browser(None).get(address).status_code == 302
    assert "Anfoneb" not in page(money, None, f"promises/{promise.id}/").replace("Anfoneb 7", "")


def test_a_small_grant_from_the_form_to_the_answer(money: Money) -> None:
    bryn, fund = money.cast.bryn, money.fund
    said = {"what": "Hadau", "pence": "45", "gains": "Y stryd", "group": "", "language": "cy"}
    send(money, bryn, f"funds/{fund.id}/ask/", said)
    grant = SmallGrant.objects.get()
    assert "Hadau" in page(money, money.elin, "small-grants/")
    answer = {
        "line_cy": "Hadau i'r stryd", "line_en": "Seeds for the street",
        "reason_cy": "Mae pawb yn elwa", "reason_en": "Everyone gains",
    }  # fmt: skip
    for member in (money.cast.alys, money.elin):
        send(money, member, f"small-grants/{grant.id}/yes/", answer)
    grant.refresh_from_db()
    assert grant.state == "GRANTED"
    assert "Everyone gains" in page(money, bryn, f"small-grants/{grant.id}/")
    hidden = browser(money.cast.carys).get(
        f"/en/hubs/{money.cast.hub.slug}/small-grants/{grant.id}/"
    )
    assert hidden.status_code == HIDDEN
    text = page(money, None, f"funds/{fund.id}/")
    assert "Seeds for the street" in text
    assert "two people, within the hub" in text


def test_a_bid_shows_every_figure_of_the_story(money: Money) -> None:
    bid = the_bid(money)
    text = page(money, None, f"bids/{bid.id}/")
    for figure in ("£14,533.69", "3.33", "3.12", "at 3.5 %", "at 5 %", "£11,641.96", "£60,000"):
        assert figure in text, figure
    assert "31 July 2026" in text  # when the rate was to be looked at again
    assert "31 Gorffennaf 2026" in page(money, None, f"bids/{bid.id}/", "cy")


def test_a_bid_is_written_by_form(money: Money) -> None:
    texts = {
        f"{name}_{lang}": f"{name} {lang}"
        for name in ("title", "need", "nothing", "risks")
        for lang in ("cy", "en")
    }
    case = {
        "organisation": str(money.kitchen.id), "owner": "Rheolwr", "first_year": "2026",
        "price_year": "2026", "second_rate": "5", **texts,
    }  # fmt: skip
    send(money, money.cast.alys, f"funds/{money.fund.id}/bid/", case)
    bid = Bid.objects.get()
    line = {
        "kind": "SAVING", "what_cy": "Trydan", "what_en": "Power", "owner": "Y neuadd",
        "is_cash": "on", "grade": "B", "pence": "0 10,000 22000",
    }  # fmt: skip
    assert (
        "Enter a sum of pounds"
        in send(
            money, money.cast.alys, f"bids/{bid.id}/line/", line | {"pence": "lots"}
        ).content.decode()
    )
    send(money, money.cast.alys, f"bids/{bid.id}/line/", line)
    text = page(money, money.cast.alys, f"bids/{bid.id}/")
    assert "Year 1: £10,000" in text
    due = {"due_on_day": 1, "due_on_month": 4, "due_on_year": 2028, "pence": "5000"}
    send(money, money.cast.alys, f"bids/{bid.id}/repay/", due)
    assert "1 April 2028" in page(money, None, f"bids/{bid.id}/")


def test_the_rules_are_set_by_form_and_kept_in_order(money: Money) -> None:
    said = {"second_above_pence": "100", "grant_most_pence": "50", "stewards_most_pence": "60"}
    text = send(money, money.cast.alys, "funds/rules/", said).content.decode()
    assert "cannot be more than the largest small grant" in text
    send(money, money.cast.alys, "funds/rules/", said | {"stewards_most_pence": "20"})
    assert "50.00" in page(money, money.cast.alys, "funds/rules/")
    assert "up to £50, by two people up to £20" in page(money, None, "funds/limits/")
    rates = {
        "name": "2026", "since_on_day": 1, "since_on_month": 9, "since_on_year": 2026,
        "to_year_30": "2.5",
        "to_year_75": "2", "later": "1,5", "source": "gov.uk",
    }  # fmt: skip
    send(money, money.cast.alys, "funds/rules/rates/", rates)
    number = {"organisation": str(money.council.id), "number": "GB-LAE-GWN"}
    wrong = send(money, money.cast.alys, "funds/rules/numbers/", number | {"number": "12"})
    assert "such as GB-COH-09876543" in wrong.content.decode()
    send(money, money.cast.alys, "funds/rules/numbers/", number)
    text = page(money, money.cast.alys, "funds/rules/")
    assert "GB-LAE-GWN" in text
    assert "1 September 2026" in text
