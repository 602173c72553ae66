"""The kinds of thing that can be taken down: each part of the room brings its own."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.utils.functional import Promise

from gyda.people.letterbox import write_to
from gyda.people.models import Member
from gyda.people.who import Who

if TYPE_CHECKING:
    from gyda.need.rulings.models import Ruling


class Subject(ABC):
    """How such a thing goes, comes back, and is spoken of."""

    column: ClassVar[str]  # of the ruling
    room: ClassVar[str]  # with which its verbs and its letters begin
    label: "ClassVar[str | Promise]"
    words: ClassVar[str]  # the template that shows it, as `about`
    related: ClassVar[tuple[str, ...]]  # what is read with it

    @abstractmethod
    def locked(self, about_id: UUID) -> Any:
        """Return it, locked."""

    @abstractmethod
    def shown_as(self, about: Any) -> str:
        """Return the state in which it is shown, or nothing if it is not shown any more."""

    @abstractmethod
    def hide(self, who: Who, about: Any) -> None:
        """Take it out of everything that is public."""

    @abstractmethod
    def show(self, who: Who, about: Any, was: str) -> None:
        """Put it back as it was."""

    @abstractmethod
    def note(self, who: Who, verb: str, ruling: "Ruling") -> None:
        """Record a deed about it."""

    @abstractmethod
    def page(self, about: Any) -> tuple[str, UUID]:
        """Return the page on which it stands."""

    def letters_hang_on(self, about: Any) -> list[UUID]:
        """Return what the letters that name it are about: those that wait go with it."""
        return [about.id]

    def author(self, about: Any) -> Member | None:
        """Return who wrote it."""
        author: Member | None = about.author
        return author

    def tell(self, kind: str, ruling: "Ruling") -> None:
        """Write to who wrote it, if they are still here."""
        author = self.author(ruling.about)
        if author is not None and author.is_active:
            words = {"ruling": ruling, "about": ruling.about}
            write_to(author, f"{self.room}_{kind}", about_id=ruling.id, **words)


_subjects: dict[str, Subject] = {}


def register(*subjects: Subject) -> None:
    """Make kinds of thing known; called when the app is ready."""
    _subjects.update({one.column: one for one in subjects})


def of(column: str) -> Subject:
    return _subjects[column]


def related() -> list[str]:
    """Return what is read with a ruling, whatever it is about."""
    return [name for one in _subjects.values() for name in one.related]
