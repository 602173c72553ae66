"""Story I, its second half: rules are tried, blocked, answered for, decided by and appealed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

import pytest
from django.utils import timezone

from gyda.design.criteria.models import Case, Rule, RuleVersion
from gyda.design.tests.criteria_builders import people_text, table_text
from gyda.initiatives.actions.invitations import accept
from gyda.initiatives.models import Initiative, Side
from gyda.initiatives.tests.builders import an_initiative, an_invitation
from gyda.keys.context import in_hub
from gyda.people.models import Member
from gyda.people.tests.builders import a_member, an_organisation, who
from tests.journeys.conftest import Bring
from tests.journeys.hands import Someone
from tests.journeys.valley import Valley, a_valley


@dataclass
class Team:
    """Aled as a citizen and Dafydd for the council draft together."""

    valley: Valley
    dafydd: Member
    initiative: Initiative


@pytest.fixture
def team(db: None) -> Team:
    valley = a_valley()
    with in_hub(valley.hub.id):
        dafydd = a_member(
            valley.hub, "Dafydd Cyngor", organisation=an_organisation(valley.hub, "Cyngor")
        )
        initiative = an_initiative(valley.aled)
        invitation = an_invitation(valley.aled, initiative, dafydd)
        accept(who=who(dafydd), invitation_id=invitation.id, side=Side.PROFESSIONAL)
    return Team(valley, dafydd, initiative)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_rules_are_tried_blocked_answered_for_decided_by_and_appealed(
    bring: Bring, team: Team, language: str
) -> None:
    aled = bring(team.valley.aled, language=language, js=False, width=320)
    drafts_and_publishes(aled, team)
    is_blocked_and_answers_for_it(aled, team)
    dafydd = bring(team.dafydd, language=language, js=False)
    decides(dafydd, team)
    beti = bring(team.valley.beti, language=language, js=False, width=320)
    reads_why_and_appeals(beti)
    carys = bring(team.valley.carys, language=language, js=False)
    looks_again(carys, beti, team)


def _bring(aled: Someone, label: str, name: str, text: str) -> None:
    file = {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
    aled.page.get_by_label(aled.say(label)).set_input_files(file)  # type: ignore[arg-type]


def drafts_and_publishes(aled: Someone, team: Team) -> None:
    """Eight test cases pass; the rules hold from today for twelve months."""
    aled.go(f"hubs/cwm/initiatives/{team.initiative.id}/criteria/")
    aled.follow("Begin rules")
    for lang, title in (("Welsh", "Tocyn bws"), ("English", "Bus pass")):
        aled.fill(f"What are the rules about? In {lang}", title)
        aled.fill(f"What is given, and to whom? In {lang}", title)
    aled.press("Begin the draft")
    aled.follow("Bring a table from a file")
    _bring(aled, "The table (JSON), or its rules (CSV)", "rules.json", table_text())
    aled.press("Bring it in")
    aled.see("All test cases pass.")
    assert aled.page.get_by_text(aled.say("Passes"), exact=True).count() == 8
    aled.follow("Bring the people to try the rules on")
    _bring(aled, "The people (CSV)", "people.csv", people_text())
    aled.fill("Where are the figures from? In Welsh", "Pobl y cwm")
    aled.fill("Where are the figures from? In English", "People of the valley")
    aled.press("Try the rules on them")
    aled.see("No limit is passed.")
    with in_hub(team.valley.hub.id):
        first = RuleVersion.objects.get()
    aled.go(f"hubs/cwm/criteria/versions/{first.id}/publish/")
    aled.press("Publish it")
    aled.see("Published in both languages. The rules hold from today.")
    aled.see("Sunset date")
    with in_hub(team.valley.hub.id):
        first.refresh_from_db()
        today = timezone.localdate()
        assert first.adopted_on == today
        assert first.sunset_on is not None
        assert (first.sunset_on.year, first.sunset_on.month) == (today.year + 1, today.month)


def is_blocked_and_answers_for_it(aled: Someone, team: Team) -> None:
    """Fifth 1 goes from 4 % to 11 %, disabled people too: blocked until somebody signs for it."""
    aled.press("Draft a new version")
    with in_hub(team.valley.hub.id):
        new = RuleVersion.objects.get(number=2)
    page = f"hubs/cwm/criteria/versions/{new.id}/"
    aled.go(page)
    aled.follow("Propose a rule")
    missed = {"cy": "Apwyntiadau a gollwyd", "en": "Missed appointments"}[aled.language]
    aled.page.get_by_label(missed).fill(">= 2")
    aled.choose("Does not get it")
    aled.fill("Why this rule? In Welsh", "Dau apwyntiad a gollwyd")
    aled.fill("Why this rule? In English", "Two appointments missed")
    aled.press("Keep it")
    with in_hub(team.valley.hub.id):
        assert Rule.objects.get(code="r1").by == team.valley.aled
    for number in (4, 3, 2):
        aled.press("Move rule %(number)s up", number=number)
    aled.follow("Whom these rules shut out, by group and deprivation")
    aled.see("Fifth 1 of WIMD, the most deprived", "Over the limit")
    aled.read("4% (2%", "11% (7.4%", "+7%")
    disabled = {"cy": "Anabl", "en": "Disabled"}[aled.language]
    aled.read(f"{disabled}: {aled.say('Yes')}")
    assert aled.page.locator("main svg[role=img]").count() >= 2
    aled.go(page + "publish/")
    aled.see("Publishing is blocked: a limit is passed.")
    aled.press("Publish it")
    aled.read(aled.say("Fifth 1 of WIMD, the most deprived"))
    aled.fill("The reason, in Welsh", "Mae'r bws yn llawn")
    aled.fill("The reason, in English", "The bus is full")
    aled.fill("Who answers for it?", "Aled Helygwr, cadeirydd")
    aled.press("Publish it")
    aled.read("Aled Helygwr, cadeirydd")


def decides(dafydd: Someone, team: Team) -> None:
    """A decision by version 2, which says so."""
    with in_hub(team.valley.hub.id):
        rule_set = RuleVersion.objects.get(number=2).rule_set_id
    dafydd.go(f"hubs/cwm/criteria/{rule_set}/decide/")
    _fill_in(dafydd, "2")
    dafydd.fill("Whom is it about?", "Beti Rhedynfa")
    dafydd.press("Decide")
    dafydd.see("Does not get it")
    dafydd.read({"cy": "Fersiwn 2", "en": "Version 2"}[dafydd.language])


def _fill_in(person: Someone, missed: str) -> None:
    page = person.page
    page.locator("[name=fact_age]").fill("70")
    page.locator("[name=fact_disabled][value=no]").check()
    page.locator("[name=fact_elsewhere][value=no]").check()
    page.locator("[name=fact_missed]").fill(missed)


def reads_why_and_appeals(beti: Someone) -> None:
    """Why, what would have changed it, where food and warmth are; and the way to appeal."""
    beti.go("hubs/cwm/criteria/mine/")
    beti.follow({"cy": "Tocyn bws", "en": "Bus pass"}[beti.language])
    words = {"cy": "Dau apwyntiad a gollwyd", "en": "Two appointments missed"}
    beti.read(words[beti.language])
    beti.see("What would have changed it", "Nobody is refused food, warmth or shelter.")
    missed = {"cy": "Apwyntiadau a gollwyd: 1", "en": "Missed appointments: 1"}
    beti.read(missed[beti.language])
    beti.follow("Appeal")
    beti.fill("What is wrong with it?", "Un oedd e")
    beti.press("Send the appeal")
    beti.see("Someone else looks at it again, by the same rules.")


def looks_again(carys: Someone, beti: Someone, team: Team) -> None:
    """Carys, who did not decide, runs the version of that day again with what was so."""
    with in_hub(team.valley.hub.id):
        case = Case.objects.get()
    carys.go(f"hubs/cwm/criteria/cases/{case.id}/")
    carys.follow("Take the second look")
    _fill_in(carys, "1")
    carys.page.locator("[name=outcome][value=ELIGIBLE]").check()
    carys.page.locator("[name=reason]").fill("Un apwyntiad oedd e")
    carys.press("Decide")
    beti.go(f"hubs/cwm/criteria/cases/{case.id}/")
    beti.see("Gets it")
    beti.see("Run again with version %(number)s, which held on the day of the decision.", number=2)
    beti.read("Un apwyntiad oedd e")
