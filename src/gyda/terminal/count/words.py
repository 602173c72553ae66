"""The reasons of a count as sentences."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from fractions import Fraction

from gyda.methods.budgets import Reason
from gyda.terminal.count.counting import Counted
from gyda.terminal.tongue import _, _n

SIGNS = {"GBP": "£", "EUR": "€"}  # they stand before the figure, in Welsh as in English


def money(one: Counted, amount: object) -> str:
    """Write an amount with its currency, cents only where there are any: £75, 75 PLN."""
    value = round(Fraction(str(amount)), 2)
    written = f"{float(value):,.2f}".removesuffix(".00")
    currency = one.election.meta.get("currency", "")
    return f"{SIGNS[currency]}{written}" if currency in SIGNS else f"{written} {currency}".strip()


def percent(share: Fraction | float) -> str:
    """Write a share rounded down, so that 99.99 % of a cost does not look like all of it.

    >>> percent(0.9999), percent(0.5), percent(1)
    ('99.9 %', '50 %', '100 %')
    """
    tenths = int(Fraction(share) * 1000)
    return f"{tenths // 10} %" if tenths % 10 == 0 else f"{tenths / 10} %"


def name_of(one: Counted, project: str) -> str:
    """Return the name of a project, or its id when it has none."""
    known = {each.id: each.name for each in one.election.projects}
    return known.get(project) or project


def why_in_words(one: Counted, project: str, reason: Reason) -> str:
    """Say why a project won or did not."""
    return _SENTENCES[reason.code](one, project, reason)


def _elected(one: Counted, project: str, reason: Reason) -> str:
    place = one.outcome.selected.index(project) + 1
    if project in one.outcome.completed:
        return _("Elected with what was left, as number %(place)s.") % {"place": place}
    step = next((step for step in one.outcome.steps if step.project == project), None)
    if step is None or not step.in_full:
        return _("Elected as number %(place)s.") % {"place": place}
    said = _("Elected as number %(place)s: %(full)s supporters paid %(paid)s each.") % {
        "place": place,
        "full": f"{float(step.in_full):,.10g}",
        "paid": money(one, step.paid),
    }
    if not step.gave_all:
        return said
    more = _("%(number)s others gave all they had left, %(pooled)s together.") % {
        "number": f"{float(step.gave_all):,.10g}",
        "pooled": money(one, step.pooled),
    }
    return f"{said} {more}"


def _not_affordable(one: Counted, project: str, reason: Reason) -> str:
    values = reason.values
    if values.get("effective") == 1:
        return _("Its supporters could have paid as well; it lost by the fixed order of ties.")
    said = _("Its supporters could pay %(share)s of its cost; %(lacked)s was missing.") % {
        "share": percent(Fraction(values.get("effective", 0))),
        "lacked": money(one, values.get("lacked", 0)),
    }
    more = int(values.get("more_supporters", 0))
    if more:
        words = _n(
            "%(number)s more supporter would have elected it.",
            "%(number)s more supporters would have elected it.",
            more,
        )
        said += " " + words % {"number": f"{more:,}"}
    if "winning_cost" in values:
        words = _("So would a cost of %(cost)s or less.")
        said += " " + words % {"cost": money(one, values["winning_cost"])}
    return said


def _unsupported(one: Counted, project: str, reason: Reason) -> str:
    return _("Nobody chose it.")


def _over_budget(one: Counted, project: str, reason: Reason) -> str:
    return _("It costs more than the whole budget.")


def _below(one: Counted, project: str, reason: Reason) -> str:
    words = _("It reached %(reached)s, and the threshold is %(needed)s.")
    reached, needed = (float(reason.values[name]) for name in ("reached", "needed"))
    return words % {"reached": f"{reached:,.10g}", "needed": f"{needed:,.10g}"}


def _rival(one: Counted, project: str, reason: Reason) -> str:
    words = _("It excludes “%(rival)s”, which was elected first.")
    return words % {"rival": name_of(one, str(reason.values["rival"]))}


def _capped(one: Counted, project: str, reason: Reason) -> str:
    words = _("The limit of the category “%(category)s” leaves no room for it.")
    return words % {"category": reason.values["category"]}


def _no_room(one: Counted, project: str, reason: Reason) -> str:
    words = _("It did not fit into the %(room)s that were left.")
    return words % {"room": money(one, reason.values.get("room", 0))}


def _from_reserve(one: Counted, project: str, reason: Reason) -> str:
    words = _("Of its cost %(room)s were left, enough to pay the rest from a reserve.")
    return words % {"room": money(one, reason.values["room"])}


def _ended(one: Counted, project: str, reason: Reason) -> str:
    return _("The count had stopped before its turn.")


_SENTENCES: dict[str, Callable[[Counted, str, Reason], str]] = {
    "elected": _elected,
    "not-affordable": _not_affordable,
    "unsupported": _unsupported,
    "over-budget": _over_budget,
    "below-threshold": _below,
    "rival-elected": _rival,
    "cap-reached": _capped,
    "does-not-fit": _no_room,
    "from-reserve": _from_reserve,
    "after-the-end": _ended,
}
