"""How the people of a story come into their hub: on their own, invited, or by a connector."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from functools import partial
from itertools import count

from gyda.people.actions import (
    cards,
    consents,
    hubs,
    invitations,
    joining,
    leaving,
    members,
    profile,
    signing_in,
)
from gyda.people.models import Member, Person
from gyda.people.models.application import Application
from gyda.people.models.consent import Scope
from gyda.people.models.member import Reach, Role
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.people import ConsentWords, NeedWords, OrganisationWords, PersonWords

# 07700 900000 to 900999 are numbers that belong to nobody: they are kept for drama.
phones = (f"+447700900{number:03}" for number in count(100))


def write_people(stage: Stage) -> None:
    """Note in the diary how everyone joins, and what they say of themselves."""
    first = stage.diary.day(stage.words(stage.steward).joined)
    for words in stage.story.organisations:
        stage.write(first, partial(_organisation, stage, words))
    for person in stage.story.people:
        _write_person(stage, person)
    for consent in stage.story.consents:
        at = stage.diary.day(consent.ago, 11)
        stage.write(at, partial(_consent, stage, consent, at))
    for need in stage.story.needs:
        at = stage.diary.day(stage.words(need.member).joined - 1, 12)
        stage.write(at, partial(_need, stage, need))


def _write_person(stage: Stage, words: PersonWords) -> None:
    asked = words.joined or words.waiting
    at = stage.diary.day(asked, 9, 30)
    if words.key == stage.steward:
        stage.write(at, lambda: _describe(stage, words))
        return
    stage.write(at, lambda: _come(stage, words))
    if words.card:
        stage.write(at.replace(hour=10), lambda: _card(stage, words))
    if words.left:
        stage.write(stage.diary.day(words.left), lambda: _leave(stage, words))


def _organisation(stage: Stage, words: OrganisationWords) -> None:
    stage.organisations[words.key] = hubs.keep_organisation(
        who=stage.by(stage.steward),
        name_cy=words.name_cy,
        name_en=words.name_en,
        about_cy=words.about_cy,
        about_en=words.about_en,
    )


def _come(stage: Stage, words: PersonWords) -> None:
    """Bring someone in by the way that fits them."""
    if words.is_offline:
        member = _by_a_connector(stage, words)
    elif stage.hub.joining == "INVITE" or words.organisation or words.role != Role.MEMBER:
        member = _invited(stage, words)
    else:
        member = _asks(stage, words)
    stage.members[words.key] = member
    if not words.waiting:
        _describe(stage, words)


def _by_a_connector(stage: Stage, words: PersonWords) -> Member:
    return members.add_offline_member(
        who=stage.connector_beside(words.key),
        name=words.name,
        language=words.language,
        reach=Reach.CONNECTOR,
    )


def _invited(stage: Stage, words: PersonWords) -> Member:
    _, code = invitations.invite(
        who=stage.by(stage.steward),
        role=words.role,
        organisation=stage.organisations.get(words.organisation),
    )
    return invitations.accept(person=_person(stage, words), hub=stage.hub, code=code)


def _asks(stage: Stage, words: PersonWords) -> Member:
    member = joining.ask_to_join(
        person=_person(stage, words), hub=stage.hub, words=words.about, language=words.language
    )
    if words.waiting:
        return member
    application = Application.objects.get(member=member)
    return joining.approve(who=stage.connector_beside(words.key), application=application)


def _person(stage: Stage, words: PersonWords) -> Person:
    """Sign someone up by what they have; a second address is added to the first."""
    email = address(words.key, words.same_as or stage.hub.slug)
    if words.same_as and (known := Person.objects.filter(email=email).first()):
        return known
    addresses = [email] if words.email else []
    addresses += [next(phones)] if words.phone else []
    person = signing_in.sign_up(address=addresses[0], name=words.name, language=words.language)
    for more in addresses[1:]:
        signing_in.change_address(person=person, address=more)
    return person


def address(key: str, slug: str) -> str:
    """Return an e-mail address that leads nowhere: .example is kept for this."""
    return f"{key}@{slug}.example"


def _describe(stage: Stage, words: PersonWords) -> None:
    who = stage.by(words.key)
    profile.change_profile(
        who=who,
        language=words.language,
        strengths=words.about,
        strengths_language=words.language,
        area=stage.chance.choice(stage.story.hub.areas),
        reach=_reach(words),
        show_in_public=words.public,
    )


def _reach(words: PersonWords) -> Reach:
    if words.is_offline:
        return Reach.CONNECTOR
    return Reach.WRITING if words.email else Reach.CALL


def _card(stage: Stage, words: PersonWords) -> None:
    card, pin = cards.issue_card(
        who=stage.connector_beside(words.key), member=stage.members[words.key]
    )
    stage.cards[words.key] = card.number, pin


def _consent(stage: Stage, words: ConsentWords, at: datetime.datetime) -> None:
    consents.record_consent(
        who=stage.connector_beside(words.principal),
        principal=stage.members[words.principal],
        supporter=stage.members[words.supporter],
        scope=Scope.TIME_BANK,
        how=words.how,
        given_at=at,
        note=words.note,
    )


def _need(stage: Stage, words: NeedWords) -> None:
    profile.tell_needs(
        who=stage.by(words.member),
        needs=[profile.Need(words.kind, words.words, told=True)],
        language=stage.words(words.member).language,
    )


def _leave(stage: Stage, words: PersonWords) -> None:
    member = stage.members[words.key]
    stage.members[words.key] = leaving.leave(who=stage.by(words.key), member=member)
