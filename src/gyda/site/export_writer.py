"""Writes the files of an export, to a folder or a zip, all of it or nothing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from gyda.methods.seal import canonical
from gyda.methods.seal_book import chained
from gyda.terminal.export_files import MANIFEST

Records = Iterator[dict[str, Any]]
Opener = Callable[[str], IO[bytes]]
PILES = 64


class Writer:
    """Writes one file after another, and knows what the manifest will say of each."""

    def __init__(self, opener: Opener, step: Callable[[], None]) -> None:
        self.open, self.step = opener, step

    def lines(self, name: str, records: Iterable[dict[str, Any]]) -> dict[str, Any]:
        """Write one record a line; return how many there are and the digest of the file."""
        digest, count = sha256(), 0
        with self.open(name) as file:
            for record in records:
                line = canonical(record) + b"\n"
                digest.update(line)
                file.write(line)
                count += 1
                self.step()
        return {"lines": count, "sha256": digest.hexdigest()}

    def manifest(self, manifest: dict[str, Any]) -> None:
        """Write what is in the other files."""
        with self.open(MANIFEST) as file:
            file.write(json.dumps(manifest, ensure_ascii=False, indent=1).encode())


@contextmanager
def writer(path: Path, step: Callable[[], None]) -> Iterator[Writer]:
    """Open a new export; it stands at its path only when the block has ended well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as room:
        if path.suffix == ".zip":
            made = Path(room) / path.name
            with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
                yield Writer(lambda name: archive.open(name, "w", force_zip64=True), step)
            made.replace(path)
        else:
            yield Writer(lambda name: (Path(room) / name).open("wb"), step)
            path.mkdir(exist_ok=True)
            for made in Path(room).iterdir():
                shutil.move(made, path / made.name)


def linked(records: Iterable[dict[str, Any]]) -> Records:
    """Give each record the hash over itself and all before it."""
    previous = ""
    for record in records:
        previous = chained(previous, record)
        yield record | {"hash": previous}


def shuffled(records: Iterable[dict[str, Any]]) -> Records:
    """Give the records in order of their ids, which are random: when each was made is not told.

    Piles on the disk keep the memory small.
    """
    with ExitStack() as stack:
        piles = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(PILES)]
        for record in records:
            piles[int(record["id"][:8], 16) * PILES >> 32].write(canonical(record) + b"\n")
        for pile in piles:
            pile.seek(0)
            yield from sorted(map(json.loads, pile), key=lambda record: str(record["id"]))
