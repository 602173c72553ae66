"""What is asked when a lot is drawn."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.utils.translation import gettext_lazy as _

from gyda.decide.panels.models import Panel, Way
from gyda.methods.lottery.drawing import dice_for
from gyda.web.fields.words import one_line
from gyda.web.forms import Form


class PromiseForm(Form):
    """A secret's SHA-256."""

    sha256 = one_line(
        _("The SHA-256 of your secret"),
        64,
        help_text=_("64 digits and letters from a to f. Keep the secret itself to yourself."),
    )


class SecretForm(Form):
    """The secret itself."""

    secret = one_line(_("Your secret, just as you wrote it down"), 200, strip=False)


class LotForm(Form):
    """What the dice show, or what the source gave."""

    def __init__(self, *args: Any, panel: Panel, again: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if panel.way == Way.SOURCE and not again:
            self.fields["said"] = one_line(
                _("What did the source give?"),
                200,
                help_text=_("Just as it was published: anyone can work the lot out from it."),
            )
        elif panel.way == Way.DICE or again:
            self.fields["faces"] = one_line(
                _("What do the dice show, from left to right?"),
                20,
                help_text=_("Ten-sided dice, rolled in public: %(dice)s digits.")
                % {"dice": dice_for(panel.lots)},
            )

    def said(self) -> str:
        return str(self.cleaned_data.get("said") or self.cleaned_data.get("faces") or "")
