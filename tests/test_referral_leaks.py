"""Who refers someone learns whether they joined: on no page of the site anything more."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import re

import pytest
from django.utils import timezone

from gyda.deliver.actions.entry import record_hours
from gyda.deliver.actions.propose import Pair, Terms
from gyda.deliver.actions.signup import sign_up
from gyda.deliver.models import Exchange
from gyda.keys.context import in_hub
from gyda.ledger.accounts import member_account
from gyda.people.actions.hubs import keep_organisation
from gyda.people.models import Member, Organisation
from gyda.people.tests.builders import a_member
from gyda.people.who import Who
from gyda.referral.actions.answer import answer_with_code
from gyda.referral.actions.refer import Introduction, refer
from gyda.referral.actions.rules import set_policy
from gyda.referral.models import Referral
from gyda.referral.tests.builders import code_of
from tests.samples import visits
from tests.visitors import Visitor, signed_in
from tests.world import World

SECRET = "Torri gwallt y ddafad ddu"
CHANGES = re.compile(r'value="[^"]{30,}"|csrf[^>]*|nonce="[^"]*"|\\d{1,2}:\\d{2}', re.IGNORECASE)

Pages = dict[str, str]


def crawl(world: World, visitor: Visitor) -> Pages:
    """Return every page that the visitor gets, without what differs each time."""
    found = {}
    for visit in visits(world):
        response = visitor.get(visit.path())
        if response.status_code == 200 and "text/html" in response.headers["Content-Type"]:
            found[visit.name] = CHANGES.sub("", response.content.decode())
    return found


@pytest.fixture(scope="module")
def seen(world: World) -> tuple[Pages, Pages, Pages, Member]:
    """What Rhys sees when he has just referred Beti, and once she has joined and is busy; and what
    a colleague sees then who has referred nobody."""
    with in_hub(world.hub.id):
        rhys, colleague = _two_of_a_practice(world)
        made = _referred(rhys)
        visitor = signed_in("rhys", rhys)
        before = crawl(world, visitor)
        answer_with_code(code=code_of(made), answer="YES")
        beti = Member.objects.select_related("person").get(name="Beti Rhedynfa")
        _busy(world, beti)
        after = crawl(world, visitor)
        return before, after, crawl(world, signed_in("heledd", colleague)), beti


def _two_of_a_practice(world: World) -> tuple[Member, Member]:
    practice = keep_organisation(
        who=Who(world.alys), name_cy="Meddygfa Llwyn", name_en="Llwyn Surgery"
    )
    others = list(Organisation.objects.all())
    set_policy(who=Who(world.alys), answer_days=28, remind_days=14, organisations=others)
    rhys = a_member(world.hub, "Rhys Meddyg", organisation=practice)
    return rhys, a_member(world.hub, "Heledd Meddyg", organisation=practice)


def _referred(rhys: Member) -> Referral:
    told = Introduction(
        name="Beti Rhedynfa", reach="EMAIL", address="beti.rhedynfa@example.org", language="cy",
        consent_how="SPOKEN", consent_on=timezone.localdate(), words="", words_language="",
    )  # fmt: skip
    return refer(who=Who(rhys), introduction=told)


def _busy(world: World, beti: Member) -> None:
    """She does something for Bryn, and signs up for an activity."""
    yesterday = timezone.now() - datetime.timedelta(days=1)
    terms = Terms(what=SECRET, language="cy", minutes=75, when_at=yesterday)
    record_hours(who=Who(beti), pair=Pair(giver=beti, receiver=world.bryn), terms=terms)
    sign_up(who=Who(beti), activity_id=world.hours.activities["planned"])


def test_the_word_joined_is_all_that_changes_on_the_referrers_own_page(
    seen: tuple[Pages, Pages, Pages, Member],
) -> None:
    before, after, _colleague, _beti = seen
    rows = [one["referral:mine"].split("<tbody")[1].split("</tbody>")[0] for one in (before, after)]
    assert "Waiting" in rows[0]
    assert "Joined" in rows[1]
    assert [len(re.findall("<td", row)) for row in rows] == [3, 3]  # name, day, how it stands


def test_what_she_does_stands_on_no_page_of_his(seen: tuple[Pages, Pages, Pages, Member]) -> None:
    _before, after, _colleague, _beti = seen
    assert len(after) > 50
    assert [name for name, page in after.items() if SECRET in page] == []


def test_he_sees_of_her_what_every_member_sees_and_no_more(
    seen: tuple[Pages, Pages, Pages, Member],
) -> None:
    """The colleague, who referred nobody, is shown the same pages, but for their own names."""
    _before, after, colleague, beti = seen
    named = {name for name, page in after.items() if beti.name in page}
    named_to_colleague = {name for name, page in colleague.items() if beti.name in page}
    assert named - named_to_colleague == {"referral:mine"}


def test_her_page_tells_him_nothing_of_when_she_came_or_what_hours_she_has(
    world: World, seen: tuple[Pages, Pages, Pages, Member]
) -> None:
    beti, hub = seen[3], f"/en/hubs/{world.hub.slug}/"
    with in_hub(world.hub.id):
        rhys = Member.objects.get(name="Rhys Meddyg")
        account = member_account(beti).id
        exchange = Exchange.objects.get(giver=beti).id
    visitor = signed_in("rhys", rhys)
    page = visitor.get(f"{hub}people/{beti.id}/").content.decode()
    main = page.split("<main")[1].split("</main>")[0]
    assert "Beti Rhedynfa" in main
    for telling in ("Last here", "Joined", "beti.rhedynfa@example.org", "1 h"):
        assert telling not in main
    assert not re.search(r"\d+.(min|h)\b", main)
    person = f"people/{beti.id}"
    closed = [f"ledger/accounts/{account}/", f"exchanges/{exchange}/", "referrals/"]
    closed += [f"{person}/checks/", f"{person}/needs/", f"{person}/consents/"]
    got = {path: visitor.get(hub + path).status_code for path in closed}
    assert got == dict.fromkeys(closed, 404)
