"""The pages between hubs: what members and stewards do, and what stays closed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re

import pytest
from django.test import Client

from gyda.between.actions.across import across_of
from gyda.between.models import Across, Pact
from gyda.between.tests.builders import Two, agreed, minutes_of, owed, paid, two_hubs
from gyda.deliver.actions import category
from gyda.deliver.tests.listing_builders import an_offer
from gyda.keys.context import in_hub
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.people.who import Who
from gyda.safeguarding.actions.requirements import require
from gyda.safeguarding.tests.builders import a_check
from gyda.web.units import hours


@pytest.fixture
def two(db: None) -> Two:
    made = agreed(two_hubs(("yma", "acw")))
    with in_hub(made.there.id):
        category.start_categories(who=Who(made.other_steward))
        an_offer(made.ben, title="Torri coed")
        across_of(made.ben)
    return made


def _as(client: Client, member: Member) -> Client:
    client.force_login(member.present_person)
    return client


def _code(two: Two) -> str:
    with in_hub(two.there.id):
        return str(Across.objects.get(member=two.ben).code)


def _pay(client: Client, code: str, minutes: str = "1") -> str:
    sent = {"code": code, "minutes": minutes, "language": "cy", "key": str(uuid7())}
    answer = client.post("/en/hubs/yma/between/with/acw/pay/", sent, follow=True)
    return answer.text


def test_a_member_pays_with_a_code(client: Client, two: Two) -> None:
    assert "The hours are with: Ben" in _pay(_as(client, two.ann), _code(two))
    assert minutes_of(two.ben) == (60, 0)


def test_a_wrong_code_names_nobody(client: Client, two: Two) -> None:
    assert "Nobody in that hub has this code" in _pay(_as(client, two.ann), "AAAAAAAA")


def test_a_member_reads_offers_of_the_other_hub_and_pays_for_one(client: Client, two: Two) -> None:
    page = _as(client, two.ann).get("/en/hubs/yma/between/with/acw/offers/").text
    assert "Torri coed" in page
    found = re.search(r'href="(/en/hubs/yma/between/with/acw/offers/[^"]{36}/)"', page)
    assert found
    sent = {"minutes": "1", "language": "cy", "key": str(uuid7())}
    client.post(found[1], sent)
    assert minutes_of(two.ben) == (60, 0)


def test_offers_that_are_kept_at_home_are_not_shown(client: Client, two: Two) -> None:
    _as(client, two.ben).post("/en/hubs/acw/between/my-offers/", {"show": "no"})
    page = _as(client, two.ann).get("/en/hubs/yma/between/with/acw/offers/").text
    assert "Torri coed" not in page


def test_no_offer_crosses_for_which_its_member_lacks_a_check(client: Client, two: Two) -> None:
    where = "/en/hubs/yma/between/with/acw/offers/"
    with in_hub(two.there.id):
        require(who=Who(two.other_steward), part="GIVER", level="MEETING")
    assert "Torri coed" not in _as(client, two.ann).get(where).text
    with in_hub(two.there.id):
        a_check(two.other_steward, two.ben, "MEETING")
    assert "Torri coed" in _as(client, two.ann).get(where).text


def test_a_hub_that_shows_no_offers_shows_none(client: Client, two: Two) -> None:
    with in_hub(two.there.id):
        Pact.objects.update(shows_offers=False)
    page = _as(client, two.ann).get("/en/hubs/yma/between/with/acw/offers/").text
    assert "Torri coed" not in page


def test_without_an_agreement_there_is_nothing_to_find(client: Client, db: None) -> None:
    two = two_hubs(("yma", "acw"))
    _as(client, two.ann)
    for page in ("offers", "pay"):
        assert client.get(f"/en/hubs/yma/between/with/acw/{page}/").status_code == 404


def test_stewards_offer_agree_and_end(client: Client, db: None) -> None:
    two = two_hubs(("yma", "acw"))
    terms = {"slug": "acw", "we_may_owe": "10", "they_may_owe": "10"}
    _as(client, two.steward).post("/en/hubs/yma/between/agreements/new/", terms)
    _as(client, two.other_steward).post("/en/hubs/acw/between/agreements/yma/accept/", {"seen": 1})
    assert "It stands." in client.get("/en/hubs/acw/between/agreements/yma/").text
    client.post("/en/hubs/acw/between/agreements/yma/end/")
    assert "It is ended." not in _as(client, two.steward).get("/en/hubs/yma/between/").text
    assert "stands" not in client.get("/en/hubs/yma/between/agreements/acw/").text


def test_a_steward_settles_and_takes_the_months_away(client: Client, two: Two) -> None:
    paid(two, 90)
    _as(client, two.other_steward)
    page = client.get("/en/hubs/acw/between/agreements/yma/").text
    assert hours(90) in page
    sent = {"minutes": "1:30", "key": str(uuid7())}
    client.post("/en/hubs/acw/between/agreements/yma/settle/", sent)
    assert owed(two.there, two.here) == 0
    table = client.get("/en/hubs/acw/between/agreements/yma/table/")
    assert table.headers["Content-Type"].startswith("text/csv")


def test_members_see_no_agreements_page(client: Client, two: Two) -> None:
    assert _as(client, two.ann).get("/en/hubs/yma/between/agreements/").status_code == 404
