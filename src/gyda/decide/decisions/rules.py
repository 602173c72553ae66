"""What must be true of a decision, and who may do what with it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from gyda.answers.models import Contact
from gyda.decide.decisions import errors
from gyda.decide.decisions.draft import Draft
from gyda.decide.decisions.models import Decision, Kind, Method
from gyda.initiatives.models import Initiative, Right, Stage
from gyda.initiatives.rules import may_hold
from gyda.people.who import Who

PAIRS = ("title", "what", "reasons")
BY_HAND = (Kind.MEETING, Kind.STEWARDS, Kind.AUTHORITY)


def check_draft(draft: Draft) -> None:
    """Raise unless it can be published."""
    for name in PAIRS:
        _check_pair(draft, name)
    if draft.minority_cy or draft.minority_en:
        _check_pair(draft, "minority")
    if draft.method == Method.CONSENT and draft.against:
        raise errors.StillObjections
    if draft.review_on and draft.review_on <= draft.effective_on:
        raise errors.ReviewTooEarly


def _check_pair(draft: Draft, name: str) -> None:
    for lang in ("cy", "en"):
        if not getattr(draft, f"{name}_{lang}").strip():
            raise errors.InBothTongues(field=f"{name}_{lang}")


def right_for(draft: Draft, initiative: Initiative | None) -> str:
    """Return by which right it was decided; raise where nobody ever said."""
    if draft.right:
        return draft.right
    if initiative and (right := right_of(initiative)):
        return str(right.say)
    raise errors.NoRight


def may_record(who: Who | None, initiative: Initiative) -> bool:
    """Tell whether this person may write down what a meeting decided."""
    return bool(who) and initiative.is_open and may_hold(who, initiative)


def may_correct(who: Who | None, decision: Decision) -> bool:
    """The team of the thread and the connectors; without a thread the stewards."""
    if not who or who.is_acting or not decision.holds:
        return False
    if decision.initiative is None:
        return who.actor.is_steward
    return may_hold(who, decision.initiative)


def signs_for(who: Who, decision: Decision) -> bool:
    """Tell whether this person is the contact of the body that the decision names."""
    contacts = Contact.objects.in_force().filter(organisation=decision.organisation_id)
    return not who.is_acting and contacts.filter(member=who.actor).exists()


def can_be_overruled(decision: Decision, today: datetime.date) -> bool:
    """Tell whether the clock runs in which a body may set it aside."""
    clock = decision.clock_on
    return bool(decision.holds and decision.is_citizens and clock and today <= clock)


def may_overrule(who: Who | None, decision: Decision) -> bool:
    """The contact of the body; a connector types in its letter."""
    if not who or who.is_acting:
        return False
    return who.actor.is_connector or signs_for(who, decision)


def may_answer_appeal(who: Who | None, decision: Decision) -> bool:
    """A connector who did not publish it."""
    if not who or who.is_acting:
        return False
    return who.actor.is_connector and decision.by_id != who.actor.id


def right_of(initiative: Initiative) -> Right | None:
    """Return what say citizens have in deciding on the thread."""
    return Right.objects.in_force().filter(initiative=initiative, stage=Stage.DECIDE).first()
