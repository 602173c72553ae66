"""A thin hand on HiGHS: rows and columns as arrays, one thread, one seed, a limit in seconds."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from gyda.methods.lottery.faults import NoPanel, TooLong

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Floats = npt.NDArray[np.float64]
INFINITY = float("inf")
_OPTIONS: dict[str, Any] = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
    "primal_feasibility_tolerance": 1e-9,
    "dual_feasibility_tolerance": 1e-9,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 1e-7,
    "mip_feasibility_tolerance": 1e-8,
}


@dataclass(frozen=True)
class Answer:
    """What a solver found: the value, columns and their reduced costs, duals of the rows.

    `bound` is what no solution can pass: the value itself for an LP.
    """

    value: float
    columns: Floats
    reduced: Floats
    duals: Floats
    bound: float


class Programme:
    """A linear or whole-number programme max cost @ x that is changed and solved again.

    >>> import numpy as np
    >>> p = Programme(np.array([1.0, 1.0]), np.zeros(2), np.full(2, 3.0))
    >>> p.add_row([0, 1], [1.0, 2.0], -INFINITY, 4.0)
    >>> p.solve().value
    3.5
    """

    def __init__(
        self,
        cost: Floats,
        lower: Floats,
        upper: Floats,
        *,
        whole: bool = False,
        seconds: float = 600,
    ) -> None:
        """Open a programme with columns and no rows; `seconds` limits each call of `solve`."""
        import highspy  # 0.1 s, so not before it is needed

        self._kinds = highspy
        self._highs = highspy.Highs()
        for name, value in _OPTIONS.items():
            self._highs.setOptionValue(name, value)
        self._seconds = seconds
        self._highs.addVars(len(cost), lower, upper)
        self._highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self.set_cost(cost)
        if whole:
            self.make_whole(np.arange(len(cost)))

    def set_cost(self, cost: Floats) -> None:
        """Replace the costs of the first columns."""
        indices = np.arange(len(cost), dtype=np.int32)
        self._highs.changeColsCost(len(cost), indices, np.asarray(cost, float))

    def make_whole(self, columns: npt.ArrayLike) -> None:
        """Ask for whole numbers in these columns."""
        indices = np.asarray(columns, dtype=np.int32)
        kinds = np.full(len(indices), self._kinds.HighsVarType.kInteger)
        self._highs.changeColsIntegrality(len(indices), indices, kinds)

    def set_bounds(self, columns: npt.ArrayLike, lower: Floats, upper: Floats) -> None:
        """Replace the bounds of some columns."""
        indices = np.asarray(columns, dtype=np.int32)
        self._highs.changeColsBounds(len(indices), indices, lower, upper)

    def set_row(self, row: int, lower: float, upper: float) -> None:
        """Replace the bounds of a row."""
        self._highs.changeRowBounds(row, lower, upper)

    def add_row(self, columns: Any, values: Any, lower: float, upper: float) -> None:
        """Add a row lower ≤ values @ x[columns] ≤ upper."""
        indices = np.asarray(columns, dtype=np.int32)
        self._highs.addRow(lower, upper, len(indices), indices, np.asarray(values, float))

    def add_rows(self, rows: csr_matrix, lower: Floats, upper: Floats) -> None:
        """Add rows given as a sparse matrix over all columns."""
        self._highs.addRows(
            rows.shape[0],
            np.asarray(lower, float),
            np.asarray(upper, float),
            rows.nnz,
            rows.indptr[:-1].astype(np.int32),
            rows.indices.astype(np.int32),
            rows.data.astype(float),
        )

    def add_columns(self, cost: Floats, upper: float, columns: csr_matrix) -> None:
        """Add columns in 0..upper; each row of `columns` holds the coefficients of one."""
        number = columns.shape[0]
        self._highs.addCols(
            number,
            np.asarray(cost, float),
            np.zeros(number),
            np.full(number, upper),
            columns.nnz,
            columns.indptr[:-1].astype(np.int32),
            columns.indices.astype(np.int32),
            columns.data.astype(float),
        )

    def option(self, name: str, value: Any) -> None:
        """Set an option of HiGHS by its own name."""
        self._highs.setOptionValue(name, value)

    def solve(self) -> Answer:
        """Return the best solution.

        Raises NoPanel when there is none, TooLong when the limit ended the search.
        """
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + self._seconds)
        self._highs.run()
        status = self._highs.getModelStatus()
        kinds = self._kinds.HighsModelStatus
        if status in (kinds.kInfeasible, kinds.kUnboundedOrInfeasible):
            raise NoPanel
        if status not in (kinds.kOptimal, kinds.kObjectiveBound, kinds.kObjectiveTarget):
            raise TooLong(self._highs.modelStatusToString(status), self._seconds)
        return self._answer()

    def _answer(self) -> Answer:
        solution, info = self._highs.getSolution(), self._highs.getInfo()
        value = info.objective_function_value
        whole = info.mip_node_count >= 0
        return Answer(
            value,
            np.array(solution.col_value),
            np.array(solution.col_dual),
            np.array(solution.row_dual),
            info.mip_dual_bound if whole else value,
        )
