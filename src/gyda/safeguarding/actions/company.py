"""Company: at a first exchange someone goes along."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.people.letterbox import write_to
from gyda.people.models import Member
from gyda.people.queries import connectors
from gyda.people.who import Who
from gyda.safeguarding.errors import NotYours
from gyda.safeguarding.models import Company
from gyda.safeguarding.queries.checks import needs_company


@transaction.atomic
def flag_company(*, exchange: Any) -> Company | None:
    """Flag an exchange, as it is agreed, if its helper is new there; called by the agreement."""
    if not needs_company(exchange.giver, exchange.category_id):
        return None
    company, is_new = Company.objects.get_or_create(
        exchange=exchange, defaults={"helper": exchange.giver, "asked_at": timezone.now()}
    )
    if is_new:
        for connector in connectors():
            write_to(connector, "company_wanted", about_id=company.id, helper=exchange.giver.name)
    return company


@transaction.atomic
def name_companion(*, who: Who, company: Company, companion: Member) -> Company:
    """Say who goes along; the three of them are told."""
    if not who.actor.is_connector or companion.id == company.helper_id:
        raise NotYours
    company.companion, company.named_by, company.named_at = companion, who.actor, timezone.now()
    company.save(update_fields=["companion", "named_by", "named_at"])
    people = [company.helper, company.exchange.receiver, companion]
    for person in people:
        write_to(person, "company_named", about_id=company.id, company=company)
    record(
        by=who, verb="company.named", about=company, concerns=people,
        companion=str(companion.id),
    )  # fmt: skip
    return company
