"""What is held on a member is handed over whole, and can go."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.core.files.storage import default_storage

from gyda.deliver import listing_data
from gyda.deliver.actions.gift import give_to_neighbour, thank
from gyda.deliver.actions.picture import add_picture
from gyda.deliver.models import Gift, Listing, ListingWord, Picture
from gyda.deliver.tests.listing_builders import a_photo, an_offer
from gyda.deliver.tests.test_gift import a_present, with_hours
from gyda.people.tests.builders import Cast, who


@pytest.mark.django_db(transaction=True)
def test_pictures_and_words_are_gone_after_erasing(cast: Cast) -> None:
    made = an_offer(cast.bryn, title="Secret garden", words="Behind the chapel")
    picture = add_picture(
        who=who(cast.bryn), listing=made, file=a_photo(), alt="A gate", language="en"
    )
    assert default_storage.exists(picture.file("large"))
    assert listing_data.export_pictures(cast.bryn)[0]["alt"] == "A gate"
    listing_data.erase_pictures(cast.bryn)
    listing_data.erase_listings(cast.bryn)
    made = Listing.objects.get()
    assert (made.title, made.words, made.state) == ("", "", "CLOSED")
    assert not Picture.objects.exists()
    assert not ListingWord.objects.exists()
    assert not default_storage.exists(picture.file("large"))
    assert not default_storage.exists(picture.file("small"))


def test_listings_are_handed_over_in_their_own_words(cast: Cast) -> None:
    an_offer(cast.bryn, title="Bara brith", language="cy")
    an_offer(cast.carys, title="Not mine")
    rows = listing_data.export_listings(cast.bryn)
    assert [(row["title"], row["language"]) for row in rows] == [("Bara brith", "cy")]


def test_words_and_thanks_of_gifts_go_with_who_wrote_them(cast: Cast) -> None:
    with_hours(cast.bryn)
    gift = give_to_neighbour(
        who=who(cast.bryn), receiver=cast.carys, present=a_present(words="For you")
    )
    thank(who=who(cast.carys), gift=gift, thanks="Diolch", language="cy")
    assert listing_data.export_gifts(cast.carys)[0]["words"] == "For you"
    listing_data.erase_gifts(cast.bryn)
    gift = Gift.objects.get()
    assert (gift.words, gift.thanks) == ("", "Diolch")
    listing_data.erase_gifts(cast.carys)
    assert Gift.objects.get().thanks == ""
