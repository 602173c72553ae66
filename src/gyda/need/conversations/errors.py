"""What can stand in the way in a conversation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class ConversationError(DomainError):
    """The base of them all."""

    message = _("This cannot be done in this conversation now. Look at the page again.")


class NotOpen(ConversationError):
    """It has not begun, or it has ended."""

    message = _("This conversation takes no answers now.")


class NotAsked(ConversationError):
    """The statement is not, or no longer, shown."""

    message = _("This statement is no longer asked about. Here is another one.")


class NotYours(ConversationError):
    """Whoever opened it, the team and the connectors look after it."""

    message = _("Only those who look after this conversation can do this.")


class MembersOnly(ConversationError):
    """Nobody counts twice, so it wants to know who is there."""

    message = _("Only members of the hub answer here. Sign in first.")


class ConsentIsNarrower(ConversationError):
    """Opinions are no hours."""

    message = _("Their consent covers the time bank only. They can widen it to everything.")


class HubSaysMembersOnly(ConversationError):
    """The hub decides whether anyone may answer without signing in."""

    message = _("In this hub only members answer. Stewards can allow more in the rules.")
    field = "voters"


class AnyoneMayRead(ConversationError):
    """Who may answer has to be able to read."""

    message = _("When anyone may answer, everyone must be able to read it.")
    field = "is_public"


class ClosesBefore(ConversationError):
    """It opens first."""

    message = _("It must close after it opens.")
    field = "closes_on"


class HearsBefore(ConversationError):
    """The answer comes after the question."""

    message = _("The day on which people hear back must come after the conversation closes.")
    field = "hear_by_on"


class AskAtLeastFive(ConversationError):
    """An empty page invites nobody."""

    message = _("Write at least five statements to begin with, one on each line.")
    field = "seeds"


class TooLong(ConversationError):
    """What is read in one breath."""

    message = _("A statement has at most 140 letters: %(text)s")
    field = "seeds"


class SaidAlready(ConversationError):
    """Somebody wrote the same words."""

    message = _("Somebody has said the same: you can answer that one instead.")
    field = "text"


class TakesNoStatements(ConversationError):
    """Those who opened it wrote all the statements."""

    message = _("No new statements are taken here.")


class EnoughForNow(ConversationError):
    """Others want to be read, too."""

    message = _("You have several statements that wait to be read. Wait until they are.")


class JudgedAlready(ConversationError):
    """Somebody was quicker."""

    message = _("Somebody has decided about this statement already.")


class ReasonIsMissing(ConversationError):
    """The author has a right to know."""

    message = _("Choose a reason: the author is told.")
    field = "reason"


class WordsAreMissing(ConversationError):
    """Another reason has to be said."""

    message = _("Say the reason in words.")
    field = "words"


class OwnJudgement(ConversationError):
    """Nobody judges an appeal against themselves."""

    message = _("An appeal is decided by somebody else than who decided first.")


class OwnStatement(ConversationError):
    """Nobody judges their own words."""

    message = _("Somebody else decides about what you wrote yourself.")


class NothingToAppeal(ConversationError):
    """There is no refusal, or it was appealed against."""

    message = _("There is nothing to appeal against, or you have done so already.")


class NotTheSame(ConversationError):
    """Two different statements of one conversation, both of them shown or waiting."""

    message = _("These two cannot be joined.")


class SameLanguage(ConversationError):
    """A translation is in the other language."""

    message = _("This statement has its translation, or needs none.")


class SheetUnknown(ConversationError):
    """No such sheet was printed here."""

    message = _("No sheet with this code was printed for this conversation. Check the letters.")
    field = "code"


class SheetTyped(ConversationError):
    """One sheet, one person."""

    message = _("This sheet was typed in already. Each sheet counts once.")
    field = "code"


class SheetEmpty(ConversationError):
    """Somebody answered something."""

    message = _("Tick at least one answer as it stands on the sheet.")


class NoSuchSeat(ConversationError):
    """The room has not so many seats."""

    message = _("There is no such seat in this room.")


class SayWhatIsNext(ConversationError):
    """Nobody is sent home without a word."""

    message = _("Say what happens next, in both languages.")
    field = "next_cy"


class IsOpen(ConversationError):
    """What is open cannot be opened again."""

    message = _("This conversation is open.")


class StillOpen(ConversationError):
    """First the answers, then what became of them."""

    message = _("Close the conversation first.")


class NothingToTake(ConversationError):
    """No answers from before."""

    message = _("There are no answers to take along.")
