"""What tells signatures apart without saying whose they are."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.crypto import salted_hmac

from gyda.people.models import Member
from gyda.people.models.folded import folded_name


def of_email(address: str) -> str:
    """Return the mark of an address; capitals, and what follows a plus sign, change nothing."""
    box, _at, domain = address.strip().lower().rpartition("@")
    return _mark(f"mailto:{box.partition('+')[0]}@{domain}")


def of_member(member: Member) -> str:
    """Return the mark of a member's address, so that it cannot sign once more from outside."""
    email = member.person.email if member.person else None
    return of_email(email) if email else ""


def of_organisation(name: str) -> str:
    """Return the mark of an organisation by its name."""
    return _mark(f"organisation:{folded_name(name)}")


def _mark(text: str) -> str:
    return salted_hmac("gyda.need.signature", text, algorithm="sha256").hexdigest()
