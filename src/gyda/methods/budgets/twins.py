"""Projects of the same cost and supporters: only the first in the order of ties stands."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence

from gyda.methods.budgets.profile import Profile


def followers(profile: Profile, ranks: Sequence[int]) -> dict[int, int]:
    """Return for each project of which there is a like one, the next; it stands when this is out.

    Their prices are equal in every round, so that the order of ties alone decides among them: a
    thousand equal projects cost no more than one.
    """
    groups: dict[tuple[int, bytes, bytes], list[int]] = {}
    for c in profile.supported():
        points = profile.points[c].tobytes() if profile.points else b""
        key = (profile.cost[c], profile.voters[c].tobytes(), points)
        groups.setdefault(key, []).append(c)
    found: dict[int, int] = {}
    for group in groups.values():
        if len(group) > 1:
            ordered = sorted(group, key=ranks.__getitem__)
            found.update(zip(ordered, ordered[1:], strict=False))
    return found
