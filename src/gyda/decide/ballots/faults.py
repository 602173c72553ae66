"""What is wrong with a file, in the reader's words: which line, what, and what to do."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gyda.methods.errors import BadInput
from gyda.terminal.count.faults import FAULTS as READING

LONGEST = 80
Words = tuple[Any, Any]  # what is wrong, and what to do

FAULTS: Mapping[str, Words] = {
    **READING,
    "amount-odd": (
        gettext_lazy("the amount %(value)s cannot be kept"),
        gettext_lazy("Amounts have two decimals at most, and fifteen digits."),
    ),
    "too-many-projects": (
        gettext_lazy("there are %(found)s projects"),
        gettext_lazy("At most %(most)s are counted here; gyda count takes more."),
    ),
    "too-many-ballots": (
        gettext_lazy("there are %(found)s ballots"),
        gettext_lazy("At most %(most)s are counted here; gyda count takes more."),
    ),
    "points-not-whole": (
        gettext_lazy("a ballot gives %(points)s points"),
        gettext_lazy("Only whole points are counted here; gyda count takes others."),
    ),
    "weight-not-whole": (
        gettext_lazy("a ballot weighs %(weight)s"),
        gettext_lazy("Only whole weights are counted here; gyda count takes others."),
    ),
}


def in_words(
    fault: BadInput, table: Mapping[str, Words] = FAULTS, remedies: Mapping[str, Any] | None = None
) -> str:
    """Return one fault as a sentence, with its line."""
    wrong, remedy = table.get(fault.code, (fault.code, ""))
    values = {name: _short(one) for name, one in fault.values.items()}
    mend = (remedies or {}).get(fault.code) or remedy
    said = f"{_filled(wrong, values)}. {_filled(mend, values)}".strip()
    if fault.line is None:
        return said
    return _("Line %(line)s: %(fault)s") % {"line": fault.line, "fault": said}


def _filled(words: Any, values: Mapping[str, Any]) -> str:
    return _(str(words)) % values if words else ""


def _short(value: object) -> object:
    """Bound what a strange file can make a page say."""
    if not isinstance(value, str) or len(value) <= LONGEST:
        return value
    return value[: LONGEST - 1] + "…"
