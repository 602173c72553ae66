"""What stands on a note, in both languages; nothing of it is about a person."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from gyda.deliver.paper import signing
from gyda.deliver.paper.code import in_groups
from gyda.deliver.paper.models import Note, NoteBatch
from gyda.people.models import Hub
from gyda.web.links import without_language
from gyda.web.units import day, hours

MASK = 2  # trying all eight takes five times as long, and cameras read any of them


@dataclass(frozen=True)
class Words:
    """The words on every note of a batch, in one language."""

    language: str
    hub: str
    title: str
    value: str
    how: str
    until: str


@dataclass(frozen=True)
class Face:
    """What is on one note only."""

    number: int
    code: str
    url: str

    @property
    def shown_number(self) -> str:
        """The number as it is printed."""
        return f"{self.number:05}"

    @property
    def picture(self) -> str:
        """The same as a picture inside a page."""
        return str(self.qr.svg_data_uri(scale=3, border=2))

    @property
    def qr(self) -> segno.QRCode:
        """The code for the camera: a link to the page on which the note is redeemed."""
        return segno.make(self.url, error="m", micro=False, mask=MASK, boost_error=False)


def words_of(hub: Hub, batch: NoteBatch) -> list[Words]:
    """Return the words of the batch in Welsh and in English."""
    return [_words(hub, batch, language) for language in ("cy", "en")]


def _words(hub: Hub, batch: NoteBatch, language: str) -> Words:
    with override(language):
        until = _("Use it by %(day)s") % {"day": day(batch.expires_on)} if batch.expires_on else ""
        return Words(
            language=language,
            hub=str(getattr(hub, f"name_{language}")),
            title=_("A note worth time"),
            value=hours(batch.minutes),
            how=_("Scan it, give it to a connector, or type its letters at:"),
            until=until,
        )


def address(hub: Hub) -> str:
    """Return the page to type codes on, without a language: the site asks the browser for it."""
    path = reverse("deliver:bring_note", args=[hub.slug])
    return settings.ORIGIN + without_language(path)


def faces_of(hub: Hub, batch: NoteBatch, notes: Sequence[Note]) -> Iterator[Face]:
    """Give what is on each note (the batch read with its key)."""
    start = address(hub)
    for note in notes:
        code = signing.printed_code(batch, note.number)
        yield Face(note.number, in_groups(code), f"{start}{code}/")
