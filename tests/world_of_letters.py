"""The open letters of the world: one that gathers signatures, one delivered to the practice."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from uuid import UUID

from django.utils import timezone

from gyda.letters.models import Letter
from gyda.need.open_letters.actions import setup, signing, writing
from gyda.need.open_letters.models import Kind, OpenLetter, Signature
from gyda.need.open_letters.subjects import LETTERS
from gyda.need.rulings import actions as rulings
from gyda.people.models import Member, Organisation
from gyda.people.who import Who

Found = dict[str, UUID | str]


def letters_in(alys: Member, bryn: Member, dafydd: Member, gwen: Member) -> Found:
    """Bryn's letter is signed by members, by the practice, and by a person from outside."""
    setup.set_rules(who=Who(alys), non_members=True, forget_days=14)
    delivered = _opened(bryn, "Y ddesg", "The desk", Organisation.objects.get(
        id=dafydd.organisation_id))  # fmt: skip
    signing.sign(who=Who(gwen), letter_id=delivered.id)
    writing.deliver(
        who=Who(bryn), letter_id=delivered.id, delivered_on=timezone.localdate(),
        delivered_to="Rheolwr y practis",
    )  # fmt: skip
    letter = _opened(bryn, "Y bws", "The bus", None)
    signing.sign(who=Who(gwen), letter_id=letter.id, is_public=True)
    signing.sign(who=Who(dafydd), letter_id=letter.id, kind=Kind.ORGANISATION)
    asked = signing.Asked(name="Ann", email="ann@pobl.example", language="cy")
    waits = signing.ask_to_sign(letter_id=letter.id, asked=asked)
    assert waits
    found = re.search(r"/confirm/(\w{10})/", Letter.objects.get(about_id=waits.id).body)
    assert found
    name = Signature.objects.get(letter=letter, member=gwen)
    ids = {"letter": letter.id, "delivered letter": delivered.id, "name": name.id}
    return {**ids, **_taken_down(alys, bryn), "signing code": found[1]}


def _taken_down(alys: Member, bryn: Member) -> dict[str, UUID]:
    """Bryn wrote one that Alys takes down."""
    gone, said = _opened(bryn, "Ar werth", "For sale", None), rulings.Said("Hysbyseb", "cy")
    ruling = rulings.take_down(
        who=Who(alys), subject=LETTERS, ground="SELLS", said=said, about_id=gone.id
    )
    return {"letter taken down": gone.id, "letter ruling": ruling.id}


def _opened(by: Member, cy: str, en: str, to: Organisation | None) -> OpenLetter:
    outside = {} if to else {"recipient_cy": "Y Cyngor", "recipient_en": "The Council"}
    words = writing.Words(
        title_cy=cy, title_en=en, text_cy=f"Annwyl bawb,\n\n{cy}", text_en=f"Dear all,\n\n{en}",
        original="cy", translated="PERSON", organisation=to, **outside,
    )  # fmt: skip
    return writing.open_letter(who=Who(by), words=words)


def letters_elsewhere(steward: Member, marker: str) -> None:
    """A letter with a signature, marked, in the other hub."""
    letter = _opened(steward, marker, marker, None)
    signing.sign(who=Who(steward), letter_id=letter.id, is_public=True)
