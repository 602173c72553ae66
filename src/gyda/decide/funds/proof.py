"""What shows that money moved: words, a reference, a file that was looked into."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from gyda.decide.funds import errors
from gyda.web.pictures.anew import Made, make_anew
from gyda.web.pictures.errors import BadPicture

MEGABYTES = 10
PDF = b"%PDF-"
ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm)\b")
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
MOST_UNPACKED = 30_000_000  # of all streams together: a small file may unpack to a huge one


@dataclass(frozen=True)
class Proof:
    """At least one of words, reference and file; the day on which the money moved."""

    on: datetime.date
    words: str = ""
    language: str = "en"
    reference: str = ""
    file: IO[bytes] | None = None
    shows: str = ""

    def check(self) -> None:
        """Raise unless something shows it."""
        if not (self.words.strip() or self.reference.strip() or self.file):
            raise errors.NoEvidence
        if self.file and not self.shows.strip():
            raise errors.SayWhatItShows

    def looked_into(self) -> "Made | bytes | None":
        """Return the picture made anew, or the bytes of a PDF that runs nothing."""
        if self.file is None:
            return None
        start = self.file.read(len(PDF))
        self.file.seek(0)
        if start == PDF:
            return _plain_pdf(self.file)
        try:
            return make_anew(self.file)
        except BadPicture as error:
            raise errors.BadFile from error


def _plain_pdf(file: IO[bytes]) -> bytes:
    whole = file.read(MEGABYTES * 1_000_000 + 1)
    if len(whole) > MEGABYTES * 1_000_000:
        raise errors.FileTooHeavy(megabytes=MEGABYTES)
    if b"%%EOF" not in whole[-2048:]:
        raise errors.BadFile
    if any(ACTIVE.search(part) for part in _parts(whole)):
        raise errors.ActivePdf
    return whole


def _parts(whole: bytes) -> Iterator[bytes]:
    """Yield the file, then each packed stream of it, for a name may hide in one."""
    yield whole
    left = MOST_UNPACKED
    for found in STREAM.finditer(whole):
        try:
            unpacked = zlib.decompressobj().decompress(found[1], left)
        except zlib.error:  # a picture, or packed in another way
            continue
        left -= len(unpacked)
        if left <= 0:
            raise errors.FileTooHeavy(megabytes=MEGABYTES)
        yield unpacked
