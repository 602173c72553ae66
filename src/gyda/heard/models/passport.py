"""The participation passport: what a person needs to take part, said once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member
from gyda.people.models.person import Language


class PassportKind(models.TextChoices):
    """What makes it possible to come, to follow and to be heard."""

    INTERPRETER = "INTERPRETER", _("An interpreter")
    SIGNING = "SIGNING", _("A sign language interpreter")
    WELSH = "WELSH", _("To speak and read Welsh, with translation for the others")
    TRANSPORT = "TRANSPORT", _("A lift, or someone to travel with")
    COSTS = "COSTS", _("My costs paid on the day")
    CARE = "CARE", _("Care for a child, or for someone I look after")
    QUIET = "QUIET", _("A quiet room to go to")
    BREAKS = "BREAKS", _("Breaks, and time to think")
    LARGE_PRINT = "LARGE_PRINT", _("Large print")
    EASY_READ = "EASY_READ", _("Easy words and pictures")
    PAPER = "PAPER", _("Papers by post beforehand")
    OWN = "OWN", _("In my own words")


class PassportNeed(HubModel):
    """One need; only what stands in own words has words."""

    member = HubForeignKey(Member, related_name="+")
    kind = models.CharField(max_length=11, choices=PassportKind)
    words = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, choices=Language, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "member", "kind"], name="heard_passportneed_kind_uq"
            ),
            models.CheckConstraint(
                condition=(Q(kind=PassportKind.OWN) & ~Q(words=""))
                | (~Q(kind=PassportKind.OWN) & Q(words="")),
                name="heard_passportneed_words_ck",
            ),
        ]
