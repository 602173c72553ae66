"""A draw in words: the quotas and how lots meet them, the lowest chance, what to do next."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator

from gyda.methods.lottery import Reserves, dice_for
from gyda.terminal import text
from gyda.terminal.draw.record import Result, groups, loosened
from gyda.terminal.tongue import _


def stage(name: str, missed: float) -> str:
    """Return what is being done."""
    known = {
        "panels": _("looking for panels"),
        "chances": _("raising the lowest chance"),
        "lottery": _("a lottery with these chances, %(missed)s seats short"),
    }
    return known[name] % {"missed": f"{missed:.2g}"}


def lines(result: Result) -> Iterator[str]:
    """Yield the result for people."""
    found, equal = result.lottery, result.equal
    yield _("Panel of %(seats)s from %(people)s people (%(method)s)") % {
        "seats": found.model.seats,
        "people": len(found.pool.people),
        "method": found.method,
    }
    yield from _again(result)
    yield ""
    head = [_("group"), _("quota"), _("in lots"), _("people"), _("mean chance")]
    yield from text.table([_row(group) for group in groups(result)], head=head, right=(1, 2, 4))
    yield ""
    yield _("Lowest chance: %(percent)s") % {"percent": f"{100 * float(found.minimum):.3f} %"}
    if found.unselectable:
        yield from text.wrapped(
            _("No panel that meets the quotas can hold: %(people)s")
            % {"people": ", ".join(map(text.clean, found.unselectable))}
        )
    words = _("%(lots)s equal lots, numbered from 0: draw one with %(dice)s ten-sided dice.")
    yield from text.wrapped(words % {"lots": len(equal.lots), "dice": dice_for(len(equal.lots))})
    if equal.missed:
        yield _("%(count)s seats are further than one lot from the exact chance.") % {
            "count": equal.missed
        }
    yield from _drawn(result)


def _row(group: dict[str, object]) -> list[object]:
    fewest, most = group["fewest_in_a_lot"], group["most_in_a_lot"]
    mean = group["mean_chance"]
    return [
        f"{group['category']}: {group['value']}",
        f"{group['least']}-{group['most']}",
        f"{fewest}-{most}",
        group["people"],
        f"{100 * mean:.2f} %" if isinstance(mean, float) else "",
    ]


def _again(result: Result) -> Iterator[str]:
    """Say whose seats are drawn again, and what could not be kept."""
    task = result.task
    if not task.left:
        return
    yield _("%(left)s have left, %(stay)s stay.") % {"left": len(task.left), "stay": len(task.stay)}
    for row in loosened(task):
        before, after = f"{row['min_before']}-{row['max_before']}", f"{row['min']}-{row['max']}"
        group = text.clean(f"{row['category']}: {row['value']}")
        yield from text.wrapped(
            _("This quota cannot be kept and gives way by as little as it can: %(change)s")
            % {"change": f"{group} {before} → {after}"}
        )


def _drawn(result: Result) -> Iterator[str]:
    if result.number is None:
        return
    yield ""
    yield _("Lot %(number)s is drawn:") % {"number": result.number}
    yield from text.wrapped(", ".join(map(text.clean, result.equal.lots[result.number])), "  ")
    if result.reserves:
        yield from standing_by(result.reserves)


def standing_by(by: Reserves) -> Iterator[str]:
    """Yield who stands by, and what that is worth."""
    yield _("Standing by, in this order:")
    yield from text.wrapped(", ".join(map(text.clean, by.people)), "  ")
    worth = _("Seats empty or off their quota to be expected: %(after)s instead of %(before)s.")
    yield worth % {"after": f"{by.expected:.1f}", "before": f"{by.without:.1f}"}
