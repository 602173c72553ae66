"""The passport: what I need to take part, said once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Collection

from django.db import transaction

from gyda.heard.errors import NotYours
from gyda.heard.models import PassportNeed
from gyda.heard.models.passport import PassportKind
from gyda.journal.actions import record
from gyda.people.who import Who


@transaction.atomic
def keep_passport(*, who: Who, kinds: Collection[str], words: str, language: str) -> None:
    """Keep the needs in place of those before; meetings for which some were shared keep theirs."""
    if not who.reaches_everything:
        raise NotYours
    member = who.subject
    PassportNeed.objects.filter(member=member).delete()
    wanted = [kind for kind in PassportKind.values if kind in kinds and kind != PassportKind.OWN]
    rows = [PassportNeed(hub_id=member.hub_id, member=member, kind=kind) for kind in wanted]
    if words.strip():
        own = {"kind": PassportKind.OWN, "words": words.strip(), "language": language}
        rows.append(PassportNeed(hub_id=member.hub_id, member=member, **own))
    PassportNeed.objects.bulk_create(rows)
    record(by=who, verb="passport.kept", about=member)
