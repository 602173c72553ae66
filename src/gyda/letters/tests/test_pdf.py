"""Letters as one PDF: each on its own sheet, in a typeface that has ŵ and ŷ."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest

from gyda.letters import pdf
from gyda.letters.tests.builders import a_letter, made_kinds  # noqa: F401  a fixture
from gyda.people.tests.builders import Cast
from gyda.people.tests.pages import signed_in
from gyda.web.pdf import can_draw

pytestmark = pytest.mark.usefixtures("made_kinds")


def pages(content: bytes) -> int:
    return content.count(b"/Type /Page\n")


def test_each_letter_begins_a_sheet_in_our_typeface(cast: Cast) -> None:
    for x in ("Tŷ Gwŷr", "<b>bold & brave</b>"):
        a_letter(cast.bryn, x=x, email=None, language="cy")
    client = signed_in(cast.carys)
    answer = client.get(f"/en/hubs/{cast.hub.slug}/letters/print/sheets/pdf/")
    assert answer["Content-Type"] == "application/pdf"
    assert pages(answer.content) == 2
    assert b"+Gyda" in answer.content


def test_a_long_letter_goes_on_on_the_next_sheet(cast: Cast) -> None:
    letter = a_letter(cast.bryn, email=None)
    letter.body = "\n\n".join(f"Line {number}" for number in range(100))
    assert pages(pdf.letters_as_pdf(cast.hub, [letter])) == 5


def test_what_the_typeface_cannot_write_is_left_to_the_page_and_named(cast: Cast) -> None:
    assert can_draw("Ŵyna ŷd, £5 – ‘ie’")
    assert not can_draw("Олена")
    a_letter(cast.bryn, x="Олена", email=None)
    client, path = signed_in(cast.carys), f"/en/hubs/{cast.hub.slug}/letters/print/sheets/"
    shown = client.get(path).content.decode()
    assert "our typeface lacks some of their letters" in shown
    assert "Олена" in shown
    assert "pdf/" in shown
    assert "Олена" not in client.get(f"{path}pdf/").content.decode("latin-1")
