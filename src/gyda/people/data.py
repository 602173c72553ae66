"""Where each room declares what it holds on a member; the registry lives a floor below."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from uuid import UUID

from gyda.keys.personal_data import Holding, keep, register, registered
from gyda.letters.models import Letter

__all__ = ["Holding", "burn_letters_about", "keep", "register", "registered"]


def burn_letters_about(ids: Iterable[UUID]) -> None:
    """Delete letters about these rows, to whomever they went: they name who is to be erased."""
    Letter.objects.filter(about_id__in=list(ids)).delete()
