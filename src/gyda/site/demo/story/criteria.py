"""How the demo words rules about who gets what, and where help is to be had today."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class CriteriaWords:
    """A set of rules with its table and people, who decides about whom, and what they answer."""

    initiative: str
    by: str
    ago: int
    title_cy: str
    title_en: str
    about_cy: str
    about_en: str
    source_cy: str
    source_en: str
    signed_by: str
    decides: str
    about_whom: str
    appeal: str
    table: str
    people: str


@dataclass(frozen=True)
class HelpWords:
    """A place of help."""

    need: str
    name_cy: str
    name_en: str
    how_cy: str
    how_en: str
    phone: str = ""
