"""A map in words: who took part, the groups, and the three lists."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Iterator

from gyda.methods.opinion.guard.mapping import GuardedMap
from gyda.methods.opinion.intervals import Ranking
from gyda.methods.opinion.map import OpinionMap
from gyda.methods.opinion.polis import Conversation
from gyda.methods.opinion.stability import STABLE
from gyda.methods.opinion.tests_of_groups import telling
from gyda.terminal.text import WIDTH, clean, cut, width, wrapped
from gyda.terminal.tongue import _, _n

SHOWN = 5


def lines(made: GuardedMap, said: Conversation) -> Iterator[str]:
    """Yield the whole account, 80 columns wide."""
    found = made.shown
    topic = clean(said.summary.get("topic", ""))
    if topic:
        yield from (*wrapped(topic), "")
    yield from _taking_part(made.everyone, said)
    if not len(made.everyone.votes):
        yield from ("", *wrapped(_("There are no votes to map yet.")))
        return
    yield ""
    yield from _grouping(found, said)
    lists = found.lists
    percent = "{:.0%}".format
    joins = _("What joins all: the share that agrees, at least, in every group")
    yield from _list(joins, lists.consensus, found, said, percent, 0.5)
    bridges = _("What bridges: how somebody in the middle would vote, from -1 to 1")
    yield from _list(bridges, lists.bridging, found, said, _on_the_scale, 0.0)
    divides = _("What divides: how far a vote moves with one's place on the map")
    yield from _list(divides, lists.contested, found, said, "{:.2f}".format, 0.0)
    yield from _alike(made)
    yield ""
    yield from wrapped(_("In brackets: what the value is with 90 % certainty."))
    yield from wrapped(_("Those who took part are not a sample of all residents."))


def _on_the_scale(value: float) -> str:
    return f"{min(max(value, -1.0), 1.0):+.2f}"


def about(people: int) -> int:
    """Return a number of people to the next ten, so that no few of them can be worked out."""
    return (people + 5) // 10 * 10


def _alike(made: GuardedMap) -> Iterator[str]:
    """Tell of the clumps that are left out, in numbers to the next ten."""
    out = [clump for clump in made.guard.clumps if made.guard.flagged[clump.people].all()]
    if not out:
        return
    yield from ("", _("Votes that look alike"))
    for clump in out:
        size = about(len(clump.people))
        words = _n(
            "about %(number)s person, %(share)s of whose answers follow one pattern",
            "about %(number)s people, %(share)s of whose answers follow one pattern",
            size,
        )
        yield "  " + words % {"number": f"{size:,}", "share": f"{clump.alike:.0%}"}
    yield from wrapped(
        _(
            "They are left out of the groups and lists above; record.json also has the ranks "
            "with them. This is a reason to look, not a verdict."
        )
    )


def _taking_part(found: OpinionMap, said: Conversation) -> Iterator[str]:
    votes = found.votes
    counts = (
        _n("%(number)s person", "%(number)s people", votes.n),
        _n("%(number)s statement", "%(number)s statements", votes.m),
        _n("%(number)s vote", "%(number)s votes", len(votes)),
    )
    numbers = (votes.n, votes.m, len(votes))
    yield ", ".join(w % {"number": f"{n:,}"} for w, n in zip(counts, numbers, strict=True)) + "."
    if said.out:
        words = _n(
            "%(number)s statement was moderated out and is left out here.",
            "%(number)s statements were moderated out and are left out here.",
            len(said.out),
        )
        yield from wrapped(words % {"number": len(said.out)})
    if said.meta:
        words = _n(
            "%(number)s statement is about the people who take part and is left out here.",
            "%(number)s statements are about the people who take part and are left out here.",
            len(said.meta),
        )
        yield from wrapped(words % {"number": len(said.meta)})
    if said.turned:
        yield from wrapped(_("In these files -1 is agree and 1 disagree; they are read so."))


def _grouping(found: OpinionMap, said: Conversation) -> Iterator[str]:
    grouped = found.groups
    if not grouped.k:
        yield _("No clear groups.")
        yield from wrapped(_why_none(found))
        return
    words = _n(
        "%(number)s group of people who vote alike.",
        "%(number)s groups of people who vote alike.",
        grouped.k,
    )
    yield words % {"number": grouped.k}
    index = grouped.stability.index.get(grouped.k, 1.0)
    said_so = _("They come back when a tenth of the votes is left out: likeness %(index)s of 1.")
    yield from wrapped(said_so % {"index": f"{index:.2f}"})
    between = about(int(found.places.placed.sum()) - int(grouped.sizes.sum()))
    if between:
        words = _n(
            "About %(number)s person stands between them.",
            "About %(number)s people stand between them.",
            between,
        )
        yield words % {"number": f"{between:,}"}
    for number, name in enumerate(grouped.names):
        yield ""
        yield from _group(found, said, number, name)


def _group(found: OpinionMap, said: Conversation, number: int, name: str) -> Iterator[str]:
    size = about(int(found.groups.sizes[number]))
    words = _n(
        "Group %(name)s: about %(number)s person",
        "Group %(name)s: about %(number)s people",
        size,
    )
    yield words % {"name": name, "number": f"{size:,}"}
    tests = found.tests
    apart = telling(tests, number, SHOWN).tolist()
    if not apart:
        yield "  " + _("No single statement surely sets it apart.")
    for j in apart:
        shares = _("%(inside)s agree, %(outside)s of the others") % {
            "inside": f"{tests.inside[number, j]:.0%}",
            "outside": f"{tests.outside[number, j]:.0%}",
        }
        yield "  " + _statement(found, said, j, WIDTH - 2)
        yield "      " + shares


def _why_none(found: OpinionMap) -> str:
    stable = found.groups.stability
    if stable.why == "too-few-people":
        return _("Too few people have said enough to tell two groups of ten apart.")
    if stable.k:
        return _("Too few people surely belong to one of the groups.")
    if stable.why == "changing":
        return _("The groups of the last map no longer come back; others are not sure yet.")
    best = max(stable.index.values(), default=0.0)
    words = _(
        "However people are grouped, the groups do not come back when a tenth of the votes is "
        "left out: likeness at most %(index)s of 1, and %(needed)s is needed."
    )
    return words % {"index": f"{best:.2f}", "needed": f"{STABLE:.2f}"}


def _list(
    title: str,
    of: Ranking,
    found: OpinionMap,
    said: Conversation,
    spelt: Callable[[float], str],
    least: float,
) -> Iterator[str]:
    yield ""
    yield title
    on_it = [j for j in of.order.tolist() if of.fits[j] and of.value[j] > least][:SHOWN]
    if not on_it:
        yield "  " + _("nothing")
    for j in on_it:
        yield f"{of.rank[j]:3}. " + _statement(found, said, j, WIDTH - 5)
        value = f"{spelt(of.value[j])} ({spelt(of.low[j])} – {spelt(of.high[j])})"
        rank = _("rank %(first)s to %(last)s") % {
            "first": of.rank_low[j],
            "last": of.rank_high[j],
        }
        yield f"     {value}, {rank}"


def _statement(found: OpinionMap, said: Conversation, j: int, columns: int) -> str:
    name = found.votes.statements[j]
    number = f" [{cut(clean(name), 20)}]"  # however long the text is, its number stays
    return cut(clean(said.texts.get(name) or ""), columns - width(number)) + number
