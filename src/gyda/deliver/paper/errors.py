"""What the pages about paper say when they cannot do what was asked."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.deliver.errors import roles
from gyda.deliver.paper.models.batch import MOST_NOTES
from gyda.deliver.paper.models.refusal import Reason
from gyda.web.errors import DomainError


class ConnectorsOnly(roles.ConnectorsOnly):
    message = _("A connector prints notes and hands them out. Ask one of them.")


class StewardsOnly(roles.StewardsOnly):
    message = _("Only a steward can change the key that signs the notes.")


class TooManyNotes(DomainError):
    message = _("Print from 1 to %(most)s notes at a time.")
    field = "count"

    def __init__(self) -> None:
        super().__init__(most=MOST_NOTES)


class NoNumbersLeft(DomainError):
    message = _("This hub has used up its numbers for notes. Talk to whoever runs this site.")


class DayIsPast(DomainError):
    message = _("Choose a last day that is still to come.")
    field = "expires_on"


class NotInDrawer(DomainError):
    message = _("Not all of these notes are still in the drawer. Check the first number.")
    field = "first"


class OutOfDate(DomainError):
    message = _("These notes are out of date. Print new ones.")


class NobodyNamed(DomainError):
    message = _("Say whose hours go onto the notes.")
    field = "holder"


class NotTheirHours(DomainError):
    message = _("They do not have so many hours in their account. Hand out fewer.")
    field = "count"


class WhoseNote(DomainError):
    message = _("Say who brings this note: write the name after the code.")


class NobodyCalled(DomainError):
    message = _("Nobody of this name or card number is an active member here: %(name)s")


class SeveralCalled(DomainError):
    message = _("Several people have a name like this, so write a card number instead: %(name)s")


class NotOut(DomainError):
    message = _("This note is not in anybody's hands.")


class Mistyped(DomainError):
    message = _(
        "This is not a whole code. Compare it with the note, letter by letter: it has sixteen."
    )
    field = "code"


class NotYourPlace(DomainError):
    message = _("You can take notes for your own organisation only.")


class NotYourPost(DomainError):
    message = _("You can choose this for yourself, or as a connector on somebody's word.")


class NoteRefused(DomainError):
    """A note that is worth nothing; the connectors are told."""

    field = "code"
    reason = Reason.FORGED


class Forged(NoteRefused):
    message = _(
        "We did not print this note, so it is worth nothing here. The connectors have been told."
        " Ask one of them where to go from here: nobody blames you."
    )


class Repeated(NoteRefused):
    message = _(
        "Note %(number)s was redeemed on %(day)s. A note counts once."
        " The connectors have been told, in case something is wrong."
    )
    reason = Reason.REPEATED


class NeverHandedOut(NoteRefused):
    message = _(
        "Note %(number)s has not been handed out yet, so it is worth nothing."
        " The connectors have been told."
    )
    reason = Reason.DRAWER


class ReportedLost(NoteRefused):
    message = _(
        "Note %(number)s was reported lost, and its hours went back. The connectors have been told."
    )
    reason = Reason.LOST


class NoteIsVoid(NoteRefused):
    message = _("Note %(number)s is void. The connectors have been told.")
    reason = Reason.VOID


class NoteExpired(NoteRefused):
    message = _(
        "Note %(number)s could be used until %(day)s. Its hours are in the hub's pot,"
        " and a connector can give from it. The connectors have been told."
    )
    reason = Reason.EXPIRED
