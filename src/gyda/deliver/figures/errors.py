"""What stands in the way of writing down figures, in words that help."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.deliver.errors import roles
from gyda.web.errors import DomainError


class ConnectorsOnly(roles.ConnectorsOnly):
    message = _("Only a connector writes down time as a connector.")


class StewardsOnly(roles.StewardsOnly):
    message = _("Only a steward can load a table of areas.")


class NotYours(DomainError):
    message = _("Only the person who wrote this down, or a steward, can take it away.")


class StillToCome(DomainError):
    message = _("The day must be today or earlier.")
    field = "on"
