"""Makes pictures anew: only the dots are kept, none of what a file may carry beside them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import io
from dataclasses import dataclass
from typing import IO, cast

from PIL import Image, ImageOps

from gyda.web.pictures.errors import NoPicture, TooHeavy, TooLarge

MEGABYTES = 10
DOTS = 40_000_000  # a big phone's camera; more would fill a small server's memory
TAKEN = ("JPEG", "PNG", "WEBP")
SIZES = {"large": 1200, "small": 400}  # the longer side
QUALITY = 78


@dataclass(frozen=True)
class Made:
    """The files by size, and how large the large one is."""

    files: dict[str, bytes]
    width: int
    height: int


def make_anew(file: IO[bytes]) -> Made:
    """Return the picture in our sizes, upright and flat; judged by what is in it, not its name."""
    whole = file.read(MEGABYTES * 1_000_000 + 1)
    if len(whole) > MEGABYTES * 1_000_000:
        raise TooHeavy(megabytes=MEGABYTES)
    picture = _flat(_opened(whole))
    sizes = {name: _within(picture, longest) for name, longest in SIZES.items()}
    files = {name: _saved(one) for name, one in sizes.items()}
    return Made(files=files, width=sizes["large"].width, height=sizes["large"].height)


def _opened(whole: bytes) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(whole), formats=TAKEN)
        if picture.width * picture.height > DOTS:
            raise TooLarge
        picture.draft("RGB", (SIZES["large"] * 2, SIZES["large"] * 2))  # JPEG: decode fewer dots
        picture.load()
    except (TooLarge, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise TooLarge from None
    except Exception:  # whatever a hostile file makes the decoder say
        raise NoPicture from None
    return cast(Image.Image, picture)


def _flat(picture: Image.Image) -> Image.Image:
    """Turn it upright, as its camera data say, and lay what is see-through on white."""
    upright = ImageOps.exif_transpose(picture).convert("RGBA")
    white = Image.new("RGBA", upright.size, "white")
    return Image.alpha_composite(white, upright).convert("RGB")


def _within(picture: Image.Image, longest: int) -> Image.Image:
    smaller = picture.copy()
    smaller.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return smaller


def _saved(picture: Image.Image) -> bytes:
    clean = Image.new("RGB", picture.size)
    clean.paste(picture)  # a new image has no camera data, profile or comment to carry along
    file = io.BytesIO()
    clean.save(file, "WEBP", quality=QUALITY, method=4)
    return file.getvalue()
