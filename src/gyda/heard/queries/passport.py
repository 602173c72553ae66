"""The passport of a member: their own needs, with those that they told already."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

from django.utils.functional import Promise

from gyda.heard.models import PassportNeed
from gyda.heard.models.passport import PassportKind
from gyda.people.models import Member
from gyda.people.models.needs import NeedKind
from gyda.people.queries.needs import needs_of


@dataclass(frozen=True)
class Need:
    """One need, wherever it was told."""

    kind: str
    label: str | Promise
    words: str
    language: str


def passport_of(member: Member) -> list[PassportNeed]:
    """Return what the member ticked, in the order of the form."""
    kinds = list(PassportKind.values)
    rows = PassportNeed.objects.filter(member=member)
    return sorted(rows, key=lambda need: kinds.index(need.kind))


def needs_to_share(member: Member) -> list[Need]:
    """Return all that the member may share for a meeting: passport and access needs."""
    own = [
        Need(need.kind, PassportKind(need.kind).label, need.words, need.language)
        for need in passport_of(member)
    ]
    told = [
        Need(need.kind, NeedKind(need.kind).label, need.words, need.language)
        for need in needs_of(member)
    ]
    return own + told
