"""Criteria: drafted together, tried before they hold, decided by, appealed against."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import json

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import override

from gyda.design.criteria import errors
from gyda.design.criteria.actions import bringing, cases, clock, lines, sets, setup
from gyda.design.criteria.actions.cases import Verdict
from gyda.design.criteria.actions.publishing import Justification, digest_of, publish
from gyda.design.criteria.export import as_data
from gyda.design.criteria.models import Appeal, Case, Example, Fact, Rule, RuleSet, RuleVersion
from gyda.design.criteria.queries import in_force
from gyda.design.criteria.tables import table_of
from gyda.design.tests.criteria_builders import (
    FINE,
    MISSED,
    REASON,
    SOURCE,
    WORDS,
    a_case,
    a_draft,
    published,
    second,
    table_text,
)
from gyda.initiatives.errors import NotInTheTeam, OneSideOnly
from gyda.initiatives.tests.builders import a_team, an_initiative
from gyda.journal.models import Entry
from gyda.letters.models import Letter
from gyda.methods.criteria import decide as by_method
from gyda.methods.criteria import table_from
from gyda.people.actions.erasing import erase
from gyda.people.tests.builders import Cast, a_member, who

NO = Verdict("NOT", "Mae'r rheol yn glir", "cy")
YES = Verdict("ELIGIBLE", "The bus was late, not she", "en")


def test_each_line_keeps_who_proposed_it(cast: Cast) -> None:
    rule_set = sets.start(who=who(cast.bryn), initiative=a_team(cast), words=WORDS)
    version = RuleVersion.objects.get(rule_set=rule_set)
    fact = lines.FactSaid("NUMBER", "Oed", "Age")
    added = lines.add_fact(who=who(cast.dafydd), version_id=version.id, said=fact)
    said = lines.RuleSaid({added.code: {"at_least": 60}}, "ELIGIBLE", "Am fod", "Because")
    rule = lines.keep_rule(who=who(cast.bryn), version_id=version.id, said=said)
    said = lines.ExampleSaid("Nia", "Nia", {added.code: 61}, "ELIGIBLE")
    lines.keep_example(who=who(cast.bryn), version_id=version.id, said=said)
    assert (added.by, rule.by) == (cast.dafydd, cast.bryn)
    publish(who=who(cast.bryn), version_id=version.id)
    new = sets.draft(who=who(cast.bryn), rule_set_id=rule_set.id)
    assert Rule.objects.get(version=new).by == cast.bryn
    assert Fact.objects.get(version=new).by == cast.dafydd
    with pytest.raises(errors.DraftThere):
        sets.draft(who=who(cast.bryn), rule_set_id=rule_set.id)


def test_only_the_team_drafts_and_both_sides_must_be_there(cast: Cast) -> None:
    stranger = a_member(cast.hub)
    with pytest.raises(NotInTheTeam):
        sets.start(who=who(stranger), initiative=a_team(cast), words=WORDS)
    alone = a_draft(cast, an_initiative(cast.bryn))
    with pytest.raises(OneSideOnly):
        publish(who=who(cast.bryn), version_id=alone.id)


def test_what_is_published_stays_as_it_is(cast: Cast) -> None:
    version = published(cast)
    assert version.table is not None
    assert version.digest == digest_of(version.table)
    assert version.sunset_on == version.adopted_on.replace(year=version.adopted_on.year + 1)
    rule = Rule.objects.filter(version=version).first()
    assert rule is not None
    with pytest.raises(errors.NotADraft):
        lines.remove_rule(who=who(cast.bryn), rule_id=rule.id)
    with pytest.raises(errors.NotADraft):
        bringing.bring_table(who=who(cast.bryn), version_id=version.id, text=table_text())
    with pytest.raises(errors.NotADraft):
        publish(who=who(cast.bryn), version_id=version.id)


def test_a_failing_test_case_or_a_contradiction_stands_in_the_way(cast: Cast) -> None:
    version = a_draft(cast)
    Example.objects.filter(version=version, name_en="84").update(expected="NOT")
    with pytest.raises(errors.TestsFail, match="84"):
        publish(who=who(cast.bryn), version_id=version.id)
    Example.objects.filter(version=version).delete()
    with pytest.raises(errors.TooFewTests):
        publish(who=who(cast.bryn), version_id=version.id)
    text = table_text(hit="unique", examples=json.loads(table_text())["examples"][:1])
    bringing.bring_table(who=who(cast.bryn), version_id=version.id, text=text)
    with pytest.raises(errors.FaultsLeft):
        publish(who=who(cast.bryn), version_id=version.id)


def test_rules_that_refuse_are_tried_on_people_first(cast: Cast) -> None:
    rule_set = sets.start(who=who(cast.bryn), initiative=a_team(cast), words=WORDS)
    version = RuleVersion.objects.get(rule_set=rule_set)
    bringing.bring_table(who=who(cast.bryn), version_id=version.id, text=table_text())
    with pytest.raises(errors.NotTried):
        publish(who=who(cast.bryn), version_id=version.id)


def test_a_rule_that_shuts_out_the_poorest_is_blocked_until_someone_answers_for_it(
    cast: Cast,
) -> None:
    rule_set = published(cast).rule_set
    version = second(cast, rule_set)
    with override("en"), pytest.raises(errors.Blocked) as caught:
        publish(who=who(cast.bryn), version_id=version.id)
    with override("en"):
        assert "Fifth 1 of WIMD" in str(caught.value)
    assert "Disabled: Yes" in caught.value.data["groups"]
    half = Justification("Achos", "", "Alys")
    with pytest.raises(errors.Blocked):
        publish(who=who(cast.bryn), version_id=version.id, why=half)
    done = publish(who=who(cast.bryn), version_id=version.id, why=REASON)
    assert done.signed_by == "Alys Bowen, councillor"
    first = RuleVersion.objects.get(rule_set=rule_set, number=1)
    assert first.replaced_on == done.adopted_on
    assert in_force(rule_set, timezone.localdate()) == done
    lines_ = as_data(rule_set)["versions"][1]["impact"][0]["lines"]
    quintile = next(one for one in lines_ if (one["grouping"], one["group"]) == ("quintile", "1"))
    assert (quintile["before"]["people"], quintile["after"]["people"]) == (8, 22)


def test_limits_are_the_hubs_own(cast: Cast) -> None:
    version = second(cast, published(cast).rule_set)
    setup.set_policy(who=who(cast.alys), most_rise=10, most_apart=10)
    assert publish(who=who(cast.bryn), version_id=version.id).signed_by == ""
    with pytest.raises(errors.NotForYou):
        setup.set_policy(who=who(cast.carys), most_rise=100)


@pytest.mark.parametrize("need", ["FOOD", "WARMTH", "SHELTER"])
def test_no_rule_can_refuse_food_warmth_or_shelter(cast: Cast, need: str) -> None:
    rule_set = sets.start(who=who(cast.bryn), initiative=a_team(cast), words=WORDS, need=need)
    version = RuleVersion.objects.get(rule_set=rule_set)
    with pytest.raises(errors.BadTable, match=need.lower()):
        bringing.bring_table(who=who(cast.bryn), version_id=version.id, text=table_text())
    fact = lines.FactSaid("NUMBER", "Oed", "Age")
    code = lines.add_fact(who=who(cast.bryn), version_id=version.id, said=fact).code
    no = lines.RuleSaid({code: {"at_least": 0}}, "NOT", "Na", "No")
    with pytest.raises(errors.TakesBasicNeed):
        lines.keep_rule(who=who(cast.bryn), version_id=version.id, said=no)
    with pytest.raises(errors.TakesBasicNeed):
        sets.set_policy_of_hits(
            who=who(cast.bryn), version_id=version.id, hit="FIRST", otherwise="NOT"
        )
    yes = lines.RuleSaid({code: {"at_least": 0}}, "ELIGIBLE", "Ie", "Yes")
    rule = lines.keep_rule(who=who(cast.bryn), version_id=version.id, said=yes)
    row = Rule.objects.filter(id=rule.id)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.update(outcome="NOT")
    with pytest.raises(IntegrityError), transaction.atomic():
        RuleVersion.objects.filter(id=version.id).update(otherwise="NOT")


def test_nobody_who_decides_can_refuse_it_either(cast: Cast) -> None:
    rule_set = sets.start(who=who(cast.bryn), initiative=a_team(cast), words=WORDS, need="FOOD")
    version = RuleVersion.objects.get(rule_set=rule_set)
    text = json.loads(table_text())
    kept = [rule for rule in text["rules"] if rule["outcome"] != "not"]
    tests = [one for one in text["examples"] if one["expected"] != "not"]
    bringing.bring_table(
        who=who(cast.bryn), version_id=version.id,
        text=json.dumps(text | {"rules": kept, "examples": tests}),
    )  # fmt: skip
    publish(who=who(cast.bryn), version_id=version.id)
    unknown = {"age": 20, "disabled": False, "elsewhere": False, "missed": 0}
    with pytest.raises(errors.TakesBasicNeed):
        cases.decide(who=who(cast.dafydd), rule_set_id=rule_set.id, facts=unknown,
                     member=cast.bryn, verdict=NO)  # fmt: skip
    case = a_case(cast, rule_set, cast.bryn)
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(id=case.id).update(outcome="NOT", said="NOT")


def test_a_decision_explains_itself_and_is_told_in_the_persons_language(cast: Cast) -> None:
    rule_set = published(cast).rule_set
    case = a_case(cast, rule_set, cast.bryn, elsewhere=True)
    assert (case.outcome, case.rules, case.version.number) == ("NOT", ["elsewhere"], 1)
    letter = Letter.objects.get(kind="criteria_decided")
    assert letter.member == cast.bryn
    assert "help-today" in letter.body
    assert not Entry.objects.get(verb="criteria.decided").public


def test_who_decides_is_known_and_never_about_themselves(cast: Cast) -> None:
    rule_set = published(cast).rule_set
    for person in (cast.bryn, a_member(cast.hub)):
        with pytest.raises(errors.NotForYou):
            cases.decide(who=who(person), rule_set_id=rule_set.id, facts=FINE, member=None,
                         verdict=Verdict())  # fmt: skip
    with pytest.raises(errors.OwnCase):
        a_case(cast, rule_set, cast.dafydd)


def test_where_the_rules_leave_it_to_a_person_they_must_say_why(cast: Cast) -> None:
    rule_set = published(cast).rule_set
    with pytest.raises(errors.SayWhy):
        a_case(cast, rule_set, cast.bryn, age=30)
    case = cases.decide(who=who(cast.dafydd), rule_set_id=rule_set.id, facts=FINE | {"age": 30},
                        member=cast.bryn, verdict=YES)  # fmt: skip
    assert (case.said, case.outcome, case.reason) == ("PERSON", "ELIGIBLE", YES.reason)


def test_an_appeal_runs_the_version_of_that_day_again_by_someone_else(cast: Cast) -> None:
    rule_set = published(cast).rule_set
    publish(who=who(cast.bryn), version_id=second(cast, rule_set).id, why=REASON)
    case = a_case(cast, rule_set, cast.bryn, missed=2)
    assert (case.outcome, case.version.number) == ("NOT", 2)
    third = sets.draft(who=who(cast.bryn), rule_set_id=rule_set.id)
    bringing.bring_table(who=who(cast.bryn), version_id=third.id, text=table_text())
    publish(who=who(cast.bryn), version_id=third.id)  # the rule is gone today

    made = cases.appeal(who=who(cast.bryn), case_id=case.id, words="Un oedd e", language="cy")
    waiting = Letter.objects.filter(kind="criteria_appeal_waits")
    assert cast.dafydd.id not in set(waiting.values_list("member_id", flat=True))
    with pytest.raises(errors.DecidedIt):
        cases.answer_appeal(who=who(cast.dafydd), case_id=case.id, facts=None, verdict=NO)
    with pytest.raises(IntegrityError), transaction.atomic():
        Appeal.objects.filter(id=made.id).update(
            by=cast.dafydd, outcome="NOT", reason="na", decided_at=timezone.now()
        )
    done = cases.answer_appeal(who=who(cast.carys), case_id=case.id, facts=MISSED, verdict=NO)
    assert (done.said, done.rules) == ("NOT", ["missed_two"])  # by version 2, not by today's
    assert Letter.objects.get(kind="criteria_appeal_answered").member == cast.bryn
    with pytest.raises(errors.AppealedAlready):
        cases.appeal(who=who(cast.bryn), case_id=case.id, words="Eto", language="cy")


def test_a_second_look_departs_from_the_rules_only_in_a_persons_favour(cast: Cast) -> None:
    rule_set = published(cast).rule_set
    case = a_case(cast, rule_set, cast.bryn, elsewhere=True)
    cases.appeal(who=who(cast.bryn), case_id=case.id, words="Na", language="cy")
    right = FINE | {"elsewhere": False}
    with pytest.raises(errors.OnlyBetter):
        cases.answer_appeal(who=who(cast.carys), case_id=case.id, facts=right, verdict=NO)
    done = cases.answer_appeal(who=who(cast.carys), case_id=case.id, facts=None, verdict=YES)
    assert (done.said, done.outcome) == ("NOT", "ELIGIBLE")
    assert Entry.objects.filter(verb="criteria.appeal_upheld").exists()


def test_a_stranger_computes_a_case_again_from_what_is_published(cast: Cast) -> None:
    rule_set = published(cast).rule_set
    case = a_case(cast, rule_set, cast.bryn, elsewhere=True)
    table = table_from(json.loads(json.dumps(as_data(rule_set)["versions"][0]["table"])))
    found = by_method(table, case.facts)
    assert found.outcome.upper() == case.outcome
    assert list(found.rules) == case.rules
    assert as_data(rule_set)["versions"][0]["cases"] == {"ELIGIBLE": None, "NOT": None}


def test_rules_end_on_their_day_and_the_team_is_told_before(cast: Cast) -> None:
    version = published(cast)
    assert version.sunset_on is not None
    soon = timezone.now() + (version.sunset_on - timezone.localdate()) - datetime.timedelta(20)
    for _twice in range(2):
        clock.look_after(hub_id=cast.hub.id, now=soon)
    near = Letter.objects.filter(kind="criteria_sunset_near")
    assert {letter.member for letter in near} == {cast.bryn, cast.dafydd}
    day = soon + datetime.timedelta(20)
    clock.look_after(hub_id=cast.hub.id, now=day)
    assert Entry.objects.get(verb="criteria.ended").public
    assert in_force(version.rule_set, version.sunset_on) is None
    with pytest.raises(errors.NotInForce):
        cases.decide(who=who(cast.dafydd), rule_set_id=version.rule_set_id, facts=FINE,
                     member=cast.bryn, verdict=Verdict(), now=day)  # fmt: skip


def test_what_was_asked_is_forgotten_and_an_open_appeal_keeps_it(cast: Cast) -> None:
    rule_set = published(cast).rule_set
    old, open_ = (a_case(cast, rule_set, cast.bryn, elsewhere=True) for _ in range(2))
    cases.appeal(who=who(cast.bryn), case_id=open_.id, words="Na", language="cy")
    clock.look_after(hub_id=cast.hub.id, now=timezone.now() + datetime.timedelta(days=370))
    old.refresh_from_db()
    open_.refresh_from_db()
    assert old.facts is None
    assert open_.facts is not None
    assert old.outcome == "NOT"


def test_erasing_a_person_leaves_no_fact_of_theirs(cast: Cast) -> None:
    rule_set, gone = published(cast).rule_set, a_member(cast.hub)
    case = a_case(cast, rule_set, gone, elsewhere=True)
    cases.appeal(who=who(gone), case_id=case.id, words="Fy ngeiriau", language="cy")
    erase(who=who(gone))
    case.refresh_from_db()
    assert (case.member, case.facts) == (None, None)
    assert Appeal.objects.get(case=case).words == ""
    assert not Letter.objects.filter(about_id=case.id).exists()


def test_the_same_form_sent_twice_decides_once(cast: Cast) -> None:
    rule_set = published(cast).rule_set
    asked = {"rule_set_id": rule_set.id, "facts": FINE, "member": cast.bryn, "verdict": Verdict()}
    first = cases.decide(who=who(cast.dafydd), key=rule_set.id, **asked)  # type: ignore[arg-type]
    again = cases.decide(who=who(cast.dafydd), key=rule_set.id, **asked)  # type: ignore[arg-type]
    assert first == again


def test_a_draft_without_facts_is_no_table_yet(cast: Cast) -> None:
    rule_set = sets.start(who=who(cast.bryn), initiative=a_team(cast), words=WORDS)
    with pytest.raises(errors.BadTable) as caught:
        table_of(RuleVersion.objects.get(rule_set=rule_set))
    assert caught.value.error.code == "no-rules"
    assert RuleSet.objects.get() == rule_set
    with pytest.raises(errors.BadTable):
        bringing.bring_population(
            who=who(cast.bryn), version_id=RuleVersion.objects.get().id, source=SOURCE,
            text="quintile\n1\n",
        )  # fmt: skip
