"""Works the joint score of a decision out again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from fractions import Fraction

from gyda.methods import joint_score
from gyda.terminal.decision.counting import pairs
from gyda.terminal.decision.found import Found
from gyda.terminal.decision.opening import Bundle

DIFFERS = "is %(said)s in the record; the points give %(computed)s"


def check_scores(bundle: Bundle, found: Found) -> None:
    """Compare each group's score, the joint score, who is first, and whose score decided it."""
    for points, record in pairs(bundle, "scores.csv", "joint.json"):
        said = json.loads(bundle.files[record])
        rows = joint_score.read_rows(bundle.files[points].decode())
        weights = {group: Fraction(weight) for group, weight in said["weights"].items()}
        computed = joint_score.record_of(rows, weights)
        found.count("scores", len(rows))
        for group, theirs in computed["scores"].items():
            for bidder, score in theirs.items():
                _compare("The score of %(bidder)s by %(group)s", said["scores"][group][bidder],
                         score, found, bidder=bidder, group=group)  # fmt: skip
        for bidder, score in computed["joint"].items():
            _compare("The joint score of %(bidder)s", said["joint"][bidder], score, found,
                     bidder=bidder)  # fmt: skip
        _compare("Who is first", ", ".join(said["first"]), ", ".join(computed["first"]), found)
        for group, changed in computed["changed"].items():
            _compare("Whether the score of %(group)s changed the outcome",
                     str(said["changed"][group]), str(changed), found, group=group)  # fmt: skip


def _compare(which: str, said: str, computed: str, found: Found, **values: str) -> None:
    if said != computed:
        found.add("score", which, DIFFERS, said=said, computed=computed, **values)
