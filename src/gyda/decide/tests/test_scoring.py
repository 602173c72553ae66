"""Young people co-commission: their own questions, their own points, equal weight, no names."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from gyda.decide.decisions.bundle import bundle_of
from gyda.decide.decisions.models import Decision
from gyda.decide.scoring import errors, rules
from gyda.decide.scoring.actions import deciding, points, setting_up
from gyda.decide.scoring.models import Moderated, PairScore, Scorer, Scoring, ScoringSession
from gyda.decide.scoring.queries import feedback_owed, questions_of, result_of
from gyda.decide.tests.bundle_builders import unzipped
from gyda.decide.tests.scoring_builders import (
    DAY,
    Scored,
    a_brief,
    agreed_to,
    all_scored,
    begun,
    scored,
    with_standards,
)
from gyda.journal.models import Entry
from gyda.journal.sealing import seal
from gyda.letters.models import Letter
from gyda.people.actions.erasing import erase
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who
from gyda.safeguarding.actions.requirements import require
from gyda.terminal import decision as checking
from tests import repository

WORDS = deciding.Words(
    "Y sy'n cael y gwaith", "Y gets the work", "Maen nhw'n gwrando", "They listen"
)
SCHEMA = repository.ROOT.parent / "shared" / "data" / "validators" / "ocds1.1"


def decided(cast: Cast) -> tuple[Scored, Decision]:
    found = with_standards(scored(cast))
    made = deciding.decide(who=who(cast.carys), scoring_id=found.scoring.id, words=WORDS)
    found.scoring.refresh_from_db()
    return found, made


def test_equal_weights_give_y_and_the_page_can_say_who_changed_it(cast: Cast) -> None:
    result = result_of(scored(cast).scoring)
    assert result
    assert result.chosen.scores == [("X", 65), ("Y", 68)]
    assert (result.chosen.first, result.alone.first) == (("Y",), ("X",))
    assert result.changed
    assert result.fewer.scores == [("X", Fraction("69.2")), ("Y", Fraction("66.8"))]
    assert (result.fewer.first, result.turn) == (("X",), 33)


def test_another_weight_needs_a_public_reason(cast: Cast) -> None:
    found = begun(cast)
    weight: dict[str, Any] = {"who": who(cast.bryn), "scoring_id": found.scoring.id,
                              "young_weight": 20}  # fmt: skip
    with pytest.raises(errors.WeightNeedsReason):
        setting_up.set_weight(**weight)
    weight |= {"because_cy": "Y gyfraith", "because_en": "The law"}
    changed = setting_up.set_weight(**weight)
    all_scored(agreed_to(found))
    with pytest.raises(errors.WeightsStand):
        setting_up.set_weight(**weight)
    result = result_of(changed)
    assert result
    assert result.chosen.first == ("X",)
    assert (result.changed, result.changed_when_equal) == (False, True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Scoring.objects.filter(id=changed.id).update(weight_because_en="")


def test_nobody_scores_before_consent_and_where_needed_a_parents(cast: Cast) -> None:
    found = begun(cast)
    ask: dict[str, Any] = {"scoring_id": found.scoring.id, "side": "YOUNG", "text": "Pam?",
                           "language": "cy", "most": 10}  # fmt: skip
    with pytest.raises(errors.ConsentFirst):
        points.ask(who=who(found.non), **ask)
    scorer = setting_up.consent(who=who(found.non), scoring_id=found.scoring.id)
    with pytest.raises(errors.ConsentFirst):
        points.ask(who=who(found.non), **ask)
    setting_up.note_parent(who=who(cast.carys), scorer_id=scorer.id, said_on=timezone.localdate())
    with pytest.raises(errors.TrainingFirst):
        points.ask(who=who(found.non), **ask)
    trained: dict[str, Any] = {"who": who(cast.carys), "scoring_id": found.scoring.id,
                               "kind": "TRAINING", "adult": cast.carys,
                               "other_adult": cast.bryn}  # fmt: skip
    with pytest.raises(errors.NotYetMet):
        setting_up.note_session(**trained, on=timezone.localdate() + DAY)
    setting_up.note_session(**trained, on=timezone.localdate())
    assert points.ask(who=who(found.non), **ask)


def test_points_are_given_by_two_and_agreed_once_every_pair_gave_its_own(cast: Cast) -> None:
    found = agreed_to(begun(cast))
    points.ask(who=who(found.non), scoring_id=found.scoring.id, side="YOUNG", text="Pam?",
               language="cy", most=100)  # fmt: skip
    partner = Scorer.objects.get(member=found.young[1])
    moved: dict[str, Any] = {"who": who(cast.carys), "scorer_id": partner.id}
    setting_up.move_to_pair(**moved, pair=2)
    with pytest.raises(errors.PartnerFirst):
        found.give("YOUNG", found.non, X=1, Y=2)
    setting_up.move_to_pair(**moved, pair=1)
    for pair in (1, 2):
        for _n in range(2):
            more = a_member(cast.hub)
            added: dict[str, Any] = {"who": who(cast.carys), "scoring_id": found.scoring.id,
                                     "member": more, "side": "YOUNG"}  # fmt: skip
            if Scorer.objects.young().filter(pair=pair).count() == rules.MOST_IN_PAIR:
                with pytest.raises(errors.PairFull):
                    setting_up.add_scorer(**added, pair=pair)
                continue
            setting_up.add_scorer(**added, pair=pair)
            setting_up.consent(who=who(more), scoring_id=found.scoring.id)
    found.give("YOUNG", found.non, X=1, Y=2)
    with pytest.raises(errors.PairsFirst, match=": 2"):
        found.give("YOUNG", found.non, points.moderate, X=1, Y=2)
    found.give("YOUNG", more, X=3, Y=4)
    found.give("YOUNG", found.non, points.moderate, X=2, Y=3)


def test_who_is_asked_gets_a_letter_that_says_what_a_yes_means(cast: Cast) -> None:
    found = begun(cast)
    letters = {one.member_id: one for one in Letter.objects.filter(kind="scoring_asked")}
    assert set(letters) == {*(one.id for one in found.young), cast.dafydd.id}
    young, officer = letters[found.non.id].body, letters[cast.dafydd.id].body
    assert "parent" in young or "rhiant" in young
    assert "parent" not in officer
    assert "rhiant" not in officer


def test_who_stopped_is_owed_an_answer_too(cast: Cast) -> None:
    found = agreed_to(begun(cast))
    setting_up.leave(who=who(found.non), scoring_id=found.scoring.id)
    assert feedback_owed(found.scoring).waiting == 2
    desk = browser(cast.carys).get(path_of(cast, f"{found.scoring.id}/desk/")).content.decode()
    assert "Has stopped." in desk
    scorer = Scorer.objects.get(member=found.non)
    deciding.tell_young(who=who(cast.carys), scorer_id=scorer.id, words="Diolch!", language="cy")
    assert feedback_owed(found.scoring).waiting == 1


def test_young_people_score_only_where_two_adults_were_there(cast: Cast) -> None:
    found = agreed_to(begun(cast))
    ScoringSession.objects.filter(kind="SCORING").delete()
    points.ask(who=who(found.non), scoring_id=found.scoring.id, side="YOUNG", text="Pam?",
               language="cy", most=100)  # fmt: skip
    with pytest.raises(errors.TwoAdultsFirst):
        found.give("YOUNG", found.non, X=1, Y=2)
    session: dict[str, Any] = {"who": who(cast.carys), "scoring_id": found.scoring.id,
                               "kind": "SCORING", "on": timezone.localdate()}  # fmt: skip
    with pytest.raises(errors.SameAdult):
        setting_up.note_session(**session, adult=cast.bryn, other_adult=cast.bryn)
    with pytest.raises(errors.ScoresThemselves):
        setting_up.note_session(**session, adult=cast.bryn, other_adult=found.non)
    require(who=who(cast.alys), part="ORGANISER", level="MEETING")
    with pytest.raises(errors.AdultLacksCheck):
        setting_up.note_session(**session, adult=cast.bryn, other_adult=cast.alys)
    with pytest.raises(IntegrityError), transaction.atomic():
        ScoringSession.objects.update(other_adult=cast.carys, adult=cast.carys)


def test_no_side_touches_the_others_questions_and_points(cast: Cast) -> None:
    found = scored(cast)
    for deed in (points.score, points.moderate):
        for member in (cast.dafydd, cast.carys, cast.alys, cast.bryn):
            with pytest.raises(errors.NotYours):
                found.give("YOUNG", member, deed, X=100, Y=0)
        with pytest.raises(errors.NotYours):
            found.give("OFFICERS", found.non, deed, X=0, Y=100)
    (theirs,) = questions_of(found.scoring)["YOUNG"]
    with pytest.raises(errors.NotYours):
        points.take_out(who=who(cast.dafydd), question_id=theirs.id)
    smuggled = {(theirs.id, one.bidder_id): 0 for one in Moderated.objects.filter(question=theirs)}
    with pytest.raises(errors.NotYours):
        points.score(who=who(cast.dafydd), scoring_id=found.scoring.id, side="OFFICERS",
                     points=smuggled)  # fmt: skip
    assert set(PairScore.objects.filter(question=theirs).values_list("points", flat=True)) == {
        58,
        70,
    }


def test_four_questions_at_most_and_none_once_points_are_given(cast: Cast) -> None:
    found = agreed_to(begun(cast))
    ask: dict[str, Any] = {"scoring_id": found.scoring.id, "side": "YOUNG", "language": "cy",
                           "most": 10}  # fmt: skip
    for number in range(4):
        points.ask(who=who(found.non), text=f"Cwestiwn {number}", **ask)
    with pytest.raises(errors.EnoughQuestions):
        points.ask(who=who(found.young[1]), text="Un arall", **ask)
    done = scored(cast)
    with pytest.raises(errors.Begun):
        points.ask(who=who(done.non), text="Un arall", **(ask | {"scoring_id": done.scoring.id}))


def test_points_stay_within_the_question(cast: Cast) -> None:
    found = scored(cast)
    with pytest.raises(errors.TooManyPoints):
        found.give("YOUNG", found.non, X=101, Y=0)


def test_it_is_decided_when_all_is_there_and_then_nothing_changes(cast: Cast) -> None:
    found = scored(cast)
    decide: dict[str, Any] = {"scoring_id": found.scoring.id, "words": WORDS}
    with pytest.raises(errors.NotTheWorker):
        deciding.decide(who=who(cast.dafydd), **decide)
    with pytest.raises(errors.StandardsFirst):
        deciding.decide(who=who(cast.carys), **decide)
    made = deciding.decide(who=who(with_standards(found).cast.carys), **decide)
    assert (made.kind, made.method, made.right, made.pence) == (
        "SCORING", "JOINT_SCORE", "JOINT", 4_000_000,
    )  # fmt: skip
    with pytest.raises(errors.Decided):
        found.give("YOUNG", found.non, X=1, Y=1)
    with pytest.raises(errors.Decided):
        setting_up.add_bidder(who=who(cast.carys), scoring_id=found.scoring.id, name="Z")


def test_equal_scores_and_missing_points_decide_nothing(cast: Cast) -> None:
    found = with_standards(scored(cast))
    found.give("YOUNG", found.non, points.moderate, X=60, Y=66)
    with pytest.raises(errors.NoSingleFirst):
        deciding.decide(who=who(cast.carys), scoring_id=found.scoring.id, words=WORDS)
    Moderated.objects.filter(bidder__name="Y").delete()
    with pytest.raises(errors.NotAllScored):
        deciding.decide(who=who(cast.carys), scoring_id=found.scoring.id, words=WORDS)


def test_its_file_is_checked_by_gyda_verify_and_names_nobody(cast: Cast, tmp_path: Path) -> None:
    found, made = decided(cast)
    seal(hub_id=cast.hub.id)
    path = tmp_path / "d.zip"
    path.write_bytes(bundle_of(Decision.objects.get(id=made.id), cast.hub))
    checked = checking.verify(path)
    assert checked.broken == []
    assert checked.counts["scores"] == 8
    text = b"".join(unzipped(path.read_bytes()).values()).decode()
    for member in found.young:
        assert member.name not in text
        assert str(member.id) not in text
    young = [str(member.id) for member in found.young]
    assert not Entry.objects.filter(public=True, actor__in=young).exists()


def browser(member: Member | None) -> Client:
    client = Client()
    if member is not None and member.person is not None:
        client.force_login(member.person)
    return client


def path_of(cast: Cast, path: str, lang: str = "en") -> str:
    return f"/{lang}/hubs/{cast.hub.slug}/scoring/{path}"


def test_the_award_is_a_valid_release_that_names_no_young_person(cast: Cast) -> None:
    found, _made = decided(cast)
    for lang in ("cy", "en"):
        text = browser(None).get(path_of(cast, f"{found.scoring.id}/release.json", lang)).content
        package = json.loads(text)
        schema = json.loads((SCHEMA / "release-package-schema.json").read_text())
        release = json.loads((SCHEMA / "release-schema.json").read_text())
        validator = jsonschema.Draft4Validator(release, format_checker=jsonschema.FormatChecker())
        assert [error.message for error in validator.iter_errors(package["releases"][0])] == []
        missing = {name for name in schema["required"] if name not in package}
        assert missing == set()
        award = package["releases"][0]["awards"][0]
        assert (award["suppliers"][0]["name"], award["value"]["amount"]) == ("Y", 40000.0)
        here, other = ("They listen", "Maen nhw'n gwrando")[:: 1 if lang == "en" else -1]
        assert award["description"] == here
        assert other in (award.get("description_cy"), award.get("description_en"))
        assert not any(member.name.encode() in text for member in found.young)
    del package["releases"][0]["ocid"]
    assert list(validator.iter_errors(package["releases"][0]))


def test_an_officers_request_for_the_young_peoples_points_finds_nothing(cast: Cast) -> None:
    found = scored(cast)
    for page in ("points/young/", "agreed/young/", "standards/"):
        path = path_of(cast, f"{found.scoring.id}/{page}")
        for member in (cast.dafydd, cast.carys, cast.alys):
            assert browser(member).get(path).status_code == 404, (page, member)
            assert browser(member).post(path, {"x": "1"}).status_code == 404, (page, member)
        assert browser(found.non).get(path).status_code == 200
    assert (
        browser(found.non).get(path_of(cast, f"{found.scoring.id}/points/officers/")).status_code
        == 404
    )
    assert browser(cast.dafydd).get(path_of(cast, f"{found.scoring.id}/desk/")).status_code == 404
    assert browser(None).get(path_of(cast, f"{found.scoring.id}/desk/")).status_code == 302


def test_before_it_is_decided_nobody_but_the_worker_sees_the_scores(cast: Cast) -> None:
    found = scored(cast)
    path = path_of(cast, f"{found.scoring.id}/")
    for member in (None, cast.dafydd, cast.bryn, found.non):
        assert "Scores of 100" not in browser(member).get(path).content.decode()
    assert "Scores of 100" in browser(cast.carys).get(path).content.decode()


def test_the_page_says_the_figures_and_that_their_score_changed_the_outcome(cast: Cast) -> None:
    found, _made = decided(cast)
    text = browser(None).get(path_of(cast, f"{found.scoring.id}/")).content.decode()
    assert "The young people's score changed the outcome" in text
    assert "by the officers' score alone, X would be first." in text
    for figure in (">65<", ">68<", ">69.2<", ">66.8<"):
        assert figure in text, figure
    for member in found.young:
        assert member.name not in text


def test_a_pair_gives_its_points_by_form(cast: Cast) -> None:
    found = scored(cast)
    path = path_of(cast, f"{found.scoring.id}/points/young/")
    (question,) = questions_of(found.scoring)["YOUNG"]
    rows = PairScore.objects.filter(question=question)
    form = {f"{question.id}-{one.bidder_id}": "200" for one in rows}
    text = browser(found.young[1]).post(path, form).content.decode()
    assert "govuk-error-summary" in text
    form = dict.fromkeys(form, "44")
    assert browser(found.young[1]).post(path, form).status_code == 302
    assert set(rows.values_list("points", flat=True)) == {44}


def test_the_worker_sets_it_up_by_forms(cast: Cast) -> None:
    found = begun(cast)
    carys, base = browser(cast.carys), f"{found.scoring.id}/"
    more = a_member(cast.hub, name="Gwenllian")
    assert carys.post(path_of(cast, base + "bidder/"), {"name": "Z"}).status_code == 302
    form = {"member": more.name, "side": "YOUNG", "pair": "2", "needs_parent": "on"}
    assert carys.post(path_of(cast, base + "scorer/"), form).status_code == 302
    scorer = Scorer.objects.get(member=more)
    today = timezone.localdate()
    day = {"said_on_day": today.day, "said_on_month": today.month, "said_on_year": today.year}
    assert carys.post(path_of(cast, f"scorers/{scorer.id}/parent/"), day).status_code == 302
    assert browser(more).post(path_of(cast, base + "consent/")).status_code == 302
    desk = carys.get(path_of(cast, base + "desk/")).content.decode()
    assert "Gwenllian" in desk
    assert "A parent said yes:" in desk


def test_each_young_person_hears_by_a_day_or_it_shows_red(cast: Cast) -> None:
    found, _made = decided(cast)
    late = timezone.now() + datetime.timedelta(days=31)
    Scoring.objects.update(feedback_by_on=timezone.localdate() - DAY)
    found.scoring.refresh_from_db()
    page = browser(None).get(path_of(cast, f"{found.scoring.id}/")).content.decode()
    assert "Feedback is late" in page
    for _twice in range(2):
        deciding.look_after(hub_id=cast.hub.id, now=late)
    told = Letter.objects.filter(kind="scoring_feedback_late")
    assert [letter.member_id for letter in told] == [cast.carys.id]
    for scorer in Scorer.objects.young().filter(scoring=found.scoring):
        deciding.tell_young(
            who=who(cast.carys), scorer_id=scorer.id, words="Diolch!", language="cy"
        )
    assert feedback_owed(found.scoring).waiting == 0
    assert Letter.objects.filter(kind="scoring_feedback").count() == 2
    mine = browser(found.non).get(path_of(cast, f"{found.scoring.id}/", "cy")).content.decode()
    assert "Diolch!" in mine
    page = browser(None).get(path_of(cast, f"{found.scoring.id}/")).content.decode()
    assert "Diolch!" not in page


def test_who_is_erased_leaves_the_pairs_points_and_no_name(cast: Cast) -> None:
    found, _made = decided(cast)
    erase(who=who(found.non))
    assert PairScore.objects.filter(by=found.non).count() == 0
    assert PairScore.objects.count() == 4
    assert Scorer.objects.get(member=found.non).consented_at is None


def test_the_same_form_begins_one(cast: Cast) -> None:
    found = begun(cast)
    thread, key = found.scoring.initiative, found.scoring.id
    brief = a_brief(cast)
    pair = [
        setting_up.begin(who=who(cast.bryn), initiative=thread, brief=brief, key=key)
        for _n in range(2)
    ]
    assert pair[0] == pair[1]
