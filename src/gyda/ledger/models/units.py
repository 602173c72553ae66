"""What is counted, and who can hold it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.utils.translation import gettext_lazy as _


class Unit(models.TextChoices):
    """Whole minutes or whole pence: never mixed, never turned into one another."""

    MINUTES = "MINUTES", _("hours")
    PENCE = "PENCE", _("money")


class Kind(models.TextChoices):
    """Whose account it is."""

    MEMBER = "MEMBER", _("member")
    ORGANISATION = "ORGANISATION", _("organisation")
    POOL = "POOL", _("organisation's pool")  # hours granted to it, that it has not given yet
    POT = "POT", _("community pot")
    ISSUE = "ISSUE", _("issue")  # where hours and money come from: its balance is what was issued
    RETIREMENT = "RETIREMENT", _("retirement")  # where they go at the end
    NOTES = "NOTES", _("paper notes")  # what printed notes are worth that people hold
    OPENING = "OPENING", _("brought over")  # the other side of what was brought from elsewhere
    PARTNER = "PARTNER", _("another hub")  # above nothing: we owe it; below: it owes us
    FUND = "FUND", _("fund")  # money that was given for a purpose, and is not promised yet
    PROMISE = "PROMISE", _("promise out of a fund")  # promised to somebody, and not paid yet


ORGANISATIONS = (Kind.ORGANISATION, Kind.POOL)
HUBS_OWN = (Kind.POT, Kind.ISSUE, Kind.RETIREMENT, Kind.NOTES, Kind.OPENING)
WITHOUT_FLOOR = (Kind.ISSUE, Kind.OPENING)
OF_FUNDS = (Kind.FUND, Kind.PROMISE)  # there are many of each, and they hold money alone
