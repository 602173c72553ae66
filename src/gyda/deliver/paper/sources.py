"""The accounts that hours may leave for paper, and who may say so."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.deliver.errors.activity import MayNotPay
from gyda.deliver.models.activity import PaidFrom
from gyda.deliver.paper.errors import NobodyNamed
from gyda.deliver.paper.models import Source
from gyda.deliver.rules.activity import check_source, open_sources
from gyda.ledger import accounts
from gyda.ledger.models import Account
from gyda.people.models import Member, Organisation
from gyda.people.who import Who


def sources_for(who: Who) -> list[Source]:
    """Return from where this person may put hours onto notes."""
    shared = [Source(source.value) for source in open_sources(who)]
    return [*shared, Source.MEMBER] if who.actor.is_connector else shared


def account_for(
    who: Who, source: str, holder: Member | None, organisation: Organisation | None
) -> Account:
    """Return the account that the hours come from, or raise what is missing."""
    if source not in sources_for(who):
        raise MayNotPay
    if source == Source.MEMBER:
        if holder is None:
            raise NobodyNamed
        return accounts.member_account(holder)
    check_source(who, PaidFrom(source), organisation)
    if source == Source.ORGANISATION and organisation:
        return accounts.pool_if_any(organisation) or accounts.organisation_account(organisation)
    return accounts.pot() if source == Source.POT else accounts.issue()
