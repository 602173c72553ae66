"""The time bank of the world: listings, exchanges, gifts and activities in every state."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass, field
from io import BytesIO
from uuid import UUID

from django.utils import timezone
from PIL import Image

from gyda.deliver.actions import activity as activities
from gyda.deliver.actions import category, clock, hours, listing, propose, signup, thanks
from gyda.deliver.actions.attendance import Came, record_attendance
from gyda.deliver.actions.gift import Present, give_to_neighbour, give_to_pot, grant
from gyda.deliver.actions.moves import Words
from gyda.deliver.actions.picture import add_picture
from gyda.deliver.drafts import Draft
from gyda.deliver.matching.actions import bring
from gyda.deliver.models import Attendance, Category, Exchange, Listing
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.people.who import Who
from tests.world_of_paper import paper_in

HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)


@dataclass
class Hours:
    """What there is, each by what it is called in the tables."""

    listings: dict[str, UUID] = field(default_factory=dict)
    exchanges: dict[str, UUID] = field(default_factory=dict)
    activities: dict[str, UUID] = field(default_factory=dict)
    others: dict[str, UUID | str] = field(default_factory=dict)


def hours_in(alys: Member, bryn: Member, carys: Member, olwen: Member, gwen: Member) -> Hours:
    """Make all of it in the hub."""
    if not Category.objects.exists():
        category.start_categories(who=Who(alys))
    found = Hours()
    _listings(found, alys, bryn, carys, olwen)
    _brought(found, bryn, carys)
    _exchanges(found, bryn, alys, carys)
    _gifts(found, alys, bryn, carys, olwen)
    _activities(found, carys, bryn, gwen)
    found.others |= paper_in(carys, bryn, olwen)
    return found


def an_offer(member: Member, title: str, kind: str = "OFFER", language: str = "cy") -> Listing:
    """Put up a listing in the hub's first category."""
    draft = Draft(category=Category.objects.first(), title=title, language=language)
    return listing.put_up(who=Who(member), kind=kind, draft=draft)


def _listings(found: Hours, alys: Member, bryn: Member, carys: Member, olwen: Member) -> None:
    bikes = an_offer(bryn, "Trwsio beiciau")
    add_picture(who=Who(bryn), listing=bikes, file=a_picture(), alt="Beic coch", language="cy")
    paused = an_offer(bryn, "Gwersi gitâr")
    listing.pause(who=Who(bryn), listing=paused)
    closed = an_offer(alys, "Pobi bara")
    listing.close(who=Who(alys), listing=closed)
    found.listings = {
        "Bryn's offer": bikes.id,
        "Alys's ask": an_offer(alys, "A lift to town", "ASK", "en").id,
        "Bryn's, paused": paused.id,
        "Alys's, closed": closed.id,
        "Olwen's, put up by Carys": listing.put_up(
            who=Who(carys, olwen),
            kind="ASK",
            draft=Draft(category=Category.objects.first(), title="Cwmni am baned", language="cy"),
        ).id,
    }


def _brought(found: Hours, bryn: Member, carys: Member) -> None:
    """Carys brings Olwen's ask to Bryn."""
    ask = Listing.objects.select_related("member").get(
        id=found.listings["Olwen's, put up by Carys"]
    )
    now = timezone.now()
    made = bring(who=Who(carys), ask=ask, helper_id=bryn.id, now=now)
    found.others["suggestion"] = made.id


def a_picture() -> BytesIO:
    file = BytesIO()
    Image.new("RGB", (400, 300), "teal").save(file, "JPEG")
    file.seek(0)
    return file


def _exchanges(found: Hours, bryn: Member, alys: Member, carys: Member) -> None:
    """Bryn gives to Alys, in every state that there is."""
    giver, receiver = Who(bryn), Who(alys)

    def proposed(what: str) -> Exchange:
        terms = propose.Terms(what=what, language="cy", minutes=60)
        return propose.propose(who=giver, pair=propose.Pair(bryn, alys), terms=terms)

    def agreed(what: str) -> UUID:
        exchange = proposed(what)
        propose.agree(who=receiver, exchange_id=exchange.id, version=exchange.version)
        return exchange.id

    def said(what: str, *minutes: int) -> UUID:
        id_ = agreed(what)
        for who, number in zip((giver, receiver), minutes, strict=False):
            hours.say_hours(who=who, exchange_id=id_, minutes=number)
        return id_

    states = {
        "proposed": proposed("Torri'r lawnt").id,
        "agreed": agreed("Peintio'r giât"),
        "done": said("Lifft i'r dref", 60),
        "differing": said("Gwersi Cymraeg", 60, 90),
        "handed over": said("Casglu presgripsiwn", 60, 30),
        "decided": said("Glanhau'r neuadd", 60, 30),
        "confirmed": said("Trwsio ffens", 60, 60),
        "thanked": said("Gwau siwmper", 60, 60),
        "reversed": said("Golchi'r car", 60, 60),
        "declined": proposed("Cerdded y ci").id,
        "cancelled": agreed("Siopa"),
        "lapsed": proposed("Dyfrio planhigion").id,
    }
    found.exchanges = states
    _ends(found, giver, receiver, Who(carys))


