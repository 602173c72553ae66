"""Who may do what with a meeting."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.heard import errors
from gyda.heard.models import Coming, Meeting
from gyda.initiatives.rules import may_hold
from gyda.people.who import Who


def is_organiser(who: Who | None, meeting: Meeting) -> bool:
    """One person sees the needs that were shared; acting for them takes the whole consent."""
    if not who:  # request.who of a stranger is an empty lazy object
        return False
    return who.subject.id == meeting.organiser_id and who.reaches_everything


def require_organiser(who: Who, meeting: Meeting) -> None:
    if not is_organiser(who, meeting):
        raise errors.OrganiserOnly


def may_see_meeting(who: Who | None, meeting: Meeting) -> bool:
    """Anyone where it is open to all; else who was invited, and the team."""
    if meeting.open_to_all:
        return True
    if not who:
        return False
    asked = Coming.objects.filter(meeting=meeting, member=who.subject).exists()
    return asked or may_hold(who, meeting.initiative)
