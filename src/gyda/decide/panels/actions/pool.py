"""Into the pool and out of it: oneself, by the clerk's hand, or in answer to an invitation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.panels import errors
from gyda.decide.panels.actions.common import locked, note, tell
from gyda.decide.panels.homes import home_mark
from gyda.decide.panels.models import (
    Came,
    Panel,
    PanelInvitation,
    PanelState,
    PoolPerson,
)
from gyda.decide.panels.quotas import features_of, groups_of
from gyda.decide.panels.rules import is_adviser, require_clerk, require_state
from gyda.people.models import Member
from gyda.people.who import GydaItself, Who

LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ"  # none that is taken for another


@dataclass(frozen=True)
class Told:
    """What someone says: a group for each question, and where they live, for one per home."""

    answers: Mapping[str, str]
    home: Sequence[str] = field(default=())

    def checked(self, panel: Panel) -> dict[str, str]:
        """Return the answers, one of the groups each."""
        found = {}
        for feature in features_of(panel):
            said = self.answers.get(feature.code, "")
            if not said:
                raise errors.AnswerAll
            if said not in {group.code for group in groups_of(feature)}:
                raise errors.NoSuchGroup
            found[feature.code] = said
        return found


@transaction.atomic
def put_forward(
    *, who: Who, panel_id: UUID, told: Told, now: datetime.datetime | None = None
) -> PoolPerson:
    """Put oneself forward; the answers may be changed until the pool closes."""
    panel, member = locked(panel_id), who.subject
    require_state(panel, PanelState.GATHERING)
    if member.organisation_id is not None:
        raise errors.ProfessionalsStayOut
    if is_adviser(member, panel):
        raise errors.AdvisersStayOut
    person, _is_new = PoolPerson.objects.update_or_create(
        panel=panel,
        member=member,
        defaults={
            "answers": told.checked(panel),
            "home": home_mark(panel.id, told.home),
            "came": Came.SELF,
            "came_at": now or timezone.now(),
            "left_at": None,
        },
    )
    note(panel, who, "panel.put_forward", public=False)
    return person


@transaction.atomic
def take_back(*, who: Who, panel_id: UUID) -> None:
    """Leave the pool before it closes: what was said is forgotten."""
    panel = locked(panel_id)
    require_state(panel, PanelState.GATHERING)
    gone, _rows = PoolPerson.objects.filter(panel=panel, member=who.subject).delete()
    if not gone:
        raise errors.NotInThePool
    note(panel, who, "panel.taken_back", public=False)


@transaction.atomic
def write_down(
    *,
    who: Who,
    panel_id: UUID,
    told: Told,
    name: str = "",
    contact: str = "",
    member: Member | None = None,
    now: datetime.datetime | None = None,
) -> PoolPerson:
    """Put someone into the pool who told the clerk, by telephone or on paper."""
    panel = locked(panel_id)
    require_clerk(who, panel, PanelState.GATHERING)
    if member and PoolPerson.objects.filter(panel=panel, member=member).exists():
        raise errors.InAlready
    if member and is_adviser(member, panel):
        raise errors.AdvisersStayOut
    if member and member.organisation_id is not None:
        raise errors.ProfessionalsStayOut
    person = PoolPerson.objects.create(
        panel=panel,
        member=member,
        name="" if member else name.strip(),
        contact="" if member else contact.strip(),
        came=Came.HAND,
        answers=told.checked(panel),
        home=home_mark(panel.id, told.home),
        came_at=now or timezone.now(),
    )
    note(panel, who, "panel.written_down", public=False)
    return person


@transaction.atomic
def take_out(*, who: Who, panel_id: UUID, person_id: UUID) -> None:
    """Take someone out who asked the clerk for it."""
    panel = locked(panel_id)
    require_clerk(who, panel, PanelState.GATHERING)
    PanelInvitation.objects.filter(person_id=person_id).update(person=None)
    gone, _rows = PoolPerson.objects.filter(panel=panel, id=person_id).delete()
    if not gone:
        raise errors.NotInThePool
    note(panel, who, "panel.taken_out", public=False)


@transaction.atomic
def invite_homes(
    *, who: Who, panel_id: UUID, addresses: Sequence[str], now: datetime.datetime | None = None
) -> list[PanelInvitation]:
    """Make a code for each address of a list; it is printed and sent by post."""
    panel, now = locked(panel_id), now or timezone.now()
    require_clerk(who, panel, PanelState.GATHERING)
    rows = [
        PanelInvitation(hub_id=panel.hub_id, panel=panel, address=one, code=_code(), made_at=now)
        for one in addresses
    ]
    PanelInvitation.objects.bulk_create(rows, batch_size=1000)
    note(panel, who, "panel.homes_invited", homes=len(rows))
    return rows


def _code() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(10))


@transaction.atomic
def invite_member(*, who: Who, panel_id: UUID, member: Member) -> None:
    """Write to a member of the hub that they can put themselves forward."""
    panel = locked(panel_id)
    require_clerk(who, panel, PanelState.GATHERING)
    tell(panel, member, "panel_invited")
    note(panel, who, "panel.member_invited", public=False, concerns=[member])


@transaction.atomic
def reply(
    *,
    code: str,
    told: Told,
    name: str,
    contact: str,
    now: datetime.datetime | None = None,
) -> PoolPerson:
    """Put oneself forward with the code of a letter, with no account; sent again, it is changed."""
    now = now or timezone.now()
    invitation = PanelInvitation.objects.select_for_update(of=("self",)).get(code=code)
    panel = locked(invitation.panel_id)
    require_state(panel, PanelState.GATHERING)
    words = {
        "name": name.strip(),
        "contact": contact.strip(),
        "answers": told.checked(panel),
        "home": home_mark(panel.id, told.home),
        "came": Came.REPLY,
        "came_at": now,
    }
    rows = PoolPerson.objects.filter(panel=panel)
    person = rows.filter(id=invitation.person_id).first() if invitation.person_id else None
    if person is None:
        person = PoolPerson.objects.create(panel=panel, **words)
    PoolPerson.objects.filter(id=person.id).update(**words)
    PanelInvitation.objects.filter(id=invitation.id).update(person=person, used_at=now)
    note(panel, GydaItself(panel.hub_id), "panel.replied", public=False)
    return person
