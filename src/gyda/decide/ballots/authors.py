"""Who wrote what an option was made from: somebody else checks it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.ballots.models import Option
from gyda.design.proposals.models import Author, Version
from gyda.people.models import Member

VERSION = "design.version"


def writes(option: Option, member: Member) -> bool:
    """Tell whether a member is an author of the proposal that an option was made from."""
    if option.source != VERSION or option.source_id is None:
        return False
    versions = Version.objects.filter(id=option.source_id).values("proposal_id")
    return Author.objects.writing().filter(proposal__in=versions, member=member).exists()
