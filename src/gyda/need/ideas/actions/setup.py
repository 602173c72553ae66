"""What stewards and connectors keep: rules of the cut, categories."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.journal.actions import record
from gyda.need.ideas.models import IdeaCategory, IdeaPolicy
from gyda.people.models import Organisation
from gyda.people.who import Who
from gyda.web.errors import DomainError


class NameTaken(DomainError):
    """Two categories of one name."""

    message = _("There is a category of this name already.")
    field = "name_cy"


@transaction.atomic
def set_rules(*, who: Who, top: int, least: int, organisation: Organisation | None) -> IdeaPolicy:
    """Say how many go forward, with how much support, and who answers them."""
    policy, _new = IdeaPolicy.objects.update_or_create(
        hub_id=who.hub_id, defaults={"top": top, "least": least, "organisation": organisation}
    )
    record(by=who, verb="idea.rules_set", about=policy, public=True, top=top, least=least)
    return policy


@transaction.atomic
def keep_category(
    *, who: Who, name_cy: str, name_en: str, organisation: Organisation | None,
    category: IdeaCategory | None = None, retired: bool = False,
) -> IdeaCategory:  # fmt: skip
    """Add a category, name it anew, or retire it."""
    category = category or IdeaCategory(hub_id=who.hub_id)
    category.name_cy, category.name_en = name_cy.strip(), name_en.strip()
    category.organisation = organisation
    category.retired_at = timezone.now() if retired else None
    try:
        with transaction.atomic():
            category.save()
    except IntegrityError:
        raise NameTaken from None
    record(by=who, verb="idea.category_kept", about=category)
    return category
