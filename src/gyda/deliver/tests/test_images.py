"""Pictures from strangers: only dots come through."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import io
import struct
import zlib

import pytest
from PIL import Image

from gyda.deliver.tests.listing_builders import a_photo
from gyda.web.pictures import anew
from gyda.web.pictures.anew import Made, make_anew
from gyda.web.pictures.errors import NoPicture, TooHeavy, TooLarge

SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


def opened(made: Made, size: str = "large") -> Image.Image:
    return Image.open(io.BytesIO(made.files[size]))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_pictures_are_made_anew_in_two_sizes(kind: str) -> None:
    made = make_anew(a_photo(kind, (2000, 1000)))
    assert (made.width, made.height) == (1200, 600)
    assert opened(made).format == "WEBP"
    assert opened(made, "small").size == (400, 200)


def test_where_and_when_it_was_taken_is_gone() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Maker of the camera"
    exif.get_ifd(0x8825)[2] = (52.0, 27.0, 0.0)  # GPS
    made = make_anew(a_photo(exif=exif, comment=b"secret words"))
    assert not opened(made).getexif()
    assert b"Maker" not in made.files["large"]
    assert b"secret" not in made.files["large"]


def test_a_picture_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = make_anew(a_photo(size=(60, 40), exif=exif))
    assert (made.width, made.height) == (40, 60)


def test_a_colour_profile_and_what_hangs_behind_the_picture_are_gone() -> None:
    file = a_photo("JPEG", icc_profile=b"profile" * 20)
    whole = file.read() + b"<?php system($_GET['x']); ?>" + SVG
    made = make_anew(io.BytesIO(whole))
    assert "icc_profile" not in opened(made).info
    assert all(b"php" not in one and b"svg" not in one for one in made.files.values())


def test_what_is_see_through_is_laid_on_white() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(file, "PNG")
    made = make_anew(io.BytesIO(file.getvalue()))
    assert opened(made).convert("RGB").getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    "whole",
    [
        b"",
        SVG,
        b"GIF89a" + SVG,
        b"%PDF-1.4",
        b"\xff\xd8\xff\xe0 not a picture",
        a_photo("BMP").read(),
        a_photo("GIF").read(),
        a_photo("TIFF").read(),
        a_photo("JPEG", (300, 300)).read()[:200],
    ],
)
def test_what_is_no_picture_is_refused_whatever_it_calls_itself(whole: bytes) -> None:
    with pytest.raises(NoPicture):
        make_anew(io.BytesIO(whole))


def chunk(name: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check


def test_a_small_file_that_unfolds_into_a_huge_picture_is_refused_before_it_does() -> None:
    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data)
    with pytest.raises(TooLarge):
        make_anew(io.BytesIO(png + chunk(b"IEND", b"")))


def test_a_heavy_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anew, "MEGABYTES", 0)
    with pytest.raises(TooHeavy):
        make_anew(a_photo())
