"""What the journal says of criteria."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "criteria.started": _("%(actor)s began rules about who gets what"),
    "criteria.drafted": _("%(actor)s began to draft version %(number)s of the rules"),
    "criteria.order_set": _("%(actor)s said what holds where several rules fit, or none"),
    "criteria.fact_added": _("%(actor)s added something that the rules ask"),
    "criteria.fact_removed": _("%(actor)s took something away that the rules asked"),
    "criteria.rule_proposed": _("%(actor)s proposed a rule: %(rule)s"),
    "criteria.rule_changed": _("%(actor)s put a rule in other words: %(rule)s"),
    "criteria.rule_moved": _("%(actor)s moved a rule: %(rule)s"),
    "criteria.rule_removed": _("%(actor)s took a rule out of the draft: %(rule)s"),
    "criteria.test_kept": _("%(actor)s wrote a test case for the rules"),
    "criteria.test_removed": _("%(actor)s took a test case of the rules away"),
    "criteria.table_brought": _("%(actor)s brought a table with rules: %(rules)s"),
    "criteria.population_brought": _("%(actor)s had the rules tried on people: %(people)s"),
    "criteria.published": _("%(actor)s published version %(number)s of the rules, until %(until)s"),
    "criteria.ends_soon": _("Version %(number)s of the rules ends soon: %(until)s"),
    "criteria.ended": _("Version %(number)s of the rules has ended and holds no more"),
    "criteria.decided": _("%(actor)s decided a case by version %(number)s of the rules"),
    "criteria.appealed": _("%(actor)s asked for a second look at a decision"),
    "criteria.appeal_upheld": _("%(actor)s looked again and decided otherwise"),
    "criteria.appeal_refused": _("%(actor)s looked again; the decision stands"),
    "criteria.help_kept": _("%(actor)s put in order where help is to be had today"),
    "criteria.policy_set": _("%(actor)s set the figures for rules"),
}

LINKS = {
    "design.ruleset": "design:rule_set",
    "design.ruleversion": "design:rule_version",
    "design.case": "design:case",
}
