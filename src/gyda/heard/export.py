"""Who is heard as a table to take away: only what the page tells."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from gyda.heard.queries.told import About

COLUMNS = (
    "question",
    "group",
    "took_part",
    "share_percent",
    "lives_here_percent",
    "share_ratio",
    "low_percent",
    "high_percent",
)


def rows_of(about: Sequence[About]) -> Iterator[Sequence[object]]:
    """Yield a row for each group; what is held back is an empty cell."""
    for one in about:
        for row in one.rows:
            figures = (row.people, row.share, row.living, row.ratio, row.low, row.high)
            yield one.question.label, row.label, *figures
        for name in one.together:
            yield one.question.label, name, None, None, None, None, None, None
        yield one.question.label, _("Not known"), one.unknown, None, None, None, None, None
