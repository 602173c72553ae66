"""Yes, no and abstain: for decisions of a meeting."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Sum

from gyda.decide.ballots.marks import ANSWERS
from gyda.decide.ballots.models import Ballot, Kind, Paper


def motion_record(ballot: Ballot) -> dict[str, Any]:
    """Return how many said what, and whether it is carried.

    A motion is carried by more yes than no; by consent when somebody agrees and nobody objects.
    """
    rows = Paper.objects.filter(ballot=ballot).values_list("marks").annotate(Sum("votes"))
    said = {**dict.fromkeys(ANSWERS, 0), **dict(rows)}
    needed = said["YES"] > (0 if ballot.kind == Kind.CONSENT else said["NO"])
    carried = needed and (ballot.kind == Kind.MOTION or said["NO"] == 0)
    return {
        "rule": ballot.method, "yes": said["YES"], "no": said["NO"], "abstain": said["ABSTAIN"],
        "carried": carried,
    }  # fmt: skip
