"""What is held on a member as words, pictures and gifts: handed over, and erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q, QuerySet

from gyda.deliver.actions.index import unindex
from gyda.deliver.actions.picture import throw_away
from gyda.deliver.models import Gift, Listing, ListingWord, Picture
from gyda.deliver.models.listing import State
from gyda.people.data import burn_letters_about, keep, register
from gyda.people.models import Member

LISTING = (
    "id kind title words language where place times when_words by_on spoken access care "
    "minutes state expires_on created_at updated_at category__name_cy category__name_en"
)
GIFT = "id kind minutes words language thanks thanks_language created_at thanked_at"


def export_listings(member: Member) -> list[dict[str, Any]]:
    """Return all that the member put up."""
    return list(Listing.objects.filter(member=member).order_by("id").values(*LISTING.split()))


def erase_listings(member: Member) -> None:
    """Blank the words; the rows stay, since exchanges point to them."""
    own = Listing.objects.filter(member=member)
    unindex(own.values_list("id", flat=True))
    own.update(
        title="",
        words="",
        place="",
        when_words="",
        times=0,
        by_on=None,
        access=0,
        care=0,
        state=State.CLOSED,
    )


def export_pictures(member: Member) -> list[dict[str, Any]]:
    """Return what the member's pictures show, and which files they are."""
    pictures = Picture.objects.filter(listing__member=member).order_by("id")
    return [
        {"listing": str(one.listing_id), "alt": one.alt, "file": one.file("large")}
        for one in pictures
    ]


def erase_pictures(member: Member) -> None:
    """Delete the pictures, their files too."""
    throw_away(Picture.objects.filter(listing__member=member))


def export_gifts(member: Member) -> list[dict[str, Any]]:
    """Return what the member gave and received, without the other's name."""
    return list(_gifts_of(member).order_by("id").values(*GIFT.split()))


def _gifts_of(member: Member) -> "QuerySet[Gift]":
    return Gift.objects.filter(Q(giver=member) | Q(receiver=member))


def erase_gifts(member: Member) -> None:
    """Blank what the member wrote, what came from the pot with words, and letters with names."""
    burn_letters_about(_gifts_of(member).values_list("id", flat=True))
    Gift.objects.filter(Q(giver=member) | Q(giver=None, receiver=member)).update(words="")
    Gift.objects.filter(receiver=member).update(thanks="")


def register_all() -> None:
    """Declare them."""
    register(Picture, export=export_pictures, erase=erase_pictures)
    register(ListingWord, export=lambda member: [], erase=keep)  # goes with the listings' words
    register(Listing, export=export_listings, erase=erase_listings)
    register(Gift, export=export_gifts, erase=erase_gifts)
