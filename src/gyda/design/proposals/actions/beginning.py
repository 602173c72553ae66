"""Beginning a proposal: a draft that its authors alone read."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.design.proposals import errors
from gyda.design.proposals.actions.recording import note
from gyda.design.proposals.models import Author, Proposal, Version
from gyda.design.proposals.models.author import Standing
from gyda.design.proposals.wording import tidy
from gyda.initiatives.models import Initiative, Side
from gyda.keys.once import once
from gyda.people.models import Member
from gyda.people.who import Who


@dataclass(frozen=True)
class Words:
    """A title and what it would do, in one language."""

    title: str
    what: str
    language: str

    @property
    def columns(self) -> dict[str, str]:
        own = {"language": self.language}
        return own | {
            f"title_{self.language}": tidy(self.title),
            f"what_{self.language}": tidy(self.what),
        }


@dataclass(frozen=True)
class Source:
    """What it comes from, in a room above: the kind is registered in `registries`."""

    kind: str
    about_id: UUID


@once
@transaction.atomic
def begin(
    *,
    who: Who,
    initiative: Initiative,
    words: Words,
    side: str,
    source: Source | None = None,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Proposal:
    """Begin a draft; who begins it is its first author."""
    if key and (stored := Proposal.objects.filter(request_key=key).first()):
        return stored
    if not initiative.is_open:
        raise errors.InitiativeEnded
    now = now or timezone.now()
    proposal = Proposal.objects.create(
        initiative=initiative,
        by=who.subject,
        source_kind=source.kind if source else "",
        source_id=source.about_id if source else None,
        at=now,
        request_key=key,
    )
    Author.objects.create(
        proposal=proposal, member=who.subject, standing=Standing.AUTHOR, at=now,
        **side_of(who.subject, side),
    )  # fmt: skip
    Version.objects.create(proposal=proposal, by=who.subject, at=now, **words.columns)
    note(who, "proposal.begun", proposal, public=False)
    return proposal


def side_of(member: Member, side: str) -> dict[str, object]:
    """Return the columns of a side; who speaks for an organisation must come for one."""
    if side != Side.PROFESSIONAL:
        return {"side": Side.CITIZEN, "organisation_id": None}
    if member.organisation_id is None:
        raise errors.ForNoOrganisation
    return {"side": Side.PROFESSIONAL, "organisation_id": member.organisation_id}
