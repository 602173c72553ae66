"""What the actions of this room say when they cannot do what was asked."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gyda.safeguarding.models.level import Level
from gyda.web.errors import DomainError


class NotYours(DomainError):
    message = _("You cannot do this here. A connector can help.")


class Blanket(DomainError):
    message = _(
        "A DBS check for everybody who gives time is a blanket, and the law does not allow one for "
        "most of them. Choose the kind of help that needs it."
    )
    field = "category"


class NotForThisPart(DomainError):
    message = _("Company goes with giving time to someone. Choose that, or another check.")
    field = "level"


class RuleThere(DomainError):
    message = _("The hub has this rule already.")


class AskWhetherAllowed(DomainError):
    message = _("Find out first whether the law lets you ask for this check in this role.")
    field = "asked"


class OwnCheck(DomainError):
    message = _("Nobody notes a check of their own. Ask another connector.")


class SeenLater(DomainError):
    message = _("The day on which it was seen must be today or earlier.")
    field = "seen_on"


class EndsBefore(DomainError):
    message = _("It must count until a day after it was seen.")
    field = "valid_until"


class TwoReferencesFirst(DomainError):
    message = _("Two references that count come first. Ask for them below, and read them.")
    field = "level"


class NotStanding(DomainError):
    message = _("This check has ended already.")


class NoWayToReach(DomainError):
    message = _("Give an e-mail address, a phone number or a postal address.")
    field = "email"


class CodeUnknown(DomainError):
    message = _("That is not the code, or it no longer works. Check it and try again.")
    field = "code"


class AnsweredAlready(DomainError):
    message = _("This has been answered already.")


class NobodyLeftToRead(DomainError):
    message = _(
        "Somebody has to be able to read it. Leave one of them in, or tell the council or the "
        "police: their numbers are on this page."
    )
    field = "withheld"


class AnswerFirst(DomainError):
    message = _("Write an answer first: whoever told it waits for one.")


class ChecksMissing(DomainError):
    """An agreement that has to wait: who lacks what, told in the words of who reads it."""

    own: ClassVar[str | Promise] = _(
        "Before you can agree to this, the hub asks of you: %(levels)s. Talk to a connector, who "
        "will arrange it with you; everything you wrote stays as it is."
    )
    message: ClassVar[str | Promise] = _(
        "This cannot be agreed yet. The hub asks a little more of people who give this kind of "
        "help; a connector can say what is next. Nothing is lost."
    )

    def __init__(self, levels: Sequence[Level], *, is_own: bool) -> None:
        super().__init__(levels=", ".join(str(level.label) for level in levels))
        self.levels, self.is_own = list(levels), is_own

    def __str__(self) -> str:
        return str(self.own if self.is_own else self.message) % self.data


class HoursWait(DomainError):
    """Hours that cannot be written down yet, told in the words of who reads it."""

    words: ClassVar[dict[str, str | Promise]] = {
        "own": _(
            "These hours cannot be written down yet. For this kind of help the hub asks of you "
            "first: %(levels)s. Talk to a connector: they arrange it with you, and write the hours "
            "down then."
        ),
        "connector": _(
            "These hours wait: %(name)s. For this kind of help the hub asks first: %(levels)s. "
            "Note it on their page of checks, then write the hours down."
        ),
        "other": _(
            "These hours cannot be written down yet: %(name)s. The hub asks a little more of "
            "people who give this kind of help; a connector can say what is next, and will write "
            "the hours down then."
        ),
    }

    def __init__(self, name: str, levels: Sequence[Level], *, reader: str) -> None:
        super().__init__(name=name, levels=", ".join(str(level.label) for level in levels))
        self.reader = reader

    def __str__(self) -> str:
        return str(self.words[self.reader]) % self.data


class RoleNeedsChecks(DomainError):
    message = _(
        "This role needs first: %(levels)s. Note it on their page of checks, then come back."
    )
    field = "role"


class AnotherNamesYou(DomainError):
    message = _("Nobody names themselves. Ask another steward to name you.")


class LastLead(DomainError):
    message = _("Name somebody else first: somebody must hear concerns.")
