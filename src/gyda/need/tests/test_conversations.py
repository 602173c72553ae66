"""Opening, saying, judging, joining, ending: the rules of a conversation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import Counter
from uuid import uuid4

import pytest
from django.utils import timezone

from gyda.initiatives.tests.builders import an_initiative
from gyda.journal.models import Entry
from gyda.letters.models import Letter
from gyda.need.conversations import errors
from gyda.need.conversations.actions import (
    acting,
    ending,
    judging,
    merging,
    opening,
    policy,
    saying,
)
from gyda.need.conversations.actions.folding import fold
from gyda.need.conversations.actions.judging import Because
from gyda.need.conversations.actions.voting import Answered
from gyda.need.conversations.models import (
    Appeal,
    Conversation,
    Judgement,
    Participant,
    Statement,
    Vote,
)
from gyda.need.conversations.rules import may_hold
from gyda.need.conversations.voice import Voice, net_of
from gyda.need.tests.builders import a_conversation, of_browser, of_member
from gyda.need.tests.test_voting import say as answer
from gyda.people.actions.erasing import erase
from gyda.people.data import registered
from gyda.people.tests.builders import Cast, a_member, who
from gyda.people.who import Who

SEEDS = [(f"cy {number}", f"en {number}") for number in range(5)]
WORDS = ending.Words("Wedyn", "Next")


def terms(**fields: object) -> opening.Terms:
    now = timezone.now()
    wanted: dict[str, object] = {
        "title_cy": "Beth?", "title_en": "What?", "purpose_cy": "Er", "purpose_en": "For",
        "opens_at": now, "closes_at": None,
        "hear_by_on": timezone.localdate() + datetime.timedelta(days=30),
    }  # fmt: skip
    return opening.Terms(**(wanted | fields))  # type: ignore[arg-type]


def soon() -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=20)


def said(conversation: Conversation, voice: Voice, text: str = "Mwy o goed") -> Statement:
    words = saying.Words(text, "cy")
    return saying.say(conversation_id=conversation.id, voice=voice, words=words)


def test_any_member_brings_a_question_and_only_a_steward_opens_the_door_to_anyone(
    cast: Cast,
) -> None:
    opened = opening.open_conversation(who=who(cast.bryn), terms=terms(), seeds=SEEDS)
    assert opened.statements.count() == 5
    assert Entry.objects.get(verb="conversation.opened").public
    with pytest.raises(errors.HubSaysMembersOnly):
        opening.open_conversation(who=who(cast.carys), terms=terms(voters="ANYONE"), seeds=SEEDS)
    with pytest.raises(errors.NotYours):
        policy.set_policy(who=who(cast.carys), anyone=True, rules_cy="R", rules_en="R")
    policy.set_policy(who=who(cast.alys), anyone=True, rules_cy="R", rules_en="R")
    opening.open_conversation(who=who(cast.carys), terms=terms(voters="ANYONE"), seeds=SEEDS)
    with pytest.raises(errors.AnyoneMayRead):
        closed = terms(voters="ANYONE", is_public=False)
        opening.open_conversation(who=who(cast.carys), terms=closed, seeds=SEEDS)


def test_a_question_needs_statements_and_days_in_their_order(cast: Cast) -> None:
    now = timezone.now()
    with pytest.raises(errors.AskAtLeastFive):
        opening.open_conversation(who=who(cast.bryn), terms=terms(), seeds=SEEDS[:4])
    with pytest.raises(errors.TooLong):
        long = [*SEEDS, ("x" * 141, "y")]
        opening.open_conversation(who=who(cast.bryn), terms=terms(), seeds=long)
    with pytest.raises(errors.ClosesBefore):
        wrong = terms(opens_at=now, closes_at=now - datetime.timedelta(days=1))
        opening.open_conversation(who=who(cast.bryn), terms=wrong, seeds=SEEDS)
    with pytest.raises(errors.HearsBefore):
        wrong = terms(closes_at=now + datetime.timedelta(days=60))
        opening.open_conversation(who=who(cast.bryn), terms=wrong, seeds=SEEDS)


def test_a_free_conversation_becomes_a_part_of_an_initiative_and_its_team_looks_after_it(
    cast: Cast,
) -> None:
    thread = an_initiative(cast.bryn)
    free = opening.open_conversation(who=who(cast.carys), terms=terms(), seeds=SEEDS)
    assert not may_hold(who(cast.bryn), free)
    opening.attach(who=who(cast.carys), conversation_id=free.id, initiative_id=thread.id)
    free.refresh_from_db()
    assert may_hold(who(cast.bryn), free)
    assert not may_hold(who(cast.dafydd), free)
    assert Entry.objects.get(verb="conversation.attached").data["initiative"] == str(thread.id)


def test_a_statement_waits_is_read_and_its_author_is_told(cast: Cast) -> None:
    conversation = a_conversation(cast.carys)
    statement = said(conversation, of_member(cast.bryn))
    assert (statement.state, statement.number) == ("WAITING", 7)
    judging.judge(
        who=who(cast.carys), statement_id=statement.id, outcome="SHOWN", because=Because()
    )
    statement.refresh_from_db()
    assert statement.state == "SHOWN"
    assert Letter.objects.filter(kind="statement_judged", member=cast.bryn).exists()
    assert Entry.objects.get(verb="conversation.said").actor is None


def test_afterwards_means_that_it_is_seen_at_once(cast: Cast) -> None:
    conversation = a_conversation(cast.carys, moderation="AFTER")
    assert said(conversation, of_browser("a")).state == "SHOWN"


def test_the_same_words_are_not_said_twice_and_nobody_floods_the_queue(cast: Cast) -> None:
    conversation = a_conversation(cast.carys)
    with pytest.raises(errors.SaidAlready):
        said(conversation, of_browser("a"), "bus  number 3!")
    for number in range(5):
        said(conversation, of_browser("a"), f"Rhywbeth {number}")
    with pytest.raises(errors.EnoughForNow):
        said(conversation, of_browser("a"), "Un arall")


def test_a_refusal_has_a_reason_and_an_appeal_goes_to_somebody_else(cast: Cast) -> None:
    conversation = a_conversation(cast.carys)
    statement = said(conversation, of_member(cast.bryn))
    refuse = {"statement_id": statement.id, "outcome": "REFUSED"}
    with pytest.raises(errors.ReasonIsMissing):
        judging.judge(who=who(cast.carys), because=Because(), **refuse)
    with pytest.raises(errors.WordsAreMissing):
        judging.judge(who=who(cast.carys), because=Because("OTHER"), **refuse)
    judging.judge(who=who(cast.carys), because=Because("MATTER"), **refuse)
    author = Participant.objects.get(member=cast.bryn)
    asked = judging.appeal(
        participant=author, statement_id=statement.id, words="Mae'n perthyn", language="cy"
    )
    with pytest.raises(errors.OwnJudgement):
        judging.decide_appeal(
            who=who(cast.carys), appeal_id=asked.id, outcome="SHOWN", because=Because()
        )
    judging.decide_appeal(
        who=who(cast.alys), appeal_id=asked.id, outcome="SHOWN", because=Because()
    )
    statement.refresh_from_db()
    assert statement.state == "SHOWN"
    assert [one.on_appeal for one in Judgement.objects.order_by("id")] == [False, True]
    with pytest.raises(errors.NothingToAppeal):
        judging.appeal(participant=author, statement_id=statement.id, words="x", language="cy")
    assert Appeal.objects.get().answer is not None


def test_nobody_judges_their_own_words_and_members_judge_none(cast: Cast) -> None:
    conversation = a_conversation(cast.alys)
    statement = said(conversation, of_member(cast.carys))
    decide = {"statement_id": statement.id, "outcome": "SHOWN", "because": Because()}
    with pytest.raises(errors.OwnStatement):
        judging.judge(who=who(cast.carys), **decide)
    with pytest.raises(errors.NotYours):
        judging.judge(who=who(cast.bryn), **decide)


def test_joining_two_keeps_one_answer_for_each_person_and_parting_gives_them_back(
    cast: Cast,
) -> None:
    conversation = a_conversation(cast.carys)
    one, two = Statement.objects.filter(number__in=[1, 2]).order_by("number")
    answer(conversation, of_browser("a"), 1, 1)
    answer(conversation, of_browser("a"), 2, -1)
    answer(conversation, of_browser("b"), 2, -1)
    answer(conversation, of_browser("c"), 1, 0)
    merging.merge(who=who(cast.carys), keep_id=one.id, drop_id=two.id, because=Because())
    fold(conversation.id)
    one.refresh_from_db()
    assert (one.agrees, one.disagrees, one.passes) == (1, 1, 1)
    answer(conversation, of_browser("b"), 1, 1)  # now b has answered it themselves
    with pytest.raises(errors.NotAsked):
        answer(conversation, of_browser("d"), 2, 1)
    merging.part(who=who(cast.carys), statement_id=two.id, because=Because())
    fold(conversation.id)
    for statement in Statement.objects.filter(number__in=[1, 2]):
        votes = Counter(Vote.objects.filter(statement=statement).values_list("answer", flat=True))
        told = (statement.agrees, statement.passes, statement.disagrees)
        assert told == (votes[1], votes[0], votes[-1])
    one.refresh_from_db()
    assert (one.agrees, one.disagrees, one.passes) == (2, 0, 1)


def test_a_translation_is_typed_by_a_person_and_stays_once_people_have_answered(
    cast: Cast,
) -> None:
    conversation = a_conversation(cast.carys, moderation="AFTER")
    statement = said(conversation, of_browser("a"))
    saying.translate(who=who(cast.carys), statement_id=statement.id, translation="More trees")
    statement.refresh_from_db()
    assert statement.translated_by == cast.carys
    assert statement.words("en") == ("More trees", "en")
    answer(conversation, of_browser("b"), statement.number, 1)
    fold(conversation.id)
    with pytest.raises(errors.SameLanguage):
        saying.translate(who=who(cast.carys), statement_id=statement.id, translation="No trees")


def test_closing_says_what_is_next_tells_members_and_forgets_networks(cast: Cast) -> None:
    conversation = a_conversation(cast.carys)
    answer(conversation, of_member(cast.bryn), 1, 1)
    net = net_of(conversation.secret, "192.0.2.7")
    assert net == net_of(conversation.secret, "192.0.2.200")
    there = Voice(of_browser("a").source, browser="f" * 64, net=net)
    answer(conversation, there, 1, 1)
    with pytest.raises(errors.SayWhatIsNext):
        ending.close(
            who=who(cast.carys), conversation_id=conversation.id,
            next_=ending.Words("Wedyn", " "), hear_by_on=soon(),
        )  # fmt: skip
    ending.close(
        who=who(cast.carys), conversation_id=conversation.id, next_=WORDS, hear_by_on=soon()
    )
    assert not Participant.objects.exclude(net="").exists()
    assert Letter.objects.get(kind="conversation_closed").member == cast.bryn
    conversation.refresh_from_db()
    with pytest.raises(errors.NotOpen):
        answer(conversation, of_member(cast.bryn), 2, 1)
    ending.tell(who=who(cast.carys), conversation_id=conversation.id, outcome=WORDS)
    assert Letter.objects.filter(kind="conversation_told").count() == 1
    ending.reopen(
        who=who(cast.carys), conversation_id=conversation.id, closes_at=None, hear_by_on=soon()
    )
    conversation.refresh_from_db()
    answer(conversation, of_member(cast.bryn), 2, 1)


def test_the_clock_closes_and_asks_for_the_words(cast: Cast) -> None:
    now = timezone.now()
    conversation = a_conversation(cast.carys, closes_at=now + datetime.timedelta(days=1))
    answer(conversation, of_member(cast.bryn), 1, 1)
    ending.close_due(hub_id=cast.hub.id, now=now + datetime.timedelta(days=2))
    conversation.refresh_from_db()
    assert (conversation.state, conversation.people) == ("CLOSED", 1)
    assert Letter.objects.get(kind="conversation_say_next").member == cast.carys


def test_acting_for_somebody_needs_the_wide_consent_and_is_told_without_the_answer(
    cast: Cast,
) -> None:
    conversation = a_conversation(cast.carys)
    given = Answered(1, 1, "cy")
    narrow = Who(cast.carys, cast.bryn, "TIME_BANK")
    with pytest.raises(errors.ConsentIsNarrower):
        acting.vote_for(who=narrow, conversation=conversation, answered=given)
    wide = Who(cast.carys, cast.bryn, "EVERYTHING")
    for number in (1, 2):
        acting.vote_for(who=wide, conversation=conversation, answered=Answered(number, 1, "cy"))
    assert Entry.objects.get(verb="conversation.answered_for").data == {}
    assert Participant.objects.get().member == cast.bryn


def test_answers_from_before_signing_in_become_one_persons(cast: Cast) -> None:
    conversation = a_conversation(cast.carys)
    guest = of_browser("a")
    for number in (1, 2):
        answer(conversation, guest, number, -1)
    answer(conversation, of_member(cast.bryn), 1, 1)
    fold(conversation.id)
    taken = acting.take_along(
        who=who(cast.bryn), conversation_id=conversation.id, browser=guest.browser
    )
    fold(conversation.id)
    assert taken == 1
    votes = Vote.objects.order_by("statement__number").values_list("answer", flat=True)
    assert list(votes) == [1, -1]
    conversation.refresh_from_db()
    first = Statement.objects.get(number=1)
    assert (conversation.people, first.agrees, first.disagrees) == (1, 1, 0)
    with pytest.raises(errors.NothingToTake):
        acting.take_along(who=who(cast.bryn), conversation_id=conversation.id, browser=uuid4().hex)


def test_a_guest_who_signs_in_for_the_first_time_becomes_the_member(cast: Cast) -> None:
    conversation = a_conversation(cast.carys)
    guest = of_browser("a")
    answer(conversation, guest, 1, -1)
    acting.take_along(who=who(cast.bryn), conversation_id=conversation.id, browser=guest.browser)
    answer(conversation, of_member(cast.bryn), 1, 1)
    assert Vote.objects.get().answer == 1
    assert Participant.objects.get().member == cast.bryn


def test_who_is_erased_leaves_answers_that_are_nobodys(cast: Cast) -> None:
    conversation = a_conversation(cast.carys)
    lleu = a_member(cast.hub, "Lleu")
    answer(conversation, of_member(lleu), 1, 1)
    said(conversation, of_member(lleu), "Rhif ffôn fy nghymydog")
    assert registered()[Vote].export(lleu)[0]["answer"] == 1
    assert len(registered()[Participant].export(lleu)) == 1
    erase(who=who(lleu))
    assert Participant.objects.get().member is None
    assert Vote.objects.count() == 1
    assert not Statement.objects.filter(text__contains="ffôn").exists()
