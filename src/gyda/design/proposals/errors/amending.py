"""What can stand in the way of an amendment."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class InWork(DomainError):
    """Amendments are accepted into what everybody reads."""

    message = _(
        "The authors are working on a new version. Publish it or throw it away first, then accept."
    )


class PassageGone(DomainError):
    """The words are not there, or stand there twice."""

    message = _(
        "These words do not stand exactly once in the text as it is now. Copy them from the page, "
        "with enough around them to be found."
    )
    field = "passage"


class AnsweredAlready(DomainError):
    """One answer to each amendment."""

    message = _("This amendment has been answered already.")


class SameWords(DomainError):
    """An amendment that changes nothing."""

    message = _("Your words are the same as those that stand there.")
    field = "text"


class NotTranslated(DomainError):
    """Amendments are made to words that are there."""

    message = _("The proposal is not there in this language yet.")
    field = "language"
