"""What a panel decides: a motion, one vote for each seat, the count, the published decision."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, override

from gyda.decide.decisions.actions.publish import publish as publish_decision
from gyda.decide.decisions.draft import Advice, Draft, Evidence
from gyda.decide.decisions.models import Decision
from gyda.decide.decisions.models.decision import Kind, Method
from gyda.decide.panels import errors
from gyda.decide.panels.actions.common import locked, note
from gyda.decide.panels.actions.watch import require_composition
from gyda.decide.panels.models import (
    Choice,
    Panel,
    PanelAdviser,
    PanelEvidence,
    PanelMeeting,
    PanelMotion,
    PanelReply,
    PanelSeat,
    PanelState,
    PanelVote,
    Rule,
)
from gyda.decide.panels.rules import is_clerk, require_seat, require_state
from gyda.people.models import Organisation
from gyda.people.who import Who

MOTION = "decide.panelmotion"
METHODS = {
    Rule.MAJORITY: Method.MAJORITY,
    Rule.TWO_THIRDS: Method.TWO_THIRDS,
    Rule.CONSENT: Method.CONSENT,
}


@dataclass(frozen=True)
class Proposal:
    """What is put to the vote, in both languages, over how much, and when it is carried."""

    title_cy: str
    title_en: str
    what_cy: str
    what_en: str
    rule: str = Rule.MAJORITY
    pence: int | None = None
    minutes: int | None = None


@transaction.atomic
def move(
    *,
    who: Who,
    panel_id: UUID,
    proposal: Proposal,
    meeting: PanelMeeting | None = None,
    now: datetime.datetime | None = None,
) -> PanelMotion:
    """Put something to the vote: everyone who sits is trained, and the panel is as it should be."""
    panel = locked(panel_id)
    seat = require_seat(who, panel)
    untrained = PanelSeat.objects.taken().filter(panel=panel, trained_on__isnull=True).count()
    if untrained:
        raise errors.TrainFirst(count=untrained)
    require_composition(panel)
    motion = PanelMotion.objects.create(
        panel=panel, by=seat, meeting=meeting, opened_at=now or timezone.now(), **vars(proposal)
    )
    note(panel, who, "panel.motion", about=motion, public=False)
    return motion


def _motion(panel: Panel, motion_id: UUID) -> PanelMotion:
    rows = PanelMotion.objects.select_for_update(of=("self",))
    return rows.get(panel=panel, id=motion_id)


@transaction.atomic
def vote(
    *,
    who: Who,
    panel_id: UUID,
    motion_id: UUID,
    choice: str,
    now: datetime.datetime | None = None,
) -> PanelVote:
    """Vote, or vote otherwise while it is open: the seat votes, so an adviser has nothing to."""
    panel = locked(panel_id)
    seat = require_seat(who, panel)
    motion = _motion(panel, motion_id)
    if not motion.is_open:
        raise errors.VotedAlready
    row, _is_new = PanelVote.objects.update_or_create(
        motion=motion, seat=seat, defaults={"choice": choice, "at": now or timezone.now()}
    )
    note(panel, who, "panel.voted", about=motion, public=False)
    return row


def is_carried(rule: str, in_favour: int, against: int) -> bool:
    """Tell whether a motion is carried.

    >>> is_carried("MAJORITY", 8, 7), is_carried("TWO_THIRDS", 9, 5), is_carried("CONSENT", 9, 1)
    (True, False, False)
    """
    if rule == Rule.CONSENT:
        return in_favour > 0 and against == 0
    if rule == Rule.TWO_THIRDS:
        return in_favour > 0 and 3 * in_favour >= 2 * (in_favour + against)
    return in_favour > against


@transaction.atomic
def close(
    *, who: Who, panel_id: UUID, motion_id: UUID, now: datetime.datetime | None = None
) -> PanelMotion:
    """Close the vote and count it: at least half of those who sit have voted."""
    panel = locked(panel_id)
    require_seat(who, panel)
    motion = _motion(panel, motion_id)
    if not motion.is_open:
        raise errors.VotedAlready
    rows = PanelVote.objects.filter(motion=motion, seat__state="TAKEN")
    counts = Counter(rows.values_list("choice", flat=True))
    seated = PanelSeat.objects.taken().filter(panel=panel).count()
    if 2 * sum(counts.values()) < seated:
        raise errors.TooFewVoted
    figures: dict[str, Any] = {
        "in_favour": counts[Choice.FOR],
        "against": counts[Choice.AGAINST],
        "abstained": counts[Choice.ABSTAIN],
    }
    carried = is_carried(motion.rule, figures["in_favour"], figures["against"])
    columns: dict[str, Any] = {"closed_at": now or timezone.now(), "carried": carried, **figures}
    PanelMotion.objects.filter(id=motion.id).update(**columns)
    motion.refresh_from_db()
    note(panel, who, "panel.motion_closed", about=motion, public=False, **figures)
    return motion


@dataclass(frozen=True)
class Reasons:
    """Why, what others said against it, from when, and when to look again.

    Over how much stands in the motion: nobody names a sum that was not voted on.
    """

    reasons_cy: str
    reasons_en: str
    effective_on: datetime.date
    minority_cy: str = ""
    minority_en: str = ""
    review_on: datetime.date | None = None
    organisation: Organisation | None = None


@transaction.atomic
def publish(
    *,
    who: Who,
    panel_id: UUID,
    motion_id: UUID,
    reasons: Reasons,
    now: datetime.datetime | None = None,
) -> Decision:
    """Publish what was carried, with its reasons and its dissent, from the panel to everyone."""
    panel = locked(panel_id)
    require_state(panel, PanelState.SITTING)
    motion = _motion(panel, motion_id)
    _may_publish(who, panel, motion)
    if motion.against and not (reasons.minority_cy.strip() and reasons.minority_en.strip()):
        raise errors.SayTheDissent
    require_composition(panel)
    draft = _draft(panel, motion, reasons, timezone.localdate(now or timezone.now()))
    decision = publish_decision(who=who, initiative=panel.initiative, draft=draft, now=now)
    words = {name: getattr(reasons, name) for name in ("reasons_cy", "reasons_en")}
    dissent = {name: getattr(reasons, name) for name in ("minority_cy", "minority_en")}
    rows = PanelMotion.objects.filter(id=motion.id)
    rows.update(decision_id=decision.id, **words, **dissent)
    note(panel, who, "panel.decided", about=motion)
    return decision


def _may_publish(who: Who, panel: Panel, motion: PanelMotion) -> None:
    if not is_clerk(who, panel) and not require_seat(who, panel).is_chair:
        raise errors.ChairOrClerk
    if motion.is_open:
        raise errors.NotNow
    if not motion.carried:
        raise errors.NotCarried
    if motion.decision_id:
        raise errors.PublishedAlready


def _draft(panel: Panel, motion: PanelMotion, reasons: Reasons, today: datetime.date) -> Draft:
    words = {
        f"{name}_{language}": getattr(motion, f"{name}_{language}")
        for name in ("title", "what")
        for language in ("cy", "en")
    }
    return Draft(
        kind=Kind.PANEL,
        method=METHODS[Rule(motion.rule)],
        about_kind=MOTION,
        about_id=motion.id,
        in_favour=motion.in_favour,
        against=motion.against,
        abstained=motion.abstained,
        pence=motion.pence,
        minutes=motion.minutes,
        evidence=tuple(_evidence(panel)),
        advice=tuple(_advice(panel)),
        **words,
        **vars(reasons),
    )


def _evidence(panel: Panel) -> list[Evidence]:
    rows = PanelEvidence.objects.filter(panel=panel).order_by("id")
    return [
        Evidence(
            claim_cy=row.title_cy,  # type: ignore[attr-defined]
            claim_en=row.title_en,  # type: ignore[attr-defined]
            source=row.source,
            on=row.on,
            link=row.url,
            words=row.words,
            language=row.language if row.words else "",
        )
        for row in rows[:50]
    ]


def _advice(panel: Panel) -> list[Advice]:
    """Return who advised, with what interest, and where their answers stand."""
    rows = PanelAdviser.objects.filter(panel=panel).select_related("member").order_by("id")
    answers = Counter(
        PanelReply.objects.filter(question__panel=panel).values_list("adviser_id", flat=True)
    )
    return [_advised(row, answers[row.id]) for row in rows[:50] if row.member.name]


def _advised(row: PanelAdviser, answers: int) -> Advice:
    said = {}
    for language in ("cy", "en"):
        with override(language):
            words = gettext(
                "They advised and had no vote. Recorded answers on the page of the panel: %(n)s."
            )
            said[language] = words % {"n": answers}
    return Advice(
        adviser=row.member.shown_name,
        interest_cy=row.interest_cy,  # type: ignore[attr-defined]
        interest_en=row.interest_en,  # type: ignore[attr-defined]
        words_cy=said["cy"],
        words_en=said["en"],
        member=row.member,
    )
