"""A process that pays across and is killed at one of its commits: before it, or just after."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import signal
import sys
from typing import Any

import django


def main(at: int, moment: str) -> None:
    """Pay once; die at commit number `at`."""
    django.setup()
    from django.db.backends.base.base import BaseDatabaseWrapper

    commit = BaseDatabaseWrapper._commit  # type: ignore[attr-defined]
    seen = 0

    def deadly(self: Any) -> Any:
        nonlocal seen
        seen += 1
        if seen == at and moment == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = commit(self)
        if seen == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    BaseDatabaseWrapper._commit = deadly  # type: ignore[attr-defined]
    from gyda.between.tests.builders import paid

    paid(_two(), 30)


def _two() -> Any:
    from gyda.between.tests.builders import Two
    from gyda.keys.context import all_hubs
    from gyda.people.models import Hub, Member

    here, there = (Hub.objects.get(slug=slug) for slug in ("yma", "acw"))
    with all_hubs():
        named = {name: Member.objects.get(name=name) for name in ("Ann", "Ben", "Sal", "Ted")}
    return Two(here, there, *named.values())


def prepare() -> None:
    """Make the two hubs."""
    django.setup()
    from gyda.between.tests.builders import agreed, two_hubs

    agreed(two_hubs(("yma", "acw")))


def report() -> None:
    """Print what both books say; with `mend`, after the tick has looked after them."""
    django.setup()
    from django.utils import timezone

    from gyda.between.actions.crossing import GRACE, look_after
    from gyda.between.models import Crossing
    from gyda.between.tests.builders import minutes_of, owed, sum_of
    from gyda.keys.context import in_hub
    from gyda.ledger.verify import check_book

    two = _two()
    for hub in (two.here, two.there):
        look_after(hub_id=hub.id, now=timezone.now() + 2 * GRACE)
    with in_hub(two.here.id):
        states = list(Crossing.objects.order_by("id").values_list("state", flat=True))
    debts = owed(two.here, two.there), owed(two.there, two.here)
    sums = sum_of(two.here), sum_of(two.there)
    agrees = all(check_book(hub.id).agrees for hub in (two.here, two.there))
    print((debts, minutes_of(two.ann), minutes_of(two.ben), sums, agrees, states))


if __name__ == "__main__":
    what = sys.argv[1]
    if what == "prepare":
        prepare()
    elif what == "report":
        report()
    else:
        main(int(sys.argv[2]), sys.argv[3])
