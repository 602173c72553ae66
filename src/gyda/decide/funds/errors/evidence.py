"""What can stand in the way of what shows a payment."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.decide.funds.errors.base import FundError


class NoEvidence(FundError):
    """Money moves with something that shows it."""

    message = _("Say in words what shows it, or give a reference or a file.")
    field = "words"


class BadFile(FundError):
    """A file that we do not keep."""

    message = _("This file is neither a picture (JPEG, PNG, WebP) nor a PDF that we can read.")
    field = "file"


class ActivePdf(FundError):
    """A receipt does not run anything."""

    message = _(
        "This PDF carries a program or other files inside it. Print it to a plain PDF first."
    )
    field = "file"


class FileTooHeavy(FundError):
    """More bytes than we take."""

    message = _("This file is too big. Choose one of at most %(megabytes)s MB.")
    field = "file"


class SayWhatItShows(FundError):
    """Someone cannot see it."""

    message = _("Say in a few words what the file shows.")
    field = "shows"
