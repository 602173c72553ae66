"""Moments in a membership that rooms above may want to know of."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from gyda.people.models import Member

Hook = Callable[[Member], None]


@dataclass(frozen=True)
class Farewell:
    """What someone who thinks of leaving should know or do first: words, and perhaps a page."""

    words: str | Promise
    url: str = ""
    action: str | Promise = ""


Adviser = Callable[[Member], list[Farewell]]

Gate = Callable[[Member, str], None]

_gates: list[Gate] = []
_joined: list[Hook] = []
_leaving: list[Hook] = []
_advisers: list[Adviser] = []


def on_joined(hook: Hook) -> None:
    """Call the hook, in the same transaction, when someone becomes an active member."""
    _joined.append(hook)


def on_leaving(hook: Hook) -> None:
    """Call the hook, in the same transaction, before someone leaves; a DomainError stops it."""
    _leaving.append(hook)


def before_leaving(adviser: Adviser) -> None:
    """Have the adviser say, on the page where one leaves, what becomes of hours and promises."""
    _advisers.append(adviser)


def before_role(gate: Gate) -> None:
    """Ask the gate before a member gets a role; a DomainError stops it."""
    _gates.append(gate)


def gets_role(member: Member, role: str) -> None:
    for gate in _gates:
        gate(member, role)


def joined(member: Member) -> None:
    for hook in _joined:
        hook(member)


def leaving(member: Member) -> None:
    for hook in _leaving:
        hook(member)


def farewells(member: Member) -> list[Farewell]:
    """Return all that the rooms have to say before this member leaves."""
    return [farewell for adviser in _advisers for farewell in adviser(member)]
