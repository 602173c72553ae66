"""Codes and addresses: how someone shows who they are. No hub is in this, so no journal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import secrets

from django.db import IntegrityError, transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import override

from gyda.letters import senders
from gyda.people.errors import AddressTaken, CodeStale, CodeWrong, LastWayIn
from gyda.people.models import Person, SignInCode
from gyda.people.queries.persons import has_passkey, person_at

MINUTES = 15  # how long a code works


def send_code(*, address: str, language: str) -> SignInCode:
    """Send a new code to an address, known or not, and return its row (never its digits)."""
    forget_old_codes()
    digits = f"{secrets.randbelow(1_000_000):06}"
    expires_at = timezone.now() + datetime.timedelta(minutes=MINUTES)
    code = SignInCode(address=address, expires_at=expires_at)
    code.digest = _digest(code, digits)
    code.save()
    person = person_at(address)
    _deliver(address, digits, person.language if person else language)
    return code


def _digest(code: SignInCode, digits: str) -> str:
    return salted_hmac("gyda.people.code", f"{code.id}:{digits}", algorithm="sha256").hexdigest()


def _deliver(address: str, digits: str, language: str) -> None:
    words = {"code": digits, "minutes": MINUTES}
    with override(language):
        if "@" in address:
            text = render_to_string("people/code/email.txt", words)
            subject, _, body = text.strip().partition("\n")
            senders.send_email(to=address, subject=subject, body=body.strip() + "\n")
        else:
            body = render_to_string("people/code/sms.txt", words).strip()
            senders.send_sms(to=address, body=body)


def use_code(*, code_id: str, digits: str) -> str:
    """Return the address that the digits prove. A try is counted before it is looked at."""
    usable = SignInCode.objects.usable().filter(id=code_id)
    if not usable.update(tries=F("tries") + 1):
        raise CodeStale
    code = SignInCode.objects.get(id=code_id)
    typed = "".join(digit for digit in digits if digit.isdigit())
    if not constant_time_compare(code.digest, _digest(code, typed)):
        raise CodeWrong
    unused = SignInCode.objects.filter(id=code.id, used_at__isnull=True)
    if not unused.update(used_at=timezone.now()):
        raise CodeStale
    return code.address


def forget_old_codes() -> None:
    """Delete codes that stopped working a day ago: addresses are not kept without need."""
    day_ago = timezone.now() - datetime.timedelta(days=1)
    SignInCode.objects.filter(expires_at__lt=day_ago).delete()


@transaction.atomic
def sign_up(*, address: str, name: str, language: str) -> Person:
    """Make a person of someone who has shown that the address is theirs."""
    try:
        with transaction.atomic():
            return Person.objects.create_user(
                name=name, language=language, **{_kind(address): address}
            )
    except IntegrityError as error:
        raise AddressTaken from error


@transaction.atomic
def change_address(*, person: Person, address: str) -> None:
    """Keep a new e-mail address or phone number, once it is shown to be theirs."""
    try:
        with transaction.atomic():
            setattr(person, _kind(address), address)
            person.save(update_fields=[_kind(address)])
    except IntegrityError as error:
        raise AddressTaken from error


@transaction.atomic
def remove_address(*, person: Person, kind: str) -> None:
    """Forget an e-mail address or phone number, if another way in stays."""
    other = person.phone if kind == "email" else person.email
    if not other and not has_passkey(person):
        raise LastWayIn
    setattr(person, kind, None)
    person.save(update_fields=[kind])


def _kind(address: str) -> str:
    return "email" if "@" in address else "phone"
