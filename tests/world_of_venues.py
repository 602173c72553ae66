"""The venues of the world: a surgery with spare places, paid back by a landlord with a pool."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass, field
from uuid import UUID

from django.utils import timezone

from gyda.deliver.actions.moves import Words as Said
from gyda.deliver.venues.actions import book, door, giving, pools, settle, setup, spare
from gyda.deliver.venues.models import Agreement, Booking, Occasion
from gyda.keys.uuid7 import uuid7
from gyda.people.actions.hubs import keep_organisation
from gyda.people.models import Member, Organisation
from gyda.people.who import Who

DAY = datetime.timedelta(days=1)
WHY = Said("Am ofalu am yr ardd", "cy")


@dataclass
class Places:
    """What there is, each by what it is called in the tables."""

    bookings: dict[str, UUID | str] = field(default_factory=dict)
    settlements: dict[str, UUID] = field(default_factory=dict)
    others: dict[str, UUID | str] = field(default_factory=dict)


def venues_in(alys: Member, bryn: Member, carys: Member, dafydd: Member, gwen: Member) -> Places:
    """Make all of it in the hub: Dafydd's surgery has a pool to swim in."""
    found = Places()
    surgery = Organisation.objects.get(id=dafydd.organisation_id)
    landlord = keep_organisation(
        who=Who(alys), name_cy="Cymdeithas Tai'r Cwm", name_en="Valley Homes"
    )
    _granted(found, alys, bryn, gwen, landlord)
    venue_id = _put_up(found, alys, dafydd, surgery, landlord)
    _booked(found, carys, dafydd, gwen)
    found.others |= {"landlord": landlord.id, "venue": venue_id}
    return found


def _granted(
    found: Places, alys: Member, bryn: Member, gwen: Member, landlord: Organisation
) -> None:
    steward = Who(alys)
    grant = pools.grant_pool(
        who=steward, organisation=landlord, budget=(6000, 50_000), words=WHY, key=uuid7()
    )
    given = [
        giving.give_from_pool(
            who=steward, organisation=landlord, member=who, minutes=minutes, words=WHY, key=uuid7()
        )
        for who, minutes in ((bryn, 180), (bryn, 60), (gwen, 300))
    ]
    giving.take_gift_back(who=steward, gift_id=given[1].id, words=WHY)
    found.others |= {"grant of hours": grant.id, "given": given[0].id}


def _put_up(
    found: Places, alys: Member, dafydd: Member, surgery: Organisation, landlord: Organisation
) -> UUID:
    steward = Who(alys)
    words = setup.VenueWords(place_cy="Heol y Bont", place_en="Bridge Road")
    venue = setup.keep_venue(who=steward, organisation=surgery, words=words)
    agreement = setup.agree(who=steward, venue=venue, funder=landlord, pence_per_hour=350)
    made = spare.put_up_spare(
        who=Who(dafydd),
        venue=venue,
        words=spare.Words(
            title_cy="Nofio yn y bore", title_en="A morning swim", price_minutes=30, places=6,
            about_cy="Dewch â thywel", about_en="Bring a towel", access=3,
            for_whom_cy="Oedolion", for_whom_en="Adults",
        ),
        when=spare.When(starts_at=timezone.now() + 2 * DAY, lasts_minutes=60, is_weekly=True),
        key=uuid7(),
    )  # fmt: skip
    found.others |= {"spare": made.id, "agreement": agreement.id, "surgery": surgery.id}
    return venue.id


def _booked(found: Places, carys: Member, dafydd: Member, gwen: Member) -> None:
    """Carys books for Gwen in every state; each time she gives her the hours for it."""
    times = list(Occasion.objects.order_by("starts_at"))
    venue = Who(dafydd)

    def booked(number: int) -> Booking:
        return book.book(who=Who(carys), occasion_id=times[number].id, key=uuid7(), member=gwen)

    states = {name: booked(number) for number, name in enumerate(STATES)}
    for name in ("came", "refunded", "settled", "taken back"):
        door.came(who=venue, booking_id=states[name].id, now=states[name].occasion.starts_at)
    away = states["away"]
    door.away(who=venue, booking_id=away.id, now=away.occasion.ends_at)
    book.cancel(who=Who(carys), booking_id=states["cancelled"].id)
    door.refund(who=venue, booking_id=states["refunded"].id, words=WHY)
    found.bookings = {name: row.id for name, row in states.items()}
    found.others |= {"occasion": times[0].id, "ticket": states["booked"].code}
    _settled(found, carys, venue)


STATES = ("booked", "came", "away", "cancelled", "refunded", "settled", "taken back")


def _settled(found: Places, carys: Member, venue: Who) -> None:
    agreement = Agreement.objects.get().id

    def proposed() -> UUID:
        return settle.propose(who=venue, agreement_id=agreement, key=uuid7(), reference="BACS 7").id

    back = proposed()
    settle.settle(who=Who(carys), settlement_id=back)
    settle.take_settlement_back(who=Who(carys), settlement_id=back, words=WHY)
    found.settlements = {"taken back": back, "waiting": proposed()}


def venues_elsewhere(steward: Member, marker: str) -> None:
    """Something of everything, marked, in the other hub."""
    who = Who(steward)
    school = Organisation.objects.earliest("id")
    words = Said(f"Am {marker}", "cy")
    pools.grant_pool(who=who, organisation=school, budget=(600, 0), words=words, key=uuid7())
    place = setup.VenueWords(place_cy=f"Heol {marker}", place_en=f"{marker} Road")
    venue = setup.keep_venue(who=who, organisation=school, words=place)
    title = {"title_cy": f"Ffilm {marker}", "title_en": f"{marker} film"}
    spare.put_up_spare(
        who=who, venue=venue, words=spare.Words(price_minutes=30, places=3, **title),
        when=spare.When(starts_at=timezone.now() + DAY, lasts_minutes=60), key=uuid7(),
    )  # fmt: skip
