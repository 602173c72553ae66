"""A version: what stands in it is never changed again; the next change is the next version."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from gyda.design.proposals.models.proposal import Proposal
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.people.models.person import Language
from gyda.web.bilingual import Bilingual


class VersionQuerySet(HubQuerySet["Version"]):
    """Versions by whether they stand."""

    def published(self) -> "VersionQuerySet":
        return self.filter(number__isnull=False)

    def newest(self) -> "VersionQuerySet":
        """The one of each proposal that holds."""
        return self.filter(number=F("proposal__latest"))


VersionManager = HubManager.from_queryset(VersionQuerySet)


class Version(HubModel):
    """Written in `language`; the other language's columns are a person's translation, or empty.

    Without a number it is what the authors work on: one for each proposal, theirs alone.
    """

    proposal = HubForeignKey(Proposal, related_name="versions")
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    title = Bilingual(models.CharField, max_length=120, blank=True)
    what = Bilingual(models.TextField, max_length=6000, blank=True)
    title_cy: str
    title_en: str
    what_cy: str
    what_en: str
    why = models.CharField(max_length=500, blank=True)  # a word on the change, in `why_language`
    why_language = models.CharField(max_length=2, choices=Language, blank=True)
    by = HubForeignKey(Member, related_name="+")  # whose words are new in it
    translated_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)

    proposal_id: UUID
    by_id: UUID
    translated_by_id: UUID | None

    objects: ClassVar["VersionManager[Self]"] = VersionManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "proposal", "number"], name="design_version_number_uq"
            ),
            models.UniqueConstraint(
                fields=["hub", "proposal"],
                condition=Q(number__isnull=True),
                name="design_version_one_in_work_uq",
            ),
            models.CheckConstraint(
                condition=(Q(language="cy") & ~Q(title_cy="") & ~Q(what_cy=""))
                | (Q(language="en") & ~Q(title_en="") & ~Q(what_en="")),
                name="design_version_words_ck",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True, published_at__isnull=True)
                | Q(number__gte=1, published_at__isnull=False),
                name="design_version_published_ck",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(number=1) | ~Q(why=""),
                name="design_version_why_ck",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_published(self) -> bool:
        return self.number is not None

    @property
    def other(self) -> str:
        """The language it was not written in."""
        return "en" if self.language == "cy" else "cy"

    def words(self, name: str, language: str) -> str:
        """Return its title or what it would do in a language; empty where nobody translated."""
        found: str = getattr(self, f"{name}_{language}")
        return found
