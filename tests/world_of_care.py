"""What the world holds of referral and safeguarding, from rules and checks to concerns."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import re
from uuid import UUID

from django.utils import timezone

from gyda.deliver.models import Exchange
from gyda.letters.models import Letter
from gyda.people.models import Member, Organisation
from gyda.people.who import Who
from gyda.referral.actions.answer import write_answer_down
from gyda.referral.actions.refer import Introduction, refer
from gyda.referral.actions.rules import load_coverage, set_policy
from gyda.referral.models import Referral
from gyda.referral.reading import Row
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
    return made, _code_of("reference_asked", made.id)


def referrals_in(alys: Member, carys: Member, dafydd: Member) -> Found:
    """Dafydd's practice refers: one waits, one joined; and the areas of the coverage."""
    practice = dafydd.organisation
    set_policy(who=Who(alys), answer_days=28, remind_days=14, organisations=[practice])
    rows = [
        Row("Pentre Isaf", "Clwstwr y Cwm", "Valley Cluster", 2450, -3.35, 51.7),
        Row("Pentre Uchaf", "Clwstwr y Dref", "Town Cluster", 8120, -3.2, 51.6),
    ]
    load_coverage(who=Who(alys), rows=rows)
    waits, code = _referred(dafydd, "Nesta Vaughan", "nesta@example.org")
    joined, _code = _referred(dafydd, "Idwal Vaughan", "idwal@example.org")
    write_answer_down(who=Who(carys), referral=joined, answer="YES", how="SPOKEN")
    return {"referral": waits.id, "joined referral": joined.id, "referral code": code}


def _referred(referrer: Member, name: str, address: str) -> tuple[Referral, str]:
    told = Introduction(
        name=name, reach="EMAIL", address=address, language="cy", consent_how="SPOKEN",
        consent_on=timezone.localdate(), words="Cwmni", words_language="cy",
    )  # fmt: skip
    made = refer(who=Who(referrer), introduction=told)
    return made, _code_of("referral", made.id)


def _code_of(kind: str, about: UUID) -> str:
    body = Letter.objects.get(kind=kind, about_id=about).body
    code = re.search(r"/(\w{10})/", body)
    assert code
    return code[1]


def referrals_elsewhere(steward: Member, marker: str) -> None:
    """A referral, and areas, marked, in the other hub."""
    school = Organisation.objects.get()
    set_policy(who=Who(steward), answer_days=28, remind_days=0, organisations=[school])
    Member.objects.filter(id=steward.id).update(organisation=school)
    load_coverage(who=Who(steward), rows=[Row(marker, marker, marker, 100)])
    _referred(Member.objects.get(id=steward.id), marker, "arall@example.org")


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
