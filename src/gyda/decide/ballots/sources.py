"""What an option is made from: the newest version of a proposal, or something of a room above."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots import errors
from gyda.decide.ballots.actions.options import Plan
from gyda.decide.ballots.authors import VERSION
from gyda.decide.ballots.models import Ballot, Option, Standing, State
from gyda.decide.ballots.wording import fitted
from gyda.design.proposals import registries
from gyda.design.proposals.costing import Costs, add_up
from gyda.design.proposals.models import CostLine, Effect, Proposal, Version
from gyda.design.proposals.models.proposal import State as Standings
from gyda.design.proposals.queries import effects_in, with_words

SUMMARY = 1000
MANY = 100


@dataclass(frozen=True)
class Offered:
    """A proposal that was put forward: its words, its costs, and whether it is on the paper."""

    version: Version
    costs: Costs
    on_paper: Option | None

    @property
    def is_newer(self) -> bool:
        """Whether the paper has an older version of it."""
        return self.on_paper is not None and self.on_paper.source_id != self.version.id


def proposals_for(ballot: Ballot) -> list[Offered]:
    """Return what was put forward to a decision, in the ballot's initiative or in all of them."""
    rows = Proposal.objects.filter(state=Standings.FORWARD)
    rows = rows.filter(initiative=ballot.initiative) if ballot.initiative_id else rows
    proposals: Any = with_words(rows).order_by("id")[:MANY]
    versions: list[Version] = [one.newest[0] for one in proposals]
    costs = _costs(versions)
    paper = _on_paper(ballot)
    return [Offered(one, costs[one.id], paper.get(one.proposal_id)) for one in versions]


def _costs(versions: Iterable[Version]) -> dict[UUID, Costs]:
    lines: dict[UUID, list[CostLine]] = defaultdict(list)
    for line in CostLine.objects.filter(version__in=[one.id for one in versions]):
        lines[line.version_id].append(line)
    return {one.id: add_up(lines[one.id]) for one in versions}


def _on_paper(ballot: Ballot) -> dict[UUID, Option]:
    """Return the options that were made from proposals, by the proposal."""
    options = Option.objects.filter(ballot=ballot, source=VERSION)
    options = options.exclude(state=Standing.WITHDRAWN).order_by("number")
    by_version = {one.source_id: one for one in options if one.source_id}
    versions = Version.objects.filter(id__in=list(by_version)).values_list("proposal_id", "id")
    return {proposal: by_version[version] for proposal, version in versions}


def forward_version(ballot: Ballot, proposal_id: UUID) -> Version:
    """Return the newest version of a proposal that was put forward where the ballot looks."""
    rows = Version.objects.newest().filter(proposal=proposal_id)
    rows = rows.filter(proposal__state=Standings.FORWARD).select_related("proposal")
    if ballot.initiative_id:
        rows = rows.filter(proposal__initiative=ballot.initiative_id)
    version = rows.first()
    if version is None:
        raise errors.NotForward
    return version


def plan_of(version: Version) -> Plan:
    """Return an option in the words and with the costs of a version: both as they are now."""
    effects, costs = effects_in(version), _costs([version])[version.id]
    if not costs.fund_pence:
        raise errors.AsksNoMoney
    words: dict[str, Any] = {}
    for language in ("cy", "en"):
        words[f"title_{language}"] = version.words("title", language)
        words[f"summary_{language}"] = fitted(version.words("what", language), SUMMARY)
        for side in ("gains", "loses"):
            words[f"{side}_{language}"] = _told(effects, side, language)
    if not all(words.values()):
        raise errors.WordsMissing
    return Plan(
        **words, pence=costs.fund_pence, minutes=costs.minutes, source=VERSION, source_id=version.id
    )


def _told(effects: list[Effect], side: str, language: str) -> str:
    """Say group by group what it gains, or loses."""
    told = [
        (getattr(one, f"group_{language}"), getattr(one, f"{side}_{language}")) for one in effects
    ]
    return "\n".join(f"{group}: {words}" for group, words in told if words)


@dataclass(frozen=True)
class Origin:
    """Where an option comes from, for the link on its card."""

    label: object
    page: str
    arguments: tuple[object, ...]


def with_origins(options: list[Option]) -> list[Option]:
    """Put beside each option where it comes from."""
    ids = [one.source_id for one in options if one.source == VERSION and one.source_id]
    versions = {row.id: row for row in Version.objects.filter(id__in=ids)}
    for option in options:
        version = versions.get(option.source_id) if option.source_id else None
        option.origin = _origin(option, version)
    return options


def _origin(option: Option, version: Version | None) -> Origin | None:
    if version is not None:
        place = (version.proposal_id, version.number)
        return Origin(_("A proposal, in this version"), "design:version", place)
    kind = registries.source(option.source)
    return Origin(kind.label, kind.page, (option.source_id,)) if kind else None


def uses(kind: str, about_id: UUID) -> list[registries.Use]:
    """Say on which ballots something stands, once everyone reads them."""
    rows = Option.objects.filter(source=kind, source_id=about_id)
    rows = rows.exclude(ballot__state=State.DRAFT).exclude(state=Standing.WITHDRAWN)
    found = {one.ballot_id: one.ballot for one in rows.select_related("ballot")[:MANY]}
    said = _("On a ballot")
    return [registries.Use(said, one.title, "decide:ballot", one.id) for one in found.values()]
