"""What is wrong with a file, in the reader's words: every fault with its line and its remedy."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.forms import BaseForm
from django.utils.translation import gettext_lazy, ngettext

from gyda.decide.ballots.faults import in_words
from gyda.decide.panels.actions.files import MOST_FAULTS, Unreadable
from gyda.methods.errors import BadInput
from gyda.terminal.draw.faults import FAULTS

REMEDIES = {
    "no-ids": gettext_lazy("Add a column called id, or tick that people are named by their line."),
}


def put(form: BaseForm, error: Unreadable) -> None:
    """Say all faults on the field of the file; nothing of it was taken."""
    said = [words(fault) for fault in error.faults[:MOST_FAULTS]]
    more = len(error.faults) - MOST_FAULTS
    if more > 0:
        said.append(ngettext("and %(n)s more", "and %(n)s more", more) % {"n": more})
    form.add_error(error.which, said)


def words(fault: BadInput) -> str:
    """Return what is wrong in which line, and what to do."""
    return in_words(fault, FAULTS, REMEDIES)
