"""What the world holds of safeguarding: rules, checks, references, company and concerns."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import re
from uuid import UUID

from django.utils import timezone

from gyda.deliver.models import Exchange
from gyda.letters.models import Letter
from gyda.people.models import Member
from gyda.people.who import Who
from gyda.safeguarding.actions import concerns, references
from gyda.safeguarding.actions.checks import note_check
from gyda.safeguarding.actions.company import flag_company
from gyda.safeguarding.actions.leads import name_lead
from gyda.safeguarding.actions.requirements import require
from gyda.safeguarding.models import Check, Company, Lead, Reference, Requirement

Found = dict[str, UUID | str]
DAY = datetime.timedelta(days=1)
SAID = references.Said(knows="Capel, ers 1998", trusts="YES", words="Person da", language="cy")


def care_in(alys: Member, bryn: Member, carys: Member, gwen: Member, agreed: UUID) -> Found:
    """Make all of it in the hub: Carys is the lead, Bryn has told of something about Gwen."""
    name_lead(who=Who(alys), member=carys)
    require(
        who=Who(alys), part="ORGANISER", level="MEETING", because_cy="I nabod", because_en="To meet"
    )
    require(who=Who(alys), part="GIVER", level="ACCOMPANIED")
    flag_company(exchange=Exchange.objects.with_people().get(id=agreed))
    today = timezone.localdate()
    for member in (bryn, gwen):
        until = today + 40 * DAY
        note_check(who=Who(carys), member=member, level="BASIC", seen_on=today, valid_until=until)
    asked, code = _asked(carys, bryn, "Mrs Puw")
    given, answered = _asked(carys, bryn, "Mr Prys")
    references.give_reference(code=answered, said=SAID)
    told = concerns.Told(about="PERSON", words="Poeni dwi", language="cy", about_member=gwen)
    concern, _code = concerns.tell_concern(told=told, told_by=bryn)
    concerns.answer(who=Who(carys), concern=concern, words="Diolch", language="cy")
    return {
        "rule": Requirement.objects.earliest("id").id,
        "lead": Lead.objects.get().id,
        "check": Check.objects.get(member=gwen).id,
        "company": Company.objects.get().id,
        "reference": asked.id,
        "given reference": given.id,
        "reference code": code,
        "concern": concern.id,
    }


def _asked(carys: Member, member: Member, name: str) -> tuple[Reference, str]:
    referee = references.Referee(name=name, language="cy", email="geirda@example.org")
    made = references.ask_reference(who=Who(carys), member=member, referee=referee)
    body = Letter.objects.get(kind="reference_asked", about_id=made.id).body
    code = re.search(r"/reference/(\w{10})/", body)
    assert code
    return made, code[1]


def care_elsewhere(steward: Member, member: Member, marker: str) -> None:
    """Something of everything, marked, in the other hub."""
    require(who=Who(steward), part="HELPER", level="MEETING", because_cy=marker, because_en=marker)
    note_check(
        who=Who(steward), member=member, level="BASIC", seen_on=timezone.localdate(),
        valid_until=timezone.localdate() + DAY,
    )  # fmt: skip
    _asked(steward, member, marker)
    told = concerns.Told(about="OTHER", words=marker, language="cy", about_words=marker)
    concerns.tell_concern(told=told)
