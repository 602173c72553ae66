"""Who took part by conversations, ideas and open letters, for the page of who is heard."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.utils.translation import gettext_lazy as _

from gyda.heard import ways
from gyda.initiatives.models import Initiative
from gyda.need.conversations.models import Participant
from gyda.need.ideas.models import Idea, Support
from gyda.need.open_letters.models import Kind, Signature


def _rows(rows: Any, initiative: Initiative | None, through: str) -> Any:
    return rows.filter(**{through: initiative}) if initiative else rows


def _citizens(rows: Any, column: str = "member") -> Any:
    return rows.filter(**{f"{column}__organisation__isnull": True}).values(column)


def _answered(initiative: Initiative | None) -> Any:
    rows = Participant.objects.filter(member__isnull=False)
    return _citizens(_rows(rows, initiative, "conversation__initiative"))


def _answered_without_account(initiative: Initiative | None) -> int:
    rows = Participant.objects.filter(member__isnull=True)
    number: int = _rows(rows, initiative, "conversation__initiative").count()
    return number


def _wrote(initiative: Initiative | None) -> Any:
    rows = Idea.objects.filter(author__isnull=False)
    return _citizens(_rows(rows, initiative, "initiative"), "author")


def _supported(initiative: Initiative | None) -> Any:
    rows = Support.objects.filter(member__isnull=False)
    return _citizens(_rows(rows, initiative, "idea__initiative"))


def _signed(initiative: Initiative | None) -> Any:
    rows = Signature.objects.filter(
        member__isnull=False, kind=Kind.PERSON, confirmed_at__isnull=False
    )
    return _citizens(_rows(rows, initiative, "letter__initiative"))


def _signed_without_account(initiative: Initiative | None) -> int:
    rows = Signature.objects.filter(
        member__isnull=True, kind=Kind.PERSON, confirmed_at__isnull=False
    )
    number: int = _rows(rows, initiative, "letter__initiative").count()
    return number


def register_all() -> None:
    ways.register(
        "conversations", _("who answered in a conversation"), _answered, _answered_without_account
    )
    ways.register("ideas", _("who wrote an idea"), _wrote)
    ways.register("supports", _("who supports an idea"), _supported)
    ways.register("signatures", _("who signed an open letter"), _signed, _signed_without_account)
