"""Figures in words on a page."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from gyda.deliver.figures import words
from gyda.deliver.figures.models import Period
from gyda.deliver.figures.queries.work import Work
from gyda.deliver.figures.spans import later
from gyda.web.units import hours

register = template.Library()

register.filter(words.span)


@register.filter
def shown_hours(minutes: int | None) -> str:
    """Return hours, or that they are held back."""
    return _("not shown") if minutes is None else hours(minutes)


@register.filter
def for_each(work: Work, month: Period) -> str:
    """Return connectors' time for each exchange, or a dash."""
    minutes = work.for_each(month.neighbour_times) if work.minutes else None
    return "–" if minutes is None else hours(minutes)


@register.filter
def last_month(period: Period) -> str:
    """Return the month with which a period ends."""
    return date_format(later(period.end, -1), "F Y")
