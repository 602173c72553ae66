"""Cells that hold one of a few words, or the bits of a list."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.deliver.models.codes import Access, Care, Day, Part, all_of, slot, slots, together
from gyda.moving.sheets.cells import choice
from gyda.moving.sheets.faults import BadCell

YES_NO = {"yes": True, "no": False, "ie": True, "na": False, "1": True, "0": False}
LANGUAGES = {"cy": "cy", "en": "en", "cymraeg": "cy", "saesneg": "en"}
LANGUAGES |= {"welsh": "cy", "english": "en"}
REACH = {"writing": "WRITING", "call": "CALL", "post": "POST", "connector": "CONNECTOR"}
REACH_CY = {"ysgrifennu": "WRITING", "galwad": "CALL", "cysylltydd": "CONNECTOR"}
ROLES = {"member": "MEMBER", "connector": "CONNECTOR", "steward": "STEWARD"}
ROLES |= {"aelod": "MEMBER", "cysylltydd": "CONNECTOR", "stiward": "STEWARD"}
STATES = {"active": "ACTIVE", "waiting": "WAITING", "left": "LEFT"}
STATES |= {"gweithredol": "ACTIVE", "yn-aros": "WAITING", "wedi-gadael": "LEFT"}
LISTING = {"offer": "OFFER", "ask": "ASK", "cynnig": "OFFER", "cais": "ASK"}
WHERE = {"place": "PLACE", "home": "HOME", "online": "ONLINE", "anywhere": "ANYWHERE"}
WHERE |= {"man": "PLACE", "cartref": "HOME", "arlein": "ONLINE", "unrhyw-le": "ANYWHERE"}
SPOKEN = {"cy": "CY", "en": "EN", "both": "BOTH", "y-ddwy": "BOTH"}
LISTING_STATES = {"open": "OPEN", "paused": "PAUSED", "closed": "CLOSED"}
LISTING_STATES |= {"agored": "OPEN", "oedi": "PAUSED", "wedi-cau": "CLOSED"}

DAYS = {day.name[:3].lower(): day for day in Day}
DAYS |= dict(zip(("llun", "maw", "mer", "iau", "gwe", "sad", "sul"), Day, strict=True))
PARTS = {part.name.lower(): part for part in Part}
PARTS |= dict(zip(("bore", "prynhawn", "nos"), Part, strict=True))


def yes_no(text: str) -> bool:
    return choice(text, {word: str(int(value)) for word, value in YES_NO.items()}) == "1"


def language(text: str) -> str:
    return choice(text, LANGUAGES)


def reach(text: str) -> str:
    return choice(text, REACH | REACH_CY)


def role(text: str) -> str:
    return choice(text, ROLES)


def state(text: str) -> str:
    return choice(text, STATES)


def listing(text: str) -> str:
    return choice(text, LISTING)


def where(text: str) -> str:
    return choice(text, WHERE)


def spoken(text: str) -> str:
    return choice(text, SPOKEN)


def listing_state(text: str) -> str:
    return choice(text, LISTING_STATES)


def times(text: str) -> int:
    """Return the bits of parts of the week.

    >>> times("mon-morning tue-evening"), as_times(times("mon-morning tue-evening"))
    (33, 'mon-morning tue-evening')
    """
    return together(_slot(word) for word in text.lower().split())


def _slot(word: str) -> int:
    day, _, part = word.partition("-")
    if day not in DAYS or part not in PARTS:
        raise BadCell("not-choice", text=word[:40], choices="mon-morning … sun-evening")
    return slot(DAYS[day], PARTS[part])


def as_times(bits: int) -> str:
    """Write the bits of parts of the week as they can be read again."""
    return " ".join(
        f"{day.name[:3].lower()}-{part.name.lower()}"
        for day, parts in slots(bits)
        for part in parts
    )


def access(text: str) -> int:
    return _bits(text, all_of(Access))


def care(text: str) -> int:
    return _bits(text, all_of(Care))


def _bits(text: str, most: int) -> int:
    if not (text.isdecimal() and len(text) < 6 and int(text) <= most):
        raise BadCell("not-choice", text=text[:40], choices=f"0 … {most}")
    return int(text)
