"""The letters about money."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Kind

KINDS = [
    Kind("fund_payment_waits", _("A payment waits for a second yes"), can_unsubscribe=False),
    Kind("fund_payment_refused", _("A payment was refused")),
    Kind(
        "fund_limits_wait",
        _("A change of the limits on money waits for a second yes"),
        can_unsubscribe=False,
    ),
    Kind(
        "fund_return_waits",
        _("Money that goes back to its giver waits for a second steward"),
        can_unsubscribe=False,
    ),
    Kind("fund_paid", _("I am paid out of a fund")),
    Kind("grant_asked", _("Someone asks for a small grant")),
    Kind("grant_second", _("A small grant waits for a second yes")),
    Kind("grant_answered", _("My small grant is answered"), can_unsubscribe=False),
]
