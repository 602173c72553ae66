"""What becomes of listings by themselves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.utils import timezone

from gyda.deliver.actions.time_up import look_after, take_down_all
from gyda.deliver.models import Listing, ListingWord
from gyda.deliver.tests.listing_builders import an_ask, an_offer
from gyda.journal.models import Entry
from gyda.letters.models import Letter
from gyda.people.tests.builders import Cast

A_DAY = datetime.timedelta(days=1)


def run(cast: Cast) -> None:
    look_after(hub_id=cast.hub.id, now=timezone.now())


def ends_in(listing: Listing, days: int) -> None:
    Listing.objects.filter(id=listing.id).update(expires_on=timezone.localdate() + days * A_DAY)


def test_a_letter_asks_once_whether_it_still_holds(cast: Cast) -> None:
    ends_in(an_ask(cast.bryn, title="A lift"), 7)
    ends_in(an_offer(cast.carys, title="A cake"), 14)
    ends_in(an_ask(cast.dafydd, title="Later"), 8)
    run(cast)
    run(cast)
    letters = Letter.objects.filter(kind="listing_ending")
    assert {letter.member_id for letter in letters} == {cast.bryn.id, cast.carys.id}
    assert letters.count() == 2


def test_what_has_run_out_comes_down_and_leaves_the_index(cast: Cast) -> None:
    over, up = an_ask(cast.bryn), an_ask(cast.bryn, title="Up")
    ends_in(over, -1)
    ends_in(up, 0)
    run(cast)
    run(cast)
    over.refresh_from_db()
    up.refresh_from_db()
    assert (over.state, up.state) == ("CLOSED", "OPEN")
    assert set(ListingWord.objects.values_list("listing_id", flat=True)) == {up.id}
    entry = Entry.objects.get(verb="listing.lapsed")
    assert (entry.actor_id, entry.about_id) == (None, over.id)


def test_who_leaves_takes_their_listings_along(cast: Cast) -> None:
    mine, other = an_offer(cast.bryn), an_offer(cast.carys)
    take_down_all(cast.bryn)
    assert Listing.objects.get(id=mine.id).state == "CLOSED"
    assert Listing.objects.get(id=other.id).state == "OPEN"
    assert not ListingWord.objects.filter(listing=mine).exists()
