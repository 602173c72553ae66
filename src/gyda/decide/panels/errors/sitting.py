"""What can stand in the way of a panel that sits."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class NotASeat(DomainError):
    """Only who sits."""

    message = _("Only who sits on this panel can do this.")


class TrainFirst(DomainError):
    """Nobody is thrown in."""

    message = _("Not everyone on the panel has had the training: %(count)s to go.")


class NotLikeThePeople(DomainError):
    """Too far from who lives here: the chair explains it, or it does not go on."""

    message = _(
        "The panel is too unlike the people who live here (%(feature)s: %(apart)s, at most "
        "%(limit)s). Its chair must explain this first."
    )


class RuleBroken(DomainError):
    """The rule on who sits."""

    message = _(
        "The panel breaks its own rule: more than %(over)s %% of %(group)s. Fill the empty seats."
    )
