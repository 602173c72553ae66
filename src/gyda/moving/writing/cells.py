"""How values are written into cells, so that they read back as they were."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime


def yes_no(value: bool) -> str:
    return "yes" if value else "no"


def hours(minutes: int | None) -> float | str:
    """Write minutes as hours: four decimals hold any minute.

    >>> hours(90), hours(-20), hours(None)
    (1.5, -0.3333, '')
    """
    return "" if minutes is None else round(minutes / 60, 4)


def day_or_moment(at: datetime.datetime | None) -> str:
    """Write a moment in UTC."""
    return "" if at is None else at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


def day(on: datetime.date | None) -> str:
    return "" if on is None else on.isoformat()
