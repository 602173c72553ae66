"""Sends what is due: claims it first, so that no lock is held while the post is slow."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from smtplib import SMTPRecipientsRefused
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from gyda.keys.uuid7 import uuid7
from gyda.letters import senders, wording
from gyda.letters.errors import Refused
from gyda.letters.models import Channel, Letter, LetterState
from gyda.letters.queries import hub_named

CLAIM = datetime.timedelta(minutes=10)  # after that, a tick that died has lost its claim
TRIES = 6
FIRST_WAIT = datetime.timedelta(minutes=5)  # doubles with each try
TOGETHER = 100  # letters in one digest


def send_due(*, hub_id: UUID, now: datetime.datetime | None = None) -> int:
    """Send every letter that is due, those of one reader together where so chosen."""
    now, sent = now or timezone.now(), 0
    hub = hub_named(hub_id)
    while bundle := _claim(now):
        sent += _send(bundle, hub, now)
    return sent


@transaction.atomic
def _claim(now: datetime.datetime) -> list[Letter]:
    due = Letter.objects.due(now).select_for_update(skip_locked=True, of=("self",))
    first = due.order_by("due_at", "id").first()
    if first is None:
        return []
    bundle = [first]
    if first.together:
        mine = due.filter(member=first.member_id, together=True, channel=first.channel)
        bundle = list(mine.filter(address=first.address).order_by("id")[:TOGETHER])
    claimed = Letter.objects.filter(id__in=[letter.id for letter in bundle])
    claimed.update(claimed_until=now + CLAIM, tries=F("tries") + 1)
    return bundle


def _send(bundle: Sequence[Letter], hub: object, now: datetime.datetime) -> int:
    try:
        parts = _by_sms(bundle, hub) if bundle[0].channel == Channel.SMS else _by_email(bundle, hub)
    except (Refused, SMTPRecipientsRefused) as error:
        return _failed(bundle, error)
    except Exception as error:  # whatever the post does, the other letters go out
        return _try_later(bundle, error, now)
    return _sent(bundle, parts, now)


def _by_email(bundle: Sequence[Letter], hub: object) -> int:
    message = wording.email(bundle, hub)
    senders.send_email(
        to=bundle[0].address, subject=message.subject, body=message.body, headers=message.headers
    )
    return 0


def _by_sms(bundle: Sequence[Letter], hub: object) -> int:
    return senders.send_sms(to=bundle[0].address, body=wording.sms(bundle, hub)).parts


def _rows(bundle: Sequence[Letter]) -> "QuerySet[Letter]":
    return Letter.objects.filter(id__in=[letter.id for letter in bundle])


@transaction.atomic
def _sent(bundle: Sequence[Letter], parts: int, now: datetime.datetime) -> int:
    first, *rest = bundle
    done = {"state": LetterState.SENT, "sent_at": now, "claimed_until": None, "error": ""}
    _rows(bundle).update(**done, batch_id=uuid7() if rest else None)
    if parts:  # one message, one price
        _rows([first]).update(sms_parts=parts, cost_tenths=parts * settings.SMS_COST_TENTHS)
    return len(bundle)


@transaction.atomic
def _failed(bundle: Sequence[Letter], error: Exception) -> int:
    _rows(bundle).update(state=LetterState.FAILED, claimed_until=None, error=_words(error))
    return 0


@transaction.atomic
def _try_later(bundle: Sequence[Letter], error: Exception, now: datetime.datetime) -> int:
    tried = bundle[0].tries + 1
    if tried >= TRIES:
        return _failed(bundle, error)
    later = now + FIRST_WAIT * 2 ** (tried - 1)
    _rows(bundle).update(due_at=later, claimed_until=None, error=_words(error))
    return 0


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]
