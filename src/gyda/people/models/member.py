"""A member: a person in a hub; citizen and professional alike."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gyda.keys import lookups  # noqa: F401  name_folded__opens
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models.folded import FoldedField
from gyda.people.models.organisation import Organisation
from gyda.people.models.person import Language, Person


class Role(models.TextChoices):
    """What a member may do for others."""

    MEMBER = "MEMBER", _("Member")
    CONNECTOR = "CONNECTOR", _("Connector")
    STEWARD = "STEWARD", _("Steward")


class State(models.TextChoices):
    """Where a membership stands."""

    WAITING = "WAITING", _("Waiting for a yes")
    ACTIVE = "ACTIVE", _("Active")
    DECLINED = "DECLINED", _("Not taken in")
    LEFT = "LEFT", _("Has left")
    ERASED = "ERASED", _("Erased")


class Reach(models.TextChoices):
    """How a member likes to be reached."""

    WRITING = "WRITING", _("In writing: e-mail or text message")
    CALL = "CALL", _("By a phone call")
    POST = "POST", _("On paper")
    CONNECTOR = "CONNECTOR", _("Through a connector")


class MemberQuerySet(HubQuerySet["Member"]):
    """Members by how they stand."""

    def active(self) -> "MemberQuerySet":
        return self.filter(state=State.ACTIVE)

    def named(self, start: str) -> "MemberQuerySet":
        """Those whose name, or last name, starts like this (folded)."""
        return self.filter(Q(name_folded__opens=start) | Q(last_folded__opens=start))

    def named_on_the_way(self, start: str) -> "MemberQuerySet":
        """The same, by reading along in the order asked for: no index is used to find them."""
        whole, last = (Concat(name, Value("")) for name in ("name_folded", "last_folded"))
        rows = self.alias(whole=whole, last=last)
        return rows.filter(Q(whole__opens=start) | Q(last__opens=start))


MemberManager = HubManager.from_queryset(MemberQuerySet)


class Member(HubModel):
    """The row that accounts, votes and posts point to; it outlives the person's name."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    name = models.CharField(max_length=80)
    name_folded = FoldedField(source="name")
    last_folded = FoldedField(source="name", last_word=True)
    role = models.CharField(max_length=10, choices=Role, default=Role.MEMBER)
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="professionals")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)

    strengths = models.TextField(max_length=1000, blank=True)
    strengths_language = models.CharField(max_length=2, choices=Language, default=Language.CY)
    area = models.CharField(max_length=60, blank=True)  # a town or village, never a postcode
    reach = models.CharField(max_length=10, choices=Reach, default=Reach.WRITING)
    contact = models.CharField(max_length=120, blank=True)
    show_strengths = models.BooleanField(default=True)
    show_area = models.BooleanField(default=True)
    show_contact = models.BooleanField(default=False)
    show_in_public = models.BooleanField(default=False)
    needs_answered_at = models.DateTimeField(null=True, blank=True)

    joined_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    last_seen_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar["MemberManager[Self]"] = MemberManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "person"], name="people_member_person_uq"),
            models.CheckConstraint(
                condition=Q(
                    state=State.ERASED,
                    person__isnull=True,
                    name="",
                    strengths="",
                    area="",
                    contact="",
                    role=Role.MEMBER,
                )
                | (~Q(state=State.ERASED) & Q(person__isnull=False) & ~Q(name="")),
                name="people_member_erased_is_empty_ck",
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "state", "name_folded", "id"], name="people_member_name_ix"
            ),
            models.Index(
                fields=["hub", "name_folded"],
                opclasses=["uuid_ops", "varchar_pattern_ops"],
                name="people_member_opens_ix",
            ),
            models.Index(
                fields=["hub", "last_folded"],
                opclasses=["uuid_ops", "varchar_pattern_ops"],
                name="people_member_last_ix",
            ),
            models.Index(fields=["hub", "state", "last_seen_on"], name="people_member_seen_ix"),
            models.Index(
                fields=["hub", "role"],
                condition=~Q(role=Role.MEMBER),
                name="people_member_role_ix",
            ),
        ]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """The name, or what stands in its place once the person is gone."""
        return self.name or gettext("Former member")

    @property
    def present_person(self) -> Person:
        """The person behind the row, of someone who has not been erased."""
        assert self.person is not None
        return self.person

    @property
    def is_active(self) -> bool:
        return self.state == State.ACTIVE

    @property
    def is_connector(self) -> bool:
        """A steward may do all that a connector may."""
        return self.role in (Role.CONNECTOR, Role.STEWARD)

    @property
    def is_steward(self) -> bool:
        return self.role == Role.STEWARD

    @property
    def is_professional(self) -> bool:
        """Comes for an organisation."""
        return self.organisation_id is not None

    @property
    def is_offline(self) -> bool:
        """Has neither e-mail nor phone: signs in with a card, is written to on paper."""
        return self.person is not None and not (self.person.email or self.person.phone)
