"""What an outsider can work out about a cell that was held back, from all that is shown."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence

Cell = tuple[int, int]


def span(full: Sequence[Sequence[int]], hidden: set[Cell], cell: Cell) -> tuple[int, int]:
    """Return the lowest and the highest value that the shown cells, the sums and the signs allow.

    The last row and the last column are sums. Two linear programs with whole vertices,
    for such a matrix is totally unimodular; without bound is said as one more than the total.
    """
    from scipy.optimize import linprog

    order = sorted(hidden)
    matrix, right = _equations(full, order)
    cost = [1.0 if one == cell else 0.0 for one in order]
    ends = []
    for sign in (1.0, -1.0):
        found = linprog([sign * c for c in cost], A_eq=matrix, b_eq=right, bounds=(0, None))
        ends.append(round(sign * found.fun) if found.status == 0 else full[-1][-1] + 1)
    return ends[0], ends[1]


def _equations(
    full: Sequence[Sequence[int]], order: Sequence[Cell]
) -> tuple[list[list[float]] | None, list[float] | None]:
    """Return, for each line with something hidden, what its cells less their sum must come to."""
    rows, columns = len(full), len(full[0])
    place = {cell: number for number, cell in enumerate(order)}
    lines = [[(r, c) for c in range(columns)] for r in range(rows)]
    lines += [[(r, c) for r in range(rows)] for c in range(columns)]
    matrix, right = [], []
    for line in lines:
        if not any(cell in place for cell in line):
            continue
        signs = {cell: -1.0 if cell == line[-1] else 1.0 for cell in line}
        coefficients = [0.0] * len(order)
        for cell in line:
            if cell in place:
                coefficients[place[cell]] = signs[cell]
        shown = sum(signs[c] * full[c[0]][c[1]] for c in line if c not in place)
        matrix.append(coefficients)
        right.append(-shown)
    return (matrix, right) if matrix else (None, None)
