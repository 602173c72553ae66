"""From the bytes of a file to its text: UTF-8 with or without a mark, UTF-16, or Windows."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.moving.sheets.faults import Fault, Unreadable

SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # xlsx and ods; xls
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def text_of(data: bytes) -> tuple[str, str, list[Fault]]:
    """Return the text, the name of its encoding, and what the reader should know of it.

    >>> text_of("Siân".encode("cp1252"))[:2]
    ('Siân', 'cp1252')
    """
    if data.startswith(SPREADSHEETS):
        raise Unreadable("spreadsheet")
    text, encoding, notes = _decoded(data)
    if not text.strip():
        raise Unreadable("empty")
    if "\0" in text:
        raise Unreadable("not-text")
    return text, encoding, notes


def _decoded(data: bytes) -> tuple[str, str, list[Fault]]:
    encodings = ("utf-16",) if data.startswith(UTF_16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        is_windows = encoding == "cp1252"
        return text, encoding, [Fault(1, "", "windows-letters", is_note=True)] * is_windows
    raise Unreadable("not-text")
