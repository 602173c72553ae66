"""Fair colouring of the edges of a two-sided graph: lots on one side, types on the other."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import defaultdict
from collections.abc import Sequence

Node = tuple[int, int, int]  # side, lot or type, part of the type


def equitable(edges: Sequence[tuple[int, int]], colours: int) -> list[int]:
    """Return a colour for each edge (lot, type) with no colour twice at a lot.

    At each type every colour comes up equally often, to within one (de Werra 1971). No lot may
    have more edges than there are colours. A type with more edges is cut into parts of `colours`
    edges; then Kőnig's alternating paths colour each edge.

    >>> sorted(equitable([(0, 0), (0, 0), (1, 0), (2, 0)], 2))
    [0, 0, 1, 1]
    """
    seen: dict[int, int] = defaultdict(int)
    ends: list[tuple[Node, Node]] = []
    for lot, kind in edges:
        ends.append(((0, lot, 0), (1, kind, seen[kind] // colours)))
        seen[kind] += 1
    at: dict[Node, dict[int, int]] = defaultdict(dict)
    colour = [0] * len(edges)
    for e, (left, right) in enumerate(ends):
        a = next(c for c in range(colours) if c not in at[left])
        b = next(c for c in range(colours) if c not in at[right])
        if a != b:
            _swap(right, a, b, ends, at, colour)
        colour[e] = a
        at[left][a] = at[right][a] = e
    return colour


def _swap(
    node: Node,
    a: int,
    b: int,
    ends: Sequence[tuple[Node, Node]],
    at: dict[Node, dict[int, int]],
    colour: list[int],
) -> None:
    """Exchange two colours along the path that begins at `node` with colour a."""
    path, want = [], a
    while want in at[node]:
        edge = at[node][want]
        path.append(edge)
        node = ends[edge][1] if ends[edge][0] == node else ends[edge][0]
        want = a + b - want
    for edge in path:
        for end in ends[edge]:
            del at[end][colour[edge]]
    for edge in path:
        colour[edge] = a + b - colour[edge]
    for edge in path:
        for end in ends[edge]:
            at[end][colour[edge]] = edge
