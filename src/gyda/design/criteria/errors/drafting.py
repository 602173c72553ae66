"""What can stand in the way of a draft."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class TakesBasicNeed(DomainError):
    """The floor under all rules."""

    message = _("No rule can refuse anybody food, warmth or shelter.")
    field = "outcome"


class NotADraft(DomainError):
    """What is published stays as it is."""

    message = _("This version is published and stays as it is. Draft a new one to change it.")


class DraftThere(DomainError):
    """One draft at a time."""

    message = _("There is a draft already. Work on that one.")


class UsedByRules(DomainError):
    """A fact that is asked cannot go."""

    message = _("A rule or a test case asks this. Change it there first.")


class ChoicesNeeded(DomainError):
    """A choice has answers."""

    message = _("Write at least two answers, each in Welsh and English: Cymraeg | English.")
    field = "choices"
