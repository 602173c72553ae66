"""What stands in cells: hours, days, moments, choices, addresses."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import re
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from gyda.moving.sheets.faults import BadCell
from gyda.web.fields.hours import parse_minutes
from gyda.web.fields.phone import parse_phone

MOST_MINUTES = 60 * 100_000
EARLIEST = datetime.date(1970, 1, 1)
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(.*)", re.DOTALL)
HOURS_MINUTES = re.compile(r"(\d{1,6}):([0-5]\d)")
DECIMAL = re.compile(r"\d{1,7}(?:[.,]\d{1,6})?")
UTC_SUFFIX = re.compile(r"\s*(?:UTC|Z)$", re.IGNORECASE)


def minutes(text: str) -> int:
    """Return whole minutes of hours as people write them, below nothing too.

    >>> [minutes(t) for t in ("1.5", "1,5", "1:30", "1h30", "-0:45", "90 min", "120:15")]
    [90, 90, 90, 90, -45, 90, 7215]
    """
    bare = text.strip().replace("\N{MINUS SIGN}", "-")
    sign, bare = (-1, bare[1:].strip()) if bare.startswith("-") else (1, bare)
    found = sign * _unsigned(bare, text)
    if abs(found) > MOST_MINUTES:
        raise BadCell("too-many-hours", text=text[:40])
    return found


def _unsigned(bare: str, text: str) -> int:
    if found := HOURS_MINUTES.fullmatch(bare):
        return int(found[1]) * 60 + int(found[2])
    if DECIMAL.fullmatch(bare):
        return round(float(bare.replace(",", ".")) * 60)
    try:
        return parse_minutes(bare[:40])
    except (ValueError, OverflowError):
        raise BadCell("not-hours", text=text[:40]) from None


def day(text: str) -> datetime.date:
    """Return a day written as 31/12/2025 or 2025-12-31.

    >>> day("3/4/2025"), day("2025-04-03T10:00:00Z")
    (datetime.date(2025, 4, 3), datetime.date(2025, 4, 3))
    """
    return moment(text).date()


def moment(text: str) -> datetime.datetime:
    """Return when something was: with the time of day, where one is given, in UTC unless said.

    A day without a time is its noon, so that no summer time can move it into another day.
    """
    plain = UTC_SUFFIX.sub("+00:00", text.strip())
    if found := DAY_FIRST.fullmatch(plain):
        plain = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}{found[4]}"
    try:
        at = datetime.datetime.fromisoformat(plain)
    except ValueError:
        raise BadCell("not-date", text=text[:40]) from None
    if len(plain) == len("2025-12-31"):
        at = at.replace(hour=12)
    at = at.replace(tzinfo=at.tzinfo or datetime.UTC)
    if not EARLIEST < at.date() < datetime.date(9000, 1, 1):
        raise BadCell("date-too-early", text=text[:40])
    return at.astimezone(datetime.UTC)


def choice(text: str, choices: Mapping[str, str]) -> str:
    """Return the code of one of the choices, however it is capitalised."""
    found = {word.casefold(): code for word, code in choices.items()}.get(text.casefold())
    if found is None:
        raise BadCell("not-choice", text=text[:40], choices=", ".join(choices))
    return found


def email(text: str) -> str:
    """Return an address in small letters."""
    try:
        validate_email(text)
    except ValidationError:
        raise BadCell("not-email", text=text[:80]) from None
    return text.lower()


def phone(text: str) -> str:
    """Return a phone number as it is kept: +44…"""
    try:
        return parse_phone(text)
    except ValueError:
        raise BadCell("not-phone", text=text[:40]) from None
