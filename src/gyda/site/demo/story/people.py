"""The hub, its organisations and the people in it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class HubWords:
    """A hub, in both languages."""

    slug: str
    name_cy: str
    name_en: str
    place_cy: str
    place_en: str
    about_cy: str
    about_en: str
    areas: tuple[str, ...]
    joining: str = "APPROVE"


@dataclass(frozen=True)
class OrganisationWords:
    """A practice, a landlord."""

    key: str
    name_cy: str
    name_en: str
    about_cy: str
    about_en: str


@dataclass(frozen=True)
class PersonWords:
    """Someone who never was; days are counted back from today."""

    key: str
    name: str
    language: str
    about: str
    joined: int = 0
    waiting: int = 0  # asked to join so many days ago
    left: int = 0
    role: str = "MEMBER"
    organisation: str = ""
    email: bool = True
    phone: bool = False
    card: bool = False
    public: bool = False  # their first name may stand on the hub's public page
    same_as: str = ""  # the hub in which they already are a member

    @property
    def is_offline(self) -> bool:
        return not (self.email or self.phone)


@dataclass(frozen=True)
class ConsentWords:
    """Who may act for whom."""

    principal: str
    supporter: str
    how: str
    note: str
    ago: int


@dataclass(frozen=True)
class NeedWords:
    """What someone needs so that they can take part."""

    member: str
    kind: str
    words: str
