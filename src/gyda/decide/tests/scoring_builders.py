"""A joint scoring for tests: two young people and Dafydd as officer, on two bidders."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from gyda.decide.scoring.actions import points, setting_up
from gyda.decide.scoring.models import Scoring, Side, Standard
from gyda.decide.scoring.queries import bidders_of, questions_of
from gyda.initiatives.tests.builders import a_right, a_team
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who

DAY = datetime.timedelta(days=1)
KNOWN = {Side.YOUNG: {"X": 58, "Y": 70}, Side.OFFICERS: {"X": 72, "Y": 66}}


@dataclass
class Scored:
    """Carys is the worker; Non and Osian are fifteen, Dafydd buys."""

    scoring: Scoring
    cast: Cast
    young: list[Member]

    @property
    def non(self) -> Member:
        return self.young[0]

    def give(self, side: str, by: Member, deed: Any = points.score, **scores: int) -> None:
        """Give a bidder so many points of 100 on the side's only question."""
        (question,) = questions_of(self.scoring)[side]
        found = {
            (question.id, bidder.id): scores[bidder.name] for bidder in bidders_of(self.scoring)
        }
        deed(who=who(by), scoring_id=self.scoring.id, side=side, points=found)


def a_brief(cast: Cast, **fields: Any) -> setting_up.Brief:
    today = timezone.localdate()
    words = {
        "title_cy": "Gwasanaeth i bobl ifanc", "title_en": "A service for young people",
        "what_cy": "Rhywun i siarad ag ef", "what_en": "Someone to talk to",
        "organisation": cast.dafydd.organisation, "worker": cast.carys, "pence": 4_000_000,
        "starts_on": today + 60 * DAY, "ends_on": today + 425 * DAY,
        "feedback_by_on": today + 30 * DAY,
    }  # fmt: skip
    return setting_up.Brief(**(words | fields))


def begun(cast: Cast) -> Scored:
    """Bidders and scorers are there; nobody has said yes yet."""
    thread = a_team(cast)
    a_right(cast.bryn, thread, "DECIDE", say="JOINT")
    scoring = setting_up.begin(who=who(cast.bryn), initiative=thread, brief=a_brief(cast))
    young = [a_member(cast.hub) for _n in range(2)]
    worker, sid = who(cast.carys), scoring.id
    for name in ("X", "Y"):
        setting_up.add_bidder(who=worker, scoring_id=sid, name=name)
    for place, member in enumerate(young):
        setting_up.add_scorer(
            who=worker, scoring_id=sid, member=member, side="YOUNG", pair=1, needs_parent=not place
        )
    setting_up.add_scorer(who=worker, scoring_id=sid, member=cast.dafydd, side="OFFICERS", pair=1)
    return Scored(scoring, cast, young)


def agreed_to(found: Scored) -> Scored:
    """Everyone said yes, Non's parent too, and they met with two adults."""
    cast, sid = found.cast, found.scoring.id
    for member in (*found.young, cast.dafydd):
        scorer = setting_up.consent(who=who(member), scoring_id=sid)
        if scorer.needs_parent:
            setting_up.note_parent(
                who=who(cast.carys), scorer_id=scorer.id, said_on=timezone.localdate()
            )
    for kind in ("TRAINING", "SCORING", "MODERATION"):
        setting_up.note_session(
            who=who(cast.carys), scoring_id=sid, kind=kind, on=timezone.localdate(),
            adult=cast.carys, other_adult=cast.bryn,
        )  # fmt: skip
    return found


def scored(cast: Cast) -> Scored:
    """Both sides asked one question, scored in pairs and agreed: the known answer."""
    return all_scored(agreed_to(begun(cast)))


def all_scored(found: Scored) -> Scored:
    cast = found.cast
    for side, by in ((Side.YOUNG, found.non), (Side.OFFICERS, cast.dafydd)):
        points.ask(
            who=who(by), scoring_id=found.scoring.id, side=side, text="A fyddwch chi'n gwrando?",
            language="cy", most=100,
        )  # fmt: skip
        for deed in (points.score, points.moderate):
            found.give(side, by, deed, **KNOWN[side])
    return found


def with_standards(found: Scored) -> Scored:
    answers = {standard.value: ("YES", "Do") for standard in Standard}
    points.answer_standard(
        who=who(found.non), scoring_id=found.scoring.id, answers=answers, language="cy"
    )
    return found
