"""Signing: members at once, others by a code in an e-mail, on paper through a connector."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from gyda.keys.context import current_hub
from gyda.letters import actions as post
from gyda.need import paper
from gyda.need.open_letters import errors, marks
from gyda.need.open_letters.actions.counting import count_again, forget, note, signing
from gyda.need.open_letters.actions.letters import reader_of
from gyda.need.open_letters.models import Kind, LetterPolicy, OpenLetter, Signature, Way
from gyda.people import codes
from gyda.people.data import burn_letters_about
from gyda.people.models.folded import folded_name
from gyda.people.who import GydaItself, Who

PURPOSE = "need.signature"


def policy() -> LetterPolicy:
    return LetterPolicy.objects.first() or LetterPolicy()


@transaction.atomic
def sign(
    *,
    who: Who,
    letter_id: UUID,
    kind: str = Kind.PERSON,
    is_public: bool = False,
    now: datetime.datetime | None = None,
) -> Signature:
    """Sign as a member: who is signed in needs no confirming."""
    letter, now = signing(letter_id), now or timezone.now()
    member, for_organisation = who.subject, kind == Kind.ORGANISATION
    if for_organisation and (member.organisation is None or who.is_acting):
        raise errors.ForNoOrganisation
    organisation = member.organisation if for_organisation else None
    name = str(organisation.name_cy) if organisation else member.name if is_public else ""
    mark = marks.of_organisation(name) if organisation else marks.of_member(member)
    _refuse_second(letter, kind, mark, None if organisation else member.id)
    signature = Signature.objects.create(
        letter=letter,
        kind=kind,
        way=Way.ACTING if who.is_acting else Way.MEMBER,
        member=member,
        organisation=organisation,
        mark=mark,
        name=name,
        is_public=is_public or for_organisation,
        language=member.present_person.language,
        asked_at=now,
        confirmed_at=now,
    )
    count_again(letter)
    note(who, "letter.signed", letter, public=False)
    return signature


def _refuse_second(letter: OpenLetter, kind: str, mark: str, member_id: UUID | None) -> None:
    """Raise where they have signed; who waits for a code from outside need not wait any more."""
    mine = Signature.objects.filter(letter=letter, kind=kind)
    if mark:
        waiting = mine.waiting().filter(mark=mark)
        burn_letters_about(waiting.values_list("id", flat=True))
        waiting.delete()
    if mark and mine.filter(mark=mark).exists():
        raise errors.SignedAlready
    if member_id and mine.filter(member=member_id).exists():
        raise errors.SignedAlready


@dataclass(frozen=True)
class Asked:
    """Who asks to sign from outside; `authority`: may sign for the organisation."""

    name: str
    email: str
    language: str
    kind: str = Kind.PERSON
    authority: bool = False
    is_public: bool = False
    hears: bool = False


@transaction.atomic
def ask_to_sign(
    *, letter_id: UUID, asked: Asked, now: datetime.datetime | None = None
) -> Signature | None:
    """Send a code to confirm by; who has signed is told so in their e-mail, nobody else is.

    Asking again while a code waits sends a new one in its place.
    """
    rules, now = policy(), now or timezone.now()
    if not rules.non_members:
        raise errors.MembersOnly
    if asked.kind == Kind.ORGANISATION and not asked.authority:
        raise errors.NameOrganisation
    letter, code = signing(letter_id), codes.new_code()
    mark = _mark(asked)
    mine = Signature.objects.filter(letter=letter, kind=asked.kind, mark=mark)
    columns = {
        "name": asked.name.strip(), "email": asked.email.strip(), "language": asked.language,
        "is_public": asked.is_public or asked.kind == Kind.ORGANISATION, "hears": asked.hears,
        "digest": codes.digest_of(PURPOSE, code), "asked_at": now,
        "expires_at": now + datetime.timedelta(days=rules.forget_days),
    }  # fmt: skip
    if mine.counted().exists():
        _say_signed(letter, asked)
        return None
    waits, _new = Signature.objects.update_or_create(
        letter=letter, kind=asked.kind, mark=mark, defaults={"way": Way.EMAIL, **columns}
    )
    burn_letters_about([waits.id])
    words = {"open_letter": letter, "code": code, "shown_code": codes.shown(code)}
    post.write(
        to=reader_of(waits), kind="letter_confirm", about_id=waits.id,
        context=words | {"until": waits.expires_at},
    )  # fmt: skip
    return waits


def _mark(asked: Asked) -> str:
    if asked.kind == Kind.ORGANISATION:
        return marks.of_organisation(asked.name)
    return marks.of_email(asked.email)


def _say_signed(letter: OpenLetter, asked: Asked) -> None:
    """Tell the one at that address; the page says the same to everyone."""
    reader = reader_of(
        Signature(hub_id=letter.hub_id, name=asked.name, language=asked.language,
                  email=asked.email)
    )  # fmt: skip
    context = {"open_letter": letter}
    post.write(to=reader, kind="letter_signed_already", about_id=letter.id, context=context)


def waiting_for(code: str, now: datetime.datetime | None = None) -> Signature:
    """Return what a code opens: a signature that waits, or one that counts already."""
    rows = Signature.objects.filter(digest=codes.digest_of(PURPOSE, code))
    found = rows.select_related("letter").first()
    if found is None or (found.expires_at and found.expires_at <= (now or timezone.now())):
        raise errors.CodeUnknown
    if not found.letter.is_shown:
        raise errors.TakenDown
    return found


@transaction.atomic
def confirm(*, code: str, now: datetime.datetime | None = None) -> Signature:
    """Count a signature; what is not needed any more is forgotten at once. Twice is once."""
    found = waiting_for(code, now)
    letter = signing(found.letter_id)
    signature = Signature.objects.select_for_update().get(id=found.id)
    if signature.confirmed_at:
        return signature
    signature.confirmed_at, signature.expires_at = now or timezone.now(), None
    if not signature.hears:
        signature.email = ""
    if not signature.is_public:
        signature.name = ""
    signature.save()
    burn_letters_about([signature.id])
    count_again(letter)
    note(GydaItself(current_hub()), "letter.signed_from_outside", letter, public=False)
    return signature


@transaction.atomic
def take_back(*, who: Who, letter_id: UUID, kind: str = Kind.PERSON) -> None:
    """Take one's signature back, as long as the letter is not delivered."""
    letter = signing(letter_id)
    gone = forget(Signature.objects.filter(letter=letter, kind=kind, member=who.subject))
    if gone:
        count_again(letter)
        note(who, "letter.unsigned", letter, public=False)


