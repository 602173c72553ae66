"""What the page of an exchange says of safety: a check that has to come first, and company."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.deliver.models import Exchange
from gyda.deliver.models.exchange import State
from gyda.people.who import Who
from gyda.safeguarding.queries import asked_of, company_at


def care_for(who: Who, exchange: Exchange) -> dict[str, Any]:
    """Return what the giver lacks before it can be agreed, or who goes along when it is."""
    if exchange.state == State.PROPOSED:
        lacking, in_company = asked_of(exchange.giver, exchange.category_id)
        sees = who.subject.id == exchange.giver_id or who.actor.is_connector
        waits = {"waits": bool(lacking), "lacking": lacking if sees else []}
        return waits | {"in_company": in_company}
    return {"company": company_at(exchange.id)} if exchange.state == State.AGREED else {}
