"""Ideas: one support each, two columns, joining, the month's cut, what became of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import threading
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from gyda.answers.actions.answering import answer
from gyda.answers.models import Question
from gyda.answers.tests.builders import a_no
from gyda.initiatives.models import Initiative, Moment
from gyda.initiatives.tests.builders import WHY, a_purpose, a_team
from gyda.journal.models import Entry
from gyda.keys.context import in_hub
from gyda.letters.models import Letter
from gyda.need.ideas import errors, queries
from gyda.need.ideas.actions import points, thread
from gyda.need.ideas.actions.cut import cut, look_after
from gyda.need.ideas.actions.joining import merge
from gyda.need.ideas.actions.setup import set_rules
from gyda.need.ideas.actions.sharing import change, withdraw
from gyda.need.ideas.actions.supporting import support, support_no_more, support_on_paper
from gyda.need.ideas.cutting import Standing, first
from gyda.need.ideas.models import Cut, CutLine, Idea, Point, PointSupport, State, Support
from gyda.need.tests.idea_builders import a_category, a_thought, an_idea, supported
from gyda.people.actions.cards import issue_card
from gyda.people.actions.erasing import erase
from gyda.people.tests.builders import Cast, a_cast, a_member, who

MONTH = datetime.date(2031, 4, 1)
AFTER = datetime.datetime(2031, 5, 1, 6, tzinfo=datetime.UTC)
APRIL = datetime.datetime(2031, 4, 9, 12, tzinfo=datetime.UTC)


def test_who_shares_an_idea_supports_it_and_the_same_form_twice_is_one(cast: Cast) -> None:
    key = uuid4()
    idea, again = (an_idea(cast.bryn, key=key) for _ in range(2))
    assert idea.id == again.id
    assert (idea.supports, Support.objects.get().member_id) == (1, cast.bryn.id)
    assert Entry.objects.get(verb="idea.shared").public


def test_support_counts_once_and_can_be_taken_back(cast: Cast) -> None:
    idea = an_idea(cast.bryn)
    assert support(who=who(cast.dafydd), idea_id=idea.id)
    assert not support(who=who(cast.dafydd), idea_id=idea.id)
    idea.refresh_from_db()
    assert idea.supports == 2
    support_no_more(who=who(cast.dafydd), idea_id=idea.id)
    idea.refresh_from_db()
    assert idea.supports == 1


def test_who_acts_for_someone_supports_in_their_name(cast: Cast) -> None:
    idea, olwen = an_idea(cast.bryn), a_member(cast.hub, "Olwen")
    support(who=who(cast.carys, olwen), idea_id=idea.id)
    row = Support.objects.get(how="ACTING")
    assert row.member_id == olwen.id
    support(who=who(olwen), idea_id=idea.id)
    assert Support.objects.filter(member=olwen).count() == 1


def test_a_paper_list_counts_each_person_once_and_keeps_no_name(cast: Cast) -> None:
    idea, olwen = an_idea(cast.bryn), a_member(cast.hub, "Olwen Prys")
    card, _pin = issue_card(who=who(cast.carys), member=olwen)
    lines = f"{card.number}\nMair Jones, SA10 8PB\n mair  JONES , sa108pb\nHuw Ellis, SA10 8PB\n"
    typed = support_on_paper(who=who(cast.carys), idea_id=idea.id, lines=lines)
    assert (typed.counted, typed.again) == (3, 1)
    again = support_on_paper(who=who(cast.carys), idea_id=idea.id, lines=lines)
    assert (again.counted, again.again) == (0, 4)
    idea.refresh_from_db()
    assert idea.supports == 4
    kept = [str(value) for row in Support.objects.values() for value in row.values()]
    assert not any("Jones" in value or "SA10" in value for value in kept)


def test_a_name_on_paper_that_a_member_has_is_asked_about_first(cast: Cast) -> None:
    idea = an_idea(cast.bryn)
    a_member(cast.hub, "Mair Jones")
    lines = "Mair Jones, SA10 8PB\nHuw Ellis, SA10 8PB"
    typed = support_on_paper(who=who(cast.carys), idea_id=idea.id, lines=lines)
    assert typed.doubtful == ("Mair Jones",)
    assert Support.objects.count() == 1
    sure = support_on_paper(who=who(cast.carys), idea_id=idea.id, lines=lines, others=True)
    assert sure.counted == 2


@pytest.mark.parametrize("line", ["Mair Jones", "Mair Jones, Castell-nedd", ", SA10 8PB"])
def test_a_line_that_cannot_be_used_is_named(cast: Cast, line: str) -> None:
    idea = an_idea(cast.bryn)
    with pytest.raises(errors.UnreadableLine, match="2"):
        lines = f"Huw Ellis, SA10 8PB\n{line}"
        support_on_paper(who=who(cast.carys), idea_id=idea.id, lines=lines)
    with pytest.raises(errors.NotForYou):
        support_on_paper(who=who(cast.bryn), idea_id=idea.id, lines="")


def test_words_that_others_support_stay_as_they_are(cast: Cast) -> None:
    idea = an_idea(cast.bryn)
    change(who=who(cast.bryn), idea_id=idea.id, thought=a_thought("Two benches"))
    supported(cast, idea, 1)
    with pytest.raises(errors.OthersSupportIt):
        change(who=who(cast.bryn), idea_id=idea.id, thought=a_thought("A statue of me"))
    with pytest.raises(errors.OthersSupportIt):
        withdraw(who=who(cast.bryn), idea_id=idea.id)
    with pytest.raises(errors.NotYourIdea):
        withdraw(who=who(cast.dafydd), idea_id=idea.id)


def a_point(cast: Cast, idea: Idea, side: str = "FOR", text: str = "People can rest") -> Point:
    return points.make_point(
        who=who(cast.dafydd), idea_id=idea.id, side=side, text=text, language="en"
    )


def test_points_stand_in_two_columns_and_each_member_agrees_once(cast: Cast) -> None:
    idea = an_idea(cast.bryn)
    good, bad = a_point(cast, idea), a_point(cast, idea, "AGAINST", "It floods there")
    assert a_point(cast, idea).id == good.id
    for _ in range(2):
        points.agree(who=who(cast.bryn), point_id=bad.id)
    columns = queries.points_of(idea)
    assert [[p.id for p in columns[side]] for side in ("FOR", "AGAINST")] == [[good.id], [bad.id]]
    bad.refresh_from_db()
    idea.refresh_from_db()
    assert (bad.supports, idea.points_for, idea.points_against) == (1, 1, 1)
    points.agree_no_more(who=who(cast.bryn), point_id=bad.id)
    points.take_point_back(who=who(cast.dafydd), point_id=bad.id)
    idea.refresh_from_db()
    assert (PointSupport.objects.count(), idea.points_against) == (0, 0)


def test_two_that_say_the_same_are_joined_and_nobody_counts_twice(cast: Cast) -> None:
    one, other = an_idea(cast.bryn), an_idea(cast.dafydd, "Benches near the bridge")
    both = a_member(cast.hub)
    for idea in (one, other):
        support(who=who(both), idea_id=idea.id)
        lines = "Huw Ellis, SA10 8PB"
        support_on_paper(who=who(cast.carys), idea_id=idea.id, lines=lines)
    a_point(cast, one)
    merge(who=who(cast.carys), idea_id=one.id, into_id=other.id)
    other.refresh_from_db()
    one.refresh_from_db()
    assert (other.supports, other.points_for) == (4, 1)
    assert (one.state, one.merged_into_id) == (State.MERGED, other.id)
    told = Letter.objects.filter(kind="idea_merged").values_list("member_id", flat=True)
    assert set(told) == {cast.bryn.id, both.id}
    with pytest.raises(errors.WithItself):
        merge(who=who(cast.carys), idea_id=other.id, into_id=other.id)
    with pytest.raises(errors.NoLongerOpen):
        support(who=who(cast.alys), idea_id=one.id)


def test_ideas_alike_are_offered_in_the_language_that_they_are_in(cast: Cast) -> None:
    bench = an_idea(cast.bryn, "A bench by the old bridge")
    an_idea(cast.bryn, "Warm library", what="Heat")
    an_idea(cast.bryn, "Mainc ger yr hen bont", language="cy", what="Eistedd")
    assert queries.alike("Bench by the bridge", "Somewhere to sit", "en") == [bench]
    assert [i.title for i in queries.alike("Fainc ger hen bont", "?", "cy")] == [
        "Mainc ger yr hen bont"
    ]


def a_month(cast: Cast, *supports: int, **fields: object) -> list[Idea]:
    ideas = [an_idea(cast.bryn, f"Idea {n}", now=APRIL, **fields) for n in range(len(supports))]
    for idea, count in zip(ideas, supports, strict=True):
        Idea.objects.filter(id=idea.id).update(supports=count)
    return ideas


def agenda() -> set[UUID]:
    return set(Idea.objects.filter(state=State.AGENDA).values_list("id", flat=True))


def test_the_top_five_and_the_top_of_each_category_go_to_who_owes_an_answer(cast: Cast) -> None:
    practice = cast.dafydd.organisation
    health = a_category(cast, "Health", organisation=practice)
    ideas = a_month(cast, 20, 19, 18, 17, 16, 4, 15)
    (own,) = a_month(cast, 5, category=health)
    look_after(hub_id=cast.hub.id, now=AFTER)
    assert agenda() == {idea.id for idea in ideas[:5]} | {own.id}
    line = CutLine.objects.get(idea=own)
    assert (line.why, line.supports) == ("CATEGORY", 5)
    assert Question.objects.get(about_id=own.id).organisation_id == practice.id  # type: ignore[union-attr]
    assert Question.objects.filter(organisation__isnull=True).count() == 5
    assert set(Letter.objects.filter(kind="idea_sent").values_list("member_id", flat=True)) == {
        cast.bryn.id
    }


def test_the_same_month_is_cut_once_however_often_the_clock_ticks(cast: Cast) -> None:
    a_month(cast, *range(4, 14))
    for hours in (0, 1, 2):
        look_after(hub_id=cast.hub.id, now=AFTER + datetime.timedelta(hours=hours))
    assert (Cut.objects.count(), CutLine.objects.count()) == (1, 5)
    assert Entry.objects.filter(verb="idea.cut").count() == 1
    look_after(hub_id=cast.hub.id, now=AFTER + datetime.timedelta(days=31))
    assert (Cut.objects.count(), CutLine.objects.count()) == (2, 10)


def test_equals_go_together_or_if_too_many_wait_together_and_the_page_says_so(cast: Cast) -> None:
    a_month(cast, 9, 8, 7, 6, 5, 5, 5)
    made = cut(hub_id=cast.hub.id, month=MONTH, now=AFTER)
    assert (made.tied, len(agenda())) == (0, 7)
    set_rules(who=who(cast.alys), top=2, least=3, organisation=None)
    later = datetime.date(2031, 5, 1)
    a_month(cast, 30, 4, 4, 4, 4)
    made = cut(hub_id=cast.hub.id, month=later, now=AFTER + datetime.timedelta(days=31))
    assert (made.tied, len(agenda())) == (4, 8)


def test_an_idea_of_this_month_waits_for_its_end(cast: Cast) -> None:
    (idea,) = a_month(cast, 9)
    look_after(hub_id=cast.hub.id, now=APRIL)
    assert not Cut.objects.exists()
    look_after(hub_id=cast.hub.id, now=AFTER)
    assert agenda() == {idea.id}


standings = st.lists(st.integers(0, 9), max_size=30).map(
    lambda counts: [Standing(UUID(int=n), None, count) for n, count in enumerate(counts)]
)


@given(standings, st.integers(1, 6), st.integers(1, 5))
def test_nobody_goes_before_someone_with_more_and_equals_share_their_fate(
    ideas: list[Standing], top: int, least: int
) -> None:
    chosen = first(ideas, top, least)
    gone = {place.standing.idea for place in chosen.places}
    went = [one.supports for one in ideas if one.idea in gone]
    stayed = [one.supports for one in ideas if one.idea not in gone and one.supports >= least]
    assert all(mine > other for mine in went for other in stayed)
    assert len(went) <= 2 * top
    assert len(went) >= min(top, len(went) + len(stayed)) or chosen.tied
    assert [p.place for p in chosen.places] == [
        1 + sum(other > p.standing.supports for other in went) for p in chosen.places
    ]


def test_author_and_supporters_get_the_answer_with_its_reason(cast: Cast) -> None:
    (idea,) = a_month(cast, 9)
    supporter = a_member(cast.hub)
    support(who=who(supporter), idea_id=idea.id)
    Idea.objects.filter(id=idea.id).update(supports=9)
    look_after(hub_id=cast.hub.id, now=AFTER)
    question = Question.objects.get(about_id=idea.id)
    answer(who=who(cast.alys), question_id=question.id, reply=a_no())
    letters = Letter.objects.filter(kind="answer_given")
    assert set(letters.values_list("member_id", flat=True)) == {cast.bryn.id, supporter.id}
    assert all("Nid oes staff" in letter.body or "There is no staff" in letter.body
               for letter in letters)  # fmt: skip


def test_an_idea_is_taken_up_on_the_thread_or_becomes_one(cast: Cast) -> None:
    team, idea, other = a_team(cast), an_idea(cast.dafydd), an_idea(cast.alys, "Another")
    thread.take_up(who=who(cast.bryn), idea_id=idea.id, initiative=team)
    assert Moment.objects.filter(initiative=team, entry__verb="idea.taken_up").exists()
    key = uuid4()
    begun = [
        thread.begin(
            who=who(cast.alys), idea_id=other.id, purpose=a_purpose(), why=WHY, side="CITIZEN",
            key=key,
        )
        for _ in range(2)
    ]  # fmt: skip
    other.refresh_from_db()
    assert begun[0].id == begun[1].id == other.initiative_id
    assert (Initiative.objects.count(), other.state) == (2, State.TAKEN_UP)
    assert begun[0].began_with == "WORDS"


def test_who_is_erased_leaves_ideas_that_others_support_without_a_name(cast: Cast) -> None:
    alone, shared = an_idea(cast.bryn, "Mine alone"), an_idea(cast.bryn, "Ours")
    supported(cast, shared, 2)
    points.make_point(who=who(cast.bryn), idea_id=shared.id, side="FOR", text="Da", language="cy")
    erase(who=who(cast.bryn))
    alone.refresh_from_db()
    shared.refresh_from_db()
    assert (alone.state, alone.title, alone.author_id) == (State.WITHDRAWN, "", None)
    assert (shared.title, shared.author_id, shared.supports) == ("Ours", None, 2)
    assert (Point.objects.get().text, shared.points_for) == ("", 0)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_sixteen_clicks_at_once_are_one_support() -> None:
    cast = a_cast()
    with in_hub(cast.hub.id):
        idea = an_idea(cast.bryn)

    def click() -> None:
        with in_hub(cast.hub.id):
            support(who=who(cast.dafydd), idea_id=idea.id)
        connection.close()

    threads = [threading.Thread(target=click) for _ in range(16)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    with in_hub(cast.hub.id):
        idea.refresh_from_db()
        assert (Support.objects.filter(member=cast.dafydd).count(), idea.supports) == (1, 2)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_clocks_that_tick_at_once_cut_the_month_once() -> None:
    cast = a_cast()
    with in_hub(cast.hub.id):
        a_month(cast, 9, 8, 7)

    def tick() -> None:
        with in_hub(cast.hub.id):
            look_after(hub_id=cast.hub.id, now=AFTER)
        connection.close()

    threads = [threading.Thread(target=tick) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    with in_hub(cast.hub.id):
        assert (Cut.objects.count(), CutLine.objects.count(), Question.objects.count()) == (1, 3, 3)


def test_today_is_not_needed_for_the_figures(cast: Cast) -> None:
    an_idea(cast.bryn)
    line = queries.as_line(Idea.objects.get())
    assert (line["supports"], line["on"]) == (None, timezone.localdate().isoformat())
