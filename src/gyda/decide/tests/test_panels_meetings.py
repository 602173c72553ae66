"""Meetings of a panel, what is paid for them, and what it cost to come."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.utils import timezone

from gyda.decide.panels import errors
from gyda.decide.panels.actions import meetings
from gyda.decide.panels.models import (
    MeetingKind,
    Panel,
    PanelClaim,
)
from gyda.decide.tests.panels_for_tests import (
    a_drawn_panel,
    everyone_sits,
)
from gyda.decide.tests.test_panels_pages import Reader
from gyda.decide.tests.test_panels_sitting import a_sitting_panel
from gyda.heard.actions.coming import come
from gyda.heard.actions.meetings import Plan, close_meeting, open_meeting
from gyda.heard.models import Coming
from gyda.ledger import actions as ledger
from gyda.ledger.accounts import issue, member_account, pot
from gyda.ledger.errors import NotEnough
from gyda.ledger.models import Transfer
from gyda.ledger.queries import balance_of
from gyda.people.tests.builders import Cast, who


def a_meeting(cast: Cast, panel: Panel, kind: str, days: int) -> meetings.PanelMeeting:
    start = timezone.now() + datetime.timedelta(days=days)
    plan = Plan(
        title_cy="Cyfarfod", title_en="Meeting", purpose_cy="Trafod", purpose_en="To talk",
        starts_at=start, ends_at=start + datetime.timedelta(hours=2), place_cy="Neuadd",
        place_en="Hall", open_to_all=False,
    )  # fmt: skip
    return meetings.plan(who=who(cast.carys), panel_id=panel.id, kind=kind, plan=plan)


def test_a_training_comes_before_the_first_meeting(cast: Cast) -> None:
    panel = a_drawn_panel(cast)
    everyone_sits(panel)
    with pytest.raises(errors.TrainingFirst):
        a_meeting(cast, panel, MeetingKind.MEETING, 9)
    a_meeting(cast, panel, MeetingKind.TRAINING, 2)
    a_meeting(cast, panel, MeetingKind.MEETING, 9)


def test_who_came_is_paid_once_in_time_credits(cast: Cast) -> None:
    panel, members = a_sitting_panel(cast, pay="CREDITS", minutes=120)
    row = a_meeting(cast, panel, MeetingKind.MEETING, 1)
    come(who=who(members[0]), meeting_id=row.meeting_id)
    with pytest.raises(errors.NotHeldYet):
        meetings.pay(who=who(cast.carys), panel_id=panel.id, meeting_id=row.id)
    open_meeting(who=who(cast.carys), meeting_id=row.meeting_id)
    came = Coming.objects.get(meeting=row.meeting, member=members[0])
    close_meeting(who=who(cast.carys), meeting_id=row.meeting_id, came=[came.id])
    with pytest.raises(NotEnough):
        meetings.pay(who=who(cast.carys), panel_id=panel.id, meeting_id=row.id)
    ledger.transfer(key=row.id, debit=issue().id, credit=pot().id, amount=600, kind="ISSUE")
    assert meetings.pay(who=who(cast.carys), panel_id=panel.id, meeting_id=row.id) == 1
    assert balance_of(member_account(members[0]).id).balance == 120
    with pytest.raises(errors.NobodyToPay):
        meetings.pay(who=who(cast.carys), panel_id=panel.id, meeting_id=row.id)
    words = {"minutes_cy": "Trafodwyd", "minutes_en": "It was discussed"}
    meetings.publish_minutes(who=who(cast.carys), panel_id=panel.id, meeting_id=row.id, **words)
    assert "It was discussed" in Reader(cast, None).reads(f"panels/{panel.id}/meetings/")


def test_costs_are_claimed_and_settled_once_or_waived_by_who_is_owed(cast: Cast) -> None:
    panel, members = a_sitting_panel(cast)
    asked = {"pence": 450, "words": "Bws", "language": "cy"}
    claims = [
        meetings.claim_costs(who=who(members[0]), panel_id=panel.id, **asked) for _one in "ab"
    ]
    with pytest.raises(errors.ClerkOnly):
        meetings.settle(who=who(members[1]), panel_id=panel.id, claim_id=claims[0].id, paid=False)
    meetings.settle(who=who(cast.carys), panel_id=panel.id, claim_id=claims[0].id, paid=True)
    meetings.settle(who=who(members[0]), panel_id=panel.id, claim_id=claims[1].id, paid=False)
    with pytest.raises(errors.SettledAlready):
        meetings.settle(who=who(cast.carys), panel_id=panel.id, claim_id=claims[1].id, paid=True)
    paid = PanelClaim.objects.get(settled_at__isnull=False)
    moved = Transfer.objects.get(id=paid.transfer_id)
    assert (moved.amount, moved.unit, moved.kind) == (450, "PENCE", "PANEL_COSTS")


def test_what_taking_part_has_cost_is_told_once_five_were_paid(cast: Cast) -> None:
    panel, members = a_sitting_panel(cast, seats=6)
    asked = {"pence": 1050, "words": "Bws", "language": "cy"}
    for member in members[:5]:
        page = Reader(cast, None).reads(f"panels/{panel.id}/meetings/")
        assert "Taking part has cost" not in page
        claim = meetings.claim_costs(who=who(member), panel_id=panel.id, **asked)
        meetings.settle(who=who(cast.carys), panel_id=panel.id, claim_id=claim.id, paid=True)
    page = Reader(cast, None).reads(f"panels/{panel.id}/meetings/")
    assert "Taking part has cost £52.50 so far" in page
