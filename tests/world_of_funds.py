"""The money of the world: a fund with promises, a payment that waits, a small grant, a bid."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import io
from uuid import UUID

from django.utils import timezone

from gyda.decide.decisions.actions.publish import publish
from gyda.decide.decisions.draft import Draft
from gyda.decide.decisions.models import Decision
from gyda.decide.funds.actions import payments
from gyda.decide.funds.actions.bids import Case, Line, add_line, schedule, write_bid
from gyda.decide.funds.actions.funds import Terms, open_fund, receive
from gyda.decide.funds.actions.grants import Asking, ask
from gyda.decide.funds.actions.limits import set_limits
from gyda.decide.funds.actions.promises import Promise, commit
from gyda.decide.funds.models import BidLine, Fund, FundPolicy, Instalment, Receipt
from gyda.decide.funds.proof import Proof
from gyda.initiatives.models import Initiative
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member, Organisation
from gyda.people.who import Who

Ids = dict[str, UUID | str]
DAY = datetime.timedelta(days=1)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n"


def funds_in(alys: Member, bryn: Member, dafydd: Member, meals: UUID) -> Ids:
    """The surgery gives £1,000 to the meals; Bryn is paid out of it and asks for more."""
    thread = Initiative.objects.get(id=meals)
    surgery = Organisation.objects.get(id=dafydd.organisation_id)
    fund = _fund(alys, surgery, "Cronfa'r prydau", "The meals' fund", thread)
    decision = _decision(alys, thread, "Gwario ar brydau", "Spend it on meals")
    kitchen = _promise(alys, fund, decision, "Llestri", organisation=surgery)
    own = _promise(alys, fund, decision, "Petrol", member=bryn)
    paid = Proof(timezone.localdate(), "Talwyd", "cy", "INV-1", io.BytesIO(PDF), "Anfoneb")
    payments.pay(who=Who(alys), commitment_id=kitchen, pence=1_000, proof=paid)
    waits = payments.pay(
        who=Who(alys), commitment_id=own, pence=30_000, proof=Proof(paid.on, "Petrol", "cy")
    )
    asking = Asking("Hadau", "Y stryd", 5_000, "cy")
    grant = ask(who=Who(bryn), fund_id=fund.id, asking=asking)
    return {
        "fund": fund.id,
        "promise": kitchen,
        "promise to a person": own,
        "payment": waits.id,
        "receipt": Receipt.objects.get().id,
        "grant": grant.id,
        "limit change": _looser(alys).id,
        **_bid(alys, fund, surgery),
    }


def _looser(by: Member) -> FundPolicy:
    """Ask for a looser limit, which waits."""
    return set_limits(
        who=Who(by), second_above_pence=40_000, grant_most_pence=50_000, stewards_most_pence=20_000
    )


def _fund(
    by: Member, giver: Organisation, cy: str, en: str, thread: Initiative | None = None
) -> Fund:
    today = timezone.localdate()
    terms = Terms(
        giver=giver, title_cy=cy, title_en=en, purpose_cy=cy, purpose_en=en, conditions_cy=cy,
        conditions_en=en, pence=100_000, from_on=today, until_on=today + 300 * DAY,
        initiative=thread, gives_small_grants=True,
    )  # fmt: skip
    fund = open_fund(who=Who(by), terms=terms, key=uuid7())
    receive(who=Who(by), fund_id=fund.id, pence=100_000, proof=Proof(today, cy, "cy"))
    return fund


def _decision(by: Member, thread: Initiative, cy: str, en: str) -> Decision:
    draft = Draft(
        kind="MEETING", method="MAJORITY", right="CITIZEN", title_cy=cy, title_en=en, what_cy=cy,
        what_en=en, reasons_cy=cy, reasons_en=en, effective_on=timezone.localdate(),
        pence=10_000_000,
    )  # fmt: skip
    return publish(who=Who(by), initiative=thread, draft=draft)


def _promise(
    by: Member,
    fund: Fund,
    decision: Decision,
    title: str,
    *,
    organisation: Organisation | None = None,
    member: Member | None = None,
) -> UUID:
    promise = Promise(
        title_cy=f"{title} (cy)", title_en=title, pence=40_000,
        payee="MEMBER" if member else "ORGANISATION", organisation=organisation, member=member,
    )  # fmt: skip
    return commit(who=Who(by), fund=fund, decision=decision, promise=promise).id


def _bid(by: Member, fund: Fund, asks: Organisation) -> Ids:
    texts = {f"{name}_{lang}": f"Gwres {lang}" for name in ("title", "need", "nothing", "risks")
             for lang in ("cy", "en")}  # fmt: skip
    case = Case(
        organisation=asks, owner="Rheolwr", first_year=2026, price_year=2026, second_rate=500,
        **texts,
    )  # fmt: skip
    bid = write_bid(who=Who(by), fund_id=fund.id, case=case)
    for kind, years in (("ONE_OFF", [10_000]), ("SAVING", [0, 6_000, 6_000])):
        line = Line(kind, "Pwmp", "A pump", "Y neuadd", True, "B", years)
        add_line(who=Who(by), bid_id=bid.id, line=line)
    schedule(who=Who(by), bid_id=bid.id, pence=10_000, due_on=timezone.localdate() + 200 * DAY)
    return {
        "bid": bid.id,
        "bid line": BidLine.objects.filter(bid=bid).order_by("id")[0].id,
        "instalment": Instalment.objects.get(bid=bid).id,
    }


def funds_elsewhere(steward: Member, marker: str) -> None:
    """A fund, a promise and a grant, marked, in the other hub."""
    thread, school = Initiative.objects.get(), Organisation.objects.order_by("id")[0]
    fund = _fund(steward, school, marker, marker)
    decision = _decision(steward, thread, marker, marker)
    _promise(steward, fund, decision, marker, organisation=school)
    asking = Asking(marker, marker, 5_000, "cy")
    ask(who=Who(steward), fund_id=fund.id, asking=asking)
