"""What the actions of this room say when they cannot do what was asked."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class NotYours(DomainError):
    message = _("You cannot do this here. A connector can help.")


class ConsentToCome(DomainError):
    message = _("The day of their consent must be today or earlier.")
    field = "consent_on"


class ReferredAlready(DomainError):
    message = _("You have referred them already, and they have not answered yet.")
    field = "address"


class CodeUnknown(DomainError):
    message = _("That is not the code, or it no longer works. Check it and try again.")
    field = "code"


class AnsweredAlready(DomainError):
    message = _("This has been answered already.")


class CannotJoinNow(DomainError):
    message = _("You cannot join just now. Ring the hub, or tell whoever referred you.")


class AskTheHub(DomainError):
    message = _(
        "This hub looks at who joins. Ask to join on its own page: a connector reads it and "
        "answers you."
    )


class BadFile(DomainError):
    message = _("Line %(line)s: %(why)s")
    field = "file"


class EmptyFile(DomainError):
    message = _("The file has no rows. Start from the template on this page.")
    field = "file"


class NotThatFile(DomainError):
    message = _("The file lacks this column: %(column)s. Start from the template on this page.")
    field = "file"
