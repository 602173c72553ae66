"""The kinds of thing an answer may be owed to: each room above brings the words and who hears."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from gyda.answers.models import Question
    from gyda.people.models import Member

Near = Callable[["Question"], "QuerySet[Member]"]
Hook = Callable[["Question"], None]


def _do_nothing(question: "Question") -> None:
    """Most rooms read where a question stands when they show it."""


@dataclass(frozen=True)
class Kind:
    """A kind: what it is called, the page of such a thing, who hears of the answer."""

    name: str  # need.idea
    label: "str | Promise"
    page: str  # the name of a url that takes the id; "" when the question is a page of its own
    near: Near
    answered: Hook = _do_nothing  # called in the transaction of each answer


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Make a kind known; called when the room's app is ready."""
    _kinds[kind.name] = kind


def _nobody(question: "Question") -> "QuerySet[Member]":
    from gyda.people.models import Member

    return Member.objects.none()


def kind_of(name: str) -> Kind:
    """Return the kind; one whose room is gone still has a name."""
    return _kinds.get(name) or Kind(name, _("Something else"), "", _nobody)


def all_kinds() -> list[Kind]:
    """Return every kind in the order in which they were declared."""
    return list(_kinds.values())
