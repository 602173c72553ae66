"""Opens DECISION.zip without trusting it: nothing is unpacked, sizes are bounded, names plain."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gyda.methods.decision_bundle import FORMAT
from gyda.terminal.export_files import Unreadable

MANIFEST, DECISION, AFTER, JOURNAL, LINES = (
    f"{name}.json" for name in ("manifest", "decision", "after", "journal", "lines")
)
NEEDED = (MANIFEST, DECISION, AFTER, JOURNAL, LINES)
MOST_FILES, MOST_BYTES, MOST_TIMES = 500, 256 * 2**20, 1000
PLAIN_NAME = re.compile(r"[\w-]+(\.[\w-]+)*(/[\w-]+(\.[\w-]+)*)*")
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
Json = dict[str, Any]


@dataclass(frozen=True)
class Bundle:
    """The files of a decision, and those of them that are records, read."""

    files: dict[str, bytes]
    manifest: Json
    decision: Json
    after: Json
    journal: Json
    lines: Json


def is_decision(path: Path) -> bool:
    """Tell whether this is the file of a decision and not the open data of a hub."""
    try:
        with zipfile.ZipFile(path) as archive:
            return DECISION in archive.namelist()
    except (OSError, *DAMAGED):
        return False


def opened(path: Path) -> Bundle:
    """Return what is in it; raise Unreadable with the reason in words."""
    try:
        with zipfile.ZipFile(path) as archive:
            files = _read(archive)
    except DAMAGED as error:
        raise Unreadable("the file is damaged (%(why)s)", why=str(error)[:200]) from None
    missing = [name for name in NEEDED if name not in files]
    if missing:
        raise Unreadable("%(file)s is missing", file=", ".join(missing))
    records = [_record(name, files[name]) for name in NEEDED]
    found = records[0].get("format")
    if found != FORMAT:
        raise Unreadable("its format is %(found)s, not %(known)s", found=found, known=FORMAT)
    return Bundle(files, *records)


def _read(archive: zipfile.ZipFile) -> dict[str, bytes]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    _check_sizes(infos)
    for info in infos:
        if not PLAIN_NAME.fullmatch(info.filename):
            raise Unreadable("a file in it has a name that is not plain")
    if len({info.filename for info in infos}) != len(infos):
        raise Unreadable("a file stands in it twice")
    return {info.filename: archive.read(info) for info in infos}


def _check_sizes(infos: list[zipfile.ZipInfo]) -> None:
    """Refuse before anything is unpacked; a file is never read beyond the size that it states."""
    whole = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if len(infos) > MOST_FILES or whole > MOST_BYTES or whole > MOST_TIMES * (packed + 1024):
        raise Unreadable("it would unpack to more than a decision can hold")


def _record(name: str, content: bytes) -> Json:
    try:
        record = json.loads(content)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        raise Unreadable("%(file)s is no JSON object", file=name)
    return record
