"""Rules for tests: the bus pass of story I, drafted by a team."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from typing import Any

from gyda.design.criteria.actions.bringing import Source, bring_population, bring_table
from gyda.design.criteria.actions.cases import Verdict, decide
from gyda.design.criteria.actions.publishing import Justification, publish
from gyda.design.criteria.actions.sets import Words, draft, start
from gyda.design.criteria.models import Case, RuleSet, RuleVersion
from gyda.initiatives.models import Initiative
from gyda.initiatives.tests.builders import a_team
from gyda.methods.criteria import as_data
from gyda.methods.criteria.population_sheet import each_line
from gyda.methods.criteria.sheet import as_csv
from gyda.methods.criteria.tests.bus_pass import bus_pass, valley, with_missed
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who

WORDS = Words("Tocyn bws", "Bus pass", "Pwy sy'n teithio am ddim", "Who travels free")
SOURCE = Source("Pobl y cwm", "People of the valley")
REASON = Justification("Mae'r bws yn llawn", "The bus is full", "Alys Bowen, councillor")
FINE = {"age": 70, "disabled": False, "elsewhere": False, "missed": 0}
MISSED = {**FINE, "missed": 2}


def table_text(missed: bool = False, **changes: Any) -> str:
    return json.dumps(as_data(with_missed() if missed else bus_pass()) | changes)


def people_text() -> str:
    return as_csv(list(each_line(valley().cells, bus_pass().facts)))


def a_draft(cast: Cast, initiative: Initiative | None = None) -> RuleVersion:
    """Bryn's and Dafydd's team drafts who gets a bus pass, and tries it on the valley."""
    thread = initiative or a_team(cast)
    rule_set = start(who=who(cast.bryn), initiative=thread, words=WORDS)
    return filled(cast.bryn, RuleVersion.objects.get(rule_set=rule_set))


def filled(by: Member, version: RuleVersion, *, missed: bool = False) -> RuleVersion:
    bring_table(who=who(by), version_id=version.id, text=table_text(missed))
    bring_population(who=who(by), version_id=version.id, source=SOURCE, text=people_text())
    version.refresh_from_db()
    return version


def published(cast: Cast) -> RuleVersion:
    return publish(who=who(cast.bryn), version_id=a_draft(cast).id)


def second(cast: Cast, rule_set: RuleSet) -> RuleVersion:
    """Draft the rule about missed appointments as the next version."""
    return filled(cast.bryn, draft(who=who(cast.bryn), rule_set_id=rule_set.id), missed=True)


def a_case(cast: Cast, rule_set: RuleSet, member: Member | None, **facts: Any) -> Case:
    """Dafydd decides about a member."""
    return decide(
        who=who(cast.dafydd), rule_set_id=rule_set.id, facts=FINE | facts, member=member,
        verdict=Verdict(),
    )  # fmt: skip
