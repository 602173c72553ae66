"""What this room holds on a member. What a concern says of someone is not handed to them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q, QuerySet

from gyda.people import data
from gyda.people.models import Member
from gyda.safeguarding.models import (
    Check,
    Company,
    Concern,
    ConcernStep,
    Lead,
    Reference,
    Requirement,
    Withheld,
)

Rows = list[dict[str, Any]]


def _rows(rows: QuerySet[Any], *fields: str) -> Rows:
    return list(rows.order_by("id").values(*fields))


def _checks(member: Member) -> Rows:
    fields = ("level", "seen_on", "seen_by__name", "valid_until", "ended_at")
    return _rows(Check.objects.filter(member=member), *fields)


def _forget_checks(member: Member) -> None:
    theirs = Check.objects.filter(member=member)
    data.burn_letters_about(theirs.values_list("id", flat=True))
    theirs.delete()


def _references(member: Member) -> Rows:
    """A reference is given in confidence: that it was, and by whom, not its words."""
    theirs = Reference.objects.filter(member=member)
    return _rows(theirs, "name", "state", "asked_at", "given_at", "read_at")


def _forget_references(member: Member) -> None:
    theirs = Reference.objects.filter(member=member)
    data.burn_letters_about(theirs.values_list("id", flat=True))
    theirs.delete()


def _company(member: Member) -> Rows:
    rows = Company.objects.filter(Q(helper=member) | Q(companion=member))
    return _rows(rows, "helper__name", "companion__name", "asked_at", "named_at")


def _forget_company(member: Member) -> None:
    rows = Company.objects.filter(Q(helper=member) | Q(companion=member))
    data.burn_letters_about(rows.values_list("id", flat=True))


def _rules(member: Member) -> Rows:
    return _rows(Requirement.objects.filter(set_by=member), "part", "level", "set_at")


def _leads(member: Member) -> Rows:
    return _rows(Lead.objects.filter(member=member), "named_at", "ended_at")


def _told(member: Member) -> Rows:
    """What they told themselves; what others told of them would put those others at risk."""
    told = Concern.objects.filter(told_by=member)
    return _rows(told, "number", "about", "about_words", "words", "received_at", "answered_at")


def _steps(member: Member) -> Rows:
    return _rows(ConcernStep.objects.filter(by=member), "concern__number", "kind", "at")


def _nothing(member: Member) -> Rows:
    return []


def register() -> None:
    """Declare every table; concerns stay (docs/safeguarding.md says on what ground)."""
    data.register(Check, export=_checks, erase=_forget_checks)
    data.register(Reference, export=_references, erase=_forget_references)
    data.register(Company, export=_company, erase=_forget_company)
    data.register(Requirement, export=_rules, erase=data.keep)
    data.register(Lead, export=_leads, erase=data.keep)
    data.register(Concern, export=_told, erase=data.keep)
    data.register(ConcernStep, export=_steps, erase=data.keep)
    data.register(Withheld, export=_nothing, erase=data.keep)
