"""The rules of the world: a bus pass that holds, a draft, cases, an appeal, and help today."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from uuid import UUID

from gyda.design.criteria.actions import bringing, cases, setup
from gyda.design.criteria.actions.cases import Verdict
from gyda.design.criteria.actions.publishing import Justification, publish
from gyda.design.criteria.actions.sets import Words, draft, start
from gyda.design.criteria.actions.setup import Place
from gyda.design.criteria.models import Example, Fact, Rule, RuleVersion
from gyda.initiatives.models import Initiative
from gyda.methods.criteria import as_data
from gyda.methods.criteria.population_sheet import each_line
from gyda.methods.criteria.sheet import as_csv
from gyda.methods.criteria.tests.bus_pass import bus_pass, valley, with_missed
from gyda.people.models import Member
from gyda.people.who import Who

Ids = dict[str, UUID]
WHY = Justification("Mae'r bws yn llawn", "The bus is full", "Alys Bowen")
FACTS = {"age": 70, "disabled": False, "elsewhere": True, "missed": 0}


def criteria_in(carys: Member, bryn: Member, dafydd: Member, initiative: UUID) -> Ids:
    """Dafydd refuses Bryn, who appeals, and decides about one who is no member."""
    thread = Initiative.objects.get(id=initiative)
    first = _published(bryn, thread, "Tocyn bws", "Bus pass")
    rule_set = first.rule_set
    new = draft(who=Who(bryn), rule_set_id=rule_set.id)
    table = json.dumps(as_data(with_missed()))
    bringing.bring_table(who=Who(dafydd), version_id=new.id, text=table)
    appealed = cases.decide(
        who=Who(dafydd), rule_set_id=rule_set.id, facts=FACTS, member=bryn, verdict=Verdict()
    )
    cases.appeal(who=Who(bryn), case_id=appealed.id, words="Nid yw'n wir", language="cy")
    other = cases.decide(
        who=Who(dafydd), rule_set_id=rule_set.id, facts=FACTS, member=bryn, verdict=Verdict()
    )
    place = _place("Banc bwyd", "Food bank")
    return {
        "rule set": rule_set.id, "draft of rules": new.id, "published rules": first.id,
        "fact": Fact.objects.filter(version=new).earliest("id").id,
        "criteria rule": Rule.objects.filter(version=new).latest("id").id,
        "example": Example.objects.filter(version=new).earliest("id").id,
        "case": other.id, "appealed case": appealed.id,
        "help": setup.keep_help(who=Who(carys), place=place).id,
    }  # fmt: skip


def _place(cy: str, en: str) -> Place:
    return Place("FOOD", cy, en, f"{cy}: y capel, bob dydd", f"{en}: the chapel, every day")


def _published(by: Member, thread: Initiative, cy: str, en: str) -> RuleVersion:
    words = Words(cy, en, f"{cy}: pwy sy'n cael", f"{en}: who gets one")
    rule_set = start(who=Who(by), initiative=thread, words=words)
    version = RuleVersion.objects.get(rule_set=rule_set)
    table = as_data(bus_pass())
    bringing.bring_table(who=Who(by), version_id=version.id, text=json.dumps(table))
    people = as_csv(list(each_line(valley().cells, bus_pass().facts)))
    bringing.bring_population(
        who=Who(by), version_id=version.id, source=bringing.Source(cy, en), text=people
    )
    return publish(who=Who(by), version_id=version.id, why=WHY)


def criteria_elsewhere(steward: Member, marker: str) -> None:
    """Something of everything, marked, in the other hub."""
    thread = Initiative.objects.earliest("id")
    words = Words(marker, marker, marker, marker)
    start(who=Who(steward), initiative=thread, words=words)
    setup.keep_help(who=Who(steward), place=_place(marker, marker))
