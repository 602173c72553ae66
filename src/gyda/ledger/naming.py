"""What an account is called on a page."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gyda.ledger.models import Account, Kind, Unit

MONEY = {
    Kind.ISSUE: gettext_lazy("Money given to the hub"),
    Kind.RETIREMENT: gettext_lazy("Money paid out"),
    Kind.FUND: gettext_lazy("A fund"),
    Kind.PROMISE: gettext_lazy("Promised out of a fund"),
}


def name_of_owner(account: Account) -> str:
    """Say whose account it is; read with member, organisation and partner, or it costs a query."""
    if account.member is not None:
        return str(account.member.shown_name)
    if account.kind == Kind.POOL:
        return _("Pool of hours to give: %(name)s") % {"name": account.organisation}
    if account.organisation is not None:
        return str(account.organisation)
    if account.partner is not None:
        return str(account.partner)
    if account.unit == Unit.PENCE and account.kind in MONEY:
        return str(MONEY[Kind(account.kind)])
    return {
        Kind.POT: _("The community pot"),
        Kind.ISSUE: _("Hours issued by the hub"),
        Kind.RETIREMENT: _("Hours laid to rest"),
        Kind.NOTES: _("Notes on paper"),
        Kind.OPENING: _("Brought over from before"),
    }[Kind(account.kind)]
