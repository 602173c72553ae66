"""Shows what is held on a person in words: tables, columns and codes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from gyda.people.data import Holding
from gyda.people.labels.columns import COLUMNS
from gyda.people.labels.tables import TABLES
from gyda.web.units import day, moment

MOST = 200  # rows on a page; the file has them all

Row = list[tuple[str | Promise, str]]


def title_of(holding: Holding) -> str | Promise:
    """Return what a table is called."""
    return TABLES.get(holding.name, holding.name)


def readable(holding: Holding, rows: Iterable[dict[str, Any]]) -> list[Row]:
    """Return rows of an export as people read them."""
    return [
        [
            (COLUMNS.get(key, key.replace("_", " ")), shown(_worded(holding.model, key, value)))
            for key, value in row.items()
        ]
        for row in list(rows)[-MOST:]
    ]


def _worded(model: type[models.Model], path: str, value: Any) -> Any:
    """Return the words for a code, if the column is a choice among codes."""
    head, _dots, tail = path.partition("__")
    try:
        field: Any = model._meta.get_field(head)
    except FieldDoesNotExist:
        return value
    if tail and field.related_model:
        return _worded(field.related_model, tail, value)
    return dict(field.flatchoices).get(value, value) if getattr(field, "choices", None) else value


def shown(value: Any) -> str:
    """Return a value as a person reads it."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime.datetime):
        return moment(value)
    if isinstance(value, datetime.date):
        return day(value)
    return str(value)
