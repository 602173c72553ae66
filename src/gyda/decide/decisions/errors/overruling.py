"""What can stand in the way of overruling a decision."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class NothingToOverrule(DomainError):
    """Only a body named in the decision, and only what citizens had a hand in."""

    message = _("This decision cannot be overruled: no body was named that could.")


class ClockRanOut(DomainError):
    """Silence lets a decision stand."""

    message = _("The clock ran out on %(day)s. The decision stands.")


class OverruledAlready(DomainError):
    """Once is enough."""

    message = _("This decision is overruled already.")


class NotYoursToOverrule(DomainError):
    """Who overrules signs for it."""

    message = _(
        "Only the contact of the organisation, or a connector with its letter, can do this."
    )


class SignedWhen(DomainError):
    """The signature stands between the decision and the end of its clock."""

    message = _("The day must lie between the decision and today.")
    field = "signed_on"
