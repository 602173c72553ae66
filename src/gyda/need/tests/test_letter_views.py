"""Open letters as people meet them: with an account, with an e-mail address, on paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import uuid4

from django.utils import timezone

from gyda.letters.models import Letter
from gyda.need.open_letters.actions import signing
from gyda.need.open_letters.models import LetterPolicy, OpenLetter, Signature
from gyda.need.open_letters.pdf import _side
from gyda.need.open_letters.queries import public_signatures
from gyda.need.rulings.models import Ruling
from gyda.need.tests.letter_builders import a_letter, code_of, open_to_all, signed_by_email
from gyda.need.tests.test_idea_views import Site
from gyda.people.tests.builders import Cast, who


def test_a_letter_is_written_in_both_languages_and_signed_by_members(cast: Cast) -> None:
    bryn, dafydd = Site(cast, cast.bryn), Site(cast, cast.dafydd)
    typed = {
        "title_cy": "Cadwch y bws", "title_en": "Keep the bus", "text_cy": "Mae ei angen.",
        "original": "cy", "translated": "PERSON", "recipient_cy": "Y Cyngor",
        "recipient_en": "The Council", "key": str(uuid4()),
    }  # fmt: skip
    assert "Fill in: The letter in English" in bryn.sends("open-letters/new/", **typed)
    assert bryn.sends("open-letters/new/", **typed, text_en="We need it.") == ""
    letter = OpenLetter.objects.get()
    assert dafydd.sends(f"open-letters/{letter.id}/sign/", kind="PERSON") == ""
    assert "You have signed." in dafydd.reads(f"open-letters/{letter.id}/")
    again = dafydd.sends(f"open-letters/{letter.id}/sign/", kind="PERSON")
    assert "This signature is there already" in again
    nobody = Site(cast, None).reads(f"open-letters/{letter.id}/")
    assert "Fewer than five people" in nobody
    assert "Translated by a person" in nobody
    assert "Members of the hub can sign it." in nobody


def test_from_outside_by_a_code_in_an_email(cast: Cast) -> None:
    letter, nobody = a_letter(cast.bryn), Site(cast, None)
    path = f"open-letters/{letter.id}/sign-by-email/"
    assert nobody.misses(path)
    open_to_all(cast)
    typed = {"kind": "PERSON", "name": "Ann", "email": "ann@pobl.example", "language": "en"}
    assert nobody.sends(path, **typed) == ""
    waits = Signature.objects.get()
    code = code_of(waits)
    assert "Confirm your signature" in Letter.objects.get(about_id=waits.id).subject
    assert "It counts once" in nobody.reads(f"open-letters/confirm/{code}/")
    assert nobody.sends(f"open-letters/confirm/{code}/") == ""
    letter.refresh_from_db()
    assert letter.persons == 1
    assert nobody.sends(path, **typed) == ""
    assert Letter.objects.filter(kind="letter_signed_already").exists()
    assert "This code does not work" in nobody.reads("open-letters/confirm/2222222222/")
    assert nobody.sends(f"open-letters/confirm/{code}/", no="1") == ""
    assert not Signature.objects.exists()


def test_connectors_type_sheets_and_the_letter_is_delivered(cast: Cast) -> None:
    letter, carys = a_letter(cast.bryn), Site(cast, cast.carys)
    path = f"open-letters/{letter.id}/"
    assert Site(cast, cast.bryn).misses(path + "sheet/")
    assert "Nothing is counted yet" in carys.sends(path + "sheet/", lines="Bryn, SA10 8PB")
    lines = "\n".join(f"Enw {number}, SA10 8PB" for number in range(6))
    assert carys.sends(path + "sheet/", lines=lines, is_public="on") == ""
    today = timezone.localdate()
    day = {"delivered_on_day": today.day, "delivered_on_month": today.month}
    typed = day | {"delivered_on_year": today.year, "delivered_to": "Cadeirydd"}
    assert Site(cast, cast.bryn).sends(path + "deliver/", **typed) == ""
    text = Site(cast, None).reads(path)
    assert "6 people" in text
    assert "An answer is owed by" in text
    assert carys.misses(path + "sign/")
    assert "Enw 3" in Site(cast, None).reads(path + "signatures/")


def test_the_files_name_only_who_agreed(cast: Cast) -> None:
    open_to_all(cast)
    letter = a_letter(cast.bryn)
    signing.sign(who=who(cast.dafydd), letter_id=letter.id, kind="ORGANISATION")
    for number in range(8):
        signed_by_email(letter, number, is_public=number < 2)
    nobody = Site(cast, None)
    lines = nobody.reads(f"open-letters/{letter.id}/signatures.csv").splitlines()
    assert [line.split(",")[1] for line in lines[1:4]].count("Meddygfa'r Cwm") == 1
    assert lines[-1] == "PERSON,,,6"
    response = nobody.client.get(nobody.start + f"open-letters/{letter.id}/letter.pdf")
    assert response.content.startswith(b"%PDF")
    letter.refresh_from_db()
    names = list(public_signatures(letter))
    text = " ".join(part.text for side in ("cy", "en") for part in _side(letter, side, names))
    for words in ("Cadwch y clinig", "Keep the clinic", "Person 0", "8 people", "1 sefydliad"):
        assert words in text
    assert "Person 5" not in text


def test_the_author_closes_and_stewards_set_the_rules(cast: Cast) -> None:
    letter = a_letter(cast.bryn)
    Site(cast, cast.bryn).sends(f"open-letters/{letter.id}/close/")
    assert "Closed without being delivered" in Site(cast, None).reads("open-letters/")
    assert Site(cast, cast.alys).sends("open-letters/rules/", forget_days="7") == ""
    assert LetterPolicy.objects.get().forget_days == 7


def test_a_letter_taken_down_shows_the_reason_and_its_words_to_few(cast: Cast) -> None:
    letter, said = a_letter(cast.bryn), {"words": "Mae'n enwi rhywun", "language": "cy"}
    carys, bryn, nobody = (Site(cast, one) for one in (cast.carys, cast.bryn, None))
    path = f"open-letters/{letter.id}/"
    assert "Take the letter down" in carys.reads(path)
    assert "Take the letter down" not in bryn.reads(path)
    assert bryn.misses(f"{path}take-down/")
    assert carys.sends(f"{path}take-down/", ground="PERSON", **said) == ""
    gone, title = nobody.reads(path), "Keep the clinic open"
    assert title not in gone
    assert "It is about a person who can be recognised" in gone
    assert title in bryn.reads(path)
    assert title not in nobody.reads("open-letters/")
    assert title not in nobody.reads("open-letters/data.json")
    for left in ("signatures/", "signatures.csv", "letter.pdf"):
        assert nobody.misses(path + left)
    assert bryn.misses(f"{path}sign/")
    ruling = Ruling.objects.get()
    assert bryn.sends(f"ideas/taken-down/{ruling.id}/appeal/", **said) == ""
    assert "An open letter" in carys.reads("ideas/taken-down/")
    alys = Site(cast, cast.alys)
    assert alys.sends(f"ideas/taken-down/{ruling.id}/decide/", stands="no", **said) == ""
    assert title in nobody.reads(path)


def test_a_name_taken_down_leaves_its_reason_in_public(cast: Cast) -> None:
    letter, said = a_letter(cast.bryn), {"words": "Nid corff yw hwn", "language": "cy"}
    name = signing.sign(who=who(cast.dafydd), letter_id=letter.id, is_public=True)
    carys, nobody = Site(cast, cast.carys), Site(cast, None)
    path = f"open-letters/{letter.id}/signatures/"
    assert cast.dafydd.name in nobody.reads(path)
    assert "take-down" not in nobody.reads(path)
    assert "take-down" in carys.reads(path)
    down = f"open-letters/names/{name.id}/take-down/"
    assert Site(cast, cast.bryn).misses(down)
    assert carys.sends(down, ground="FALSE", **said) == ""
    shown = nobody.reads(path)
    assert cast.dafydd.name not in shown
    assert "Nid corff yw hwn" in shown
    assert carys.misses(down)
