"""Statements: one's own in both languages; others' are not there."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

import pytest
from beancount import loader
from django.test import Client
from django.utils import timezone

from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts, actions, kinds
from gyda.ledger.accounts import members_group
from gyda.ledger.models import Account, LimitGroup, Transfer
from gyda.ledger.personal_data import accounts_of
from gyda.ledger.queries import balance_of
from gyda.ledger.tests.builders import an_account, funded, moved
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member


def page(cast: Cast, member: Member | None, path: str, lang: str = "en", **data: str) -> object:
    client = Client()
    if member:
        client.force_login(member.person)
    return client.get(f"/{lang}/hubs/{cast.hub.slug}/ledger/{path}", data)


def text_of(cast: Cast, member: Member, path: str, lang: str = "en", **data: str) -> str:
    response = page(cast, member, path, lang, **data)
    assert response.status_code == 200, response.status_code
    return response.content.decode().replace("\xa0", " ")


def test_my_hours_say_what_was_given_and_received(cast: Cast) -> None:
    alys, bryn = an_account(cast.alys), an_account(cast.bryn)
    moved(bryn.id, alys.id, 90)
    undone = moved(alys.id, bryn.id, 30)
    actions.reverse(key=uuid7(), transfer=undone.id)
    text = text_of(cast, cast.alys, "mine")
    assert "1 h 30 min" in text
    assert "Undone: Correction" in text
    assert "You can ask for up to 21 h 30 min more." in text
    assert "1 awr 30 mun" in text_of(cast, cast.alys, "mine", "cy")


def test_an_empty_account_says_so(cast: Cast) -> None:
    assert "Nothing has gone in or out yet." in text_of(cast, cast.bryn, "mine")


@pytest.mark.parametrize(
    ("amount", "words"), [(700, "glad to help you"), (1200, "talk to a connector")]
)
def test_a_low_balance_is_no_shame(cast: Cast, amount: int, words: str) -> None:
    moved(an_account(cast.bryn).id, an_account(cast.alys).id, amount)
    text = text_of(cast, cast.bryn, "mine")
    assert words in text
    assert not {"debt", "overdrawn", "owe "} & set(text.lower().split())


def test_who_has_given_a_lot_is_invited_to_ask(cast: Cast) -> None:
    funded(an_account(cast.bryn), 2500)
    assert "You have given a lot." in text_of(cast, cast.bryn, "mine")


def test_promises_stand_apart(cast: Cast) -> None:
    until = timezone.now() + datetime.timedelta(days=3)
    fields = {"debit": an_account(cast.bryn).id, "credit": an_account(cast.alys).id}
    actions.hold(key=uuid7(), amount=45, kind="CORRECTION", until=until, **fields)
    for member in (cast.alys, cast.bryn):
        text = text_of(cast, member, "mine")
        assert "Promised" in text
        assert "45 min" in text


def test_a_long_statement_goes_on_older_pages_with_the_right_balance(cast: Cast) -> None:
    alys = an_account(cast.alys)
    for _ in range(45):
        funded(alys, 1)
    first = text_of(cast, cast.alys, "mine")
    link = first.split('href="?before=')[1].split('"')[0]
    second = page(cast, cast.alys, f"mine?before={link}")
    assert [line.balance for line in second.context["page"].lines] == list(range(25, 5, -1))
    third = page(cast, cast.alys, f"mine?before={second.context['page'].older}".replace("+", "%2B"))
    assert [line.balance for line in third.context["page"].lines] == [5, 4, 3, 2, 1]
    assert third.context["page"].older == ""


@pytest.mark.parametrize("before", ["x", "~", "2026-01-01~x", f"2026-01-01~{UUID(int=7)}"])
def test_a_wrong_place_shows_the_newest(cast: Cast, before: str) -> None:
    funded(an_account(cast.alys), 1)
    assert "Newest" not in text_of(cast, cast.alys, "mine", before=before)


def test_the_table_has_every_line(cast: Cast) -> None:
    alys = an_account(cast.alys)
    for amount in (5, 10):
        funded(alys, amount)
    text = text_of(cast, cast.alys, f"accounts/{alys.id}/table")
    rows = text.lstrip("\ufeff").splitlines()
    assert rows[0] == "Date,What,About,With,Given (minutes),Received (minutes),Balance (minutes)"
    assert rows[1].endswith(",Correction,,Hours issued by the hub,10,,15")
    assert len(rows) == 3
    assert text_of(cast, cast.alys, f"accounts/{alys.id}/table", "cy").startswith("\ufeffDyddiad,")


def test_the_paper_shows_one_year(cast: Cast) -> None:
    alys = an_account(cast.alys)
    then = timezone.now() - datetime.timedelta(days=366)
    Account.objects.filter(id=alys.id).update(opened_at=then - datetime.timedelta(days=366))
    moved(accounts.issue().id, alys.id, 5, now=then)
    funded(alys, 10)
    this_year = page(cast, cast.alys, f"accounts/{alys.id}/paper").context["span"]
    assert (this_year.opening, this_year.closing, len(this_year.lines)) == (5, 15, 1)
    last = page(cast, cast.alys, f"accounts/{alys.id}/paper", year=str(then.year)).context["span"]
    assert (last.opening, last.closing, last.lines[0].balance) == (0, 5, 5)
    assert page(cast, cast.alys, f"accounts/{alys.id}/paper", year="1066").context["year"] != 1066


def test_what_a_line_is_about_comes_from_its_room(cast: Cast) -> None:
    transfer = funded_by_kind(cast, "ISSUE")
    kinds.register(
        "ISSUE", "Issued", lambda ids: {transfer.id: kinds.Detail("Torri gwair", language="cy")}
    )
    try:
        assert '<span lang="cy">Torri gwair</span>' in text_of(cast, cast.alys, "mine")
    finally:
        kinds.register_own()


def funded_by_kind(cast: Cast, kind: str) -> Transfer:
    return moved(accounts.issue().id, an_account(cast.alys).id, 60, kind=kind)


READERS = ("alys", "bryn", "carys", "dafydd")


def who_sees(cast: Cast, account: UUID, rest: str = "") -> set[str]:
    found = {name: page(cast, getattr(cast, name), f"accounts/{account}{rest}") for name in READERS}
    assert {response.status_code for response in found.values()} <= {200, 404}
    return {name for name, response in found.items() if response.status_code == 200}


@pytest.mark.parametrize("rest", ["", "/table", "/paper"])
def test_only_its_owner_sees_a_member_s_account(cast: Cast, rest: str) -> None:
    assert who_sees(cast, an_account(cast.bryn).id, rest) == {"bryn"}


@pytest.mark.parametrize("rest", ["", "/table", "/paper"])
def test_connectors_see_the_hub_s_accounts(cast: Cast, rest: str) -> None:
    assert who_sees(cast, accounts.pot().id, rest) == {"alys", "carys"}


def test_an_organisation_s_account_is_seen_by_who_comes_for_it(cast: Cast) -> None:
    account = accounts.organisation_account(cast.dafydd.organisation)
    assert who_sees(cast, account.id) == {"alys", "carys", "dafydd"}


def test_an_account_that_is_not_there_is_not_found(cast: Cast) -> None:
    assert who_sees(cast, uuid7()) == set()


def test_the_open_book_sums_up(cast: Cast) -> None:
    funded(an_account(cast.bryn), 120)
    moved(accounts.issue().id, accounts.pot().id, 60)
    sums = page(cast, cast.bryn, "book").context["hours"]
    assert (sums.issued, sums.with_members, sums.in_pot) == (180, 120, 60)
    assert "Take the whole book" not in text_of(cast, cast.bryn, "book")
    assert "Take the whole book" in text_of(cast, cast.alys, "book")


def test_the_steward_takes_the_whole_book(cast: Cast) -> None:
    funded(an_account(cast.bryn), 120)
    assert page(cast, cast.carys, "book/beancount").status_code == 404
    assert loader.load_string(text_of(cast, cast.alys, "book/beancount"))[1] == []


def test_the_hub_s_accounts_are_listed_for_connectors(cast: Cast) -> None:
    funded(accounts.pot(), 75)
    assert "1 h 15 min" in text_of(cast, cast.carys, "accounts")
    assert page(cast, cast.bryn, "accounts").status_code == 404


def keep_limits(cast: Cast, member: Member, **data: str) -> object:
    client = Client()
    client.force_login(member.person)
    path = f"/en/hubs/{cast.hub.slug}/ledger/limits/{members_group().id}"
    typed = {"floor": "10", "soft_floor": "5", "soft_ceiling": "20", "ceiling": ""} | data
    return client.post(path, typed)


def test_a_steward_changes_the_limits(cast: Cast) -> None:
    bryn = an_account(cast.bryn)
    assert "Stops after giving" in text_of(cast, cast.alys, "limits")
    assert keep_limits(cast, cast.alys).status_code == 302
    found = balance_of(bryn.id)
    assert (found.floor, found.soft_floor, found.ceiling) == (-600, -300, None)
    assert "no limit" in text_of(cast, cast.alys, "limits")


def test_limits_out_of_order_are_not_kept(cast: Cast) -> None:
    response = keep_limits(cast, cast.alys, soft_floor="11")
    assert "The limits must go up" in response.content.decode()
    assert 'value="11"' in response.content.decode()
    assert LimitGroup.objects.get().floor == -1200


def test_only_a_steward_sees_limits(cast: Cast) -> None:
    assert keep_limits(cast, cast.carys).status_code == 404
    assert page(cast, cast.carys, "limits").status_code == 404


def test_nobody_signed_out_sees_anything(cast: Cast) -> None:
    assert page(cast, None, "mine").status_code == 302


def test_what_is_held_on_a_member_has_every_line(cast: Cast) -> None:
    funded(an_account(cast.bryn), 120)
    (account,) = accounts_of(cast.bryn)
    assert (account["balance"], account["lines"][0]["amount"]) == (120, 120)


def test_a_statement_costs_as_many_queries_however_long(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    others = [an_account(a_member(cast.hub)) for _ in range(12)]
    for other in others:
        moved(other.id, an_account(cast.bryn).id, 5)
    client = Client()
    client.force_login(cast.bryn.person)
    with django_assert_max_num_queries(12):
        client.get(f"/en/hubs/{cast.hub.slug}/ledger/mine")
