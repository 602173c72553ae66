"""Who may do what: predicates of role and relation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.people.models import ActingConsent, Member
from gyda.people.models.member import Role
from gyda.people.who import Who


def may_grant(who: Who, role: str) -> bool:
    """A connector brings in members; only a steward makes connectors and stewards."""
    return who.actor.is_steward or (who.actor.is_connector and role == Role.MEMBER)


def may_issue_card(who: Who, member: Member) -> bool:
    """Nobody gets into the account of someone with more say than themselves."""
    return member.is_active and member.id != who.actor_id and may_grant(who, member.role)


def may_recognise(who: Who) -> bool:
    """Connectors, and who comes for an organisation: they stand at the door of a venue."""
    return (who.actor.is_connector or who.actor.is_professional) and not who.is_acting


def may_see_needs(who: Who, member: Member) -> bool:
    """The member, a supporter with the whole scope, and connectors."""
    own = who.subject.id == member.id and who.reaches_everything
    return own or who.actor.is_connector


def may_end_consent(who: Who, consent: ActingConsent) -> bool:
    """The principal at once, the supporter at any time, a connector on the principal's word."""
    either = who.actor_id in (consent.principal_id, consent.supporter_id)
    return either or who.actor.is_connector


def may_end_membership(who: Who, member: Member) -> bool:
    """One leaves oneself; a connector may do it on the word of a member."""
    own = who.actor_id == member.id and not who.is_acting
    return own or (who.actor_id != member.id and may_grant(who, member.role))
