"""Reads people's files, in whatever state they come, and says what is wrong with them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import codecs
from pathlib import Path

from gyda.terminal.faults import Unusable
from gyda.terminal.tongue import _

BOM = codecs.BOM_UTF8
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and .ods, .xls
MANY = 1 << 20


def read_text(path: Path) -> str:
    """Return a file's text: UTF-8 with or without byte order mark; raise Unusable otherwise."""
    return read_bytes(path).decode()


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes without byte order mark, sure to be UTF-8; raise Unusable otherwise."""
    text = _bytes_of(path).removeprefix(BOM)
    if not text.strip():
        raise Unusable(_("the file is empty"), _("Give a file with data."), file=str(path))
    if text.startswith(SPREADSHEETS):
        raise Unusable(
            _("this is a spreadsheet, not plain text"),
            _("Save the sheet as “CSV UTF-8” and use that file."),
            file=str(path),
        )
    if text.startswith(UTF_16):
        raise _mis_encoded(path, 1, "UTF-16")
    _check(path, text)
    return text


def _bytes_of(path: Path) -> bytes:
    remedy = ""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        words, remedy = _("there is no such file"), _("Check the name and the folder.")
    except IsADirectoryError:
        words, remedy = _("this is a folder, not a file"), _("Name a file in it.")
    except PermissionError:
        words, remedy = _("you may not read this file"), _("Ask its owner, or copy it.")
    except (OSError, ValueError) as error:  # too long a name, a null byte in it
        words = _("this cannot be read (%(reason)s)") % {"reason": _reason(error)}
    raise Unusable(words, remedy, file=str(path)) from None


def _reason(error: OSError | ValueError) -> str:
    return str(getattr(error, "strerror", None) or error)


def _check(path: Path, text: bytes) -> None:
    """Decode piece by piece: a file of 100 MB is not to stand in memory twice."""
    decoder, start, before = codecs.getincrementaldecoder("utf-8")(), 0, 0
    try:
        for start in range(0, len(text), MANY):
            before = len(decoder.getstate()[0])
            decoder.decode(text[start : start + MANY], final=start + MANY >= len(text))
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, max(0, start - before) + error.start) + 1
        raise _mis_encoded(path, line, "Windows-1252 / ISO 8859") from None
    if (at := text.find(b"\0")) >= 0:
        line = text.count(b"\n", 0, at) + 1
        words = _("there is a null byte: this is no text, or a damaged one")
        remedy = _("Export the file again.")
        raise Unusable(words, remedy, file=str(path), line=line, code="null-byte")


def _mis_encoded(path: Path, line: int, likely: str) -> Unusable:
    return Unusable(
        _("this is not UTF-8 (perhaps %(encoding)s)") % {"encoding": likely},
        _("Save the file as UTF-8: in a spreadsheet, choose “CSV UTF-8”."),
        file=str(path),
        line=line,
        code="not-utf-8",
    )


def folder(path: Path) -> Path:
    """Return the folder, made if need be; raise Unusable when that is not possible."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        words = _("this folder cannot be made (%(reason)s)") % {"reason": _reason(error)}
        raise Unusable(words, _("Choose another with --out."), file=str(path)) from None
    return path


def write(path: Path, text: str) -> None:
    """Write a text as UTF-8; raise Unusable when that is not possible."""
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        words = _("this cannot be written (%(reason)s)") % {"reason": _reason(error)}
        raise Unusable(words, _("Choose another folder with --out."), file=str(path)) from None
