"""The connector's desk, quick entry, people to invite and the steward's rules."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from gyda.deliver.actions import hours
from gyda.deliver.actions.moves import Words
from gyda.deliver.actions.policy import StewardsOnly, set_policy
from gyda.deliver.actions.start import give_start, give_starts
from gyda.deliver.models import Exchange, Listing, Policy, StartGift
from gyda.deliver.models.exchange import State
from gyda.deliver.queries.balance import only_gave, only_received
from gyda.deliver.queries.desk import today
from gyda.deliver.queries.policy import the_policy
from gyda.deliver.tests.exchange_builders import agreed, an_activity, balance, begun, no_start
from gyda.deliver.tests.listing_builders import an_ask
from gyda.deliver.tests.test_exchange_views import Browser, text
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts
from gyda.ledger.queries import balance_of
from gyda.letters.models import Letter
from gyda.people.models import ActingConsent, Card, Member
from gyda.people.models.consent import How
from gyda.people.tests.builders import Cast, a_member, who

DAY = datetime.timedelta(days=1)


def _busy(cast: Cast) -> Exchange:
    """Something of everything that comes to the desk."""
    now = timezone.now()
    an_ask(cast.bryn)
    Listing.objects.update(created_at=now - 4 * DAY)
    Member.objects.filter(id=cast.bryn.id).update(last_seen_on=now.date() - 70 * DAY)
    begun(an_activity(cast))
    by_carys = {"recorded_by": cast.carys, "given_at": now - DAY}
    ActingConsent.objects.create(
        principal=cast.dafydd, supporter=cast.bryn, how=How.PAPER, until=now + DAY, **by_carys
    )
    Card.objects.create(
        member=cast.bryn, number="1" * 12, pin="!", wrong=5, issued_by=cast.carys, issued_at=now
    )
    exchange = agreed(cast.bryn, cast.dafydd)
    hours.say_hours(who=who(cast.bryn), exchange_id=exchange.id, minutes=120)
    hours.hand_over(who=who(cast.dafydd), exchange_id=exchange.id, words=Words())
    return exchange


def test_the_desk_shows_what_waits(cast: Cast) -> None:
    no_start(cast)
    exchange = _busy(cast)
    desk = today()
    assert [row.id for row in desk.exchanges] == [exchange.id]
    assert [ask.member_id for ask in desk.asks] == [cast.bryn.id]
    assert [member.id for member in desk.unseen] == [cast.bryn.id]
    assert [(watch.is_card, watch.name) for watch in desk.watches] == [
        (True, "Bryn"),
        (False, "Dafydd"),
    ]
    assert len(desk.activities) == 1


def test_a_quiet_desk_says_so(cast: Cast) -> None:
    assert today().is_quiet
    assert "Nothing waits for you" in text(Browser(cast, cast.carys).get("desk/"))


def test_an_answered_ask_leaves_the_desk(cast: Cast) -> None:
    ask = an_ask(cast.bryn)
    later = timezone.now() + 4 * DAY
    assert len(today(later).asks) == 1
    exchange = agreed(cast.dafydd, cast.bryn)
    Exchange.objects.filter(id=exchange.id).update(listing=ask)
    assert not today(later).asks


@pytest.mark.parametrize("many", [1, 15])
def test_the_desk_needs_12_queries_at_any_size(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries, many: int
) -> None:
    no_start(cast)
    _busy(cast)
    for _ in range(many):
        one, other = a_member(cast.hub), a_member(cast.hub)
        exchange = agreed(one, other)
        hours.say_hours(who=who(one), exchange_id=exchange.id, minutes=120)
    browser = Browser(cast, cast.carys)
    for page in ("desk/", "desk/exchanges/", "desk/invite/", "desk/told/"):
        with django_assert_max_num_queries(12):
            assert browser.get(page).status_code == 200


def test_a_reminder_goes_out_with_one_click(cast: Cast) -> None:
    exchange = agreed(cast.bryn, cast.dafydd)
    hours.say_hours(who=who(cast.bryn), exchange_id=exchange.id, minutes=120)
    browser = Browser(cast, cast.carys)
    back = f"{browser.root}desk/"
    shown = browser.post(f"exchanges/{exchange.id}/remind/", next=back)
    assert shown.redirect_chain[0][0] == back
    reminded = Letter.objects.filter(kind="exchange_reminder").values_list("member_id", flat=True)
    assert list(reminded) == [cast.dafydd.id]


def test_people_to_invite_are_those_who_only_give_or_only_receive(cast: Cast) -> None:
    no_start(cast)
    exchange = agreed(cast.bryn, cast.dafydd)
    for member in (cast.bryn, cast.dafydd):
        hours.say_hours(who=who(member), exchange_id=exchange.id, minutes=120)
    assert list(only_gave(beside=cast.carys)) == [cast.bryn]
    assert list(only_received(beside=cast.carys)) == [cast.dafydd]
    assert not only_gave(beside=cast.bryn).exists()
    assert not only_gave(beside=cast.carys, now=timezone.now() + 200 * DAY).exists()
    assert "Ask Bryn what they would enjoy" in text(Browser(cast, cast.carys).get("desk/invite/"))


def _sheet(**fields: Any) -> dict[str, Any]:
    common = {"entry": "PAPER", "language": "cy", "nature": "TIME", "key": str(uuid7())}
    day = {"day_day": "1", "day_month": "3", "day_year": "2026", "count": "5"}
    return common | day | fields


def _line(number: int, giver: str, receiver: str, minutes: str, what: str) -> dict[str, str]:
    fields = {"giver": giver, "receiver": receiver, "minutes": minutes, "what": what}
    return {f"line{number}-{name}": value for name, value in fields.items()}


def test_a_sheet_is_stored_from_one_screen(cast: Cast) -> None:
    no_start(cast)
    lines = _line(0, "bryn", "Dafydd", "1.5", "Siopa") | _line(3, "Dafydd", "Alys", "1", "Lifft")
    sheet = _sheet(**lines)
    for _ in range(2):
        shown = Browser(cast, cast.carys).post("desk/sheet/", **sheet)
        assert "2 lines are stored" in text(shown)
    assert Exchange.objects.filter(state=State.CONFIRMED).count() == 2
    assert [balance(member) for member in (cast.bryn, cast.dafydd, cast.alys)] == [90, -30, -60]


def test_a_wrong_line_is_named_and_every_line_stays_as_typed(cast: Cast) -> None:
    lines = _line(0, "Bryn", "Dafydd", "1.5", "Siopa") | _line(1, "Neb", "Carys", "sawl", "Lifft")
    shown = Browser(cast, cast.carys).post("desk/sheet/", **_sheet(**lines))
    page = shown.content.decode()
    assert "Nobody of that name" in text(shown)
    for typed in ("Bryn", "Siopa", "Neb", "sawl", "Lifft"):
        assert f'value="{typed}"' in page
    assert not Exchange.objects.exists()


def test_a_line_that_an_action_refuses_says_why(cast: Cast) -> None:
    lines = _line(0, "Bryn", "Dafydd", "1", "Siopa") | _line(1, "Bryn", "Carys", "1", "Lifft")
    shown = Browser(cast, cast.carys).post("desk/sheet/", **_sheet(**lines))
    assert "you cannot act for the other side" in text(shown)
    assert not Exchange.objects.exists()


def test_more_lines_keep_what_was_typed_and_complain_of_nothing(cast: Cast) -> None:
    lines = _line(0, "Bryn", "", "1", "Siopa")
    shown = Browser(cast, cast.carys).post("desk/sheet/", **_sheet(more="1", **lines))
    page = shown.content.decode()
    assert 'value="Siopa"' in page
    assert "Line 10" in text(shown)
    assert "There is a problem" not in text(shown)


def test_a_card_number_finds_its_member(cast: Cast) -> None:
    no_start(cast)
    Card.objects.create(
        member=cast.bryn,
        number="123456789012",
        pin="!",
        issued_by=cast.carys,
        issued_at=timezone.now(),
    )
    lines = _line(0, "1234 5678 9012", "Dafydd", "1", "Siopa")
    Browser(cast, cast.carys).post("desk/sheet/", **_sheet(**lines))
    assert balance(cast.bryn) == 60


def test_a_sheet_of_goods_is_stopped(cast: Cast) -> None:
    lines = _line(0, "Bryn", "Dafydd", "1", "Jam")
    shown = Browser(cast, cast.carys).post("desk/sheet/", **_sheet(nature="GOODS", **lines))
    assert "Hours are for time, not for things" in text(shown)
    assert not Exchange.objects.exists()


def test_the_first_hours_are_given_once(cast: Cast) -> None:
    assert give_start(member=cast.bryn)
    assert give_start(member=cast.bryn) is None
    assert balance(cast.bryn) == 120
    given = give_starts(hub_id=cast.hub.id, now=timezone.now())
    assert given == 3
    assert balance_of(accounts.issue().id).balance == -4 * 120
    assert StartGift.objects.count() == 4


def test_an_empty_pot_gives_its_first_hours_later(cast: Cast) -> None:
    set_policy(who=who(cast.alys), rules={"start_from": "POT"})
    assert give_start(member=cast.bryn) is None
    assert balance(cast.bryn) == 0


def test_only_a_steward_sets_the_rules(cast: Cast) -> None:
    with pytest.raises(StewardsOnly):
        set_policy(who=who(cast.carys), rules={"lapse_days": 30})
    assert the_policy().lapse_days == 14
    assert Browser(cast, cast.carys).get("time-bank/change/").status_code == 404
    assert Browser(cast, cast.bryn).get("time-bank/").status_code == 200


def test_rules_that_do_not_fit_together_are_sent_back(cast: Cast) -> None:
    browser = Browser(cast, cast.alys)
    rules = {
        "words_cy": "Croeso",
        "words_en": "Welcome",
        "lapse_days": "21",
        "remind_days": "10",
        "last_remind_days": "3",
        "step_minutes": "30",
        "start_minutes": "3",
        "start_from": "ISSUE",
        "activities_seen_by": "MEMBERS",
        "thanks_seen_by": "MEMBERS",
        "unmatched_days": "5",
        "unseen_days": "90",
    }
    shown = browser.post("time-bank/change/", **(rules | {"remind_days": "30"}))
    assert "both before it closes" in text(shown)
    browser.post("time-bank/change/", **rules)
    policy = Policy.objects.get()
    assert (policy.lapse_days, policy.step_minutes, policy.start_minutes) == (21, 30, 180)


def test_the_calendar_is_there_where_everyone_may_look(cast: Cast) -> None:
    activity = an_activity(cast)
    nobody = Browser(cast, None)
    shown = nobody.get("activities/calendar.ics")
    lines = shown.content.decode().split("\r\n")
    assert "SUMMARY;LANGUAGE=en:Knitting together" in lines
    assert not any("vestry" in line or "Bryn" in line for line in lines)
    assert any(str(activity.id) in line for line in lines)
    set_policy(who=who(cast.alys), rules={"activities_seen_by": "MEMBERS"})
    assert nobody.get("activities/calendar.ics").status_code == 404
    assert "sign-in" in nobody.get("activities/").redirect_chain[0][0]
    assert Browser(cast, cast.bryn).get("activities/").status_code == 200
