"""Every number that the simulator takes for granted, with where it comes from."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

KINDS = {  # kind: (share of what is offered, share of what is asked)
    "rides": (0.06, 0.20),  # the need least met (hOurMobile)
    "company": (0.14, 0.12),
    "gardens": (0.08, 0.12),
    "shopping": (0.08, 0.09),
    "repairs": (0.06, 0.10),
    "computers": (0.06, 0.09),
    "pets": (0.10, 0.06),
    "cooking": (0.12, 0.05),
    "music": (0.08, 0.03),
    "languages": (0.08, 0.03),
    "letters": (0.05, 0.06),
    "children": (0.09, 0.05),
}
WORDS = {kind: tuple(f"{kind} {end}" for end in ("weekly", "once", "together", "at home", "slowly"))
         for kind in KINDS}  # fmt: skip
MINUTES = ((30, 0.15), (60, 0.40), (90, 0.15), (120, 0.20), (300, 0.10))
WHERE = (0.20, 0.45, 0.10, 0.25)  # place, home, online, anywhere: of asks and of offers
DAYTIME, EVENINGS, ANY = range(3)  # how people's weeks look, and how many have each
WEEKS_OF = (0.40, 0.45, 0.15)
FREE = {  # chance that a part of the day is free: morning, afternoon, evening; then at weekends
    DAYTIME: ((0.50, 0.55, 0.15), (0.20, 0.25, 0.15)),
    EVENINGS: ((0.05, 0.08, 0.45), (0.40, 0.45, 0.25)),
    ANY: ((0.50, 0.50, 0.50), (0.50, 0.50, 0.50)),
}


@dataclass(frozen=True)
class Assumptions:
    """A hub and how its people behave. Not measured on any real hub unless a source is named."""

    members: int = 1_000
    weeks: int = 26
    warm_up: int = 6  # weeks that are not counted
    contacts: int = 3  # people approached for an open ask in a week, whatever the method
    patience: int = 4  # weeks after which an ask is given up

    side: float = 20_000.0  # metres across a hub of 1,000; grows with the root of the members
    villages: float = 0.008  # for each member
    spread: float = 900.0  # metres around a village's middle
    area: float = 1_500.0  # metres across a small area: all that a matcher knows of a home

    offering: float = 0.6  # share of members who offer something, one to three things
    asks_a_week: float = 0.03  # for each member
    saying_yes: tuple[float, float] = (0.8, 2.4)  # Beta: few say yes often (NSW: 7 % ever traded)
    browsing: float = 0.5  # chance in a week, times willingness, that someone reads the list
    reads: int = 20  # asks that someone reads who looks at the list, newest first

    welsh: float = 0.3  # share who speak Welsh beside English
    in_welsh: float = 0.4  # share of their asks that are to be in Welsh
    needs: float = 0.15  # share of asks with an access need
    meets: float = 0.5  # chance that an offer meets a given need
    checked: float = 0.10  # share of members with checks
    wants_checks: float = 0.05  # share of asks
    blocks: float = 0.01  # pairs, for each member

    says_times: float = 0.75  # share of offers and asks that say when at all
    forgets: float = 0.15  # a time that suits is not said
    imagines: float = 0.05  # a time that does not suit is said
    ticks: float = 0.7  # a need that is met is said to be met
    says_reach: float = 0.5  # share who say how far they go
    reach: tuple[float, float] = (5_000.0, 0.5)  # metres: median, and the spread of its logarithm

    decay: float = 4_000.0  # metres at which willingness to go falls to 1/e
    inconvenient: float = 0.5  # what a single possible time leaves of willingness (four: all)
    tired_by_asking: float = 0.6  # what one more approach in the same week leaves
    tired_by_hours: float = 480.0  # minutes given in four weeks at which willingness is halved

    memory: int = 8  # weeks over which a matcher counts who was asked
