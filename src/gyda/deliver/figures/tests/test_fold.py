"""What is counted is what the ledger says."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gyda.deliver.figures.actions.fold import check, fold
from gyda.deliver.figures.models import Flow, Grain, Part, Period, Reckoning, Sort
from gyda.deliver.figures.queries.book import book_of
from gyda.deliver.figures.queries.flows import agrees_with_ledger, balances_of
from gyda.deliver.figures.spans import later, month_of
from gyda.deliver.figures.tests.builders import NOW, gave, helped, hours, neighbours, on, taken_back
from gyda.keys.context import in_hub
from gyda.ledger import accounts
from gyda.ledger.errors import LedgerError
from gyda.ledger.models import Account, Kind, Pocket, Unit
from gyda.ledger.tests.builders import moved
from gyda.people.models import Hub, Member
from gyda.people.tests.builders import Cast, a_hub

OCTOBER, NOVEMBER = datetime.date(2026, 10, 1), datetime.date(2026, 11, 1)


def counted(hub: Hub, now: datetime.datetime = NOW) -> None:
    fold(hub_id=hub.id, now=now)


def month(first: datetime.date) -> Period:
    return Period.objects.get(grain=Grain.MONTH, first=first)


def parts(period: Period, sort: str) -> dict[str, int]:
    rows = Part.objects.filter(period=period, sort=sort)
    return {part.key: part.people for part in rows}


def test_notes_of_one_helper_do_not_pass_for_five_people(cast: Cast) -> None:
    for day in range(1, 7):
        ends = accounts.issue().id, accounts.notes().id
        moved(*ends, 60, kind="NOTE_OUT", now=on(2026, 10, day))
    counted(cast.hub)
    found = month(OCTOBER)
    assert (found.organised_minutes, found.organised_people) == (360, 1)
    assert Part.objects.get(period=found, sort=Sort.KIND).people == 1


def test_a_hub_where_nothing_moved_has_nothing_to_count(cast: Cast) -> None:
    counted(cast.hub)
    assert not Period.objects.exists()
    assert not Flow.objects.exists()


def test_what_neighbours_gave_and_what_was_arranged_are_kept_apart(cast: Cast) -> None:
    aled, beti, cai = neighbours(cast.hub, 3)
    gave(aled, beti, on(2026, 10), 90)
    gave(aled, cai, on(2026, 10, 11), 30)
    helped(cai, on(2026, 10, 12), 120)
    counted(cast.hub)
    found = month(OCTOBER)
    assert (found.neighbour_minutes, found.neighbour_times, found.neighbour_people) == (120, 2, 3)
    assert (found.organised_minutes, found.organised_times, found.organised_people) == (120, 1, 1)
    assert (found.only_gave, found.only_received, found.both) == (1, 1, 1)


def test_gifts_and_hours_to_start_with_are_no_time_given(cast: Cast) -> None:
    aled, beti = neighbours(cast.hub, 2)
    moved(accounts.issue().id, hours(aled), 60, kind="START", now=on(2026, 10))
    moved(hours(aled), hours(beti), 60, kind="GIFT", now=on(2026, 10))
    counted(cast.hub)
    assert (month(OCTOBER).minutes, month(OCTOBER).active) == (0, 0)
    assert sum(Flow.objects.values_list("amount", flat=True)) == 120


def test_what_is_taken_back_counts_less_in_the_month_of_taking_back(cast: Cast) -> None:
    aled, beti = neighbours(cast.hub, 2)
    wrong = gave(aled, beti, on(2026, 10), 60)
    taken_back(wrong, on(2026, 11))
    taken_back(helped(aled, on(2026, 10), 45), on(2026, 11))
    counted(cast.hub)
    assert (month(OCTOBER).neighbour_minutes, month(NOVEMBER).neighbour_minutes) == (60, -60)
    assert (month(OCTOBER).organised_minutes, month(NOVEMBER).organised_minutes) == (45, -45)


def test_the_year_knows_partners_answers_and_who_was_quiet(cast: Cast) -> None:
    aled, beti, cai, dai = neighbours(cast.hub, 4)
    gave(dai, cai, on(2024, 3))
    gave(aled, beti, on(2026, 3), 60)
    gave(beti, aled, on(2026, 10), 30)
    gave(aled, cai, on(2026, 11), 30)
    counted(cast.hub)
    year = Period.objects.get(grain=Grain.YEAR, end=later(NOVEMBER, 1))
    assert (year.links, year.mutual_links, year.link_minutes, year.mutual_minutes) == (
        3,
        2,
        120,
        60,
    )
    assert parts(year, Sort.PARTNERS) == {"1": 2, "2": 1, "3-4": 0, "5-9": 0, "10+": 0}
    assert year.half_partners == 2
    quiet = parts(year, Sort.QUIET)
    assert (quiet["3"], quiet["LONG"]) == (3, 1)  # the cast joined after
    assert sum(quiet.values()) == year.members


def test_closed_months_are_not_counted_again_and_the_open_one_is(cast: Cast) -> None:
    aled, beti = neighbours(cast.hub, 2)
    gave(aled, beti, on(2026, 10))
    counted(cast.hub)
    closed = month(OCTOBER).id
    gave(aled, beti, on(2026, 11))
    counted(cast.hub)
    assert month(OCTOBER).id == closed
    assert (month(NOVEMBER).neighbour_minutes, month(NOVEMBER).is_closed) == (60, False)


def test_an_open_month_that_is_over_is_counted_to_its_end(cast: Cast) -> None:
    aled, beti = neighbours(cast.hub, 2)
    gave(aled, beti, on(2026, 11, 1))
    counted(cast.hub, on(2026, 11, 5))
    gave(aled, beti, on(2026, 11, 30))
    counted(cast.hub, on(2026, 12, 2))
    assert (month(NOVEMBER).neighbour_minutes, month(NOVEMBER).is_closed) == (120, True)
    still_open = Period.objects.filter(is_closed=False)
    assert {period.end for period in still_open} == {datetime.date(2027, 1, 1)}


def test_hours_brought_in_for_the_past_are_found_and_counted(cast: Cast) -> None:
    people = neighbours(cast.hub, 6)
    for number in range(5):
        gave(people[number], people[number + 1], on(2026, 9))
    gave(people[0], people[1], on(2026, 10))
    counted(cast.hub)
    gave(people[0], people[1], on(2026, 8), 45)
    gave(people[0], people[1], on(2026, 9), 15)
    check(hub_id=cast.hub.id, now=NOW)
    assert month(datetime.date(2026, 8, 1)).minutes == 45
    assert month(datetime.date(2026, 9, 1)).minutes == 315
    run = Period.objects.get(grain=Grain.RUN)
    assert (run.first.month, run.end.month, run.minutes) == (8, 10, 360)


def test_a_run_takes_in_months_until_five_people_stand_behind_it(cast: Cast) -> None:
    aled, beti, cai, dai, eirlys = neighbours(cast.hub, 5)
    gave(aled, beti, on(2026, 7))
    gave(aled, cai, on(2026, 8))
    gave(dai, eirlys, on(2026, 9))
    gave(aled, beti, on(2026, 10))
    counted(cast.hub)
    runs = Period.objects.filter(grain=Grain.RUN)
    assert [(run.first.month, run.end.month, run.active) for run in runs] == [(7, 10, 5)]
    season = Period.objects.get(grain=Grain.SEASON)
    assert (season.first, season.end) == (datetime.date(2026, 7, 1), OCTOBER)


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["EXCHANGE", "ATTENDANCE", "GIFT", "POT_GIFT", "VENUE", "NOTE", "back"]),
        st.integers(0, 4),
        st.integers(0, 4),
        st.integers(1, 200),
        st.integers(0, 400),  # days ago
    ),
    max_size=16,
)


@pytest.mark.django_db
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(deeds=DEEDS, again=st.booleans())
def test_all_flows_together_are_the_ledger_to_the_minute(deeds: list, again: bool) -> None:  # type: ignore[type-arg]
    hub = a_hub()
    with in_hub(hub.id):
        people = neighbours(hub, 5)
        given_minutes = _play(people, sorted(deeds, key=lambda deed: -deed[4]))
        counted(hub)
        if again:
            check(hub_id=hub.id, now=NOW)
        assert balances_of(Flow.objects.all()) == _kept()
        assert agrees_with_ledger()
        assert all(Reckoning.objects.values_list("agrees", flat=True))
        found = Period.objects.filter(grain=Grain.MONTH)
        assert sum(period.neighbour_minutes for period in found) == given_minutes["EXCHANGE"]
        assert sum(period.organised_minutes for period in found) == given_minutes["ATTENDANCE"]
        book = book_of(later(month_of(NOW), -11), later(month_of(NOW), 1))
        assert book.comes_to == 0


def _play(people: list[Member], deeds: list) -> dict[str, int]:  # type: ignore[type-arg]
    """Carry out what can be carried out, and say how much time was given, by its kind."""
    totals: dict[str, int] = defaultdict(int)
    last = None
    for code, payer, paid, minutes, ago in deeds:
        at = NOW - datetime.timedelta(days=ago, minutes=1)
        ends = {
            "EXCHANGE": (hours(people[payer]), hours(people[paid])),
            "GIFT": (hours(people[payer]), hours(people[paid])),
            "ATTENDANCE": (accounts.issue().id, hours(people[paid])),
            "POT_GIFT": (hours(people[payer]), accounts.pot().id),
            "VENUE": (hours(people[payer]), accounts.retirement().id),
            "NOTE": (hours(people[payer]), accounts.notes().id),
        }
        try:
            if code == "back":
                if last:
                    taken_back(last, at)
                    totals[last.kind] -= last.amount
                    last = None
            elif ends[code][0] != ends[code][1]:
                kind = "NOTE_OUT" if code == "NOTE" else code
                last = moved(*ends[code], minutes, kind=kind, now=at)
                totals[kind] += minutes
        except LedgerError:
            continue
    return totals


def _kept() -> dict[tuple[str, str], int]:
    """What lies in the accounts, by their kind, of those that were ever used."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    used = {kind for pair in Flow.objects.values_list("debit_kind", "credit_kind") for kind in pair}
    for account in Account.objects.filter(unit=Unit.MINUTES, kind__in=used):
        lies = sum(Pocket.objects.filter(account=account).values_list("balance", flat=True))
        found[Unit.MINUTES, account.kind] += lies
    assert set(used) <= set(Kind.values)
    return found
