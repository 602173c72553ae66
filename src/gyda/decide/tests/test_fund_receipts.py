"""What shows that money moved: words, a reference, a picture or a plain PDF."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import io
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from gyda.decide.funds import errors
from gyda.decide.funds.models import Receipt
from gyda.decide.tests.fund_builders import Money, a_commitment, some_money
from gyda.decide.tests.test_funds import paid
from gyda.ledger.queries import balance_of
from gyda.people.tests.builders import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def money(cast: Cast) -> Money:
    return some_money(cast)


def test_something_must_show_it(money: Money) -> None:
    promise = a_commitment(money)
    with pytest.raises(errors.NoEvidence):
        paid(money, promise, 100, words=" ")
    paid(money, promise, 100, words="", reference="INV-7")


@pytest.fixture
def storage(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def a_picture() -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(file, "PNG")
    file.seek(0)
    return file


def a_pdf(extra: bytes = b"") -> io.BytesIO:
    return io.BytesIO(b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n" + extra + b"\n%%EOF\n")


def test_a_receipt_is_a_picture_or_a_plain_pdf(money: Money, storage: Path) -> None:
    promise = a_commitment(money)
    for file in (a_picture(), a_pdf()):
        paid(money, promise, 100, file=file, shows="Anfoneb")
    kinds = list(Receipt.objects.order_by("id").values_list("kind", flat=True))
    assert kinds == ["PICTURE", "PDF"]
    assert len(list(storage.rglob("*.*"))) == 3  # two sizes of the picture, one PDF


@pytest.mark.parametrize(
    "extra",
    [
        b"2 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj",
        b"2 0 obj<</S/Launch>>endobj",
        b"stream\n" + zlib.compress(b"<</S/JavaScript>>") + b"endstream",
    ],
)
def test_a_pdf_that_runs_something_is_not_kept(money: Money, extra: bytes) -> None:
    promise = a_commitment(money)
    with pytest.raises(errors.ActivePdf):
        paid(money, promise, 100, file=a_pdf(extra), shows="Anfoneb")
    assert balance_of(promise.account_id).balance == 240_000


@pytest.mark.parametrize("content", [b"MZ\x90", b"%PDF-1.4 cut off", b"<svg onload='x()'/>"])
def test_other_files_are_not_kept(money: Money, content: bytes) -> None:
    with pytest.raises(errors.BadFile):
        paid(money, a_commitment(money), 100, file=io.BytesIO(content), shows="Anfoneb")


def test_what_shows_it_is_said_in_words_too(money: Money) -> None:
    with pytest.raises(errors.SayWhatItShows):
        paid(money, a_commitment(money), 100, file=a_pdf())
