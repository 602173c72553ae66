"""A proposal on an initiative, and where it stands."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models import Initiative
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.people.models.person import Language


class State(models.TextChoices):
    """From the first words to what was decided."""

    DRAFT = "DRAFT", _("Draft")
    OPEN = "OPEN", _("Open for amendments")
    FORWARD = "FORWARD", _("Put forward")
    DECIDED = "DECIDED", _("Decided")
    MERGED = "MERGED", _("Joined with another proposal")
    WITHDRAWN = "WITHDRAWN", _("Withdrawn")


class Outcome(models.TextChoices):
    """What a decision made of it."""

    ADOPTED = "ADOPTED", _("Adopted")
    IN_PART = "IN_PART", _("Adopted in part")
    NOT_ADOPTED = "NOT_ADOPTED", _("Not adopted")


SHOWN = (State.OPEN, State.FORWARD, State.DECIDED)


class ProposalQuerySet(HubQuerySet["Proposal"]):
    """Proposals by how they stand."""

    def shown(self) -> "ProposalQuerySet":
        return self.filter(state__in=SHOWN)

    def public(self) -> "ProposalQuerySet":
        """All that was ever published: also what is joined or withdrawn, which the page says."""
        return self.filter(latest__gte=1)


ProposalManager = HubManager.from_queryset(ProposalQuerySet)


class Proposal(HubModel):
    """`latest` is its newest published version; `source` is where it comes from, in a room above.

    `decided_kind` and `decided_id` lead to where it is decided, or was; neither room above is
    known here.
    """

    initiative = HubForeignKey(Initiative, related_name="+")
    by = HubForeignKey(Member, related_name="+")
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    latest = models.PositiveSmallIntegerField(default=0)
    supports = models.PositiveIntegerField(default=0)
    source_kind = models.CharField(max_length=40, blank=True)
    source_id = models.UUIDField(null=True, blank=True)
    merged_into = HubForeignKey("design.Proposal", null=True, blank=True, related_name="+")
    top = HubForeignKey("design.Proposal", null=True, blank=True, related_name="+")
    because = models.TextField(max_length=500, blank=True)  # why it was withdrawn
    because_language = models.CharField(max_length=2, choices=Language, blank=True)
    outcome = models.CharField(max_length=11, choices=Outcome, blank=True)
    decided_kind = models.CharField(max_length=40, blank=True)
    decided_id = models.UUIDField(null=True, blank=True)
    at = models.DateTimeField()
    forward_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    request_key = models.UUIDField(null=True, blank=True)

    initiative_id: UUID
    by_id: UUID
    merged_into_id: UUID | None
    top_id: UUID | None

    objects: ClassVar["ProposalManager[Self]"] = ProposalManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "request_key"], name="design_proposal_key_uq"),
            models.CheckConstraint(
                condition=Q(state="MERGED", merged_into__isnull=False, top__isnull=False)
                | (~Q(state="MERGED") & Q(merged_into__isnull=True, top__isnull=True)),
                name="design_proposal_merged_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state="WITHDRAWN") | ~Q(because=""),
                name="design_proposal_withdrawn_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("OPEN", "FORWARD", "DECIDED")) | Q(latest__gte=1),
                name="design_proposal_shown_has_words_ck",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state="DECIDED", decided_at__isnull=False, decided_id__isnull=False)
                    & ~Q(outcome="")
                    & ~Q(decided_kind="")
                )
                | (~Q(state="DECIDED") & Q(decided_at__isnull=True, outcome="")),
                name="design_proposal_decided_ck",
            ),
            models.CheckConstraint(
                condition=Q(source_kind="", source_id__isnull=True)
                | (~Q(source_kind="") & Q(source_id__isnull=False)),
                name="design_proposal_source_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "initiative", "id"], name="design_proposal_thread_ix"),
            models.Index(fields=["hub", "state", "id"], name="design_proposal_ix"),
            models.Index(fields=["hub", "source_id"], name="design_proposal_source_ix"),
            models.Index(fields=["hub", "merged_into", "id"], name="design_proposal_merged_ix"),
            models.Index(fields=["hub", "top", "id"], name="design_proposal_top_ix"),
        ]

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    @property
    def is_shown(self) -> bool:
        return self.state in SHOWN

    @property
    def can_be_worked_on(self) -> bool:
        """Whether its authors may still change it."""
        return self.state in (State.DRAFT, State.OPEN)
