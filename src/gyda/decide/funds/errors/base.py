"""What every error of money is, and who may touch it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class FundError(DomainError):
    """The base of them all."""

    message = _("This cannot be done now. Look at the page again.")


class KeyTaken(FundError):
    """One form, one deed."""

    message = _("Something else was stored with this form already. Open the page anew.")


class StewardsOnly(FundError):
    """A fund, and the rules of money, are the hub's own."""

    message = _("Only a steward can do this.")


class NotYourMoney(FundError):
    """Looked after by few."""

    message = _(
        "Only those who look after this fund can do this: stewards, and the initiative's team."
    )


class ActForYourself(FundError):
    """Nobody answers for money in another person's name."""

    message = _("Stop acting for someone else first: for money everybody answers in person.")


class OwnPayment(FundError):
    """Whoever is paid does not decide it."""

    message = _("You, or the organisation that you come for, would be paid: others see to this.")


class SecondPerson(FundError):
    """Two pairs of eyes."""

    message = _("Someone else must say yes: you asked for it.")
