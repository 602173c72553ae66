"""Makes the map: whole, with a look at how stable its groups are, or moved on by later votes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from gyda.methods.opinion.guard.weights import guarded
from gyda.methods.opinion.identity import Standing
from gyda.methods.opinion.map import NEW, OpinionMap, opinion_map, refreshed
from gyda.need.map.material import Material

NO_CAP = 1e9  # whoever may vote here counts whole: the hub has said who may


@dataclass(frozen=True, eq=False)
class Made:
    """The map of those who count, and, where some were left out, the one with everybody."""

    material: Material
    found: OpinionMap
    everyone: OpinionMap | None
    alarms: tuple[str, ...]
    set_aside: int


def whole(material: Material, before: Standing = NEW, known: Collection[str] = frozenset()) -> Made:
    """Map all votes anew; look for look-alikes and for many accounts of one source.

    `known` were set aside before, when it was still known where they came from.
    """
    votes = material.votes
    guard = guarded(
        votes,
        came=material.moments,
        verified=material.verified,
        source=material.sources,
        cap=NO_CAP,
    )
    aside = guard.weight == 0
    aside |= np.array([one in known for one in votes.people], bool)
    out = frozenset(one for one, is_out in zip(votes.people, aside.tolist(), strict=True) if is_out)
    authors = material.authors
    everyone = opinion_map(votes, authors=authors, before=before) if out else None
    counting = votes.of_people(np.flatnonzero(~aside).astype(np.int32)) if out else votes
    found = opinion_map(counting, authors=authors, before=before)
    return Made(replace(material, out=out), found, everyone, guard.alarms, len(out))


def moved_on(last: Made, material: Material) -> Made:
    """Move a map on by later votes. Statements that came since must come last (see `follows`)."""
    material = replace(material, out=last.material.out)
    found = refreshed(last.found, material.counting)
    found = replace(found, authors=material.authors)
    aside = int(material.set_aside().sum())
    return Made(material, found, last.everyone if aside else None, last.alarms, aside)


def follows(last: Made, material: Material) -> bool:
    """Tell whether the statements are those of the last map with new ones at the end."""
    known = last.found.votes.statements
    return material.votes.statements[: len(known)] == known
