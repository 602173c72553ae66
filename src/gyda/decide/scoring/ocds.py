"""The award as a release of the Open Contracting Data Standard 1.1."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.utils.translation import get_language

from gyda.decide.decisions.models import Decision
from gyda.decide.scoring.models import Bidder, Scoring
from gyda.decide.scoring.queries import bidders_of, result_of
from gyda.journal.records import moment
from gyda.people.models import Hub

PREFIX = "ocds-gyda"  # local: a publisher with a registered prefix puts its own here


def package_of(scoring: Scoring, decision: Decision, hub: Hub, uri: str) -> dict[str, Any]:
    """Return the release package; nobody who scored is in it."""
    published = moment(decision.decided_at)
    return {
        "uri": uri,
        "version": "1.1",
        "publishedDate": published,
        "publisher": {"name": str(hub.name)},
        "license": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "releases": [_release(scoring, decision, published)],
    }


def _words(thing: Any, **names: str) -> dict[str, str]:
    """Return texts in the page's language, and beside each the other, as OCDS names it."""
    here = (get_language() or "cy")[:2]
    other = "en" if here == "cy" else "cy"
    found = {}
    for name, field in names.items():
        found[name] = getattr(thing, f"{field}_{here}")
        found[f"{name}_{other}"] = getattr(thing, f"{field}_{other}")
    return found


def _release(scoring: Scoring, decision: Decision, published: str) -> dict[str, Any]:
    bidders = bidders_of(scoring)
    result = result_of(scoring)
    winners = [one for one in bidders if result and one.name in result.chosen.first]
    buyer = {"id": str(scoring.organisation.id), "name": str(scoring.organisation.name)}
    return {
        "ocid": f"{PREFIX}-{scoring.id}",
        "id": str(decision.id),
        "date": published,
        "language": (get_language() or "cy")[:2],
        "tag": ["tender", "award"],
        "initiationType": "tender",
        "parties": [{**buyer, "roles": ["buyer", "procuringEntity"]},
                    *(_party(one, one in winners) for one in bidders)],
        "buyer": buyer,
        "tender": _tender(scoring, bidders),
        "awards": [_award(scoring, decision, winners, published)],
    }  # fmt: skip


def _reference(bidder: Bidder) -> dict[str, str]:
    return {"id": str(bidder.id), "name": bidder.name}


def _party(bidder: Bidder, won: bool) -> dict[str, Any]:
    roles = ["tenderer", "supplier"] if won else ["tenderer"]
    return {**_reference(bidder), "roles": roles}


def _tender(scoring: Scoring, bidders: list[Bidder]) -> dict[str, Any]:
    return {
        "id": str(scoring.id),
        **_words(scoring, title="title", description="what"),
        "status": "complete",
        "awardCriteria": "ratedCriteria",
        "numberOfTenderers": len(bidders),
        "tenderers": [_reference(one) for one in bidders],
        "contractPeriod": _period(scoring),
    }


def _award(
    scoring: Scoring, decision: Decision, winners: list[Bidder], published: str
) -> dict[str, Any]:
    return {
        "id": str(decision.id),
        **_words(decision, title="title", description="reasons"),
        "status": "active",
        "date": published,
        "value": {"amount": scoring.pence / 100, "currency": "GBP"},
        "suppliers": [_reference(one) for one in winners],
        "contractPeriod": _period(scoring),
    }


def _period(scoring: Scoring) -> dict[str, str]:
    return {
        "startDate": f"{scoring.starts_on.isoformat()}T00:00:00Z",
        "endDate": f"{scoring.ends_on.isoformat()}T00:00:00Z",
    }
