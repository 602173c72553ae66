"""Decisions in words, for the terminal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Mapping

from gyda.methods import criteria as method
from gyda.methods.criteria.cases_sheet import Case
from gyda.terminal import tongue
from gyda.terminal.text import clean, wrapped
from gyda.terminal.tongue import _, gettext_noop

OUTCOMES = {
    method.Outcome.ELIGIBLE: gettext_noop("gets it"),
    method.Outcome.NOT: gettext_noop("does not get it"),
    method.Outcome.PERSON: gettext_noop("a person decides"),
}
WHY = {
    method.Why.RULE: gettext_noop("because of"),
    method.Why.OTHERWISE: gettext_noop("no rule fits"),
    method.Why.CLASH: gettext_noop("rules that should not fit together do"),
    method.Why.UNKNOWN: gettext_noop("not known, and it could turn it"),
}


def either(cy: str, en: str) -> str:
    """Return the words in the language that is spoken."""
    return clean(cy if tongue.language() == "cy" else en)


def lines(
    table: method.Table, cases: tuple[Case, ...], found: tuple[method.Decision, ...]
) -> Iterator[str]:
    """Give the title, then each case: what becomes of it, why, and what would have changed it."""
    title = either(table.cy, table.en)
    yield from wrapped(
        _("%(title)s, version %(number)s") % {"title": title, "number": table.version}
    )
    for case, decision in zip(cases, found, strict=True):
        yield ""
        for line in _case(table, case, decision):
            yield from wrapped(line)


def _case(table: method.Table, case: Case, decision: method.Decision) -> Iterator[str]:
    name = clean(case.name) or _("line %(line)s") % {"line": case.line}
    yield f"{name}: {_(OUTCOMES[decision.outcome])}"
    for code in decision.rules:
        rule = table.rule(code)
        yield f"  {_(WHY[decision.why])} {code}: {either(rule.because_cy, rule.because_en)}"
    if not decision.rules:
        yield f"  {_(WHY[decision.why])}"
    for fact in decision.missing:
        known = table.by_code[fact]
        yield "  " + _("not known: %(fact)s") % {"fact": either(known.cy, known.en)}
    for change in method.what_would_change(table, case.facts):
        yield "  " + _change(table, change)
    if case.expected is not None:
        held = case.expected is decision.outcome
        yield "  " + (_("as expected") if held else _("NOT as expected"))


def _change(table: method.Table, change: method.Change) -> str:
    return _("it would have been “%(outcome)s” with: %(facts)s") % {
        "outcome": _(OUTCOMES[change.outcome]),
        "facts": ", ".join(said(table, change.facts)),
    }


def said(table: method.Table, facts: Mapping[str, method.Value | None]) -> Iterator[str]:
    """Give each fact with its answer."""
    for code, value in facts.items():
        fact = table.by_code[code]
        yield f"{either(fact.cy, fact.en)} = {_answer(fact, value)}"


def _answer(fact: method.Fact, value: method.Value | None) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    choice = next((one for one in fact.choices if one.code == value), None)
    return either(choice.cy, choice.en) if choice else str(value)
