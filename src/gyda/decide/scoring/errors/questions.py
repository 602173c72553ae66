"""What can stand in the way of a question and its points."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class EnoughQuestions(DomainError):
    """A few good ones."""

    message = _("There are four questions already. Take one of them out first.")


class Begun(DomainError):
    """Points stand under the question."""

    message = _("Points were given already. Questions and bidders stay as they are.")


class TooManyPoints(DomainError):
    """More than the question gives."""

    message = _("That is more than the question gives: %(most)s at most.")


class WeightsStand(DomainError):
    """Who knows the points does not choose what they weigh."""

    message = _("Points were given already. The weights stay as they were agreed.")


class WeightNeedsReason(DomainError):
    """Equal weights need no reason; any other do."""

    message = _("Say in both languages why the weights are not equal.")
    field = "because_cy"
