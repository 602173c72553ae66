"""Who may hold, look after and see a group activity."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.deliver.errors.activity import MayNotPay, NotYours
from gyda.deliver.models import Activity, Organiser
from gyda.deliver.models.activity import PaidFrom
from gyda.deliver.models.policy import Seen
from gyda.deliver.queries.policy import the_policy
from gyda.people.models import Organisation
from gyda.people.who import Who


def may_see_activities(who: Who | None) -> bool:
    """Everyone, or the members only, as the hub likes."""
    return bool(who) or the_policy().activities_seen_by == Seen.ANYONE


def may_hold(who: Who) -> bool:
    """Connectors, and professionals for their organisation."""
    return who.actor.is_connector or who.actor.is_professional


def may_look_after(who: Who, activity: Activity) -> bool:
    """Its organisers, and the connectors."""
    if who.actor.is_connector:
        return True
    return Organiser.objects.filter(activity=activity, member=who.subject).exists()


def require_care(who: Who, activity: Activity) -> None:
    """Raise unless this person looks after the activity."""
    if not may_look_after(who, activity):
        raise NotYours


def open_sources(who: Who) -> list[PaidFrom]:
    """Return from where this person may have the hours given."""
    sources = []
    if who.actor.is_connector:
        sources.append(PaidFrom.POT)
        if the_policy().issue_for_activities:
            sources.append(PaidFrom.ISSUE)
    if who.actor.is_connector or who.actor.is_professional:
        sources.append(PaidFrom.ORGANISATION)
    return sources


def check_source(who: Who, paid_from: str, organisation: Organisation | None) -> None:
    """Raise unless these hours are this person's to give."""
    if paid_from not in open_sources(who):
        raise MayNotPay
    if paid_from != PaidFrom.ORGANISATION:
        return
    if organisation is None:
        raise MayNotPay(field="organisation")
    if not who.actor.is_connector and who.actor.organisation_id != organisation.id:
        raise MayNotPay(field="organisation")
