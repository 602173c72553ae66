"""A joining is undone: supporters and points go back to where they were."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.utils import timezone

from gyda.journal.models import Entry
from gyda.letters.models import Letter
from gyda.need.ideas import errors
from gyda.need.ideas.actions.joining import merge
from gyda.need.ideas.actions.parting import part
from gyda.need.ideas.actions.points import agree, make_point
from gyda.need.ideas.actions.supporting import support, support_no_more, support_on_paper
from gyda.need.ideas.models import Idea, Joining, Point, State, Support
from gyda.need.rulings.actions import Said
from gyda.need.tests.idea_builders import an_idea, supported
from gyda.need.tests.test_idea_views import Site
from gyda.people.actions.erasing import erase
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who

SAID = Said("Nid yr un peth oedden nhw", "cy")
DAY = datetime.timedelta(days=1)


def joined(cast: Cast, idea: Idea, into: Idea) -> Joining:
    merge(who=who(cast.carys), idea_id=idea.id, into_id=into.id)
    return Joining.objects.standing().get(idea=idea)


def parted(cast: Cast, joining: Joining) -> Idea:
    return part(who=who(cast.carys), joining_id=joining.id, said=SAID)


def supporters(idea: Idea) -> set[str]:
    rows = Support.objects.filter(idea=idea).select_related("member")
    idea.refresh_from_db()
    assert idea.supports == rows.count()
    return {row.member.name if row.member else row.mark for row in rows}


def a_point(by: Member, idea: Idea, text: str) -> Point:
    return make_point(who=who(by), idea_id=idea.id, side="FOR", text=text, language="en")


def test_everyone_goes_back_and_who_supported_both_counts_in_both(cast: Cast) -> None:
    one, other = an_idea(cast.bryn, "One"), an_idea(cast.dafydd, "Other")
    support(who=who(cast.alys), idea_id=one.id)
    support(who=who(cast.alys), idea_id=other.id)
    paper = "Ann Jones, CF10 1AA\nHuw Rees, CF10 1AB"
    support_on_paper(who=who(cast.carys), idea_id=one.id, lines=paper)
    support_on_paper(who=who(cast.carys), idea_id=other.id, lines="Ann Jones, CF10 1AA")
    before = supporters(one), supporters(other)
    joining = joined(cast, one, other)
    assert len(supporters(other)) == 5
    idea = parted(cast, joining)
    assert (supporters(one), supporters(other)) == before
    assert (idea.state, idea.merged_into_id) == (State.OPEN, None)
    assert support(who=who(cast.carys), idea_id=one.id)


def test_points_go_back_with_those_who_agreed_since(cast: Cast) -> None:
    one, other = an_idea(cast.bryn, "One"), an_idea(cast.dafydd, "Other")
    its, theirs = a_point(cast.bryn, one, "Rest"), a_point(cast.dafydd, other, "Shade")
    joining = joined(cast, one, other)
    since = a_point(cast.alys, other, "Quiet")
    agree(who=who(cast.alys), point_id=its.id)
    parted(cast, joining)
    assert set(Point.objects.filter(idea=one)) == {its}
    assert set(Point.objects.filter(idea=other)) == {theirs, since}
    assert Point.objects.get(id=its.id).supports == 1
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.points_for, other.points_for) == (1, 2)


def test_what_happened_since_stays_where_it_was_done(cast: Cast) -> None:
    one, other = an_idea(cast.bryn, "One"), an_idea(cast.dafydd, "Other")
    support(who=who(cast.alys), idea_id=one.id)
    joining = joined(cast, one, other)
    support(who=who(cast.carys), idea_id=other.id)
    support_no_more(who=who(cast.dafydd), idea_id=other.id)
    support_no_more(who=who(cast.alys), idea_id=other.id)
    support(who=who(cast.alys), idea_id=other.id)
    parted(cast, joining)
    assert supporters(one) == {cast.bryn.name, cast.alys.name}
    assert supporters(other) == {cast.carys.name, cast.alys.name}


def test_of_three_joined_into_one_who_came_with_two_stays_until_both_are_undone(
    cast: Cast,
) -> None:
    first, second, into = (an_idea(by, "Idea") for by in (cast.bryn, cast.dafydd, cast.alys))
    for idea in (first, second):
        support(who=who(cast.carys), idea_id=idea.id)
    joinings = joined(cast, first, into), joined(cast, second, into)
    parted(cast, joinings[0])
    assert supporters(into) == {cast.dafydd.name, cast.alys.name, cast.carys.name}
    parted(cast, joinings[1])
    assert supporters(into) == {cast.alys.name}


def test_what_was_joined_last_is_undone_first(cast: Cast) -> None:
    first, second, third = (an_idea(by, "Idea") for by in (cast.bryn, cast.dafydd, cast.alys))
    point = a_point(cast.bryn, first, "Rest")
    inner = joined(cast, first, second)
    outer = joined(cast, second, third)
    with pytest.raises(errors.JoinedFurther):
        parted(cast, inner)
    parted(cast, outer)
    first.refresh_from_db()
    assert first.merged_into_id == second.id
    assert supporters(second) == {cast.bryn.name, cast.dafydd.name}
    assert supporters(third) == {cast.alys.name}
    parted(cast, inner)
    assert supporters(second) == {cast.dafydd.name}
    assert Point.objects.get(id=point.id).idea_id == first.id


def test_only_a_connector_within_thirty_days_and_once(cast: Cast) -> None:
    one, other = an_idea(cast.bryn, "One"), an_idea(cast.dafydd, "Other")
    joining = joined(cast, one, other)
    with pytest.raises(errors.NotForYou):
        part(who=who(cast.bryn), joining_id=joining.id, said=SAID)
    late = timezone.now() + 31 * DAY
    with pytest.raises(errors.JoinedTooLongAgo):
        part(who=who(cast.carys), joining_id=joining.id, said=SAID, now=late)
    parted(cast, joining)
    with pytest.raises(errors.PartedAlready):
        parted(cast, joining)
    assert parted(cast, joined(cast, one, other)).is_open


def test_everyone_who_was_told_of_the_joining_is_told(cast: Cast) -> None:
    one, other = an_idea(cast.bryn, "One"), an_idea(cast.dafydd, "Other")
    supported(cast, one, 2)
    parted(cast, joined(cast, one, other))
    told = {
        kind: set(Letter.objects.filter(kind=kind).values_list("member_id", flat=True))
        for kind in ("idea_merged", "idea_parted")
    }
    assert len(told["idea_merged"]) == 3
    assert told["idea_parted"] == told["idea_merged"]
    assert Entry.objects.get(verb="idea.parted").public


def test_who_is_erased_meanwhile_supports_nothing_any_more(cast: Cast) -> None:
    one, other = an_idea(cast.bryn, "One"), an_idea(cast.dafydd, "Other")
    gone = a_member(cast.hub)
    support(who=who(gone), idea_id=one.id)
    joining = joined(cast, one, other)
    erase(who=who(gone))
    parted(cast, joining)
    assert supporters(one) == {cast.bryn.name}
    assert supporters(other) == {cast.dafydd.name}


def test_both_pages_tell_it_and_a_connector_undoes_it(cast: Cast) -> None:
    one, other = an_idea(cast.bryn, "The first bench"), an_idea(cast.dafydd, "A bus")
    joining = joined(cast, one, other)
    carys, nobody = Site(cast, cast.carys), Site(cast, None)
    path = f"ideas/joinings/{joining.id}/undo/"
    for idea in (one, other):
        assert "Undo this joining" in carys.reads(f"ideas/{idea.id}/")
        assert "Undo this joining" not in nobody.reads(f"ideas/{idea.id}/")
    assert Site(cast, cast.bryn).misses(path)
    assert "Fill in" in carys.sends(path, language="cy")
    assert carys.sends(path, words="Dau beth", language="cy") == ""
    assert "A bus" in nobody.reads(f"ideas/{one.id}/")
    assert "Dau beth" in nobody.reads(f"ideas/{other.id}/")
    assert carys.misses(path)