@transaction.atomic
def take_back_by_code(*, code: str) -> OpenLetter:
    """The same from outside, by the code; everything kept of it is gone."""
    found = waiting_for(code)
    letter = signing(found.letter_id)
    burn_letters_about([found.id])
    forget(Signature.objects.filter(id=found.id))
    count_again(letter)
    note(GydaItself(current_hub()), "letter.unsigned_from_outside", letter, public=False)
    return letter


@dataclass(frozen=True)
class Sheet:
    """What became of a sheet: new, there already, perhaps somebody who signed otherwise."""

    counted: int
    again: int
    doubtful: tuple[str, ...] = ()


@transaction.atomic
def type_sheet(
    *,
    who: Who,
    letter_id: UUID,
    lines: str,
    is_public: bool = False,
    others: bool = False,
    now: datetime.datetime | None = None,
) -> Sheet:
    """Type in a sheet. A name that stands there, or is a member's, is asked about first."""
    if not who.actor.is_connector:
        raise errors.NotYourLetter
    letter, written, now = signing(letter_id), paper.read(lines), now or timezone.now()
    doubtful = () if others else _doubtful(letter, written)
    if doubtful:
        return Sheet(0, 0, doubtful)
    counted = sum(_add(letter, one, is_public, who, now) for one in written)
    count_again(letter)
    note(who, "letter.sheet_typed", letter, people=counted)
    return Sheet(counted, len(written) - counted)


def _doubtful(letter: OpenLetter, written: list[paper.Written]) -> tuple[str, ...]:
    """Return names of people on the sheet who may have signed already in another way."""
    named = Signature.objects.filter(letter=letter, kind=Kind.PERSON).exclude(way=Way.PAPER)
    known = {folded_name(name) for name in named.exclude(name="").values_list("name", flat=True)}
    known |= paper.members_of_that_name(written)
    return tuple(one.name for one in written if not one.member and folded_name(one.name) in known)


def _add(
    letter: OpenLetter, one: paper.Written, is_public: bool, who: Who, now: datetime.datetime
) -> bool:
    mark = marks.of_member(one.member) if one.member else one.mark
    name = one.member.name if one.member else one.name
    language = one.member.present_person.language if one.member else "cy"
    try:
        _refuse_second(letter, Kind.PERSON, mark, one.member.id if one.member else None)
        with transaction.atomic():
            Signature.objects.create(
                letter=letter, kind=Kind.PERSON, way=Way.PAPER, member=one.member, mark=mark,
                name=name if is_public else "", is_public=is_public, language=language,
                asked_at=now, confirmed_at=now, typed_by=who.actor,
            )  # fmt: skip
    except (errors.SignedAlready, IntegrityError):
        return False
    return True
