"""Open letters for tests."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from typing import Any

from gyda.letters.models import Letter
from gyda.need.open_letters.actions.setup import set_rules
from gyda.need.open_letters.actions.signing import Asked, ask_to_sign, confirm
from gyda.need.open_letters.actions.writing import Words, open_letter
from gyda.need.open_letters.models import OpenLetter, Signature
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who


def words(**fields: Any) -> Words:
    texts = {
        "title_cy": "Cadwch y clinig ar agor", "title_en": "Keep the clinic open",
        "text_cy": "Annwyl bawb,\n\nMae ei angen.", "text_en": "Dear all,\n\nWe need it.",
        "original": "cy", "translated": "PERSON",
        "recipient_cy": "Y Bwrdd Iechyd", "recipient_en": "The Health Board",
    }  # fmt: skip
    return Words(**(texts | fields))


def a_letter(member: Member, **fields: Any) -> OpenLetter:
    return open_letter(who=who(member), words=words(**fields.pop("words", {})), **fields)


def open_to_all(cast: Cast) -> None:
    set_rules(who=who(cast.alys), non_members=True, forget_days=14)


def asked(number: int, **fields: Any) -> Asked:
    email = {"name": f"Person {number}", "email": f"person{number}@pobl.example", "language": "cy"}
    return Asked(**(email | fields))


def code_of(signature: Signature) -> str:
    letter = Letter.objects.get(kind="letter_confirm", about_id=signature.id)
    found = re.search(r"/confirm/(\w{10})/", letter.body)
    assert found
    return found[1]


def signed_by_email(letter: OpenLetter, number: int, **fields: Any) -> Signature:
    waits = ask_to_sign(letter_id=letter.id, asked=asked(number, **fields))
    assert waits
    return confirm(code=code_of(waits))
