"""Who is paid for carrying out what won."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar

from gyda.decide.funds.forms.funds import PromiseForm

ASKED = ("payee", "organisation", "member", "name")


class WinnerForm(PromiseForm):
    """A promise of which the ballot has said all but the payee."""

    texts: ClassVar[tuple[str, ...]] = ()  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {name: self.fields[name] for name in ASKED}
