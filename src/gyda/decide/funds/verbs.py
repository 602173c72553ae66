"""What the journal says of money."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "fund.opened": _("%(actor)s opened a fund: %(fund)s"),
    "fund.received": _("Money came into a fund: %(fund)s"),
    "fund.returned": _("Money of a fund went back to its giver: %(fund)s"),
    "fund.return_asked": _("%(actor)s wants to give money back to its giver: %(fund)s"),
    "fund.closed": _("%(actor)s closed a fund: %(fund)s"),
    "fund.promised": _("Money was promised out of a fund: %(fund)s"),
    "fund.freed": _("Money that was not spent went back into a fund: %(fund)s"),
    "fund.payment_asked": _("%(actor)s asked for a payment, which waits for someone else"),
    "fund.payment_refused": _("%(actor)s said no to a payment"),
    "fund.payment_taken_back": _("%(actor)s took back that a payment was asked for"),
    "fund.paid": _("Money was paid out of a fund: %(fund)s"),
    "fund.refunded": _("A payee gave money back to a fund: %(fund)s"),
    "fund.repaid": _("An investment was repaid into a fund: %(fund)s"),
    "fund.limits_set": _("%(actor)s changed the hub's rules about money"),
    "fund.limits_asked": _("%(actor)s asks another steward to loosen the hub's rules about money"),
    "fund.limits_dropped": _("%(actor)s dropped a change of the hub's rules about money"),
    "fund.rates_set": _("%(actor)s wrote down at which rates later money is discounted"),
    "fund.number_set": _("%(actor)s wrote down the public number of an organisation"),
    "grant.asked": _("%(actor)s asked for a small grant"),
    "grant.one_yes": _("%(actor)s gave the first yes to a small grant"),
    "grant.granted": _("%(actor)s granted a small grant"),
    "grant.refused": _("%(actor)s answered no to a small grant, with a reason"),
    "grant.taken_back": _("%(actor)s took back that they asked for a small grant"),
    "bid.written": _("%(actor)s wrote a bid to invest and save: %(fund)s"),
    "bid.changed": _("%(actor)s changed a bid to invest and save: %(fund)s"),
}

NAMES = {"fund": "decide.Fund"}
LINKS = {
    "decide.fund": "decide:fund",
    "decide.commitment": "decide:promise",
    "decide.smallgrant": "decide:grant",
    "decide.bid": "decide:bid",
}
