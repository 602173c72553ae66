"""Lists that came on paper: a card number or a name and a postcode on each line."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.crypto import salted_hmac

from gyda.need.ideas.errors import NoSuchCard, UnreadableLine
from gyda.people.areas import POSTCODE
from gyda.people.models import Card, Member
from gyda.people.models.folded import folded_name


@dataclass(frozen=True)
class Written:
    """One line: the member whose card it names, or a name and a postcode."""

    member: Member | None
    name: str = ""
    postcode: str = ""

    @property
    def mark(self) -> str:
        return "" if self.member else mark_of(self.name, self.postcode)


def mark_of(name: str, postcode: str) -> str:
    """Return what tells people on lists apart and cannot be read back; spelling counts little."""
    plain = "".join(letter for letter in postcode.upper() if letter.isalnum())
    text = f"{folded_name(name)}|{plain}"
    return salted_hmac("gyda.need.paper", text, algorithm="sha256").hexdigest()


def read(text: str) -> list[Written]:
    """Return what stands on each line that is not empty; raise on one that cannot be used."""
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1)]
    return list(_written([(number, line) for number, line in lines if line]))


def _written(lines: list[tuple[int, str]]) -> Iterator[Written]:
    numbers = {line.replace(" ", "") for _number, line in lines}
    cards = Card.objects.live().filter(number__in=numbers).select_related("member")
    holders = {card.number: card.member for card in cards}
    for number, line in lines:
        digits = line.replace(" ", "")
        if digits.isdigit():
            if digits not in holders:
                raise NoSuchCard(number=number)
            yield Written(holders[digits])
            continue
        name, comma, postcode = line.rpartition(",")
        if not (comma and folded_name(name) and POSTCODE.fullmatch(postcode.strip().upper())):
            raise UnreadableLine(number=number)
        yield Written(None, name.strip(), postcode.strip())


def members_of_that_name(written: list[Written]) -> set[str]:
    """Return the folded names of lines that are also the names of members here."""
    names = {folded_name(one.name) for one in written if one.member is None}
    rows = Member.objects.active().filter(name_folded__in=names)
    return set(rows.values_list("name_folded", flat=True))
