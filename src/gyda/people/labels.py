"""Words for the tables and columns in which something is held on a person."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gyda.web.units import day, moment

TABLES = {
    "people.member": gettext_lazy("Who you are here"),
    "people.accessneed": gettext_lazy("What you need"),
    "people.look": gettext_lazy("Who read what you need"),
    "people.actingconsent": gettext_lazy("Who may act for whom"),
    "people.application": gettext_lazy("How you asked to join"),
    "people.card": gettext_lazy("Cards"),
    "people.invitation": gettext_lazy("Invitations"),
    "people.block": gettext_lazy("Whom you do not want to meet"),
    "journal.entry": gettext_lazy("What was done"),
    "journal.notice": gettext_lazy("Notices to you"),
    "letters.letter": gettext_lazy("Letters to you"),
    "letters.letterchoice": gettext_lazy("How often you want letters"),
    "ledger.account": gettext_lazy("Accounts"),
    "ledger.transfer": gettext_lazy("Transfers of hours"),
    "deliver.listing": gettext_lazy("Offers and requests"),
    "deliver.picture": gettext_lazy("Pictures"),
    "deliver.gift": gettext_lazy("Gifts of hours"),
    "deliver.exchange": gettext_lazy("Exchanges"),
    "deliver.attendance": gettext_lazy("Activities you came to"),
    "deliver.activity": gettext_lazy("Activities you lead"),
}


def readable(tables: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return the tables of an export for a page: titles in words, days as people write them."""
    return [
        {
            "title": TABLES.get(name, ""),
            "name": name,
            "rows": [[(key, shown(value)) for key, value in row.items()] for row in rows],
        }
        for name, rows in tables.items()
    ]


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
    return str(value) if not isinstance(value, UUID) else str(value)[-12:]
