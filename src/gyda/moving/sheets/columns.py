"""The tables that move: their columns, in English and in Welsh, and what each holds."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gyda.moving.sheets import cells, choices

Reader = Callable[[str], Any]


class Kind(TextChoices):
    """A table; the order is that in which they are brought in."""

    ORGANISATIONS = "ORGANISATIONS", _("Organisations")
    MEMBERS = "MEMBERS", _("Members")
    LISTINGS = "LISTINGS", _("Offers and asks")
    TRANSFERS = "TRANSFERS", _("Past transfers")
    BALANCES = "BALANCES", _("Balances")


@dataclass(frozen=True)
class Column:
    """One column: its head in both languages, what it holds, and how a cell is read."""

    name: str
    cy: str
    meaning: str | Promise
    example: str = ""
    read: Reader = str
    most: int = 0
    needed: bool = False
    default: Any = ""
    lines: bool = False  # may hold more than one line


def _yes_no(name: str, cy: str, meaning: str | Promise, default: bool) -> Column:
    return Column(name, cy, meaning, "yes", choices.yes_no, default=default)


LANGUAGE = Column("language", "iaith", _("cy or en"), "cy", choices.language, default="cy")
HOURS = _("Hours: 1.5 or 1:30 or 1h30")
WHO = _("The member's number; their e-mail or full name will do where it names one person")

ORGANISATIONS = (
    Column("name_cy", "enw_cy", _("Name in Welsh"), "Meddygfa'r Cwm", most=80, needed=True),
    Column("name_en", "enw_en", _("Name in English"), "Cwm Surgery", most=80, needed=True),
    Column("about_cy", "am_cy", _("About it, in Welsh"), most=2000, lines=True),
    Column("about_en", "am_en", _("About it, in English"), most=2000, lines=True),
)
MEMBERS = (
    Column("number", "rhif", _("The number that the other tables use"), "17", most=40),
    Column("name", "enw", _("First and last name"), "Siân Rees", most=80, needed=True),
    Column("email", "ebost", _("For signing in, and for letters"), "sian@example.org", cells.email),
    Column("phone", "ffon", _("For signing in by text message"), "01632 960 017", cells.phone),
    Column("language", "iaith", _("The language of letters: cy or en"), "cy", choices.language,
           default="cy"),
    Column("area", "ardal", _("A town or village, never a postcode"), "Pentre Isaf", most=60),
    Column("reach", "cyswllt", _("How to reach them: writing, call, post or connector"), "writing",
           choices.reach, default="WRITING"),
    Column("contact", "manylion", _("What neighbours may see of how to reach them"), most=120),
    Column("strengths", "cryfderau", _("What they are good at, in their words"), most=1000,
           lines=True),
    Column("strengths_language", "iaith_cryfderau", _("The language of these words"), "cy",
           choices.language, default="cy"),
    _yes_no("show_strengths", "dangos_cryfderau", _("Neighbours see the strengths: yes or no"),
            True),
    _yes_no("show_area", "dangos_ardal", _("Neighbours see the area: yes or no"), True),
    _yes_no("show_contact", "dangos_manylion", _("Neighbours see the contact: yes or no"), False),
    _yes_no("show_in_public", "dangos_i_bawb", _("Anyone sees the name: yes or no"), False),
    Column("role", "rol", _("member, connector or steward"), "member", choices.role,
           default="MEMBER"),
    Column("organisation", "sefydliad", _("The organisation that they come for, by its name"),
           most=80),
    Column("state", "cyflwr", _("active, or left"), "active", choices.state, default=""),
    Column("joined", "ymunodd", _("The day they joined"), "31/03/2019", cells.moment,
           default=None),
)  # fmt: skip
LISTINGS = (
    Column("id", "id", _("Its number in the old bank"), "204", most=60),
    Column("kind", "math", _("offer or ask"), "offer", choices.listing, needed=True),
    Column("member", "aelod", WHO, "17", most=254, needed=True),
    Column("category", "categori", _("The category, in either language"), "In the garden",
           most=60),
    Column("category_cy", "categori_cy", _("Its name in Welsh, for a new category"), most=60),
    Column("title", "teitl", _("What it is, in a few words"), "Torri lawnt", most=100,
           needed=True),
    Column("words", "geiriau", _("More about it"), most=5000, lines=True),
    LANGUAGE,
    Column("where", "lle", _("place, home, online or anywhere"), "anywhere", choices.where,
           default="ANYWHERE"),
    Column("place", "man", _("Which village or area"), most=60),
    Column("times", "amserau", _("Parts of the week, such as mon-morning sat-evening"),
           "mon-morning", choices.times, default=0),
    Column("when", "pryd", _("When, in words"), most=120),
    Column("by", "erbyn", _("Needed by this day"), "", cells.day, default=None),
    Column("spoken", "siarad", _("Talking in cy, en or both"), "both", choices.spoken,
           default="BOTH"),
    Column("access", "mynediad", _("Access, as the numbers of our list added up"), "",
           choices.access, default=0),
    Column("care", "gofal", _("Care, as the numbers of our list added up"), "", choices.care,
           default=0),
    Column("hours", "oriau", HOURS, "1.5", cells.minutes, default=None),
    Column("state", "cyflwr", _("open, paused or closed"), "open", choices.listing_state,
           default="OPEN"),
    Column("until", "hyd", _("The last day on which it is shown"), "", cells.day, default=None),
    Column("created", "crewyd", _("When it was put up"), "", cells.moment, default=None),
)  # fmt: skip
TRANSFERS = (
    Column("id", "id", _("Its number in the old bank"), "5121", most=60),
    Column("date", "dyddiad", _("31/12/2025 or 2025-12-31, with or without the time"),
           "31/12/2025", cells.moment, needed=True, default=None),
    Column("from", "oddi_wrth", _("Who received help and pays hours: number, or (pot), (issue)"),
           "17", most=254, needed=True),
    Column("to", "i", _("Who gave help and receives hours: number, or (pot), (retired)"), "23",
           most=254, needed=True),
    Column("hours", "oriau", HOURS, "1:30", cells.minutes, needed=True, default=None),
    Column("kind", "math", _("What sort of transfer it was, as a code"), "EXCHANGE", most=16),
    Column("words", "geiriau", _("What it was for"), "Torri lawnt", most=2000, lines=True),
    LANGUAGE,
    Column("undoes", "dadwneud", _("The id of the transfer that this one undoes"), most=60),
)  # fmt: skip
BALANCES = (
    Column("member", "aelod", WHO, "17", most=254, needed=True),
    Column("hours", "oriau", _("Hours in hand; below nothing with a minus: -1.5"), "-1.5",
           cells.minutes, needed=True, default=None),
)  # fmt: skip

COLUMNS: dict[Kind, tuple[Column, ...]] = {
    Kind.ORGANISATIONS: ORGANISATIONS,
    Kind.MEMBERS: MEMBERS,
    Kind.LISTINGS: LISTINGS,
    Kind.TRANSFERS: TRANSFERS,
    Kind.BALANCES: BALANCES,
}
FILES = {
    Kind.ORGANISATIONS: "organisations",
    Kind.MEMBERS: "members",
    Kind.LISTINGS: "offers-and-asks",
    Kind.TRANSFERS: "transfers",
    Kind.BALANCES: "balances",
}
