"""The files of an export: a folder or a zip with a manifest and one JSON object a line."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

FORMAT = "gyda-open-data/1"
MANIFEST = "manifest.json"
SEALS, ENTRIES, ACCOUNTS, TRANSFERS = (
    f"{name}.jsonl" for name in ("seals", "entries", "accounts", "transfers")
)
CHECKED = (SEALS, ENTRIES, ACCOUNTS, TRANSFERS)  # the rest is what the rooms say
LONGEST = 1_000_000  # bytes in a line


class Unreadable(Exception):
    """This is no export, or not one that this version knows: a sentence, and its values."""

    def __init__(self, words: str, **values: object) -> None:
        super().__init__(words % values)
        self.words, self.values = words, values

    def said(self, translate: Callable[[str], str]) -> str:
        """Return it in another language."""
        return translate(self.words) % self.values


class Malformed(Exception):
    """A line that is no JSON object."""

    def __init__(self, file: str, line: int) -> None:
        super().__init__()
        self.file, self.line = file, line


Opener = Callable[[str], IO[bytes]]


def _nothing() -> None:
    """Be told of each line, and do nothing."""


@dataclass
class Export:
    """An export that is open for reading."""

    manifest: dict[str, Any]
    open: Opener
    on_line: Callable[[], None] = _nothing
    digests: dict[str, str] = field(default_factory=dict)

    def lines(self, name: str) -> Iterator[Any]:
        """Give the records of a file; note its digest once it was read to the end."""
        if name not in self.manifest["files"]:
            return
        digest = sha256()
        with self.open(name) as file:
            for number, line in enumerate(_bounded(file, name), start=1):
                self.on_line()
                digest.update(line)
                yield _record(line, name, number)
        self.digests[name] = digest.hexdigest()


def _bounded(file: IO[bytes], name: str) -> Iterator[bytes]:
    number = 0
    while line := file.readline(LONGEST):
        number += 1
        if len(line) >= LONGEST:
            raise Malformed(name, number)
        yield line


def _record(line: bytes, name: str, number: int) -> Any:
    try:
        record = json.loads(line, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise Malformed(name, number) from None
    if not isinstance(record, dict):
        raise Malformed(name, number)
    return record


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse an object that says the same twice: readers would differ on what it says."""
    record = dict(pairs)
    if len(record) != len(pairs):
        raise ValueError("a key stands twice")
    return record


@contextmanager
def open_export(path: Path) -> Iterator[Export]:
    """Open a folder or a zip file; raise Unreadable with the reason in words."""
    try:
        if path.is_dir():
            yield _checked(lambda name: (path / name).open("rb"))
        else:
            with zipfile.ZipFile(path) as archive:
                yield _checked(lambda name: archive.open(name))
    except FileNotFoundError as error:
        raise Unreadable("%(file)s is missing", file=error.filename) from None
    except KeyError as error:
        raise Unreadable("%(why)s", why=error.args[0]) from None
    except (OSError, zipfile.BadZipFile) as error:
        raise Unreadable("%(why)s", why=error) from None


def _checked(opener: Opener) -> Export:
    with opener(MANIFEST) as file:
        manifest = _manifest(file.read(LONGEST))
    return Export(manifest, opener)


def _manifest(text: bytes) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(text)
        known = manifest["format"] == FORMAT
        parts = (manifest["hub"]["id"], manifest["files"][SEALS], manifest["files"][ENTRIES])
    except (ValueError, KeyError, TypeError):
        raise Unreadable("%(file)s is not the manifest of an export", file=MANIFEST) from None
    if not known or not all(parts):
        found = manifest["format"]
        raise Unreadable("its format is %(found)s, not %(known)s", found=found, known=FORMAT)
    return manifest
