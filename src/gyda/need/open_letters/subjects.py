"""Open letters, and names under them, as things that can be taken down."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from gyda.answers.actions.hiding import hide, show_again
from gyda.letters import actions as post
from gyda.need.open_letters.actions.counting import note
from gyda.need.open_letters.actions.letters import reader_of
from gyda.need.open_letters.kind import LETTER
from gyda.need.open_letters.models import OpenLetter, Signature, Standing
from gyda.need.rulings.models import Ruling
from gyda.need.rulings.subjects import Subject
from gyda.people.models import Member
from gyda.people.who import Who


class OfLetter(Subject):
    """A letter; the clock of an answer stops with it, and begins anew when it comes back."""

    column, room, label = "letter", "letter", _("An open letter")
    words = "need/open_letters/parts/letter_taken_down.html"
    related = ("letter__author", "letter__initiative")

    def locked(self, about_id: UUID) -> OpenLetter:
        return OpenLetter.objects.select_for_update().get(id=about_id)

    def shown_as(self, about: OpenLetter) -> str:
        return about.standing if about.is_shown else ""

    def hide(self, who: Who, about: OpenLetter) -> None:
        OpenLetter.objects.filter(id=about.id).update(standing=Standing.REMOVED)
        hide(by=who, kind=LETTER, about_id=about.id)

    def show(self, who: Who, about: OpenLetter, was: str) -> None:
        OpenLetter.objects.filter(id=about.id).update(standing=was)
        show_again(by=who, kind=LETTER, about_id=about.id)

    def letters_hang_on(self, about: OpenLetter) -> list[UUID]:
        """Return the letter, and the signatures on which what is written outside hangs."""
        signed = Signature.objects.filter(letter=about)
        return [about.id, *signed.values_list("id", flat=True)]

    def note(self, who: Who, verb: str, ruling: Ruling) -> None:
        note(who, f"letter.{verb}", ruling.about, public=False, ruling=str(ruling.id))

    def page(self, about: Any) -> tuple[str, UUID]:
        return "need:letter", about.id


class OfName(Subject):
    """A name that stands under a letter: it goes, and the signature counts without it."""

    column, room, label = "signature", "letter", _("A name under an open letter")
    words = "need/open_letters/parts/name_taken_down.html"
    related = ("signature__letter__initiative", "signature__member", "signature__organisation")

    def locked(self, about_id: UUID) -> Signature:
        return Signature.objects.select_for_update().get(id=about_id)

    def shown_as(self, about: Signature) -> str:
        shown = about.is_public and about.confirmed_at and not about.hidden
        return "SHOWN" if shown and about.letter.is_shown else ""

    def hide(self, who: Who, about: Signature) -> None:
        Signature.objects.filter(id=about.id).update(hidden=True)

    def show(self, who: Who, about: Signature, was: str) -> None:
        Signature.objects.filter(id=about.id).update(hidden=False)

    def note(self, who: Who, verb: str, ruling: Ruling) -> None:
        verb = "name_taken_down" if verb == "taken_down" else verb
        note(who, f"letter.{verb}", ruling.about.letter, public=False, ruling=str(ruling.id))

    def page(self, about: Any) -> tuple[str, UUID]:
        return "need:signatures", about.letter_id

    def author(self, about: Signature) -> Member | None:
        member: Member | None = about.member
        return member

    def tell(self, kind: str, ruling: Ruling) -> None:
        """Write to who signed from outside too, if their address was kept."""
        signature = ruling.about
        if signature.email and not signature.member_id:
            words = {"ruling": ruling, "about": signature, "outside": True}
            reader = reader_of(signature)
            post.write(to=reader, kind=f"letter_{kind}", about_id=signature.id, context=words)
        else:
            super().tell(kind, ruling)


LETTERS, NAMES = OfLetter(), OfName()
