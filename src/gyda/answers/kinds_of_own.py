"""The room's own kind: what the team of an initiative asks in its own words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from gyda.answers.actions.ask import OWN
from gyda.answers.kinds import Kind, register
from gyda.answers.models import Question
from gyda.initiatives.models import Follow, Seat
from gyda.people.models import Member


def _near(question: Question) -> "QuerySet[Member]":
    """Return the team and the followers of the initiative."""
    seats = Seat.objects.taken().filter(initiative=question.initiative_id).values("member_id")
    follows = Follow.objects.filter(initiative=question.initiative_id).values("member_id")
    return Member.objects.active().filter(Q(id__in=seats) | Q(id__in=follows))


def register_all() -> None:
    register(Kind(OWN, _("A question of an initiative"), "", _near))
