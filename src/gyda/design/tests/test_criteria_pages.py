"""Criteria as people meet them: by forms, in both languages, signed in or not."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gyda.design.criteria.models import Appeal, Case, CriteriaPolicy, Help, RuleSet, RuleVersion
from gyda.design.tests.criteria_builders import (
    a_case,
    a_draft,
    people_text,
    published,
    second,
    table_text,
)
from gyda.initiatives.tests.builders import a_team
from gyda.methods.criteria.rules_sheet import rules_as_csv
from gyda.methods.criteria.tests.bus_pass import with_missed
from gyda.need.tests.test_idea_views import Site
from gyda.people.tests.builders import Cast, a_member

TITLES = {
    "title_cy": "Tocyn bws", "title_en": "Bus pass",
    "about_cy": "Pwy sy'n teithio am ddim", "about_en": "Who travels free",
}  # fmt: skip
WHY = {"because_cy": "Dwy apwyntiad a gollwyd", "because_en": "Two appointments missed"}
FINE = {"fact_age": "70", "fact_disabled": "no", "fact_elsewhere": "no", "fact_missed": "0"}


def a_file(text: str, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def test_rules_are_drafted_tried_blocked_answered_for_and_published(cast: Cast) -> None:
    thread = a_team(cast)
    bryn, nobody = Site(cast, cast.bryn), Site(cast, None)
    assert bryn.sends(f"initiatives/{thread.id}/criteria/new/", **TITLES, key=uuid4()) == ""
    rule_set, first = RuleSet.objects.get(), RuleVersion.objects.get()
    page = f"criteria/versions/{first.id}/"
    assert "a table needs at least one fact" in bryn.reads(page).lower()
    assert bryn.sends(page + "bring/", file=a_file(table_text(), "a.json")) == ""
    source = {"source_cy": "Pobl y cwm", "source_en": "People of the valley"}
    people = a_file(people_text(), "people.csv")
    assert bryn.sends(page + "population/", file=people, **source) == ""
    text = bryn.reads(page)
    assert "All test cases pass." in text
    assert text.count(">Passes<") == 8
    assert bryn.sends(page + "publish/") == ""
    assert bryn.misses(page + "publish/")  # it is published
    assert "From 60" not in text
    assert "Reason sixty" in nobody.reads(f"criteria/{rule_set.id}/")

    assert bryn.sends(f"criteria/{rule_set.id}/draft/") == ""
    new = RuleVersion.objects.get(number=2)
    page = f"criteria/versions/{new.id}/"
    typed = {"fact_missed": ">= 2", "outcome": "NOT", **WHY}
    assert bryn.sends(page + "rules/new/", **typed) == ""
    rule = new.rules.get(code="r1")
    for _times in range(3):
        assert bryn.sends(f"criteria/rules/{rule.id}/up/") == ""
    impact = bryn.reads(page + "impact/")
    assert "4% (2% to 7.7%)" in impact
    assert "11% (7.4% to 16.1%)" in impact
    assert "+7%" in impact
    assert "Disabled: Yes" in impact
    assert "Over the limit" in impact
    assert "<svg" in impact
    assert "Publishing is blocked" in bryn.reads(page + "publish/")
    assert "Change them, or give" in bryn.sends(page + "publish/", reason_cy="", signed_by="")
    signed = {"reason_cy": "Am fod", "reason_en": "Because", "signed_by": "Alys, councillor"}
    assert bryn.sends(page + "publish/", **signed) == ""
    text = nobody.reads(f"criteria/{rule_set.id}/")
    assert "Alys, councillor" in text
    assert "Two appointments missed" in text
    assert "Sunset date" in text


def test_a_draft_is_for_who_looks_after_it(cast: Cast) -> None:
    version = a_draft(cast)
    page = f"criteria/versions/{version.id}/"
    for reader in (Site(cast, None), Site(cast, a_member(cast.hub))):
        for path in ("", "impact/", "table.json", "table.csv", "cases.csv"):
            assert reader.misses(page + path), path
    member = Site(cast, a_member(cast.hub))
    for path in ("order/", "facts/new/", "rules/new/", "tests/new/", "bring/", "publish/"):
        assert member.misses(page + path), path
        assert Site(cast, cast.carys).reads(page + path)


def test_lines_are_changed_and_taken_out_by_forms(cast: Cast) -> None:
    version, bryn = a_draft(cast), Site(cast, cast.bryn)
    page = f"criteria/versions/{version.id}/"
    choices = "Car | Car\nBws | Bus"
    fact = {"name_cy": "Teithio", "name_en": "Travels by", "kind": "CHOICE", "choices": choices}
    assert "at least two answers" in bryn.sends(page + "facts/new/", **{**fact, "choices": ""})
    assert bryn.sends(page + "facts/new/", **fact) == ""
    added = version.facts.get(kind="CHOICE")
    typed = {f"fact_{added.code}": ["c1"], "outcome": "PERSON", **WHY}
    assert "says nothing about “Age”" in bryn.sends(page + "rules/new/", fact_age="old", **typed)
    assert bryn.sends(page + "rules/new/", **typed) == ""
    rule = version.rules.get(code="r1")
    assert "Two appointments missed" in bryn.reads(f"criteria/rules/{rule.id}/")
    bryn.sends(f"criteria/facts/{added.id}/remove/")
    assert version.facts.filter(id=added.id).exists()  # a rule asks it
    assert bryn.sends(f"criteria/rules/{rule.id}/remove/") == ""
    assert bryn.sends(f"criteria/facts/{added.id}/remove/") == ""
    example = version.examples.first()
    typed = {"name_cy": "Nia", "name_en": "Nia", "expected": "NOT", "fact_age": "61"}
    assert bryn.sends(f"criteria/tests/{example.id}/", **typed) == ""
    assert "fails" in bryn.reads(page)
    assert "Some test cases fail" in bryn.reads(page + "publish/")
    assert bryn.sends(f"criteria/tests/{example.id}/remove/") == ""
    assert bryn.sends(page + "order/", hit="COLLECT", otherwise="ELIGIBLE") == ""
    assert bryn.sends(page + "bring/", file=a_file(rules_as_csv(with_missed()), "r.csv")) == ""
    assert version.rules.count() == 4
    assert "This is not JSON" in bryn.sends(page + "bring/", file=a_file("{", "r.json"))
    margins = "of,answer,q1,q2,q3,q4,q5\npeople,,1,1,1,1,1\nage,60-79,1,1,1,1,1\n"
    drawn = {"source_cy": "a", "source_en": "b", "people": "100", "seed": "3"}
    assert bryn.sends(page + "made-up/", file=a_file(margins, "m.csv"), **drawn) == ""
    assert "drawn with the number: 3" in bryn.reads(page + "impact/")


def test_anyone_sees_what_the_rules_say_of_them_and_nothing_is_kept(cast: Cast) -> None:
    rule_set, nobody = published(cast).rule_set, Site(cast, None)
    said = nobody.sends(f"criteria/{rule_set.id}/try/", **{**FINE, "fact_elsewhere": "yes"})
    assert "Does not get it" in said
    assert "Has a pass elsewhere: No → Gets it" in said
    assert "Where to find them today" in said
    assert not Case.objects.exists()


def test_a_case_is_decided_explained_appealed_and_looked_at_again(cast: Cast) -> None:
    rule_set = published(cast).rule_set
    dafydd, bryn, carys = (Site(cast, one) for one in (cast.dafydd, cast.bryn, cast.carys))
    stranger = Site(cast, a_member(cast.hub))
    at = f"criteria/{rule_set.id}/decide/"
    assert bryn.misses(at)
    typed = {**FINE, "fact_age": "30", "member": "Bryn", "language": "cy", "key": uuid4()}
    assert "The rules leave this to you" in dafydd.sends(at, **typed)
    assert dafydd.sends(at, **{**typed, "outcome": "NOT", "reason": "Rhy ifanc"}) == ""
    case = Case.objects.get()
    page = f"criteria/cases/{case.id}/"
    assert stranger.misses(page)
    assert Site(cast, None).client.get(Site(cast, None).start + page).status_code == 302
    text = bryn.reads(page)
    for words in ("Does not get it", "Rhy ifanc", "Version</a> 1", "Where to find them today"):
        assert words.replace("Version</a> 1", "Version 1") in text
    assert "Decided about me" in bryn.reads("criteria/mine/")
    assert bryn.misses(page + "answer/")
    assert bryn.sends(page + "appeal/", words="Rwy'n anabl", language="cy") == ""
    assert bryn.misses(page + "appeal/")
    assert dafydd.misses(page + "answer/")  # he decided the first time
    right = {**FINE, "fact_age": "30", "fact_disabled": "yes", "language": "en"}
    assert "Choose: What holds now?" in carys.sends(page + "answer/", **right, reason="x")
    answer = {**right, "outcome": "ELIGIBLE", "reason": "Disabled people travel free"}
    assert carys.sends(page + "answer/", **answer) == ""
    text = bryn.reads(page)
    assert "Disabled people travel free" in text
    assert "Run again with version 1" in text
    assert Appeal.objects.get().said == "ELIGIBLE"
    assert "Appeal answered" in dafydd.reads(f"criteria/{rule_set.id}/decisions/")
    welsh = bryn.client.get(f"/cy/hubs/{cast.hub.slug}/{page}").content.decode()
    assert "Rheswm any_age" in welsh
    assert "age,disabled,elsewhere,missed" in bryn.reads(page + "case.csv")


def test_help_today_asks_three_questions_and_waits_for_nobody(cast: Cast) -> None:
    carys, nobody = Site(cast, cast.carys), Site(cast, None)
    assert "No place is named here yet" in nobody.reads("help-today/")
    words = {"name_cy": "Banc bwyd", "name_en": "Food bank", "how_cy": "Y capel, bob dydd",
             "how_en": "The chapel, every day", "phone": "01234 567890"}  # fmt: skip
    assert carys.sends("help-today/new/", need="FOOD", **words) == ""
    assert "The chapel, every day" in nobody.sends("help-today/", food="on")
    assert "The chapel" not in nobody.sends("help-today/", shelter="on")
    place = Help.objects.get()
    assert carys.sends(f"help-today/{place.id}/", need="FOOD", retired="on", **words) == ""
    assert "The chapel" not in nobody.reads("help-today/")
    assert Site(cast, cast.bryn).misses("help-today/new/")


def test_stewards_set_the_figures(cast: Cast) -> None:
    alys = Site(cast, cast.alys)
    typed = {"most_rise": 10, "most_apart": 4, "months": 6, "remind_days": 20, "keep_months": 24}
    assert alys.sends("criteria/figures/", **typed) == ""
    assert CriteriaPolicy.objects.get().months == 6
    assert Site(cast, cast.carys).misses("criteria/figures/")


def test_what_is_published_is_open_data(cast: Cast) -> None:
    version, nobody = published(cast), Site(cast, None)
    data = json.loads(nobody.reads(f"criteria/{version.rule_set_id}/data.json"))
    assert data["versions"][0]["sha256"] == version.digest
    table = json.loads(nobody.reads(f"criteria/versions/{version.id}/table.json"))
    assert table == version.table
    assert ">= 60" in nobody.reads(f"criteria/versions/{version.id}/table.csv")
    assert "expected" in nobody.reads(f"criteria/versions/{version.id}/cases.csv")
    second(cast, version.rule_set)
    data = json.loads(nobody.reads(f"criteria/{version.rule_set_id}/data.json"))
    assert len(data["versions"]) == 1  # a draft is nobody else's


@pytest.mark.parametrize("path", ["criteria/", "help-today/", "criteria/{0}/"])
def test_public_pages_take_few_queries(
    cast: Cast, django_assert_max_num_queries: object, path: str
) -> None:
    rule_set = published(cast).rule_set
    a_case(cast, rule_set, cast.bryn)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        Site(cast, None).reads(path.format(rule_set.id))
