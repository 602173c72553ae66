"""Figures of the monthly tables, in the words of their unit."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django import template

from gyda.deliver.venues.tables import HOURS, MONEY, Column
from gyda.web.units import hours, pounds

register = template.Library()


@register.filter
def figure(figures: dict[str, int], column: Column) -> str:
    """Return a figure as hours, pounds or a number."""
    value = figures.get(column.name, 0)
    if column.unit == HOURS:
        return hours(value)
    return pounds(value) if column.unit == MONEY else str(value)
