"""What this room holds on a member: how it is handed over, how it is erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q, QuerySet

from gyda.people import data
from gyda.people.models import (
    AccessNeed,
    ActingConsent,
    Application,
    Block,
    Card,
    Invitation,
    Look,
    Member,
    Whereabouts,
)

Rows = list[dict[str, Any]]

PROFILE = (
    "name",
    "role",
    "state",
    "strengths",
    "strengths_language",
    "area",
    "reach",
    "contact",
    "show_strengths",
    "show_area",
    "show_contact",
    "show_in_public",
    "joined_at",
    "left_at",
    "last_seen_on",
    "organisation__name_cy",
    "organisation__name_en",
    "person__email",
    "person__phone",
    "person__language",
)


def _rows(queryset: QuerySet[Any], *fields: str) -> Rows:
    return list(queryset.order_by("id").values(*fields))


def _given_or_held(member: Member) -> Q:
    return Q(principal=member) | Q(supporter=member)


def export_profile(member: Member) -> Rows:
    return _rows(Member.objects.filter(id=member.id), *PROFILE)


def export_needs(member: Member) -> Rows:
    needs = AccessNeed.objects.filter(member=member)
    return _rows(needs, "kind", "words", "language", "told")


def erase_needs(member: Member) -> None:
    AccessNeed.objects.filter(member=member).delete()


def export_looks(member: Member) -> Rows:
    return _rows(Look.objects.filter(member=member), "at", "reason", "looked_by__name")


def erase_looks(member: Member) -> None:
    Look.objects.filter(member=member).delete()


def export_consents(member: Member) -> Rows:
    consents = ActingConsent.objects.filter(_given_or_held(member))
    names = ("principal__name", "supporter__name", "recorded_by__name")
    facts = ("scope", "how", "note", "given_at", "until", "withdrawn_at")
    return _rows(consents, *names, *facts)


def erase_consents(member: Member) -> None:
    consents = ActingConsent.objects.filter(_given_or_held(member))
    data.burn_letters_about(consents.values_list("id", flat=True))
    consents.update(note="")


def export_applications(member: Member) -> Rows:
    fields = ("words", "language", "asked_at", "outcome", "decided_at", "reason")
    return _rows(Application.objects.filter(member=member), *fields)


def erase_applications(member: Member) -> None:
    applications = Application.objects.filter(member=member)
    data.burn_letters_about(applications.values_list("id", flat=True))
    applications.update(words="", reason="")


def export_cards(member: Member) -> Rows:
    return _rows(Card.objects.filter(member=member), "number", "issued_at", "ended_at", "wrong")


def erase_cards(member: Member) -> None:
    Card.objects.filter(member=member).delete()


def export_invitations(member: Member) -> Rows:
    theirs = Invitation.objects.filter(Q(invited_by=member) | Q(used_by=member))
    return _rows(theirs, "role", "invited_at", "expires_at", "used_at", "revoked_at")


def export_blocks(member: Member) -> Rows:
    return _rows(Block.objects.filter(member=member), "blocked__name", "created_at")


def erase_blocks(member: Member) -> None:
    Block.objects.filter(Q(member=member) | Q(blocked=member)).delete()


def export_whereabouts(member: Member) -> Rows:
    return _rows(Whereabouts.objects.filter(member=member), "area_id")


def erase_whereabouts(member: Member) -> None:
    Whereabouts.objects.filter(member=member).delete()


def register() -> None:
    """Declare every table; the member's own row is emptied by the action itself."""
    data.register(Member, export=export_profile, erase=data.keep)
    data.register(AccessNeed, export=export_needs, erase=erase_needs)
    data.register(Look, export=export_looks, erase=erase_looks)
    data.register(ActingConsent, export=export_consents, erase=erase_consents)
    data.register(Application, export=export_applications, erase=erase_applications)
    data.register(Card, export=export_cards, erase=erase_cards)
    data.register(Invitation, export=export_invitations, erase=data.keep)
    data.register(Block, export=export_blocks, erase=erase_blocks)
    data.register(Whereabouts, export=export_whereabouts, erase=erase_whereabouts)
