"""What moving says when it cannot do what was asked."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class MoveError(DomainError):
    """Base of this room's refusals."""


class StewardsOnly(MoveError):
    message = _("Only a steward can move a time bank.")


class NoTables(MoveError):
    message = _("Choose at least one table.")
    field = "tables"


class CannotRead(MoveError):
    message = _("%(name)s, line %(line)s: %(words)s")
    field = "tables"


class StillBroken(MoveError):
    message = _("There are rows to mend. Mend them, or choose to leave them out.")


class NothingGood(MoveError):
    message = _("No row can be brought in as it is.")


class OneAtATime(MoveError):
    message = _("Another move is under way in this hub. Wait until it is done.")


class BegunAlready(MoveError):
    message = _("This move has begun already, or is over.")
