"""What cannot be done with categories and listings, and what to do instead."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.deliver.errors import roles
from gyda.web.errors import DomainError


class NotYours(DomainError):
    """Someone else's listing."""

    message = _("Only the person who put this up, or a connector, can change it.")


class StewardsOnly(roles.StewardsOnly):
    """The hub's own list."""

    message = _("Only a steward can change the categories.")


class GoodsForHours(DomainError):
    """Field row 7: the ruling on benefits holds only while no goods are exchanged."""

    field = "what"
    message = _(
        "Hours are for time and help, not for things. In June 2000 the government said that time "
        "credits do not count as earnings for benefits, as long as no goods change hands for "
        "them. You can give the thing away outside the time bank, or offer the time it takes: "
        "show someone how to make it. If you receive benefits, ask an adviser what holds now."
    )


class NoPlace(DomainError):
    """A place was to be named."""

    field = "place"
    message = _("Write which village or area, such as Llanfair")


class DayGone(DomainError):
    """It was needed by a day in the past."""

    field = "by_on"
    message = _("Choose a day that is still to come")


class CategoryRetired(DomainError):
    """The hub no longer uses it."""

    field = "category"
    message = _("This category is no longer used. Choose another one.")


class NothingLeft(DomainError):
    """The words of a listing were erased."""

    message = _("The words of this listing were erased, so it cannot be put up again.")


class NameTaken(DomainError):
    """Two categories of one name would only confuse."""

    message = _("There is already a category with this name: %(name)s")