def _ends(found: Hours, giver: Who, receiver: Who, connector: Who) -> None:
    """Bring each exchange from where both said their hours to where it is to stand."""
    states, why = found.exchanges, Words("Gyda phob dymuniad da", "cy")
    hours.hand_over(who=receiver, exchange_id=states["handed over"], words=why)
    hours.hand_over(who=receiver, exchange_id=states["decided"], words=why)
    hours.decide(who=connector, exchange_id=states["decided"], minutes=45, words=why)
    hours.reverse(who=connector, exchange_id=states["reversed"], words=why)
    propose.decline(who=receiver, exchange_id=states["declined"], words=why)
    propose.cancel(who=receiver, exchange_id=states["cancelled"], words=why)
    clock.lapse(exchange_id=states["lapsed"], now=timezone.now() + 400 * DAY)
    words, ring_me = Words("Diolch o galon", "cy"), Words("Ffoniwch fi", "cy")
    thanked = states["thanked"]
    said = thanks.thank(who=receiver, exchange_id=thanked, words=words, shared=True)
    told = thanks.tell_how_it_was(who=giver, exchange_id=thanked, feeling="TALK", words=ring_me)
    found.others |= {"thanks": said.id, "told": told.id}


def _gifts(found: Hours, alys: Member, bryn: Member, carys: Member, olwen: Member) -> None:
    def present() -> Present:
        return Present(key=uuid7(), minutes=30, words="Diolch am bopeth", language="cy")

    neighbour = give_to_neighbour(who=Who(alys), receiver=bryn, present=present())
    give_to_pot(who=Who(bryn), present=present())
    granted = grant(who=Who(carys), receiver=olwen, present=present())
    found.others |= {"gift": neighbour.id, "grant": granted.id}


def a_plan(name_cy: str, name_en: str, starts: datetime.datetime, places: int | None = None):  # noqa: ANN201
    return activities.Plan(
        title_cy=name_cy, title_en=name_en, place_cy="Neuadd y Cwm", place_en="Cwm Hall",
        starts_at=starts, ends_at=starts + 2 * HOUR, minutes=120, places=places, paid_from="ISSUE",
    )  # fmt: skip


def _activities(found: Hours, carys: Member, bryn: Member, gwen: Member) -> None:
    now, who = timezone.now(), Who(carys)
    names = {
        "planned": ("Cylch gwau", "Knitting circle", now + 7 * DAY),
        "full": ("Cawl a chwmni", "Soup and company", now + 9 * DAY),
        "recorded": ("Codi sbwriel", "Litter pick", now - HOUR),
        "cancelled": ("Taith gerdded", "A walk", now + 5 * DAY),
    }
    for state, (cy, en, starts) in names.items():
        plan = a_plan(cy, en, starts, 1 if state == "full" else None)
        made = activities.plan_activity(who=who, plan=plan, organisers=[carys])
        found.activities[state] = made.id
        for member in (bryn, gwen):
            signup.sign_up(who=Who(member), activity_id=made.id)
    recorded = found.activities["recorded"]
    record_attendance(who=who, activity_id=recorded, came=[Came(bryn, 120)], now=now + 2 * HOUR)
    activities.cancel_activity(
        who=who, activity_id=found.activities["cancelled"], because_cy="Glaw", because_en="Rain"
    )
    found.others["attendance"] = Attendance.objects.get(
        activity_id=recorded, transfer_id__isnull=False
    ).id


def hours_elsewhere(steward: Member, member: Member, marker: str) -> None:
    """Something of everything, marked, in the other hub."""
    if not Category.objects.exists():
        category.start_categories(who=Who(steward))
    an_offer(member, f"Gwersi {marker}")
    an_offer(steward, f"Lifft i {marker}", "ASK")
    terms = propose.Terms(what=f"Help {marker}", language="cy", minutes=60)
    pair = propose.Pair(member, steward)
    exchange = propose.propose(who=Who(member), pair=pair, terms=terms)
    propose.agree(who=Who(steward), exchange_id=exchange.id, version=exchange.version)
    for one in (member, steward):
        hours.say_hours(who=Who(one), exchange_id=exchange.id, minutes=60)
    thanks.thank(who=Who(steward), exchange_id=exchange.id, words=Words(marker, "cy"), shared=True)
    plan = a_plan(f"Cylch {marker}", f"{marker} circle", timezone.now() + DAY)
    activities.plan_activity(who=Who(steward), plan=plan, organisers=[steward])
    paper_in(steward, member, member)
