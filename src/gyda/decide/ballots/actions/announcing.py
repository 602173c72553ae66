"""The result becomes a decision: published in both languages, with the files to count it again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from gyda.decide.ballots import errors, queries
from gyda.decide.ballots.actions.fates import tell_proposals
from gyda.decide.ballots.actions.recording import held
from gyda.decide.ballots.both import both
from gyda.decide.ballots.models import Ballot, Option
from gyda.decide.ballots.winners import ABOUT, numbers
from gyda.decide.decisions.actions.publish import publish
from gyda.decide.decisions.draft import Draft
from gyda.decide.decisions.models import Decision
from gyda.people.who import Who
from gyda.web.units import pounds


@transaction.atomic
def announce(
    *,
    who: Who,
    ballot_id: UUID,
    what_cy: str,
    what_en: str,
    reasons_cy: str,
    reasons_en: str,
    effective_on: datetime.date,
    minority_cy: str = "",
    minority_en: str = "",
    review_on: datetime.date | None = None,
    now: datetime.datetime | None = None,
) -> Decision:
    """Publish what a ballot decided."""
    ballot = held(who, ballot_id)
    if not ballot.is_counted or ballot.decision is not None or ballot.is_import:
        raise errors.BallotError
    draft = Draft(
        kind="BALLOT",
        method=ballot.method,
        right=ballot.say,
        title_cy=both(ballot, "title")[0],
        title_en=both(ballot, "title")[1],
        what_cy=what_cy,
        what_en=what_en,
        reasons_cy=reasons_cy,
        reasons_en=reasons_en,
        minority_cy=minority_cy,
        minority_en=minority_en,
        effective_on=effective_on,
        review_on=review_on,
        about_kind=ABOUT,
        about_id=ballot.id,
        **_figures(ballot),
    )
    decision = publish(who=who, initiative=ballot.initiative, draft=draft, now=now)
    ballot.decision = decision.id
    ballot.save(update_fields=["decision"])
    tell_proposals(who, ballot, decision)
    return decision


def _figures(ballot: Ballot) -> dict[str, Any]:
    """Return for and against of a motion; of options the money, and the hours of the winners."""
    records = queries.tally_or_404(ballot).records("en")
    if ballot.is_plain:
        said = records[0]
        return {"in_favour": said["yes"], "against": said["no"], "abstained": said["abstain"]}
    won = numbers(queries.tally_or_404(ballot))
    minutes = sum(one.minutes for one in queries.options_of(ballot) if one.number in won)
    spent = sum(queries.pence_of(record["cost"]) for record in records)
    return {"pence": spent, "minutes": minutes or None}


def words_for(ballot: Ballot) -> dict[str, Any]:
    """Return what the form begins with: what the count itself says, in both languages."""
    words: dict[str, Any] = {"effective_on": timezone.localdate()}
    tally, options = queries.tally_or_404(ballot), queries.options_of(ballot)
    for language in ("cy", "en"):
        with override(language):
            records = tally.records(language)
            words[f"what_{language}"] = _what(records, options)
            words[f"reasons_{language}"] = _reasons(ballot, records)
            words[f"minority_{language}"] = _others(records, options)
    return words


def _what(records: list[dict[str, Any]], options: list[Option]) -> str:
    if "carried" in records[0]:
        return _("Carried.") if records[0]["carried"] else _("Not carried.")
    lines = [line for pot in queries.pots(records, options) for line in pot.winners]
    return "\n".join(f"{line.title}: {pounds(line.pence)}" for line in lines)


def _others(records: list[dict[str, Any]], options: list[Option]) -> str:
    """Return what was wanted and did not win, so that it is printed with what did."""
    if "carried" in records[0]:
        return ""
    wanted = [
        f"{line.title} ({line.support:g})"
        for pot in queries.pots(records, options)
        for line in pot.others
        if line.support
    ]
    return (
        _("Voted for too, and not won: %(options)s.") % {"options": ", ".join(wanted)}
        if wanted
        else ""
    )


def _reasons(ballot: Ballot, records: list[dict[str, Any]]) -> str:
    words = _("%(voters)s people voted. Counted as was said before: %(method)s.")
    told = {"voters": queries.voters_of(records), "method": str(ballot.get_method_display())}
    return words % told
