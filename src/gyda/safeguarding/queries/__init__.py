"""Every read of this room; other rooms import from here."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.safeguarding.queries.checks import (
    asked_of,
    checks_held,
    checks_needed,
    company_at,
    missing_checks,
    needs_company,
    without_their_checks,
)

__all__ = [
    "asked_of",
    "checks_held",
    "checks_needed",
    "company_at",
    "missing_checks",
    "needs_company",
    "without_their_checks",
]
