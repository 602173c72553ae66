"""Who gets what in a story: rules that hold, a next version that is blocked, a case, an appeal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from functools import partial

from gyda.design.criteria.actions import bringing, cases, lines, setup
from gyda.design.criteria.actions.cases import Verdict
from gyda.design.criteria.actions.publishing import Justification, publish
from gyda.design.criteria.actions.sets import Words, draft, start
from gyda.design.criteria.models import RuleSet, RuleVersion
from gyda.initiatives.models import Initiative
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.criteria import CriteriaWords, HelpWords

FACTS = {"age": 67, "disabled": False, "elsewhere": True, "missed": 0}
MISSED = lines.RuleSaid(
    {"missed": {"at_least": 2}},
    "NOT",
    "Mae dau le gwag ar y bws yn ddau le na chafodd neb arall",
    "Two empty seats on the bus are two that nobody else had",
)


def write_criteria(stage: Stage) -> None:
    """Note in the diary what is drafted, published, decided and appealed against."""
    day = stage.diary.day
    for words in stage.story.criteria:
        stage.write(day(words.ago, 19, 20), partial(_begin, stage, words))
        stage.write(day(words.ago - 6, 19, 40), partial(_publish, stage, words))
        stage.write(day(words.ago - 12, 10, 15), partial(_decide, stage, words))
        stage.write(day(words.ago - 18, 19, 25), partial(_draft, stage, words))
    for number, place in enumerate(stage.story.helps):
        stage.write(day(40, 9, 30 + number), partial(_help, stage, place))


def _begin(stage: Stage, words: CriteriaWords) -> None:
    initiative = Initiative.objects.get(id=stage.initiatives[words.initiative])
    said = Words(words.title_cy, words.title_en, words.about_cy, words.about_en)
    who = stage.by(words.by)
    rule_set = start(who=who, initiative=initiative, words=said)
    version = RuleVersion.objects.get(rule_set=rule_set)
    bringing.bring_table(who=who, version_id=version.id, text=words.table)
    source = bringing.Source(words.source_cy, words.source_en)
    bringing.bring_population(who=who, version_id=version.id, source=source, text=words.people)


def _set(words: CriteriaWords) -> RuleSet:
    return RuleSet.objects.get(title_en=words.title_en)


def _publish(stage: Stage, words: CriteriaWords) -> None:
    version = RuleVersion.objects.get(rule_set=_set(words), number=1)
    publish(who=stage.by(words.by), version_id=version.id, why=Justification())


def _decide(stage: Stage, words: CriteriaWords) -> None:
    """A professional decides by the rules; whom it is about asks for a second look."""
    member = stage.members[words.about_whom]
    case = cases.decide(
        who=stage.by(words.decides), rule_set_id=_set(words).id, facts=FACTS, member=member,
        verdict=Verdict(),
    )  # fmt: skip
    who = stage.by(words.about_whom)
    cases.appeal(who=who, case_id=case.id, words=words.appeal, language="cy")


def _draft(stage: Stage, words: CriteriaWords) -> None:
    """The next version has a rule that shuts out the poorest: it waits, blocked."""
    who = stage.by(words.by)
    version = draft(who=who, rule_set_id=_set(words).id)
    rule = lines.keep_rule(who=who, version_id=version.id, said=MISSED)
    for _above in range(3):
        lines.move_rule(who=who, rule_id=rule.id)


def _help(stage: Stage, words: HelpWords) -> None:
    connector = next(one.key for one in stage.story.people if one.role == "CONNECTOR")
    setup.keep_help(who=stage.by(connector), place=setup.Place(**vars(words)))
