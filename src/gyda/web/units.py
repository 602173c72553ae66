"""Hours, pounds, days and moments in the words of the language that is active."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

MINUS = "\u2212"
NARROW = "\u00a0"  # a number stays on the line of its unit


def hours(minutes: int | None) -> str:
    """Return 90 as "1 h 30 min" or "1 awr 30 mun"; a debt begins with a true minus."""
    if minutes is None:
        return ""
    whole, rest = divmod(abs(minutes), 60)
    parts = []
    if whole or not rest:
        parts.append(gettext("%(count)s h") % {"count": f"{whole:,}"})
    if rest:
        parts.append(gettext("%(count)s min") % {"count": rest})
    sign = MINUS if minutes < 0 else ""
    return sign + " ".join(part.replace(" ", NARROW) for part in parts)


def pounds(pence: int | None) -> str:
    """Return 123450 as "£1,234.50"; whole pounds without pence.

    >>> pounds(123450), pounds(500), pounds(-5)
    ('£1,234.50', '£5', '−£0.05')
    """
    if pence is None:
        return ""
    whole, rest = divmod(abs(pence), 100)
    return f"{MINUS if pence < 0 else ''}£{whole:,}" + (f".{rest:02}" if rest else "")


def local(value: datetime.date | datetime.datetime) -> datetime.date | datetime.datetime:
    """Return an aware moment on the clock of the wall; a day as it is."""
    aware = isinstance(value, datetime.datetime) and timezone.is_aware(value)
    return timezone.localtime(value) if aware else value  # type: ignore[arg-type]


def day(value: datetime.date | datetime.datetime | None) -> str:
    """Return "3 March 2026" or "3 Mawrth 2026"."""
    return date_format(local(value), "j F Y") if value else ""


def weekday(value: datetime.date | datetime.datetime | None) -> str:
    """Return "Tuesday 3 March 2026" or "Dydd Mawrth 3 Mawrth 2026"."""
    return date_format(local(value), "l j F Y") if value else ""


def moment(value: datetime.datetime | None) -> str:
    """Return "3 March 2026, 14:05"."""
    return date_format(local(value), "j F Y, H:i") if value else ""


def ago(value: datetime.date | datetime.datetime | None, today: datetime.date | None = None) -> str:
    """Return "today", "yesterday", "5 days ago"; the day itself when that is over a month back."""
    if not value:
        return ""
    seen = local(value)
    seen = seen.date() if isinstance(seen, datetime.datetime) else seen
    days = ((today or timezone.localdate()) - seen).days
    if days == 0:
        return gettext("today")
    if days == 1:
        return gettext("yesterday")
    if 1 < days <= 31:
        return ngettext("%(count)s day ago", "%(count)s days ago", days) % {"count": days}
    return day(seen)
