"""A hub's open data: what it is, how to check it, and the file."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render

from gyda.journal.queries import last_seal
from gyda.people.access import HubRequest


def file_of(hub_id: UUID) -> Path:
    """Return where the file stands that `gyda tick` makes each day."""
    return Path(settings.OPEN_DATA) / f"{hub_id}.zip"


def about(request: HubRequest) -> HttpResponse:
    """Say what is in the file and how to check it."""
    context = {"file": _facts(file_of(request.hub.id)), "seal": last_seal()}
    return render(request, "site/open_data.html", context)


def _facts(path: Path) -> dict[str, Any] | None:
    if not path.exists():
        return None
    facts = path.stat()
    made_at = datetime.datetime.fromtimestamp(facts.st_mtime, tz=datetime.UTC)
    return {"made_at": made_at, "size": facts.st_size}


def download(request: HubRequest) -> FileResponse:
    """Give the file."""
    path = file_of(request.hub.id)
    if not path.exists():
        raise Http404
    name = f"gyda-{request.hub.slug}.zip"
    return FileResponse(path.open("rb"), as_attachment=True, filename=name)
