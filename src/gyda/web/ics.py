"""A calendar that other programs read (RFC 5545): public titles; a place only where it is given."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

MOST_BYTES = 75


@dataclass(frozen=True)
class Event:
    """What the calendar says of one activity or meeting."""

    uid: str
    title: str
    url: str
    starts_at: datetime.datetime
    ends_at: datetime.datetime
    changed_at: datetime.datetime
    is_cancelled: bool = False
    place: str = ""


def escaped(text: str) -> str:
    r"""Return a text as the value of a property.

    >>> escaped("Te; bara, a\nchaws")
    'Te\\; bara\\, a\\nchaws'
    """
    for sign, instead in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(sign, instead)
    return "\\n".join(text.splitlines())


def folded(line: str) -> str:
    """Return a line in parts of at most 75 bytes, never cut inside a letter such as ŵ.

    >>> folded("SUMMARY:" + "ŵ" * 40).splitlines()[1][:3]
    ' ŵŵ'
    """
    parts, part, size = [], "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > MOST_BYTES:
            parts.append(part)
            part, size = " ", 1
        part, size = part + letter, size + width
    return "\r\n".join([*parts, part])


def stamp(moment: datetime.datetime) -> str:
    """Return a moment in UTC."""
    return moment.astimezone(datetime.UTC).strftime("%Y%m%dT%H%M%SZ")


def calendar_text(name: str, language: str, events: Iterable[Event]) -> str:
    """Return the whole file."""
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Gyda//Gyda//CY",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME;LANGUAGE={language}:{escaped(name)}",
    ]
    lines = [line for event in events for line in _lines(event, language)]
    return "\r\n".join(folded(line) for line in [*head, *lines, "END:VCALENDAR"]) + "\r\n"


def _lines(event: Event, language: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{stamp(event.changed_at)}",
        f"DTSTART:{stamp(event.starts_at)}",
        f"DTEND:{stamp(event.ends_at)}",
        f"SUMMARY;LANGUAGE={language}:{escaped(event.title)}",
        *([f"LOCATION;LANGUAGE={language}:{escaped(event.place)}"] if event.place else []),
        f"URL:{event.url}",
        f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}",
        "END:VEVENT",
    ]
