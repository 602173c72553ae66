"""What the demo tells: one folder of TOML for each made-up hub, read into typed rows."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from gyda.site.demo.care_words import (
    AreaWords,
    CheckWords,
    ConcernWords,
    LeadWords,
    ReferralWords,
    RuleWords,
)
from gyda.site.demo.initiative_words import HandoverWords, InitiativeWords, StepWords

DATA = Path(__file__).parent / "data"
Row = TypeVar("Row")


@dataclass(frozen=True)
class HubWords:
    """A hub, in both languages."""

    slug: str
    name_cy: str
    name_en: str
    place_cy: str
    place_en: str
    about_cy: str
    about_en: str
    areas: tuple[str, ...]
    joining: str = "APPROVE"


@dataclass(frozen=True)
class OrganisationWords:
    """A practice, a landlord."""

    key: str
    name_cy: str
    name_en: str
    about_cy: str
    about_en: str


@dataclass(frozen=True)
class PersonWords:
    """Someone who never was; days are counted back from today."""

    key: str
    name: str
    language: str
    about: str
    joined: int = 0
    waiting: int = 0  # asked to join so many days ago
    left: int = 0
    role: str = "MEMBER"
    organisation: str = ""
    email: bool = True
    phone: bool = False
    card: bool = False
    public: bool = False  # their first name may stand on the hub's public page
    same_as: str = ""  # the hub in which they already are a member

    @property
    def is_offline(self) -> bool:
        return not (self.email or self.phone)


@dataclass(frozen=True)
class ConsentWords:
    """Who may act for whom."""

    principal: str
    supporter: str
    how: str
    note: str
    ago: int


@dataclass(frozen=True)
class NeedWords:
    """What someone needs so that they can take part."""

    member: str
    kind: str
    words: str


@dataclass(frozen=True)
class ListingWords:
    """An offer or an ask that is open today."""

    by: str
    kind: str
    shelf: str
    language: str
    title: str
    words: str
    where: str
    ago: int
    entered_by: str = ""
    place: str = ""
    times: tuple[str, ...] = ()
    spoken: str = "BOTH"
    access: tuple[str, ...] = ()
    care: tuple[str, ...] = ()
    by_in: int = 0  # days from now
    minutes: int | None = None
    picture: str = ""
    alt: str = ""


@dataclass(frozen=True)
class DeedWords:
    """What one did for another, once or more often."""

    what: str
    giver: str
    receiver: str
    language: str
    minutes: int
    ago: tuple[int, ...]
    thanks: tuple[str, ...] = ()
    shared: bool = False


@dataclass(frozen=True)
class ActivityWords:
    """What people did together, or will."""

    title_cy: str
    title_en: str
    about_cy: str
    about_en: str
    place_cy: str
    place_en: str
    organiser: str
    hour: int
    minutes: int
    ago: tuple[int, ...]
    gives: tuple[str, ...]
    takes: tuple[str, ...]
    organisation: str = ""
    places: int | None = None


@dataclass(frozen=True)
class GiftWords:
    """Hours given without anything in return; no receiver: to the pot."""

    giver: str
    ago: int
    minutes: int
    words: str
    language: str
    receiver: str = ""
    thanks: str = ""


@dataclass(frozen=True)
class GrantWords:
    """Hours that the pot gave."""

    receiver: str
    ago: int
    minutes: int
    words: str
    language: str


@dataclass(frozen=True)
class PoolWords:
    """Hours that an organisation may give, and the money behind them."""

    organisation: str
    ago: int
    minutes: int
    pence: int
    because: str
    language: str


@dataclass(frozen=True)
class VenueWords:
    """A place where hours can be spent; without a funder it is thanked."""

    organisation: str
    place_cy: str
    place_en: str
    about_cy: str
    about_en: str
    ago: int
    funder: str = ""
    pence_per_hour: int = 0


@dataclass(frozen=True)
class SpareWords:
    """Places that a venue has each week from so many days ago, and who goes there."""

    venue: str
    title_cy: str
    title_en: str
    about_cy: str
    about_en: str
    ago: int
    hour: int
    lasts: int
    minutes: int
    places: int
    visitors: tuple[str, ...]
    each: int
    access: tuple[str, ...] = ()
    for_whom_cy: str = ""
    for_whom_en: str = ""


@dataclass(frozen=True)
class OpenWords:
    """An exchange on its way, as far as `state` says; it is or was due in `days` days."""

    state: str
    what: str
    giver: str
    receiver: str
    by: str
    language: str
    minutes: int
    ago: int
    days: int
    said_giver: int = 0
    said_receiver: int = 0
    words: str = ""
    listing: str = ""  # the title of the offer or ask that it answers


@dataclass(frozen=True)
class BatchWords:
    """Notes that were printed; they count for `days` days, or for good."""

    ago: int
    minutes: int
    count: int
    days: int = 0


@dataclass(frozen=True)
class HandOutWords:
    """Notes of the batch printed last, handed out, and what became of them in the days after."""

    ago: int
    count: int
    source: str
    words: str
    language: str
    holder: str = ""
    brought: tuple[str, ...] = ()  # who brings the first, the second
    spent: str = ""  # the organisation at which the next one is spent
    lost: int = 0
    twice: str = ""  # who tries a copy of the first


@dataclass(frozen=True)
class PostWords:
    """Who gets a statement by post."""

    member: str
    rhythm: str
    ago: int


@dataclass(frozen=True)
class PlaceWords:
    """How deprived a village is, by fifths, and how many live there."""

    name: str
    fifth: int
    people: int


@dataclass(frozen=True)
class Story:
    """One hub and its year."""

    hub: HubWords
    organisations: list[OrganisationWords] = field(default_factory=list)
    people: list[PersonWords] = field(default_factory=list)
    consents: list[ConsentWords] = field(default_factory=list)
    needs: list[NeedWords] = field(default_factory=list)
    listings: list[ListingWords] = field(default_factory=list)
    deeds: list[DeedWords] = field(default_factory=list)
    activities: list[ActivityWords] = field(default_factory=list)
    gifts: list[GiftWords] = field(default_factory=list)
    grants: list[GrantWords] = field(default_factory=list)
    pools: list[PoolWords] = field(default_factory=list)
    venues: list[VenueWords] = field(default_factory=list)
    spares: list[SpareWords] = field(default_factory=list)
    open: list[OpenWords] = field(default_factory=list)
    batches: list[BatchWords] = field(default_factory=list)
    handouts: list[HandOutWords] = field(default_factory=list)
    post: list[PostWords] = field(default_factory=list)
    initiatives: list[InitiativeWords] = field(default_factory=list)
    steps: list[StepWords] = field(default_factory=list)
    handovers: list[HandoverWords] = field(default_factory=list)
    referrals: list[ReferralWords] = field(default_factory=list)
    rules: list[RuleWords] = field(default_factory=list)
    checks: list[CheckWords] = field(default_factory=list)
    leads: list[LeadWords] = field(default_factory=list)
    concerns: list[ConcernWords] = field(default_factory=list)
    coverage: list[AreaWords] = field(default_factory=list)
    places: list[PlaceWords] = field(default_factory=list)


@cache
def stories() -> tuple[Story, ...]:
    """Return the hubs of the demo, the larger one first."""
    return tuple(_story(DATA / slug) for slug in ("cwm-tresglen", "porth-alarch"))


def _story(folder: Path) -> Story:
    tables: dict[str, list[dict[str, Any]]] = {}
    hub: dict[str, Any] = {}
    for file in sorted(folder.glob("*.toml")):
        for name, found in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if isinstance(found, dict):
                hub = found
            else:
                tables.setdefault(name, []).extend(found)
    return Story(
        hub=HubWords(**_frozen(hub)),
        organisations=_rows(OrganisationWords, tables, "organisation"),
        people=_rows(PersonWords, tables, "person"),
        consents=_rows(ConsentWords, tables, "consent"),
        needs=_rows(NeedWords, tables, "need"),
        listings=_rows(ListingWords, tables, "listing"),
        deeds=_rows(DeedWords, tables, "deed"),
        activities=_rows(ActivityWords, tables, "activity"),
        gifts=_rows(GiftWords, tables, "gift"),
        grants=_rows(GrantWords, tables, "grant"),
        pools=_rows(PoolWords, tables, "pool"),
        venues=_rows(VenueWords, tables, "venue"),
        spares=_rows(SpareWords, tables, "spare"),
        open=_rows(OpenWords, tables, "open"),
        batches=_rows(BatchWords, tables, "batch"),
        handouts=_rows(HandOutWords, tables, "handout"),
        post=_rows(PostWords, tables, "post"),
        initiatives=_rows(InitiativeWords, tables, "initiative"),
        steps=_rows(StepWords, tables, "step"),
        handovers=_rows(HandoverWords, tables, "handover"),
        referrals=_rows(ReferralWords, tables, "referral"),
        rules=_rows(RuleWords, tables, "rule"),
        checks=_rows(CheckWords, tables, "check"),
        leads=_rows(LeadWords, tables, "lead"),
        concerns=_rows(ConcernWords, tables, "concern"),
        coverage=_rows(AreaWords, tables, "area"),
        places=_rows(PlaceWords, tables, "place"),
    )


def _rows(kind: type[Row], tables: dict[str, list[dict[str, Any]]], name: str) -> list[Row]:
    return [kind(**_frozen(row)) for row in tables.get(name, [])]


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
