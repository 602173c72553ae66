"""The story of one hub: every table of its TOML files, read into typed rows."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import tomllib
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from gyda.site.demo.story.care import (
    AreaWords,
    CheckWords,
    ConcernWords,
    LeadWords,
    ReferralWords,
    RuleWords,
)
from gyda.site.demo.story.conversations import ConversationWords, StatementWords
from gyda.site.demo.story.criteria import CriteriaWords, HelpWords
from gyda.site.demo.story.deciding import (
    BallotWords,
    OptionWords,
    RulingWords,
    VotesWords,
)
from gyda.site.demo.story.design import (
    AmendmentWords,
    CostWords,
    EffectWords,
    PointOfProposalWords,
    ProposalWords,
)
from gyda.site.demo.story.figures import PlaceWords
from gyda.site.demo.story.funds import BidWords, FundWords, PromiseWords, SmallGrantWords
from gyda.site.demo.story.giving import (
    ActivityWords,
    DeedWords,
    GiftWords,
    GrantWords,
    ListingWords,
    OpenWords,
)
from gyda.site.demo.story.heard import (
    AssetWords,
    GroupWords,
    MeetingWords,
    PassportWords,
    TaleWords,
)
from gyda.site.demo.story.initiatives import HandoverWords, InitiativeWords, StepWords
from gyda.site.demo.story.panels import PanelWords
from gyda.site.demo.story.paper import BatchWords, HandOutWords, PostWords
from gyda.site.demo.story.people import (
    ConsentWords,
    HubWords,
    NeedWords,
    OrganisationWords,
    PersonWords,
)
from gyda.site.demo.story.scorings import ScoringWords
from gyda.site.demo.story.venues import PoolWords, SpareWords, VenueWords
from gyda.site.demo.story.voices import (
    AppealWords,
    IdeaWords,
    PointWords,
    ReplyWords,
    ShelfWords,
)

DATA = Path(__file__).parent.parent / "data"
Row = TypeVar("Row")


def _told(kind: type[Row], table: str) -> list[Row]:
    """Say which table of the files a field is read from, and into what rows."""
    return field(default_factory=list, metadata={"kind": kind, "table": table})


@dataclass(frozen=True)
class Story:
    """One hub and its year."""

    hub: HubWords
    organisations: list[OrganisationWords] = _told(OrganisationWords, "organisation")
    people: list[PersonWords] = _told(PersonWords, "person")
    consents: list[ConsentWords] = _told(ConsentWords, "consent")
    needs: list[NeedWords] = _told(NeedWords, "need")
    listings: list[ListingWords] = _told(ListingWords, "listing")
    deeds: list[DeedWords] = _told(DeedWords, "deed")
    activities: list[ActivityWords] = _told(ActivityWords, "activity")
    gifts: list[GiftWords] = _told(GiftWords, "gift")
    grants: list[GrantWords] = _told(GrantWords, "grant")
    pools: list[PoolWords] = _told(PoolWords, "pool")
    venues: list[VenueWords] = _told(VenueWords, "venue")
    spares: list[SpareWords] = _told(SpareWords, "spare")
    open: list[OpenWords] = _told(OpenWords, "open")
    batches: list[BatchWords] = _told(BatchWords, "batch")
    handouts: list[HandOutWords] = _told(HandOutWords, "handout")
    post: list[PostWords] = _told(PostWords, "post")
    initiatives: list[InitiativeWords] = _told(InitiativeWords, "initiative")
    steps: list[StepWords] = _told(StepWords, "step")
    handovers: list[HandoverWords] = _told(HandoverWords, "handover")
    conversations: list[ConversationWords] = _told(ConversationWords, "conversation")
    statements: list[StatementWords] = _told(StatementWords, "statement")
    referrals: list[ReferralWords] = _told(ReferralWords, "referral")
    rules: list[RuleWords] = _told(RuleWords, "rule")
    checks: list[CheckWords] = _told(CheckWords, "check")
    leads: list[LeadWords] = _told(LeadWords, "lead")
    concerns: list[ConcernWords] = _told(ConcernWords, "concern")
    coverage: list[AreaWords] = _told(AreaWords, "area")
    places: list[PlaceWords] = _told(PlaceWords, "place")
    population: list[GroupWords] = _told(GroupWords, "population")
    passports: list[PassportWords] = _told(PassportWords, "passport")
    meetings: list[MeetingWords] = _told(MeetingWords, "meeting")
    assets: list[AssetWords] = _told(AssetWords, "asset")
    tales: list[TaleWords] = _told(TaleWords, "tale")
    idea_shelves: list[ShelfWords] = _told(ShelfWords, "idea_shelf")
    ideas: list[IdeaWords] = _told(IdeaWords, "idea")
    points: list[PointWords] = _told(PointWords, "point")
    letters: list[AppealWords] = _told(AppealWords, "letter")
    replies: list[ReplyWords] = _told(ReplyWords, "reply")
    proposals: list[ProposalWords] = _told(ProposalWords, "proposal")
    proposal_costs: list[CostWords] = _told(CostWords, "proposal_cost")
    proposal_groups: list[EffectWords] = _told(EffectWords, "proposal_group")
    proposal_points: list[PointOfProposalWords] = _told(PointOfProposalWords, "proposal_point")
    amendments: list[AmendmentWords] = _told(AmendmentWords, "amendment")
    criteria: list[CriteriaWords] = _told(CriteriaWords, "criteria")
    helps: list[HelpWords] = _told(HelpWords, "help")
    funds: list[FundWords] = _told(FundWords, "fund")
    promises: list[PromiseWords] = _told(PromiseWords, "promise")
    small_grants: list[SmallGrantWords] = _told(SmallGrantWords, "small_grant")
    bids: list[BidWords] = _told(BidWords, "bid")
    panels: list[PanelWords] = _told(PanelWords, "panel")
    ballots: list[BallotWords] = _told(BallotWords, "ballot")
    options: list[OptionWords] = _told(OptionWords, "option")
    votes: list[VotesWords] = _told(VotesWords, "votes")
    scorings: list[ScoringWords] = _told(ScoringWords, "scoring")
    rulings: list[RulingWords] = _told(RulingWords, "ruling")


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
    rows = {
        each.name: [
            each.metadata["kind"](**_frozen(row)) for row in tables.get(each.metadata["table"], [])
        ]
        for each in fields(Story)
        if each.metadata
    }
    return Story(hub=HubWords(**_frozen(hub)), **rows)


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
