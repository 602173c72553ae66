"""A time bank comes in: what is refused, what stays out, and what stands in the book."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import pytest
from django.db.models import Sum
from django.utils.translation import override

from gyda.deliver.actions.start import give_starts
from gyda.deliver.models import Listing
from gyda.journal.models import Entry
from gyda.ledger import accounts
from gyda.ledger.models import Pocket, Transfer
from gyda.ledger.queries import balance_of
from gyda.ledger.verify import check_book
from gyda.letters.models import Letter
from gyda.moving.errors import CannotRead, StillBroken
from gyda.moving.models import BroughtMember, BroughtTransfer
from gyda.moving.tests.builders import (
    MEMBERS,
    TRANSFERS,
    a_table,
    checked,
    faults_of,
    moved,
    some_members,
)
from gyda.moving.tests.test_sheets import TO_MEMBERS, TO_OFFERS, TO_TRANSFERS
from gyda.people.models import Hub, Member, Person
from gyda.people.models.member import State
from gyda.people.tests.builders import a_hub, a_member, a_person

BALANCES = ("member", "hours")


def _balance(number: str) -> int:
    member = BroughtMember.objects.get(number=number).member
    return balance_of(accounts.member_account(member).id).balance


def _sum() -> int:
    return int(Pocket.objects.aggregate(sum=Sum("balance"))["sum"] or 0)


def test_a_dry_run_brings_nothing_in(hub: Hub) -> None:
    move = checked(hub, some_members())
    assert (move.rows, move.broken, move.counts["members"]) == (3, 0, 3)
    assert (Member.objects.count(), Person.objects.count()) == (0, 0)


def test_balances_are_opened_so_that_the_book_sums_to_nothing(hub: Hub) -> None:
    moved(hub, some_members(), a_table(BALANCES, (1, "2.5"), (2, "-1:30")))
    assert [_balance(number) for number in "123"] == [150, -90, 0]
    assert balance_of(accounts.opening().id).balance == -60
    assert (_sum(), check_book(hub.id).agrees) == (0, True)


def test_past_transfers_keep_their_days_both_ends_and_words(hub: Hub) -> None:
    moved(hub, some_members(), a_table(TRANSFERS, (7, "31/12/2020", 1, 2, "1:30", "Torri lawnt")))
    row = Transfer.objects.select_related("debit__member", "credit__member").get()
    assert (row.debit.member.name, row.credit.member.name) == ("Aelod 1", "Aelod 2")
    assert (row.kind, row.amount, f"{row.at:%Y-%m-%d}") == ("IMPORTED", 90, "2020-12-31")
    assert BroughtTransfer.objects.get(transfer_id=row.id).words == "Torri lawnt"


def test_an_opening_balance_is_what_past_transfers_do_not_explain(hub: Hub) -> None:
    transfers = a_table(TRANSFERS, (7, "31/12/2020", 1, 2, "1:30", ""))
    moved(hub, some_members(), transfers, a_table(BALANCES, (1, "3"), (2, "1.5"), (3, "1")))
    assert [_balance(number) for number in "123"] == [180, 90, 60]
    assert Transfer.objects.filter(kind="OPENING").count() == 2


def test_the_journal_says_that_it_was_imported(hub: Hub) -> None:
    move = moved(hub, some_members())
    entry = Entry.objects.get(verb="moving.done")
    assert (entry.data["imported"], entry.data["members"]) == (True, 3)
    assert entry.data["files"] == list(move.files.values_list("digest", flat=True))


def test_nobody_is_written_to_and_the_invited_wait(hub: Hub) -> None:
    moved(hub, some_members(), arrival="INVITED")
    assert set(Member.objects.values_list("state", flat=True)) == {State.WAITING}
    assert not Letter.objects.exists()


def test_nobody_gets_hours_to_start_with_once_more(hub: Hub) -> None:
    moved(hub, some_members())
    move = Transfer.objects.count()
    give_starts(hub_id=hub.id, now=Member.objects.latest("id").created_at)
    assert Transfer.objects.count() == move


def test_what_was_allowed_elsewhere_stands_and_limits_hold_again(hub: Hub) -> None:
    moved(hub, some_members(), a_table(BALANCES, (1, "-500"), (2, "500")))
    assert (_balance("1"), _balance("2")) == (-30_000, 30_000)
    poor = accounts.member_account(BroughtMember.objects.get(number="1").member)
    assert balance_of(poor.id).available == 0


def test_the_same_tables_again_bring_nothing_twice(hub: Hub) -> None:
    tables = (
        some_members(),
        a_table(TRANSFERS, ("", "31/12/2020", 1, 2, 1, ""), ("", "31/12/2020", 1, 2, 1, "")),
        a_table(BALANCES, (1, 5)),
    )
    moved(hub, *tables)
    again = moved(hub, *tables, keeps_good=True)
    assert (Member.objects.count(), Transfer.objects.count()) == (3, 3)
    assert {code for _, _, code in faults_of(again, notes=True)} == {
        "here-already",
        "brought-before",
    }


def test_mended_transfers_come_in_later_and_balances_with_them(hub: Hub) -> None:
    heads, good, bad = TRANSFERS, (1, "31/12/2020", 1, 2, 1, ""), (2, "x", 2, 1, 2, "")
    balances = a_table(BALANCES, (1, 5), (2, -5))
    moved(hub, some_members(), a_table(heads, good, bad), balances, keeps_good=True)
    assert (_balance("1"), _balance("2")) == (300, -300)
    mended = a_table(heads, (2, "1/1/2021", 2, 1, 2, ""))
    moved(hub, mended, balances)
    assert (_balance("1"), _balance("2"), _sum()) == (300, -300, 0)


def test_all_or_nothing_refuses_while_a_row_is_broken(hub: Hub) -> None:
    with pytest.raises(StillBroken):
        moved(hub, a_table(MEMBERS, (1, "Siân", "", ""), (2, "", "", "")))
    assert not Member.objects.exists()


def test_keeping_the_good_leaves_the_others_out_and_gives_them_back(hub: Hub) -> None:
    table = a_table(MEMBERS, (1, "Siân", "", ""), (2, "", "", ""))
    with override("en"):
        move = moved(hub, table, keeps_good=True)
    assert [member.name for member in Member.objects.all()] == ["Siân"]
    kept = move.files.get().text
    assert "Siân" not in kept
    assert "name: This cannot be empty" in kept
    assert faults_of(checked(hub, kept.encode())) == [(2, "name", "missing")]


def test_thirty_seven_broken_rows_are_all_named(hub: Hub) -> None:
    breaks: list[Any] = ["soon", "-1", "0", "1:99", ""]
    rows = [
        (n, "31/12/2020", 1, 2, breaks[n // 5 % 5] if n % 5 == 0 else "1.5", "") for n in range(185)
    ]
    move = checked(hub, some_members(), a_table(TRANSFERS, *rows))
    found = faults_of(move)
    assert [line for line, _, _ in found] == [n + 2 for n in range(185) if n % 5 == 0]
    assert (move.broken, {column for _, column, _ in found}) == (37, {"hours"})


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ((9, "31/12/2020", 1, 99, 1, ""), ("to", "no-such-member")),
        ((9, "31/12/2020", 1, 1, 1, ""), ("to", "same-account")),
        ((9, "31/12/2999", 1, 2, 1, ""), ("date", "date-ahead")),
        ((9, "31/12/2020", 1, "(organisation) None", 1, ""), ("to", "no-such-organisation")),
        ((9, "31/12/2020", 1, 2, "999999999", ""), ("hours", "too-many-hours")),
        ((9, "31/12/2020", 1, 2, 1, "", "surplus"), ("", "too-many-cells")),
    ],
)
def test_a_transfer_that_cannot_be_is_told_so(
    hub: Hub, row: tuple[Any, ...], fault: tuple[str, str]
) -> None:
    move = checked(hub, some_members(), a_table(TRANSFERS, row))
    assert faults_of(move) == [(2, *fault)]


def test_the_same_person_twice_is_asked_about(hub: Hub) -> None:
    heads = (*MEMBERS, "phone")
    rows = [
        (1, "Siân", "s@example.org", "", ""),
        (1, "Siôn", "", "", ""),
        (3, "Nia", "S@example.org", "", ""),
        (4, "Ned", "", "", "01632 960001"),
        (5, "Ned", "", "", "01632 960 001"),
        (6, "Nan", "", "", "01632 960001"),
    ]
    move = checked(hub, a_table(heads, *rows))
    assert faults_of(move) == [
        (3, "number", "number-twice"),
        (4, "email", "email-twice"),
        (6, "name", "person-twice"),
    ]
    assert faults_of(move, notes=True) == [(7, "phone", "shared-phone")]


def test_members_of_the_hub_are_found_by_their_address_and_stay_as_they_are(hub: Hub) -> None:
    member = a_member(hub, "Siân Rees", person=a_person("Siân Rees", email="s@example.org"))
    table = a_table(MEMBERS, (17, "Rees, S.", "S@Example.org", ""))
    moved(hub, table, a_table(BALANCES, (17, 2)))
    member.refresh_from_db()
    assert (member.name, Member.objects.count(), _balance("17")) == ("Siân Rees", 1, 120)


def test_someone_of_another_hub_comes_as_the_same_person(hub: Hub) -> None:
    other = a_hub()
    person = a_person("Siân", email="s@example.org", phone="+441632960001")
    a_member(other, person=person)
    rows = [(1, "Siân R", "s@example.org", ""), (2, "Nia", "nia@example.org", "")]
    moved(hub, a_table((*MEMBERS, "phone"), rows[0], (*rows[1], "01632 960001")))
    assert Member.objects.get(name="Siân R").person_id == person.id
    assert Member.objects.get(name="Nia").present_person.phone is None


def test_offers_and_asks_stand_on_the_hubs_shelves(hub: Hub) -> None:
    heads = ("kind", "member", "category", "category_cy", "title", "hours")
    rows = [
        ("offer", 1, "Gardens", "Gerddi", "Torri lawnt", "1"),
        ("ask", "aelod2@example.org", "gerddi", "", "Chwynnu", ""),
        ("ask", "Aelod 3", "Nowhere", "", "Dim", ""),
    ]
    move = moved(hub, some_members(), a_table(heads, *rows), keeps_good=True)
    assert faults_of(move) == [(4, "category", "no-category")]
    found = Listing.objects.order_by("title").values_list("title", "category__name_en", "minutes")
    assert list(found) == [("Chwynnu", "Gardens", None), ("Torri lawnt", "Gardens", 60)]


def test_a_timeoverflow_export_reads_without_change(hub: Hub) -> None:
    second = "2,Joan (Coll),,,,2016-01-01 00:00:00 UTC,,es,5400\n"
    tables = (TO_MEMBERS + second, TO_OFFERS, TO_TRANSFERS)
    move = moved(hub, *(table.encode() for table in tables))
    assert (move.broken, _balance("1"), _balance("2")) == (0, -90, 90)
    assert Listing.objects.get().title == "Cortar el césped"
    assert (_sum(), check_book(hub.id).agrees) == (0, True)


def test_the_same_file_twice_is_refused(hub: Hub) -> None:
    with override("en"), pytest.raises(CannotRead, match="twice"):
        checked(hub, some_members(), some_members())


def test_a_reversal_stays_one(hub: Hub) -> None:
    heads = (*TRANSFERS, "undoes")
    rows = [(1, "1/2/2020", 1, 2, 1, "", ""), (2, "2/2/2020", 2, 1, 1, "", 1)]
    moved(hub, some_members(), a_table(heads, *rows))
    later = Transfer.objects.get(reverses__isnull=False)
    assert check_book(hub.id).agrees
    assert later.reverses_id == BroughtTransfer.objects.get(old_id="1").transfer_id
