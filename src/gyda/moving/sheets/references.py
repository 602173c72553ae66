"""How tables name an account: a member's number, or one of the hub's own in brackets."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from dataclasses import dataclass

OPENING, POT, ISSUE, RETIRED = "opening", "pot", "issue", "retired"
ORGANISATION = "organisation"
WELSH = {"agoriadol": OPENING, "dosbarthu": ISSUE, "neilltu": RETIRED}
ELSEWHERE = ("notes", "pool", "hub")  # they stand on the opening account, and keep this name
CODE = re.compile(r"\(([a-z ]+)\)\s*(.*)", re.DOTALL)


@dataclass(frozen=True)
class Reference:
    """`code` is empty for a member; `name` is theirs, or the organisation's."""

    code: str
    name: str
    text: str


def parse(text: str) -> Reference:
    """Read who is meant.

    >>> parse("17").code, parse("(pot)").code, parse("(organisation) Y Felin").name
    ('', 'pot', 'Y Felin')
    """
    found = CODE.fullmatch(text.strip())
    if not found:
        return Reference("", text.strip(), text)
    code = WELSH.get(found[1], found[1])
    known = (OPENING, POT, ISSUE, RETIRED, ORGANISATION, *ELSEWHERE)
    return Reference(code if code in known else "", found[2] if code in known else text, text)
