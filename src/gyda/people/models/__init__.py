"""What is true of hubs and people."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.people.models.consent import ActingConsent
from gyda.people.models.hub import Hub
from gyda.people.models.member import Member
from gyda.people.models.organisation import Organisation
from gyda.people.models.person import Person

__all__ = ["ActingConsent", "Hub", "Member", "Organisation", "Person"]
