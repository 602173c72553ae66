"""The files of pictures in private storage: written last, deleted once that is certain."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from functools import partial
from typing import Protocol

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import Http404, HttpResponse

from gyda.web.pictures.anew import SIZES, Made


class Named(Protocol):
    """A row that knows the names of its files."""

    def file(self, size: str) -> str: ...


def store(picture: Named, made: Made) -> None:
    """Write the files: do it last, when what could undo the row has been done."""
    try:
        for size, content in made.files.items():
            default_storage.save(picture.file(size), ContentFile(content))
    except OSError:
        _delete(_files_of(picture))
        raise


def forget(picture: Named) -> None:
    """Delete the files, once it is certain that the row is gone."""
    transaction.on_commit(partial(_delete, _files_of(picture)))


def shown(picture: Named | None, size: str) -> HttpResponse:
    """Hand out a file."""
    if picture is None or size not in SIZES:
        raise Http404
    try:
        with default_storage.open(picture.file(size)) as file:
            content = file.read()
    except FileNotFoundError:
        raise Http404 from None
    response = HttpResponse(content, content_type="image/webp")
    response["Cache-Control"] = "private, max-age=3600"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _files_of(picture: Named) -> list[str]:
    return [picture.file(size) for size in SIZES]


def _delete(names: Iterable[str]) -> None:
    for name in names:
        default_storage.delete(name)
