"""The VOTES table: a million lines in a second or two, alike ballots merged, faults by line."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Mapping
from fractions import Fraction

from gyda.methods.budgets.kernel import papers
from gyda.methods.budgets.model import Merged, counted, exactly
from gyda.methods.budgets.pabulib.tables import Document, Lines, rows_of
from gyda.methods.errors import BadInput

Warned = list[tuple[str, dict[str, str]]]
Raw = tuple[str, ...]  # the fields that make up a ballot, as they stand: vote, points, weight
Pairs = tuple[tuple[int, Fraction | int], ...]
POINTED = ("cumulative", "scoring")


def papers_of(
    document: Document, position: Mapping[str, int], kind: str
) -> tuple[Merged, Warned, list[BadInput]]:
    """Read and merge all ballots; return them with what is odd about them, and what is doubtful.

    Doubtful is what makes a file unusable unless the votes that it prints bear the count out.
    """
    table = _Table(document, kind)
    swift = table.swiftly(position)
    if swift:
        return swift, table.warned, table.doubts
    raw = table.raw_ballots()
    warned = table.warned
    table.check_count(sum(raw.values()))
    merged = _Parsing(position, kind, table).merged(raw)
    if table.repeated:
        warned.append(("project-twice-on-ballot", {"ballots": str(table.repeated)}))
    return merged, warned, table.doubts


class _Table:
    """The lines of the table, and which of their fields make up a ballot."""

    def __init__(self, document: Document, kind: str) -> None:
        self.document, self.columns, self.kind = document, list(document.vote_columns), kind
        for needed in ("voter_id", "vote"):
            if needed not in self.columns:
                line = document.votes_from - 1
                raise BadInput("no-column", line=line, section="VOTES", column=needed)
        self.voter = self.columns.index("voter_id")
        wanted = ["vote", *(["points"] if kind in POINTED else []), "weight"]
        self.fields = [self.columns.index(name) for name in wanted if name in self.columns]
        self.names = [name for name in wanted if name in self.columns]
        self.warned: Warned = []
        self.doubts: list[BadInput] = []
        self.repeated = 0

    def swiftly(self, position: Mapping[str, int]) -> Merged | None:
        """Let the kernel read what is plain and in order; None: nothing was read."""
        votes = self.document.votes
        if self.kind not in ("approval", "choose-1") or len(self.fields) > 1:
            return None
        text = votes.text if isinstance(votes, Lines) else "\n".join(votes)
        ids = list(position)  # in the order of their positions
        found = papers(text, ids, len(self.columns), self.voter, self.fields[0])
        if found is None or not found.lines:
            return None
        self.check_count(found.lines)
        if found.repeated:
            self.warned.append(("project-twice-on-ballot", {"ballots": str(found.repeated)}))
        return Merged(found.rows, tuple(found.times))

    def raw_ballots(self) -> dict[Raw, int]:
        """Count alike lines by the text of their ballot alone."""
        lines = self.document.votes
        quoted = any('"' in line for line in lines)
        counts: dict[Raw, int] = {}
        voters: set[str] = set()
        first, last = self.fields[0], len(self.columns)
        plain = self.fields == [first]
        voter = self.voter
        for row in self._quoted() if quoted else map(_split, lines):
            if len(row) != last and not self._fits(row, len(voters)):
                continue
            voters.add(row[voter])
            key = (row[first],) if plain else tuple(row[k] for k in self.fields)
            counts[key] = counts.get(key, 0) + 1
        self._check_voters(len(voters), sum(counts.values()))
        return counts

    def _quoted(self) -> Iterator[list[str]]:
        return (row for _, row in rows_of(self.document.votes, self.document.votes_from))

    def _fits(self, row: list[str], before: int) -> bool:
        """Tell whether a row of another length can be read all the same; an empty line is none."""
        if not any(cell.strip() for cell in row):
            return False
        short = len(row) <= max(self.voter, *self.fields)
        beyond = any(cell.strip() for cell in row[len(self.columns) :])
        if short or beyond or self._is_last(row):
            line = self._line_of(row)
            expected = len(self.columns)
            raise BadInput("wrong-columns", line=line, found=len(row), expected=expected)
        return True

    def _is_last(self, row: list[str]) -> bool:
        """A last line that is too short is where the file was cut."""
        return len(row) < len(self.columns) and ";".join(row) == self.document.votes[-1]

    def _line_of(self, row: list[str]) -> int:
        for line, other in rows_of(self.document.votes, self.document.votes_from):
            if other == row:
                return line
        return self.document.votes_from

    def line_with(self, raw: Raw) -> int:
        """Return the line of the first ballot with this text."""
        for line, row in rows_of(self.document.votes, self.document.votes_from):
            if len(row) > max(self.fields) and tuple(row[k] for k in self.fields) == raw:
                return line
        return self.document.votes_from

    def _check_voters(self, different: int, all_of_them: int) -> None:
        if different < all_of_them:
            line, voter = self._second_time()
            self.doubts.append(BadInput("voter-twice", line=line, voter=voter))

    def _second_time(self) -> tuple[int, str]:
        seen = set()
        for line, row in rows_of(self.document.votes, self.document.votes_from):
            if len(row) > self.voter and any(row):
                if row[self.voter] in seen:
                    return line, row[self.voter]
                seen.add(row[self.voter])
        return self.document.votes_from, ""

    def check_count(self, found: int) -> None:
        """Compare with the number of ballots that META promises."""
        told = self.document.meta.get("num_votes", "")
        said = counted(told)
        if not found:
            raise BadInput("no-ballots", line=self.document.votes_from - 1)
        if said is None or said == found:
            return
        if said > found:
            line = self.document.votes_from + len(self.document.votes) - 1
            self.doubts.append(BadInput("ballots-missing", line=line, said=said, found=found))
            return
        self.warned.append(("more-ballots-than-said", {"said": told, "found": str(found)}))


def _split(line: str) -> list[str]:
    return line.split(";")


class _Parsing:
    """Turns the text of each different ballot into positions, points and weight."""

    def __init__(self, position: Mapping[str, int], kind: str, table: _Table) -> None:
        self.position, self.kind, self.table = position, kind, table
        self.has_points = "points" in table.names
        self.has_weight = "weight" in table.names
        self.strange: set[str] = set()  # ids on ballots that are no project's

    def merged(self, raw: Mapping[Raw, int]) -> Merged:
        """Merge again, now that 1,2 and 2,1 are seen to be the same."""
        if self.kind in ("approval", "choose-1"):
            return self._approvals(raw)
        weights: dict[Pairs, Fraction | int] = {}
        for one, count in raw.items():
            pairs = self._pairs(one)
            weights[pairs] = weights.get(pairs, 0) + count * self._weight(one)
        rows = tuple(tuple(k for k, _ in pairs) for pairs in weights)
        points = tuple(tuple(p for _, p in pairs) for pairs in weights)
        return Merged(rows, tuple(weights.values()), points)

    def _approvals(self, raw: Mapping[Raw, int]) -> Merged:
        weights: dict[tuple[int, ...], Fraction | int] = {}
        at, known = self.position.__getitem__, weights.get
        for one, count in raw.items():
            try:
                chosen = list(map(at, one[0].split(",")))
            except KeyError:
                chosen = self._known(one)
            row = tuple(sorted(set(chosen)))
            if len(row) < len(chosen):
                self.table.repeated += count
            weights[row] = known(row, 0) + (count * self._weight(one) if self.has_weight else count)
        return Merged(tuple(weights), tuple(weights.values()))

    def _known(self, one: Raw) -> list[int]:
        """Read ids, and leave unknown ones out; whether that will do is doubtful."""
        names = [word.strip() for word in one[0].split(",") if word.strip()]
        for name in names:
            if name not in self.position and name not in self.strange:
                self.strange.add(name)
                line = self.table.line_with(one)
                self.table.doubts.append(BadInput("unknown-project", line=line, project=name))
        return [self.position[name] for name in names if name in self.position]

    def _chosen(self, one: Raw) -> list[int]:
        """Read ids with spaces around them, and empty ones; raise on an unknown id."""
        chosen = []
        for word in one[0].split(","):
            name = word.strip()
            if name and name not in self.position:
                line = self.table.line_with(one)
                raise BadInput("unknown-project", line=line, project=name)
            if name:
                chosen.append(self.position[name])
        return chosen

    def _pairs(self, one: Raw) -> Pairs:
        chosen = self._chosen(one)
        points = self._points(one, len(chosen))
        found: dict[int, Fraction | int] = {}
        for k, given in zip(chosen, points, strict=True):
            found.setdefault(k, given)
        if len(found) < len(chosen):
            self.table.repeated += 1
        return tuple(sorted(found.items()))

    def _points(self, one: Raw, chosen: int) -> list[Fraction | int]:
        if self.kind == "ordinal":
            return list(range(chosen))
        if not self.has_points:
            return [1] * chosen
        words = [word.strip() for word in one[1].split(",") if word.strip()]
        points = [exactly(word) for word in words]
        if len(points) != chosen or None in points:
            line = self.table.line_with(one)
            raise BadInput("points-count", line=line, projects=chosen, points=one[1])
        return [p.numerator if p.denominator == 1 else p for p in points if p is not None]

    def _weight(self, one: Raw) -> Fraction | int:
        if not self.has_weight:
            return 1
        weight = exactly(one[-1] or "1")
        if weight is None or weight < 0:
            raise BadInput("weight-negative", line=self.table.line_with(one), weight=one[-1])
        return weight
