"""The words in DECISION.zip: what is in it, and how to check it, in both languages."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence

from django.template.loader import render_to_string

from gyda.decide.decisions.models import Decision

KNOWN = {
    "ballot.pb": ("y pleidleisiau, ar ffurf Pabulib", "the ballots, as Pabulib writes them"),
    "count.json": ("y cyfrif, gam wrth gam", "the count, step by step"),
    "pool.csv": ("y rhai y gellid eu dewis, heb enwau", "those who could be drawn, without names"),
    "quotas.csv": ("y cwotâu", "the quotas"),
    "proof.json": ("prawf y loteri", "the proof of the lottery"),
    "draw.json": ("y rhif a dynnwyd, a sut", "the number that was drawn, and how"),
    "scores.csv": ("sgoriau'r ddau grŵp, heb enwau", "the scores of both groups, without names"),
    "joint.json": ("y sgôr ar y cyd", "the joint score"),
}


def readme(decision: Decision, files: Sequence[str]) -> str:
    """Return it in Welsh and in English."""
    said = [(name, *KNOWN.get(name.rsplit("/", 1)[-1], ("", ""))) for name in files]
    context = {"decision": decision, "files": said}
    return render_to_string("decide/decisions/readme.txt", context)
