"""What can stand in the way of publishing rules."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


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
