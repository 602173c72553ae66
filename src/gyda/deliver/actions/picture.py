"""What a member does with the picture of a listing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from typing import IO

from django.db import transaction

from gyda.deliver.errors.listing import NotYours
from gyda.deliver.models import Listing, Picture
from gyda.deliver.rules.listing import is_own, may_close
from gyda.journal.actions import record
from gyda.people.who import Who
from gyda.web.pictures import kept
from gyda.web.pictures.anew import Made, make_anew
from gyda.web.pictures.errors import NoAlt


def add_picture(*, who: Who, listing: Listing, file: IO[bytes], alt: str, language: str) -> Picture:
    """Show a picture with the listing, in place of the one before."""
    if not is_own(who, listing):
        raise NotYours
    if not alt.strip():
        raise NoAlt
    made = make_anew(file)  # before the transaction: it takes a while, and holds no lock
    return _add(who, listing, made, alt, language)


@transaction.atomic
def remove_picture(*, who: Who, listing: Listing) -> None:
    """Take the picture away, its files too."""
    if not may_close(who, listing):
        raise NotYours
    if throw_away(listing.pictures.all()):
        record(by=who, verb="picture.removed", about=listing, listing=str(listing.id))


def throw_away(pictures: Iterable[Picture]) -> int:
    """Delete pictures, and their files once that is certain."""
    gone = list(pictures)
    for picture in gone:
        kept.forget(picture)
        picture.delete()
    return len(gone)


@transaction.atomic
def _add(who: Who, listing: Listing, made: Made, alt: str, language: str) -> Picture:
    throw_away(Picture.objects.select_for_update().filter(listing=listing))
    picture = Picture.objects.create(
        hub_id=listing.hub_id,
        listing=listing,
        alt=alt.strip(),
        language=language,
        width=made.width,
        height=made.height,
    )
    record(by=who, verb="picture.added", about=listing, listing=str(listing.id))
    kept.store(picture, made)  # last: what could undo the rows has been done
    return picture
