"""What stewards set: the dated rates, the numbers of organisations."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from gyda.decide.funds import errors, rules
from gyda.decide.funds.models import OrganisationNumber, RateSetting
from gyda.journal.actions import record
from gyda.people.models import Organisation
from gyda.people.who import Who


@dataclass(frozen=True)
class Rates:
    """Real yearly rates from a day on, in hundredths of a per cent, and where they stand."""

    name: str
    source: str
    since_on: datetime.date
    to_year_30: int
    to_year_75: int
    later: int
    review_on: datetime.date | None = None


@transaction.atomic
def set_rates(*, who: Who, rates: Rates, now: datetime.datetime | None = None) -> RateSetting:
    """Set the rates that hold from a day on; those before it keep their days."""
    rules.require_steward(who)
    if RateSetting.objects.filter(since_on=rates.since_on).exists():
        raise errors.SettingThere
    setting = RateSetting.objects.create(by=who.actor, at=now or timezone.now(), **vars(rates))
    record(by=who, verb="fund.rates_set", about=setting, public=True)
    return setting


@transaction.atomic
def set_number(*, who: Who, organisation: Organisation, number: str) -> OrganisationNumber:
    """Keep the number by which the world knows an organisation."""
    rules.require_steward(who)
    row, _new = OrganisationNumber.objects.update_or_create(
        organisation=organisation, defaults={"number": number.strip()}
    )
    record(by=who, verb="fund.number_set", about=row, public=True)
    return row
