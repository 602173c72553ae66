"""Who may do what with a panel, and what must be true before it goes on."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.panels import errors
from gyda.decide.panels.models import Panel, PanelAdviser, PanelSeat, PanelState
from gyda.initiatives.rules import may_hold
from gyda.people.models import Member
from gyda.people.who import Who


def is_clerk(who: Who | None, panel: Panel) -> bool:
    """One person reads the names; nobody does it for them."""
    if not who:
        return False
    return who.actor.id == panel.clerk_id and not who.is_acting


def require_clerk(who: Who, panel: Panel, *states: PanelState) -> None:
    """Raise unless this is the clerk, and the panel stands where it has to."""
    if not is_clerk(who, panel):
        raise errors.ClerkOnly
    require_state(panel, *states)


def require_state(panel: Panel, *states: PanelState) -> None:
    if states and panel.state not in states:
        raise errors.NotNow


def may_look_after(who: Who | None, panel: Panel) -> bool:
    """The team of the initiative and the connectors, in their own name."""
    return bool(who) and not who.is_acting and may_hold(who, panel.initiative)  # type: ignore[union-attr]


def advises(who: Who | None, panel: Panel) -> bool:
    """Tell whether the person, or who acts for them, advises this panel."""
    if not who:
        return False
    members = {who.actor.id, who.subject.id}
    rows = PanelAdviser.objects.advising().filter(panel=panel)
    return rows.filter(member_id__in=members).exists()


def is_adviser(member: Member, panel: Panel) -> bool:
    rows = PanelAdviser.objects.advising().filter(panel=panel, member=member)
    return rows.exists()


def seat_of(who: Who | None, panel: Panel) -> PanelSeat | None:
    """Return the seat of the person: nobody sits, asks or votes for someone else."""
    if not who or who.is_acting:
        return None
    return PanelSeat.objects.taken().filter(panel=panel, member=who.subject).first()


def require_seat(who: Who, panel: Panel) -> PanelSeat:
    """Return the seat of who acts, of a panel that sits."""
    require_state(panel, PanelState.SITTING)
    seat = seat_of(who, panel)
    if seat is None:
        raise errors.NotASeat
    return seat


def may_speak(who: Who | None, panel: Panel) -> bool:
    """Those who sit and those who advise."""
    return bool(seat_of(who, panel)) or advises(who, panel)
