"""What the method says of a table that it cannot work with."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext

from gyda.methods.errors import BadInput
from gyda.terminal.criteria.faults import FAULTS
from gyda.terminal.faults import UNKNOWN
from gyda.web.errors import DomainError


class BadTable(DomainError):
    """The method cannot work with it; said as `gyda criteria` says it."""

    def __init__(self, error: BadInput, *, field: str | None = None) -> None:
        super().__init__(field=field)
        self.error = error

    def __str__(self) -> str:
        what, remedy = FAULTS.get(self.error.code, UNKNOWN)
        values = {"code": self.error.code, **self.error.values}
        said = " ".join(f"{gettext(one) % values}." for one in (what,))
        said = f"{said[0].upper()}{said[1:]} {gettext(remedy) % values}"
        if self.error.line:
            said = gettext("Line %(line)s: %(said)s") % {"line": self.error.line, "said": said}
        return said
