"""Who takes part in a time bank: counted from what people gave, received and with whom."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median

Person = Hashable
PARTNERS = (("1", 1), ("2", 2), ("3-4", 4), ("5-9", 9))  # at most so many; the rest: MANY
MANY = "10+"


@dataclass
class Tally:
    """Minutes of one kind, how often, and by how many people: those whom a figure could betray."""

    minutes: int = 0
    times: int = 0
    people: set[Person] = field(default_factory=set)

    def add(self, minutes: int, people: Iterable[Person]) -> None:
        """Count one deed; what is taken back has minutes below nothing, and counts one less."""
        self.minutes += minutes
        self.times += 1 if minutes > 0 else -1
        self.people.update(people)


@dataclass
class Participation:
    """A time bank over some time. Minutes are whole; a reversal takes minutes back off."""

    given: Counter[Person] = field(default_factory=Counter)
    received: Counter[Person] = field(default_factory=Counter)
    ways: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    pairs: Counter[tuple[Person, Person]] = field(default_factory=Counter)

    def give(
        self,
        way: str,
        kind: str,
        minutes: int,
        giver: Person | None,
        receiver: Person | None,
        *,
        stands: bool = True,
    ) -> None:
        """Count time that was given; where one side is no member, it is None.

        What was taken back, and the taking back, does not stand: its minutes count, forth and
        back, and nobody took part by it.

        >>> bank = Participation()
        >>> bank.give("neighbours", "garden", 60, "aled", "beti")
        >>> bank.give("neighbours", "garden", -90, "cai", "dai", stands=False)
        >>> bank.ways["neighbours"].minutes, sorted(bank.active)
        (-30, ['aled', 'beti'])
        """
        people = [one for one in (giver, receiver) if one is not None] if stands else []
        self.ways[way].add(minutes, people)
        self.kinds[kind].add(minutes, people)
        if not stands:
            return
        if giver is not None:
            self.given[giver] += minutes
        if receiver is not None:
            self.received[receiver] += minutes
        if giver is not None and receiver is not None:
            self.pairs[giver, receiver] += minutes

    @property
    def active(self) -> set[Person]:
        """Everyone who gave or received."""
        return self.given.keys() | self.received.keys()

    @property
    def only_gave(self) -> set[Person]:
        return self.given.keys() - self.received.keys()

    @property
    def only_received(self) -> set[Person]:
        return self.received.keys() - self.given.keys()

    @property
    def both(self) -> set[Person]:
        return self.given.keys() & self.received.keys()

    def partners(self) -> dict[Person, int]:
        """Return with how many different people each one exchanged, whichever way.

        >>> bank = Participation()
        >>> for pair in (("aled", "beti"), ("beti", "aled"), ("aled", "cai")):
        ...     bank.give("neighbours", "", 60, *pair)
        >>> bank.partners()
        {'aled': 2, 'beti': 1, 'cai': 1}
        """
        met: dict[Person, set[Person]] = defaultdict(set)
        for giver, receiver in self.pairs:
            met[giver].add(receiver)
            met[receiver].add(giver)
        return {person: len(others) for person, others in met.items()}


def by_partners(partners: Mapping[Person, int]) -> dict[str, int]:
    """Return how many people have so many partners.

    >>> by_partners({"aled": 2, "beti": 1, "cai": 12})
    {'1': 1, '2': 1, '3-4': 0, '5-9': 0, '10+': 1}
    """
    found = Counter(band_of(number) for number in partners.values())
    return {name: found[name] for name in [*(name for name, _ in PARTNERS), MANY]}


def band_of(number: int) -> str:
    return next((name for name, most in PARTNERS if number <= most), MANY)


def median_partners(partners: Mapping[Person, int]) -> float:
    """Return the median number of partners of those who have any; 0.0 where nobody has.

    >>> median_partners({"aled": 2, "beti": 1}), median_partners({})
    (1.5, 0.0)
    """
    return float(median(partners.values())) if partners else 0.0
