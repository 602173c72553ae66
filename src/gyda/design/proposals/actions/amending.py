"""Amendments: proposed by any member, accepted or declined by the authors with reasons."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.design.proposals import errors, rules
from gyda.design.proposals.actions.copying import copy_of
from gyda.design.proposals.actions.recording import authors, note, tell, tell_one
from gyda.design.proposals.actions.working import locked, number_it
from gyda.design.proposals.models import Amendment, AmendmentState, Extent, Version
from gyda.design.proposals.queries import in_work_of, newest_of
from gyda.design.proposals.wording import places, replaced, tidy
from gyda.keys.once import once
from gyda.people.who import Who


@dataclass(frozen=True)
class Change:
    """Other words for a passage, or for the whole."""

    extent: str
    language: str  # of the words that change
    text: str
    why: str
    why_language: str
    passage: str = ""

    @property
    def columns(self) -> dict[str, str]:
        whole = {"passage": ""} if self.extent == Extent.WHOLE else {}
        columns = {name: tidy(value) for name, value in vars(self).items()}
        return columns | whole


@once
@transaction.atomic
def propose(
    *,
    who: Who,
    proposal_id: UUID,
    change: Change,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Amendment:
    """Propose an amendment to the words as they are now."""
    if key and (stored := Amendment.objects.filter(request_key=key).first()):
        return stored
    proposal = locked(proposal_id)
    if not proposal.is_open:
        raise errors.MovedOn
    version = newest_of(proposal)
    _check(version.words("what", change.language), change)
    amendment = Amendment.objects.create(
        version=version, by=who.subject, at=now or timezone.now(), request_key=key,
        **change.columns,
    )  # fmt: skip
    note(who, "proposal.amendment_proposed", proposal, about=amendment)
    tell(authors(proposal), "amendment_proposed", proposal, but=who.subject.id, amendment=amendment)
    return amendment


def _check(text: str, change: Change) -> None:
    """Raise unless it changes words that are there."""
    if not text:
        raise errors.NotTranslated
    if change.extent == Extent.WHOLE:
        if not tidy(change.text):
            raise errors.SameWords
        new: str | None = tidy(change.text)
    else:
        if len(places(text, change.passage)) != 1:
            raise errors.PassageGone
        new = replaced(text, change.passage, tidy(change.text))
    if new == text:
        raise errors.SameWords
    if not new:
        raise errors.PassageGone


def amended(amendment: Amendment, version: Version) -> str | None:
    """Return the words of a version with the amendment; None where its passage is not there."""
    text = version.words("what", amendment.language)
    if amendment.extent == Extent.WHOLE:
        return amendment.text
    return replaced(text, amendment.passage, amendment.text) or None


@dataclass(frozen=True)
class Answer:
    """What the authors say to it, in their language."""

    words: str
    language: str


@transaction.atomic
def accept(
    *, who: Who, amendment_id: UUID, answer: Answer, now: datetime.datetime | None = None
) -> Version:
    """Take the words over: a new version, which names whose words they are."""
    amendment, now = _waiting(who, amendment_id), now or timezone.now()
    proposal = locked(amendment.version.proposal_id)
    if in_work_of(proposal) is not None:
        raise errors.InWork
    newest = newest_of(proposal)
    words = amended(amendment, newest)
    if words is None:
        raise errors.PassageGone(field="answer")
    own, other = amendment.language, "en" if amendment.language == "cy" else "cy"
    version = copy_of(
        newest, by=amendment.by, language=own, **{f"what_{own}": words, f"what_{other}": ""}
    )
    number = number_it(
        proposal, version, why=amendment.why, why_language=amendment.why_language, now=now
    )
    _answer(amendment, who, AmendmentState.ACCEPTED, answer, now, made=number)
    note(who, "proposal.amendment_accepted", proposal, about=amendment, number=number)
    tell_one(amendment.by, "amendment_answered", proposal, amendment=amendment)
    version.refresh_from_db()
    return version


@transaction.atomic
def decline(
    *, who: Who, amendment_id: UUID, answer: Answer, now: datetime.datetime | None = None
) -> Amendment:
    """Leave the words as they are, and say why."""
    amendment = _waiting(who, amendment_id)
    proposal = amendment.version.proposal
    _answer(amendment, who, AmendmentState.DECLINED, answer, now or timezone.now())
    note(who, "proposal.amendment_declined", proposal, about=amendment)
    tell_one(amendment.by, "amendment_answered", proposal, amendment=amendment)
    return amendment


@transaction.atomic
def take_back(*, who: Who, amendment_id: UUID) -> None:
    """Take back an amendment of one's own that waits; its words are gone."""
    amendment = Amendment.objects.select_for_update().get(id=amendment_id)
    if amendment.by_id != who.subject.id:
        raise errors.NotAnAuthor
    if not amendment.waits:
        raise errors.AnsweredAlready
    Amendment.objects.filter(id=amendment.id).update(
        state=AmendmentState.WITHDRAWN, text="", passage="", why=""
    )
    note(who, "proposal.amendment_withdrawn", amendment.version.proposal, public=False)


def _waiting(who: Who, amendment_id: UUID) -> Amendment:
    """Return an amendment that waits, locked after its proposal, for its authors."""
    found = Amendment.objects.select_related("version").get(id=amendment_id)
    proposal = locked(found.version.proposal_id)
    rules.require_author(who, proposal)
    amendment = Amendment.objects.select_for_update().get(id=amendment_id)
    if not amendment.waits:
        raise errors.AnsweredAlready
    return amendment


def _answer(
    amendment: Amendment, who: Who, state: AmendmentState, answer: Answer,
    now: datetime.datetime, made: int | None = None,
) -> None:  # fmt: skip
    Amendment.objects.filter(id=amendment.id).update(
        state=state, answer=tidy(answer.words), answer_language=answer.language,
        answered_by=who.subject, answered_at=now, made=made,
    )  # fmt: skip
    amendment.refresh_from_db()
