"""What can stand in the way of an idea."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.need.rulings.errors import NotForYou as NotForYou
from gyda.web.errors import DomainError


class NoLongerOpen(DomainError):
    """It went forward, or is gone."""

    message = _("This idea has moved on. Look at the page again.")


class NotYourIdea(DomainError):
    """Others' words are theirs."""

    message = _("Only who wrote it can do this.")


class OthersSupportIt(DomainError):
    """What others put their name to does not change under them."""

    message = _("Others support these words already, so they stay as they are.")


class WithItself(DomainError):
    """Two ideas are joined."""

    message = _("Choose another idea: this is the same one.")
    field = "into"


class AnsweredAlready(DomainError):
    """What an answer is owed to is not joined with something else."""

    message = _("This idea is on the agenda already and keeps a page of its own.")
    field = "into"


class PartedAlready(DomainError):
    """A joining is undone once."""

    message = _("They stand apart already. Look at the page again.")


class JoinedTooLongAgo(DomainError):
    """People have got used to it."""

    message = _("A joining can be undone for 30 days, and they are over.")


class JoinedFurther(DomainError):
    """What was joined last is undone first."""

    message = _("It was joined further since. Undo that joining first.")


class NotThroughACut(DomainError):
    """What nobody supports is not worked on in many's name."""

    message = _("This idea has not gone forward in a month's cut.")


class AnotherInitiative(DomainError):
    """It belongs to one already."""

    message = _("This idea belongs to another initiative.")
    field = "initiative"


class UnreadableLine(DomainError):
    """A line of a paper list that cannot be used."""

    message = _(
        "Line %(number)s cannot be used. Write the number of a card, or a name, a comma and a "
        "postcode."
    )
    field = "lines"


class NoSuchCard(DomainError):
    """A card that nobody here holds."""

    message = _("Line %(number)s: nobody here has a card with this number.")
    field = "lines"
