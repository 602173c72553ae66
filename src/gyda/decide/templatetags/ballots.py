"""Amounts of a ballot: in pounds, or in the currency of an election that came from elsewhere."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django import template

from gyda.decide.ballots.models import Ballot
from gyda.web.units import pounds

register = template.Library()


@register.filter
def amount(pence: int, ballot: Ballot) -> str:
    """Return an amount with its currency."""
    if ballot.currency == "GBP":
        return pounds(pence)
    whole, rest = divmod(pence, 100)
    return f"{whole:,}{f'.{rest:02}' if rest else ''} {ballot.currency}".strip()
