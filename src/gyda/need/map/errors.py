"""What stands in the way, in words for the person who meets it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class StewardsOnly(DomainError):
    """Answers of single people, or conversations from elsewhere."""

    message = _("Only who looks after the hub does this, and for nobody else.")


class StillOpen(DomainError):
    """What is taken out twice would tell what was answered in between."""

    message = _("The answers can be taken out once the conversation is closed.")


class NoMapYet(DomainError):
    """The last map is made by the clock."""

    message = _("The last map is being made. Try again in a minute.")


class Unusable(DomainError):
    """Files that no conversation can be read from."""

    message = _("%(words)s")
    field = "tables"
