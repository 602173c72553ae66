"""What the people of a story shape together: proposals, amendments, points."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from functools import partial
from typing import TypeVar
from uuid import UUID

from gyda.design.proposals.actions import (
    amending,
    authors,
    beginning,
    judging,
    points,
    supporting,
    translating,
    working,
)
from gyda.design.proposals.actions.amending import Answer, Change
from gyda.design.proposals.actions.beginning import Words
from gyda.design.proposals.actions.working import Cost
from gyda.initiatives.models import Initiative, Side
from gyda.people.models import Member
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.design import (
    AmendmentWords,
    CostWords,
    EffectWords,
    PointOfProposalWords,
    ProposalWords,
)

TEXTS = ("group", "gains", "loses")
Row = TypeVar("Row", CostWords, EffectWords)


def write_proposals(stage: Stage) -> None:
    """Note in the diary what is proposed, amended and answered."""
    ids: dict[str, UUID] = {}
    day = stage.diary.day
    for words in stage.story.proposals:
        stage.write(day(words.ago, 19, 10), partial(_open, stage, words, ids))
        stage.write(day(words.ago - 1, 18, 20), partial(_translate, stage, words, ids))
        for number, key in enumerate(words.supporters):
            at = day(words.ago - 2 - number % 5, 12, 10 + number)
            stage.write(at, partial(_support, stage, words.key, key, ids))
    for amendment in stage.story.amendments:
        stage.write(day(amendment.ago, 20, 5), partial(_amend, stage, amendment, ids))
    for point in stage.story.proposal_points:
        stage.write(day(point.ago, 19, 50), partial(_say, stage, point, ids))
    for words in stage.story.proposals:
        if words.judge:
            stage.write(day(4, 11, 25), partial(_judge, stage, words, ids))


def _side(member: Member) -> Side:
    return Side.PROFESSIONAL if member.organisation_id else Side.CITIZEN


def _open(stage: Stage, words: ProposalWords, ids: dict[str, UUID]) -> None:
    """Draft it, with what it costs and for whom it changes something; then open it."""
    who, language = stage.by(words.by), words.language
    title, what = (getattr(words, f"{name}_{language}") for name in ("title", "what"))
    initiative = Initiative.objects.get(id=stage.initiatives[words.initiative])
    draft = beginning.begin(
        who=who, initiative=initiative, words=Words(title, what, language), side=_side(who.subject)
    )
    ids[words.key] = draft.id
    for key in words.together:
        member = stage.members[key]
        authors.invite(who=who, proposal_id=draft.id, member=member)
        authors.accept(who=stage.by(key), proposal_id=draft.id, side=_side(member))
    for line in _of(words, stage.story.proposal_costs):
        cost = _cost(stage, line, language)
        working.keep_cost(who=who, proposal_id=draft.id, cost=cost, language=language)
    for effect in _of(words, stage.story.proposal_groups):
        texts = {name: getattr(effect, f"{name}_{language}") for name in TEXTS}
        working.keep_effect(who=who, proposal_id=draft.id, texts=texts, language=language)
    working.publish(who=who, proposal_id=draft.id)


def _of(words: ProposalWords, rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.proposal == words.key]


def _cost(stage: Stage, line: CostWords, language: str) -> Cost:
    organisation = stage.organisations.get(line.organisation)
    return Cost(
        purpose=line.purpose,
        rhythm=line.rhythm,
        what=line.what_cy if language == "cy" else line.what_en,
        pence=line.pence,
        minutes=line.minutes,
        payer=line.payer,
        organisation_id=organisation.id if organisation else None,
        hours_of=line.hours_of,
        replaces_paid=line.replaces_paid,
    )


def _translate(stage: Stage, words: ProposalWords, ids: dict[str, UUID]) -> None:
    """A co-author, or who wrote it, puts it into the other language."""
    other = "en" if words.language == "cy" else "cy"
    texts = {name: getattr(words, f"{name}_{other}") for name in ("title", "what")}
    for number, line in enumerate(_of(words, stage.story.proposal_costs)):
        texts[f"cost-{number}-what"] = getattr(line, f"what_{other}")
    for number, effect in enumerate(_of(words, stage.story.proposal_groups)):
        for name in TEXTS:
            texts[f"effect-{number}-{name}"] = getattr(effect, f"{name}_{other}")
    by = words.together[0] if words.together else words.by
    translating.translate(who=stage.by(by), proposal_id=ids[words.key], texts=texts)


def _support(stage: Stage, proposal: str, key: str, ids: dict[str, UUID]) -> None:
    supporting.support(who=stage.hand_of(key), proposal_id=ids[proposal])


def _amend(stage: Stage, words: AmendmentWords, ids: dict[str, UUID]) -> None:
    change = Change("PASSAGE", words.language, words.text, words.why, words.language, words.passage)
    amendment = amending.propose(
        who=stage.hand_of(words.by), proposal_id=ids[words.proposal], change=change
    )
    if words.answer:
        author = next(one.by for one in stage.story.proposals if one.key == words.proposal)
        act = amending.accept if words.accepted else amending.decline
        answer = Answer(words.answer, words.language)
        act(who=stage.by(author), amendment_id=amendment.id, answer=answer)


def _say(stage: Stage, words: PointOfProposalWords, ids: dict[str, UUID]) -> None:
    point = points.make_point(
        who=stage.hand_of(words.by), proposal_id=ids[words.proposal], side=words.side,
        text=words.text, language=words.language,
    )  # fmt: skip
    for key in words.agree:
        points.agree(who=stage.hand_of(key), point_id=point.id)


def _judge(stage: Stage, words: ProposalWords, ids: dict[str, UUID]) -> None:
    judging.say_whether(
        who=stage.by(words.judge), proposal_id=ids[words.key], verdict=words.verdict,
        because=words.verdict_because, language=words.verdict_language,
    )  # fmt: skip
