"""The tables of funds."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.funds.models.bid import Bid, BidLine, BidYear, Grade, Instalment, LineKind
from gyda.decide.funds.models.commitment import Commitment, Payee
from gyda.decide.funds.models.fund import Fund
from gyda.decide.funds.models.giving_back import GivingBack
from gyda.decide.funds.models.grant import GrantState, SmallGrant
from gyda.decide.funds.models.movement import Movement, MovementKind, Receipt
from gyda.decide.funds.models.payment import Payment, PaymentState
from gyda.decide.funds.models.rules import FundPolicy, OrganisationNumber, RateSetting

__all__ = [
    "Bid",
    "BidLine",
    "BidYear",
    "Commitment",
    "Fund",
    "FundPolicy",
    "GivingBack",
    "Grade",
    "GrantState",
    "Instalment",
    "LineKind",
    "Movement",
    "MovementKind",
    "OrganisationNumber",
    "Payee",
    "Payment",
    "PaymentState",
    "RateSetting",
    "Receipt",
    "SmallGrant",
]
