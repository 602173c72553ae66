"""What can stand in the way of looking at a decision again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class HoldsNoMore(DomainError):
    """It was corrected: the newer one counts."""

    message = _("A correction has taken the place of this decision. Look at the newer one.")


class LookAgainWhen(DomainError):
    """What is under way is looked at again."""

    message = _("Say on which day to come you look at it again.")
    field = "next_on"


class AppealedAlready(DomainError):
    """One appeal for each member."""

    message = _("You asked for a second look already.")


class OwnDecision(DomainError):
    """A second look needs second eyes."""

    message = _("Someone else must answer: you published this decision.")


class AppealAnswered(DomainError):
    """It has its answer."""

    message = _("This appeal has its answer already. Look at the page again.")
