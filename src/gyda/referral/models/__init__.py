"""What is true of referrals and of coverage."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.referral.models.coverage import CoverageArea
from gyda.referral.models.referral import Answer, Reach, Referral, State
from gyda.referral.models.rules import ReferralPolicy, Referrer

__all__ = [
    "Answer",
    "CoverageArea",
    "Reach",
    "Referral",
    "ReferralPolicy",
    "Referrer",
    "State",
]
