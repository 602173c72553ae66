"""Puts a map into words: how sure things are is said in sentences, not in signs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

Plain = dict[str, Any]
Texts = Mapping[str, tuple[str, str]]  # of statements: number -> words, language

ALWAYS, MOSTLY = 0.95, 0.9  # how alike the groups come back
WIDE = 10  # ranks: beyond, the place on the list says little


@dataclass(frozen=True)
class Entry:
    """A statement with what is said of it."""

    number: str
    text: str
    language: str
    said: str
    sure: str = ""
    rank: str = ""


@dataclass(frozen=True)
class Group:
    """A group: its name, its size, and the statements that tell it from the others."""

    name: str
    people: str
    telling: list[Entry]


@dataclass(frozen=True)
class Section:
    """One of the three lists."""

    key: str
    title: str
    about: str
    none: str
    entries: list[Entry]


def _number(value: int) -> str:
    return f"{value:,}"


def people_words(people: int) -> str:
    """Say a number of people, which is one to the next ten."""
    said = ngettext("about %(number)s person", "about %(number)s people", people)
    return said % {"number": _number(people)}


def summary(shown: Plain) -> str:
    """Say how many took part, and how much they said."""
    statements = ngettext("%(number)s statement", "%(number)s statements", shown["statements"])
    answers = ngettext("about %(number)s answer", "about %(number)s answers", shown["votes"])
    return _("%(people)s gave %(answers)s to %(statements)s.") % {
        "people": people_words(shown["people"]).capitalize(),
        "answers": answers % {"number": _number(shown["votes"])},
        "statements": statements % {"number": _number(shown["statements"])},
    }


def grouping(shown: Plain) -> list[str]:
    """Say whether there are groups, and how sure that is."""
    found = shown["grouping"]
    if not found["k"]:
        return [_("There are no clear groups of people who answer alike."), _why_none(found)]
    words = ngettext(
        "There is %(number)s group of people who answer alike.",
        "There are %(number)s groups of people who answer alike.",
        found["k"],
    )
    said = [words % {"number": found["k"]}, _how_sure(found["index"])]
    if shown["between"]:
        said.append(
            _("%(people)s stand between the groups and belong to none.")
            % {"people": people_words(shown["between"]).capitalize()}
        )
    return said


def _how_sure(index: float) -> str:
    if index >= ALWAYS:
        return _(
            "That is very sure: nearly the same groups come back whichever tenth of the answers "
            "is left out."
        )
    if index >= MOSTLY:
        return _(
            "That is fairly sure: much the same groups come back whichever tenth of the answers "
            "is left out."
        )
    return _(
        "That is less sure: when a tenth of the answers is left out, the groups come back, but "
        "quite a few people change sides."
    )


def _why_none(found: Plain) -> str:
    if found["why"] in ("too-few-people", "too-small"):
        return _("Too few people have answered enough to tell groups of ten or more apart.")
    if found["why"] == "changing":
        return _("The groups of before no longer come back, and others are not sure yet.")
    return _(
        "However people are put together, other groups come out when a tenth of the answers is "
        "left out. So it would be wrong to speak of camps."
    )


def groups(shown: Plain, texts: Texts) -> list[Group]:
    """Say of each group how large it is and what sets it apart."""
    return [
        Group(one["name"], people_words(one["people"]), list(_telling(one, texts)))
        for one in shown["groups"]
    ]


def _telling(group: Plain, texts: Texts) -> Iterable[Entry]:
    for one in group["telling"]:
        if one["statement"] in texts:
            said = _("%(inside)s of 100 in this group agree; of the others, %(outside)s.")
            yield _entry(one, texts, said % one)


def _entry(one: Plain, texts: Texts, said: str, sure: str = "", rank: str = "") -> Entry:
    return Entry(one["statement"], *texts[one["statement"]], said, sure, rank)


def sections(shown: Plain, texts: Texts) -> list[Section]:
    """Return the three lists in words."""
    lists, has_groups = shown["lists"], shown["grouping"]["k"] > 0
    return [
        Section(
            "joins",
            _("What joins everyone"),
            _("Most people in every group agree with these.")
            if has_groups
            else _("Most people agree with these."),
            _("Nothing yet: there is no statement that most of every group surely agree with."),
            [_joins(one, texts, has_groups) for one in lists["joins"] if one["statement"] in texts],
        ),
        Section(
            "bridges",
            _("What builds a bridge"),
            _("Somebody halfway between all sides would agree, and people of every side do."),
            _("Nothing yet."),
            [_bridges(one, texts) for one in lists["bridges"] if one["statement"] in texts],
        ),
        Section(
            "divides",
            _("What people see differently"),
            _("Whether people agree with these depends most on where they stand."),
            _("Nothing yet."),
            [_divides(one, texts) for one in lists["divides"] if one["statement"] in texts],
        ),
    ]


def _joins(one: Plain, texts: Texts, has_groups: bool) -> Entry:
    said = (
        _("About %(value)s of 100 agree in the group that agrees least.")
        if has_groups
        else _("About %(value)s of 100 agree.")
    )
    sure = _("Surely more than half.") if one["is_sure"] else _("Perhaps not more than half.")
    between = _("Nine times in ten it is between %(low)s and %(high)s.")
    return _entry(one, texts, said % one, f"{sure} {between % one}", _rank(one))


def _bridges(one: Plain, texts: Texts) -> Entry:
    if one["value"] >= 0.6:
        said = _("People in the middle agree strongly.")
    elif one["value"] >= 0.3:
        said = _("People in the middle agree.")
    else:
        said = _("People in the middle lean towards agreeing.")
    sure = _("That is sure.") if one["is_sure"] else _("That is not sure.")
    return _entry(one, texts, said, sure, _rank(one))


def _divides(one: Plain, texts: Texts) -> Entry:
    if one["value"] >= 0.8:
        said = _("It divides people strongly.")
    elif one["value"] >= 0.4:
        said = _("It divides people.")
    else:
        said = _("It divides people a little.")
    return _entry(one, texts, said, "", _rank(one))


def _rank(one: Plain) -> str:
    first, last = one["ranks"]
    if first == last:
        return _("Its place on the list is sure.")
    words = _("Its place could be any from %(first)s to %(last)s.")
    said = words % {"first": first, "last": last}
    if last - first > WIDE:
        said += " " + _("So its place says little.")
    return said


def guard(shown: Plain, texts: Texts) -> list[str]:
    """Say what was set aside, and whether it would change what joins everyone."""
    found = shown["guard"]
    if not found["set_aside"]:
        return []
    said = [
        _(
            "The answers of %(people)s are left out of this map: they came from one place or are "
            "so alike that they may be one person's. This is a reason to look, not a verdict."
        )
        % {"people": people_words(found["set_aside"])}
    ]
    mine, theirs = set(found.get("joining", ())), set(found.get("joining_with", ()))
    if "joining" in found and mine == theirs:
        said.append(_("With them, the same statements would join everyone."))
    elif "joining" in found:
        said.append(_("With them, other statements would join everyone."))
    return said
