"""The words of figures: of kinds of help, bands, fifths, spans of time."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from gyda.deliver.figures import ways
from gyda.deliver.figures.spans import Span
from gyda.deliver.models import Category

KINDS = {
    "": gettext_lazy("Help of no category"),
    "SESSION": gettext_lazy("Sessions and activities"),
    "POOL": gettext_lazy("Thanked by an organisation"),
    "NOTE": gettext_lazy("Thanked with paper notes"),
}
PARTNERS = {
    "1": gettext_lazy("With one other person"),
    "2": gettext_lazy("With two others"),
    "3-4": gettext_lazy("With three or four others"),
    "5-9": gettext_lazy("With five to nine others"),
    "10+": gettext_lazy("With ten or more others"),
}
QUIET = {
    "3": gettext_lazy("In the last three months"),
    "6": gettext_lazy("Three to six months ago"),
    "12": gettext_lazy("Six to twelve months ago"),
    "LONG": gettext_lazy("More than a year ago"),
    "NEVER": gettext_lazy("Not yet"),
}
PARTS = {
    "only_gave": pgettext_lazy("members", "Gave, and did not receive yet"),
    "both": pgettext_lazy("members", "Gave and received"),
    "only_received": pgettext_lazy("members", "Received, and did not give yet"),
}
FIFTHS = {
    "1": gettext_lazy("The most deprived fifth"),
    "2": gettext_lazy("The second fifth"),
    "3": gettext_lazy("The middle fifth"),
    "4": gettext_lazy("The fourth fifth"),
    "5": gettext_lazy("The least deprived fifth"),
    "": gettext_lazy("Not known"),
}


def kind(key: str, shelves: Mapping[str, Category]) -> str:
    """Return the name of a kind of help; a category that is gone has none."""
    return str(shelves[key].name) if key in shelves else str(KINDS.get(key, KINDS[""]))


def place(key: str) -> str:
    return key or _("Place not told")


def span(found: Span) -> str:
    """Return a month as "October 2026", and more of them as "August to October 2026"."""
    last = date_format(found.last_month, "F Y")
    if found.first == found.last_month:
        return last
    same_year = found.first.year == found.last_month.year
    first = date_format(found.first, "F" if same_year else "F Y")
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def hours_of(way: str, found: Span) -> str:
    """Return the title of the hours that went one way in a span."""
    said = {"span": span(found)}
    if way == ways.NEIGHBOUR:
        return _("Hours between neighbours: %(span)s") % said
    return _("Hours that were arranged: %(span)s") % said


def short(found: Span) -> str:
    """Return what fits under a bar: a month as a number, with its year where that begins."""
    month = found.last_month
    return f"{month.month}" if month.month != 1 else f"1/{month:%y}"


OTHER_FIFTHS = gettext_lazy("Other fifths together")
