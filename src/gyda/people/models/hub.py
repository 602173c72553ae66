"""A hub: a community that co-produces. The tenant; class REFERENCE."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gyda.keys.uuid7 import uuid7
from gyda.web.bilingual import Bilingual


class Joining(models.TextChoices):
    """How a newcomer becomes a member."""

    OPEN = "OPEN", _("Anyone may join")
    APPROVE = "APPROVE", _("Anyone may ask; a connector says yes or no")
    INVITE = "INVITE", _("By invitation only")


class Hub(models.Model):
    """A valley, a recovery group, a health cluster, a council area."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    slug = models.SlugField(max_length=40, unique=True)
    name = Bilingual(models.CharField, max_length=80)
    place = Bilingual(models.CharField, max_length=80, blank=True)
    about = Bilingual(models.TextField, blank=True)
    joining = models.CharField(max_length=10, choices=Joining, default=Joining.APPROVE)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return reverse("hub:home", args=[self.slug])
