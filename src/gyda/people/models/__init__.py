"""What is true of hubs and people."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.people.models.application import Application
from gyda.people.models.area import SmallArea, Whereabouts
from gyda.people.models.block import Block
from gyda.people.models.card import Card
from gyda.people.models.code import SignInCode
from gyda.people.models.consent import ActingConsent
from gyda.people.models.hub import Hub
from gyda.people.models.invitation import Invitation
from gyda.people.models.member import Member
from gyda.people.models.needs import AccessNeed, Look
from gyda.people.models.organisation import Organisation
from gyda.people.models.person import Person
from gyda.people.models.session import Session

__all__ = [
    "AccessNeed",
    "ActingConsent",
    "Application",
    "Block",
    "Card",
    "Hub",
    "Invitation",
    "Look",
    "Member",
    "Organisation",
    "Person",
    "Session",
    "SignInCode",
    "SmallArea",
    "Whereabouts",
]
