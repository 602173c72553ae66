"""What the tests of this room need."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import re
from typing import Any

from django.test import Client
from django.utils import timezone

from gyda.letters.models import Letter
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who
from gyda.referral.actions.refer import Introduction, refer
from gyda.referral.actions.rules import set_policy
from gyda.referral.models import Referral

DAY = datetime.timedelta(days=1)
WHY = "Mae'r tŷ yn dawel iawn"


def allow(cast: Cast, answer_days: int = 28, remind_days: int = 14) -> None:
    """Let Dafydd's practice refer."""
    set_policy(
        who=who(cast.alys),
        answer_days=answer_days,
        remind_days=remind_days,
        organisations=[cast.dafydd.organisation],
    )


def a_referral(cast: Cast, **fields: Any) -> Referral:
    """Dafydd refers Beti."""
    told = {
        "name": "Beti", "reach": "EMAIL", "address": "beti@example.org", "language": "cy",
        "consent_how": "SPOKEN", "consent_on": timezone.localdate(),
        "words": WHY, "words_language": "cy",
    }  # fmt: skip
    return refer(who=who(cast.dafydd), introduction=Introduction(**(told | fields)))


def code_of(referral: Referral, kind: str = "referral") -> str:
    letter = Letter.objects.get(kind=kind, about_id=referral.id)
    found = re.search(r"/referral/(\w{10})/", letter.body)
    assert found
    return found[1]


def as_(member: Member) -> Client:
    client = Client()
    client.force_login(member.present_person, backend="gyda.people.backend.PersonBackend")
    return client
