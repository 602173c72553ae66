"""Quotas that no panel meets, in words: what would help, and what clashes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.methods.lottery import Change, Pool, Quota, TooLong, conflict, smallest_changes
from gyda.terminal.faults import Unusable
from gyda.terminal.text import clean
from gyda.terminal.tongue import _


def unusable(pool: Pool, quotas: tuple[Quota, ...], seats: int) -> Unusable:
    """Return what to tell a person whose quotas cannot be met."""
    try:
        changes = smallest_changes(pool, quotas, seats, seconds=20)
        clash = conflict(pool, quotas, seats, seconds=20)
    except TooLong:
        return Unusable(_("no panel meets the quotas"), _("Loosen them."), code="no-panel")
    lines = [_("no panel of %(seats)s meets the quotas") % {"seats": seats}]
    names = [f"{clean(q.category)}: {clean(q.value)} ({q.least}-{q.most})" for q in clash.quotas]
    names += [_("one per household or kept apart")] if "households" in clash.other else []
    lines.append(_("These clash: %(names)s") % {"names": "; ".join(names)})
    ways = [
        _("Way out %(number)s: %(changes)s")
        % {"number": number, "changes": "; ".join(map(_said, change))}
        for number, change in enumerate(changes, 1)
    ]
    ways = ways or [_("No change within min_flex and max_flex helps: widen those.")]
    values = {
        "conflict": names,
        "changes": [[_as_record(one) for one in change] for change in changes],
    }
    return Unusable("\n".join(lines), "\n".join(ways), code="no-panel", values=values)


def _said(change: Change) -> str:
    quota = change.quota
    before, after = f"{quota.least}-{quota.most}", f"{change.least}-{change.most}"
    return f"{clean(quota.category)}: {clean(quota.value)} {before} → {after}"


def _as_record(change: Change) -> dict[str, object]:
    quota = change.quota
    return {"category": quota.category, "value": quota.value, "min": change.least, "max": change.most}  # fmt: skip  # noqa: E501
