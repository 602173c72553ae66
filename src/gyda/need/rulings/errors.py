"""What can stand in the way of taking something down, or of an appeal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class NotForYou(DomainError):
    """Moderation is the connectors' work."""

    message = _("Only connectors can do this.")


class NotYours(DomainError):
    """Who wrote it appeals."""

    message = _("Only who wrote it can do this.")


class TakenDownAlready(DomainError):
    """Once is enough."""

    message = _("This is no longer shown.")


class NoAppeal(DomainError):
    """One appeal, and one decision."""

    message = _("There is nothing to decide here any more. Look at the page again.")


class OwnRuling(DomainError):
    """Nobody judges their own decision."""

    message = _("Someone other than who took it down must decide this.")
