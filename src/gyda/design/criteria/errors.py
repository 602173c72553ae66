"""What can stand in the way of a rule, a decision or an appeal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gyda.methods.errors import BadInput
from gyda.terminal.criteria.faults import FAULTS
from gyda.terminal.faults import UNKNOWN
from gyda.web.errors import DomainError


class BadTable(DomainError):
    """The method cannot work with it; said as `gyda criteria` says it."""

    def __init__(self, error: BadInput, *, field: str | None = None) -> None:
        super().__init__(field=field)
        self.error = error

    def __str__(self) -> str:
        what, remedy = FAULTS.get(self.error.code, UNKNOWN)
        values = {"code": self.error.code, **self.error.values}
        said = " ".join(f"{gettext(one) % values}." for one in (what,))
        said = f"{said[0].upper()}{said[1:]} {gettext(remedy) % values}"
        if self.error.line:
            said = gettext("Line %(line)s: %(said)s") % {"line": self.error.line, "said": said}
        return said


class TakesBasicNeed(DomainError):
    """The floor under all rules."""

    message = _("No rule can refuse anybody food, warmth or shelter.")
    field = "outcome"


class NotADraft(DomainError):
    """What is published stays as it is."""

    message = _("This version is published and stays as it is. Draft a new one to change it.")


class DraftThere(DomainError):
    """One draft at a time."""

    message = _("There is a draft already. Work on that one.")


class UsedByRules(DomainError):
    """A fact that is asked cannot go."""

    message = _("A rule or a test case asks this. Change it there first.")


class ChoicesNeeded(DomainError):
    """A choice has answers."""

    message = _("Write at least two answers, each in Welsh and English: Cymraeg | English.")
    field = "choices"


class TooFewTests(DomainError):
    """Rules are tried before they hold."""

    message = _("Write at least one test case: a made-up person and what should become of them.")


class TestsFail(DomainError):
    """What people expect is not what the rules say."""

    message = _("Some test cases fail: %(names)s. Change the rules, or what you expect.")


class FaultsLeft(DomainError):
    """Rules that contradict each other, or can never hold."""

    message = _("Rules contradict each other or are never reached. Mend them first.")


class NotTried(DomainError):
    """Rules that refuse are tried on the people they would hold for."""

    message = _("A rule refuses people: try it on a population first.")


class Blocked(DomainError):
    """A limit is passed, and nobody has answered for it."""

    message = _(
        "These rules shut out many more people than before in: %(groups)s. Change them, or give "
        "a public reason in both languages, signed with a name."
    )
    field = "reason_cy"


class NotInForce(DomainError):
    """Rules hold from a day to a day."""

    message = _("No version of these rules holds today, so nothing can be decided by them.")


class NotForYou(DomainError):
    """Who decides is known."""

    message = _("Only connectors, and professionals of the team, can do this.")


class OwnCase(DomainError):
    """Nobody decides about themselves."""

    message = _("Someone else must decide about you.")


class SayWhy(DomainError):
    """The rules leave it to a person."""

    message = _("The rules leave this to you. Choose what holds, and say why.")
    field = "outcome"


class OnlyBetter(DomainError):
    """A second look departs from the rules only in a person's favour."""

    message = _("By the rules they get it, so it cannot be refused.")
    field = "outcome"


class AppealedAlready(DomainError):
    """One appeal for each decision."""

    message = _("There is an appeal already.")


class NotYours(DomainError):
    """An appeal is made by whom it is about."""

    message = _("Only who it is about can do this, or who acts for them.")


class NoAppeal(DomainError):
    """Nothing waits."""

    message = _("No appeal waits here.")


class DecidedIt(DomainError):
    """The second look is someone else's."""

    message = _("You decided the first time. Someone else looks at it again.")


class FactsNeeded(DomainError):
    """What was asked has been forgotten."""

    message = _("What was asked then is no longer kept. Ask again, and fill it in.")
