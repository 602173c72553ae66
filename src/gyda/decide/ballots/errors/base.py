"""What every error of a ballot is, and who looks after one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class BallotError(DomainError):
    """The base of them all."""

    message = _("That cannot be done with this ballot.")


class NotForYou(BallotError):
    message = _("Who looks after this ballot are its team and the connectors.")
