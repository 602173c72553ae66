"""Who may not, or not any more."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class NotAnAuthor(DomainError):
    """Others may amend."""

    message = _("Only its authors can do this. You can propose an amendment.")


class NotForYou(DomainError):
    """Care of what is said is the connectors' work."""

    message = _("Only connectors can do this.")


class MovedOn(DomainError):
    """It was put forward, decided, joined or withdrawn."""

    message = _("This proposal has moved on. Look at the page again.")


class InitiativeEnded(DomainError):
    """Nothing new on what has ended."""

    message = _("This initiative has ended.")


class ForNoOrganisation(DomainError):
    """Who speaks for an organisation comes for one."""

    message = _("You do not come for an organisation.")
    field = "side"


class OnlyProfessionals(DomainError):
    """Whether it can be done is said for an organisation."""

    message = _("Whether it can be done is said for an organisation. You do not come for one.")
