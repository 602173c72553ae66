"""Puts the reasons of a match into words, each for those who may read it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gyda.deliver.models.codes import Access, chosen, slots
from gyda.methods.matching import ABOUT_HELPER

KILOMETRE = 1000
CLOSE_BY, NOT_FAR = 2_000, 5_000  # metres
MOST_TIMES = 2
Reasons = Iterable[tuple[str, int]]


def for_members(reasons: Reasons, *, may_see_area: bool) -> list[str]:
    """Return what both sides may read; how far only where the other shows where they live.

    Two steps and no figure, so that nobody's small area can be worked out from several places.
    """
    told = [one for one in reasons if one[0] not in ABOUT_HELPER]
    far = [number for code, number in told if code == "near" and may_see_area]
    return [*map(_roughly, [step for step in far if step <= NOT_FAR]),
            *_all(one for one in told if one[0] != "near")]  # fmt: skip


def for_connectors(reasons: Reasons) -> list[str]:
    """Return all reasons, those about the helper first."""
    told = sorted(reasons, key=lambda one: one[0] not in ABOUT_HELPER)
    return _all(told)


def _all(reasons: Reasons) -> list[str]:
    return [text for code, number in reasons if (text := _one(code, number))]


def _one(code: str, number: int) -> str:
    if code == "near":
        return _near(number)
    if code == "times":
        return _times(number)
    if code == "access":
        return ", ".join(str(need.label) for need in chosen(Access, number))
    if code == "seldom-asked":
        return ngettext("asked once lately", "asked %(number)s times lately", number) % {
            "number": number
        }
    return str(_plain().get(code, ""))


def _roughly(metres: int) -> str:
    return _("lives close by") if metres <= CLOSE_BY else _("lives not far away")


def _near(metres: int) -> str:
    """Say how far, for connectors, in the steps that are kept."""
    return within(-(-metres // KILOMETRE))


def within(kilometres: int) -> str:
    """Say how far at most."""
    return ngettext("within a kilometre", "within %(number)s kilometres", kilometres) % {
        "number": kilometres
    }


def _times(bits: int) -> str:
    """Name the first times that suit both."""
    week = [(day, part) for day, parts in slots(bits) for part in parts]
    named = ", ".join(f"{day.label} {part.label}" for day, part in week[:MOST_TIMES])
    return _("both free: %(times)s") % {"times": named}


def _plain() -> dict[str, str]:
    return {
        "remote": _("by phone or online"),
        "times-open": _("the time is open to agree"),
        "alike": _("says nearly the same words"),
        "checks": _("holds the checks this needs"),
        "known": _("known to a connector"),
        "never-asked": _("has not been asked lately"),
        "not-given-yet": _("has not given yet"),
        "not-asked-to-give": _("has received, and has not been asked to give"),
    }
