"""What this room says when it cannot do what was asked."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class StewardsOnly(DomainError):
    message = _("Only a steward can agree things with another hub.")


class NoSuchHub(DomainError):
    message = _("There is no other hub with this address here.")
    field = "slug"


class NoPact(DomainError):
    message = _("There is no agreement with this hub. Ask a steward.")


class NotOffered(DomainError):
    message = _("The other hub has changed what it offers. Look again before you agree.")


class NobodyThere(DomainError):
    message = _("Nobody in that hub has this code. Check it with the person.")
    field = "code"


class NotOneself(DomainError):
    message = _("This is your own code. Nobody pays themselves.")
    field = "code"


class MoreThanOwed(DomainError):
    message = _("This is more than they owe.")
    field = "minutes"


class SentDifferently(DomainError):
    message = _("This was sent before with something else in it. Start again from the page.")
