"""Writing a proposal together, to the point where it is put forward."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.http import Http404

from gyda.design.proposals import errors, queries, rules
from gyda.design.proposals.actions import (
    amending,
    authors,
    deciding,
    merging,
    points,
    stages,
    supporting,
    translating,
    working,
)
from gyda.design.proposals.actions.amending import Answer, Change
from gyda.design.proposals.actions.judging import say_whether
from gyda.design.proposals.models import (
    Amendment,
    Author,
    CostLine,
    Effect,
    Proposal,
    State,
    Support,
    Version,
)
from gyda.design.proposals.rules import Lack, Together
from gyda.design.tests.builders import (
    a_cost,
    a_draft,
    an_open_one,
    joined,
    one_ready,
    some_effect,
    some_words,
    translated,
)
from gyda.initiatives.actions.handovers import hand_over
from gyda.initiatives.models import Lead, Stage
from gyda.initiatives.tests.builders import a_right, a_team, an_initiative, terms
from gyda.keys.uuid7 import uuid7
from gyda.letters.models import Letter
from gyda.people.models import Organisation
from gyda.people.tests.builders import Cast, who


def lacks(proposal: Proposal) -> set[Lack]:
    return set(rules.missing(queries.facts(proposal), proposal.initiative))


def test_a_draft_is_its_authors_alone(cast: Cast) -> None:
    proposal = a_draft(cast.bryn, a_team(cast))
    assert proposal.state == State.DRAFT
    assert queries.reading_or_404(proposal.id, who(cast.bryn)).is_author
    for reader in (who(cast.carys), None):
        with pytest.raises(Http404):
            queries.reading_or_404(proposal.id, reader)


def test_the_same_form_sent_twice_begins_one_proposal(cast: Cast) -> None:
    initiative, key = a_team(cast), uuid7()
    first, second = (a_draft(cast.bryn, initiative, key=key) for _ in range(2))
    assert first == second


def test_who_comes_for_nobody_cannot_write_for_an_organisation(cast: Cast) -> None:
    with pytest.raises(errors.ForNoOrganisation):
        a_draft(cast.bryn, a_team(cast), side="PROFESSIONAL")


def test_a_version_that_is_published_never_changes(cast: Cast) -> None:
    proposal = an_open_one(cast.bryn, a_team(cast))
    by = {"who": who(cast.bryn), "proposal_id": proposal.id}
    working.write(**by, words=some_words(what="A bus goes round three times a day."))
    working.keep_cost(**by, cost=a_cost(pence=180_000), language="en", place=0)
    working.publish(**by, why="More people asked", why_language="en")
    first, second = (queries.version_or_404(proposal, number) for number in (1, 2))
    assert first.what_en.startswith("A bus goes round the valley twice")
    assert second.what_en == "A bus goes round three times a day."
    assert [queries.costs_of(one).pence_yearly for one in (first, second)] == [120_000, 180_000]
    assert [line.what_en for line in queries.costs_in(second)] == ["Fuel"]
    assert second.why == "More people asked"


def test_a_change_says_why_and_changes_something(cast: Cast) -> None:
    proposal = an_open_one(cast.bryn, a_team(cast))
    by = {"who": who(cast.bryn), "proposal_id": proposal.id}
    with pytest.raises(errors.NothingNew):
        working.publish(**by, why="Nothing")
    working.write(**by, words=some_words())
    with pytest.raises(errors.NothingNew):
        working.publish(**by, why="The same words")
    working.write(**by, words=some_words(title="A valley bus"))
    with pytest.raises(errors.WithoutWhy):
        working.publish(**by)


def test_others_cannot_write_in_it(cast: Cast) -> None:
    proposal = an_open_one(cast.bryn, a_team(cast))
    by = {"who": who(cast.carys), "proposal_id": proposal.id}
    for deed in (
        lambda: working.write(**by, words=some_words(title="Mine")),
        lambda: working.publish(**by, why="Mine"),
        lambda: stages.put_forward(**by),
        lambda: stages.withdraw(**by, because="Mine", language="en"),
        lambda: authors.invite(**by, member=cast.alys),
    ):
        with pytest.raises(errors.NotAnAuthor):
            deed()


def test_what_is_worked_on_can_be_thrown_away(cast: Cast) -> None:
    proposal = an_open_one(cast.bryn, a_team(cast))
    by = {"who": who(cast.bryn), "proposal_id": proposal.id}
    working.remove(**by, model=CostLine, place=0)
    assert queries.in_work_of(proposal)
    working.throw_away(**by)
    assert queries.in_work_of(proposal) is None
    assert len(queries.costs_in(queries.newest_of(proposal))) == 1
    assert Effect.objects.count() == 1


def test_hours_are_never_a_saving(cast: Cast) -> None:
    proposal = a_draft(cast.bryn, a_team(cast))
    by = {"who": who(cast.bryn), "proposal_id": proposal.id, "language": "en"}
    with pytest.raises(errors.HoursAreNoSaving):
        working.keep_cost(**by, cost=a_cost(purpose="SAVING", minutes=60, hours_of="UNPAID"))
    working.keep_cost(**by, cost=a_cost(purpose="SAVING", pence=5_000))
    hours = a_cost(pence=0, payer="", minutes=600, hours_of="UNPAID", replaces_paid=False)
    working.keep_cost(**by, cost=hours)
    costs = queries.costs_of(queries.newest_of(proposal))
    assert (costs.pence_yearly, costs.saved_yearly, costs.minutes) == (0, 5_000, 600)
    assert costs.from_citizens


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ({"pence": 0}, errors.NothingAsked),
        ({"payer": ""}, errors.WhoPays),
        ({"payer": "ORGANISATION"}, errors.WhichOrganisation),
        ({"minutes": 60}, errors.WhoseHours),
        ({"minutes": 60, "hours_of": "UNPAID"}, errors.PaidToday),
    ],
)
def test_a_cost_line_says_who_pays_and_whose_hours(
    cast: Cast, line: dict[str, object], error: type[Exception]
) -> None:
    proposal = a_draft(cast.bryn, a_team(cast))
    with pytest.raises(error):
        working.keep_cost(
            who=who(cast.bryn), proposal_id=proposal.id, cost=a_cost(**line), language="en"
        )
    assert not CostLine.objects.exists()


def test_it_lacks_what_it_lacks(cast: Cast) -> None:
    proposal = a_draft(cast.bryn, a_team(cast))
    working.publish(who=who(cast.bryn), proposal_id=proposal.id)
    proposal.refresh_from_db()
    assert lacks(proposal) == {
        Lack.WORDS, Lack.EFFECTS, Lack.COSTS, Lack.FEASIBILITY, Lack.BOTH_SIDES
    }  # fmt: skip
    with pytest.raises(errors.NotReady):
        stages.put_forward(who=who(cast.bryn), proposal_id=proposal.id)


def test_one_with_everything_is_put_forward_and_its_words_stand(cast: Cast) -> None:
    proposal = one_ready(cast)
    assert lacks(proposal) == set()
    supporting.support(who=who(cast.carys), proposal_id=proposal.id)
    stages.put_forward(who=who(cast.bryn), proposal_id=proposal.id)
    (ready,) = queries.ready_for_decision(proposal.initiative)
    assert ready.newest[0].number == 1
    with pytest.raises(errors.MovedOn):
        working.write(who=who(cast.bryn), proposal_id=proposal.id, words=some_words(title="No"))
    told = Letter.objects.filter(kind="proposal_forward").values_list("member_id", flat=True)
    assert set(told) == {cast.carys.id, cast.dafydd.id}


def test_the_right_of_the_stage_says_whether_one_side_is_enough(cast: Cast) -> None:
    initiative = an_initiative(cast.bryn)
    proposal = an_open_one(cast.bryn, initiative)
    assert Lack.BOTH_SIDES in lacks(proposal)
    a_right(cast.bryn, initiative, Stage.DESIGN, lead=Lead.CITIZENS, say="CITIZEN")
    assert not lacks(proposal) & {Lack.BOTH_SIDES, Lack.CITIZEN}
    a_right(cast.bryn, initiative, Stage.DESIGN, lead=Lead.PROFESSIONALS, say="JOINT")
    assert Lack.PROFESSIONAL in lacks(proposal)


def test_paid_work_passes_to_citizens_only_with_a_handover(cast: Cast) -> None:
    proposal = one_ready(cast)
    by = {"who": who(cast.bryn), "proposal_id": proposal.id}
    unpaid = a_cost(pence=0, payer="", minutes=600, hours_of="UNPAID", replaces_paid=True)
    working.keep_cost(**by, cost=unpaid, language="en")
    working.publish(**by, why="Neighbours drive")
    proposal.refresh_from_db()
    assert Lack.HANDOVER in lacks(proposal)
    practice = Organisation.objects.get(id=cast.dafydd.organisation_id)
    hand_over(
        who=who(cast.bryn), initiative_id=proposal.initiative_id, terms=terms(practice), key=uuid7()
    )
    assert Lack.HANDOVER not in lacks(proposal)


def test_each_word_in_both_languages(cast: Cast) -> None:
    proposal = an_open_one(cast.bryn, a_team(cast))
    translated(cast.bryn, proposal)
    assert Lack.WORDS not in lacks(proposal)
    version = queries.newest_of(proposal)
    assert version.translated_by == cast.bryn
    with pytest.raises(errors.NothingNew):
        translating.translate(who=who(cast.bryn), proposal_id=proposal.id, texts={"title": "Arall"})
    working.write(who=who(cast.bryn), proposal_id=proposal.id, words=some_words(title="New"))
    assert queries.in_work_of(proposal).title_cy == ""  # type: ignore[union-attr]


def test_co_authors_are_asked_and_say_yes_or_no(cast: Cast) -> None:
    proposal = an_open_one(cast.bryn, a_team(cast))
    by = {"proposal_id": proposal.id}
    authors.invite(who=who(cast.bryn), member=cast.dafydd, **by)
    with pytest.raises(errors.InvitedAlready):
        authors.invite(who=who(cast.bryn), member=cast.dafydd, **by)
    authors.decline(who=who(cast.dafydd), **by)
    with pytest.raises(errors.NotInvited):
        authors.accept(who=who(cast.dafydd), side="CITIZEN", **by)
    joined(cast.bryn, proposal, cast.dafydd)
    sides = Author.objects.writing().values_list("side", flat=True)
    assert rules.together(sides) == Together.TOGETHER
    authors.leave(who=who(cast.bryn), **by)
    with pytest.raises(errors.LastAuthor):
        authors.leave(who=who(cast.dafydd), **by)


def an_amendment(cast: Cast, proposal: Proposal, **fields: str) -> Amendment:
    wanted = {
        "extent": "PASSAGE", "language": "en", "passage": "twice a day", "text": "each hour",
        "why": "Twice is too little", "why_language": "en",
    }  # fmt: skip
    change = Change(**(wanted | fields))
    return amending.propose(who=who(cast.carys), proposal_id=proposal.id, change=change)


def test_an_accepted_amendment_is_a_new_version_of_its_author(cast: Cast) -> None:
    proposal = one_ready(cast)
    amendment = an_amendment(cast, proposal)
    assert Lack.AMENDMENTS in lacks(proposal)
    version = amending.accept(
        who=who(cast.bryn), amendment_id=amendment.id, answer=Answer("Ie", "cy")
    )
    amendment.refresh_from_db()
    assert (version.number, version.by, amendment.made) == (2, cast.carys, 2)
    assert version.what_en.startswith("A bus goes round the valley each hour.")
    assert (version.what_cy, version.title_cy) == ("", "(cy) A bus for the valley")
    assert Letter.objects.filter(kind="amendment_answered", member=cast.carys).count() == 1
    with pytest.raises(errors.AnsweredAlready):
        amending.decline(who=who(cast.bryn), amendment_id=amendment.id, answer=Answer("Na", "cy"))


def test_an_amendment_is_declined_with_reasons(cast: Cast) -> None:
    proposal = an_open_one(cast.bryn, a_team(cast))
    amendment = an_amendment(cast, proposal, extent="WHOLE", text="No bus.", passage="")
    with pytest.raises(errors.NotAnAuthor):
        amending.decline(who=who(cast.carys), amendment_id=amendment.id, answer=Answer("x", "en"))
    amending.decline(
        who=who(cast.bryn), amendment_id=amendment.id, answer=Answer("People need it", "en")
    )
    amendment.refresh_from_db()
    assert (amendment.state, amendment.answer) == ("DECLINED", "People need it")


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"passage": "three times"}, errors.PassageGone),
        ({"passage": "a"}, errors.PassageGone),
        ({"text": "twice a day"}, errors.SameWords),
        ({"language": "cy"}, errors.NotTranslated),
    ],
)
def test_an_amendment_changes_words_that_are_there(
    cast: Cast, fields: dict[str, str], error: type[Exception]
) -> None:
    proposal = an_open_one(cast.bryn, a_team(cast))
    with pytest.raises(error):
        an_amendment(cast, proposal, **fields)


def test_two_amendments_of_one_passage_cannot_both_be_accepted(cast: Cast) -> None:
    proposal = an_open_one(cast.bryn, a_team(cast))
    first = an_amendment(cast, proposal)
    second = an_amendment(cast, proposal, text="at noon")
    amending.accept(who=who(cast.bryn), amendment_id=first.id, answer=Answer("Yes", "en"))
    with pytest.raises(errors.PassageGone):
        amending.accept(who=who(cast.bryn), amendment_id=second.id, answer=Answer("Yes", "en"))
    assert Version.objects.published().count() == 2


def test_authors_do_not_lose_what_they_work_on_to_an_amendment(cast: Cast) -> None:
    proposal = an_open_one(cast.bryn, a_team(cast))
    amendment = an_amendment(cast, proposal)
    working.write(who=who(cast.bryn), proposal_id=proposal.id, words=some_words(title="New"))
    with pytest.raises(errors.InWork):
        amending.accept(who=who(cast.bryn), amendment_id=amendment.id, answer=Answer("a", "en"))


def test_what_is_joined_brings_its_people_and_can_be_parted(cast: Cast) -> None:
    initiative = a_team(cast)
    one, other = an_open_one(cast.bryn, initiative), an_open_one(cast.dafydd, initiative)
    for member in (cast.bryn, cast.carys):
        supporting.support(who=who(member), proposal_id=one.id)
    supporting.support(who=who(cast.carys), proposal_id=other.id)
    points.make_point(
        who=who(cast.carys), proposal_id=one.id, side="FOR", text="Good", language="en"
    )
    with pytest.raises(errors.NotAnAuthor):
        merging.merge(who=who(cast.bryn), proposal_id=one.id, into_id=other.id)
    merging.merge(who=who(cast.carys), proposal_id=one.id, into_id=other.id)
    other.refresh_from_db()
    assert other.supports == 2
    assert {row.member for row in queries.authors_of(other)} == {cast.bryn, cast.dafydd}
    assert [point.text for point in queries.points_of(other)["FOR"]] == ["Good"]
    merging.part(who=who(cast.carys), proposal_id=one.id)
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.state, one.supports, other.supports) == (State.OPEN, 2, 1)
    assert {row.member for row in queries.authors_of(other)} == {cast.dafydd}
    assert queries.points_of(other)["FOR"] == []
    assert Support.objects.count() == 3


def test_what_was_joined_before_goes_along_and_comes_back(cast: Cast) -> None:
    initiative = a_team(cast)
    a, b, c = (an_open_one(cast.bryn, initiative) for _ in range(3))
    points.make_point(who=who(cast.carys), proposal_id=a.id, side="FOR", text="Good", language="en")
    carys = who(cast.carys)
    merging.merge(who=carys, proposal_id=a.id, into_id=b.id)
    merging.merge(who=carys, proposal_id=b.id, into_id=c.id)
    assert [point.text for point in queries.points_of(c)["FOR"]] == ["Good"]
    with pytest.raises(errors.MovedOn):
        merging.part(who=carys, proposal_id=a.id)
    merging.part(who=carys, proposal_id=b.id)
    assert [point.text for point in queries.points_of(b)["FOR"]] == ["Good"]
    assert queries.points_of(c)["FOR"] == []


def test_a_decision_reaches_it_once(cast: Cast) -> None:
    proposal, about = one_ready(cast), uuid7()
    told = {"by": who(cast.alys), "proposal_id": proposal.id, "kind": "decide.decision"}
    with pytest.raises(errors.MovedOn):
        deciding.decided(**told, outcome="ADOPTED", about_id=about)
    stages.put_forward(who=who(cast.bryn), proposal_id=proposal.id)
    for _ in range(2):
        found = deciding.decided(**told, outcome="ADOPTED", about_id=about)
    assert (found.state, found.outcome, found.decided_id) == (State.DECIDED, "ADOPTED", about)
    assert Letter.objects.filter(kind="proposal_decided").count() == 2


def test_it_is_withdrawn_with_a_reason(cast: Cast) -> None:
    proposal = one_ready(cast)
    stages.put_forward(who=who(cast.bryn), proposal_id=proposal.id)
    stages.take_back(who=who(cast.bryn), proposal_id=proposal.id)
    stages.withdraw(
        who=who(cast.bryn), proposal_id=proposal.id, because="Another bus runs", language="en"
    )
    proposal.refresh_from_db()
    assert (proposal.state, proposal.because) == (State.WITHDRAWN, "Another bus runs")
    assert not queries.ready_for_decision(proposal.initiative)


def test_only_a_professional_says_whether_it_can_be_done(cast: Cast) -> None:
    proposal = an_open_one(cast.bryn, a_team(cast))
    said = {"proposal_id": proposal.id, "because": "Because", "language": "en"}
    with pytest.raises(errors.OnlyProfessionals):
        say_whether(who=who(cast.bryn), verdict="CAN", **said)
    say_whether(who=who(cast.dafydd), verdict="CAN", **said)
    say_whether(who=who(cast.dafydd), verdict="CANNOT", **said)
    (found,) = queries.feasibility_of(proposal)
    assert (found.verdict, found.by) == ("CANNOT", cast.dafydd)


def test_effects_ask_for_losses_too(cast: Cast) -> None:
    proposal = a_draft(cast.bryn, a_team(cast))
    by = {"who": who(cast.bryn), "proposal_id": proposal.id, "language": "en"}
    working.keep_effect(**by, texts=some_effect())
    working.keep_effect(**by, texts=some_effect(loses="The path"), place=0)
    (effect,) = queries.effects_in(queries.newest_of(proposal))
    assert effect.loses_en == "The path"
