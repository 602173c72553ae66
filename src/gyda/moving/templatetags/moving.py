"""Words for faults, and heads in the reader's language."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django import template
from django.utils.translation import get_language

from gyda.moving.models import Fault
from gyda.moving.sheets.columns import Column
from gyda.moving.sheets.faults import words_of

register = template.Library()


@register.filter
def to_mend(fault: Fault) -> str:
    """Say what is to be mended."""
    return words_of(fault.code, fault.values)


@register.filter
def head(column: Column) -> str:
    """Return the column's head in the reader's language."""
    return column.cy if get_language() == "cy" else column.name
