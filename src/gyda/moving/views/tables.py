"""Tables to take away: what is to be mended, templates, and the hub's own."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from gyda.moving import queries
from gyda.moving.actions.take import take
from gyda.moving.models import State
from gyda.moving.sheets.columns import COLUMNS, FILES, Kind
from gyda.moving.writing.hub import lines_of_table, template
from gyda.moving.writing.kept_back import kept_back
from gyda.people.access import HubRequest, oneself_only, stewards_only

KINDS = {name: kind for kind, name in FILES.items()}


@stewards_only
def to_mend(request: HubRequest, move: UUID, table: UUID) -> HttpResponse:
    """Give the rows that are to be mended, with what to mend in a last column."""
    found = queries.move_or_404(move)
    file = queries.file_or_404(found, table)
    text = file.text if found.state == State.DONE else kept_back(file)
    if not text:
        raise Http404
    return _file(f"{FILES[Kind(file.kind)]}-to-mend", [text])


@stewards_only
def templates(request: HubRequest) -> HttpResponse:
    """Explain every column of every table."""
    tables = [(kind.label, FILES[kind], columns) for kind, columns in COLUMNS.items()]
    return render(request, "moving/templates.html", {"tables": tables})


@stewards_only
def template_of(request: HubRequest, table: str) -> HttpResponse:
    """Give an empty table with its heads in the reader's language."""
    return _file(table, template(_kind(table), get_language() or "cy"))


@stewards_only
@oneself_only
def table_of(request: HubRequest, table: str) -> HttpResponse:
    """Give one of the hub's own tables, as it can be brought in again."""
    kind = _kind(table)
    take(who=request.who, kind=kind)
    return _file(f"{request.hub.slug}-{table}-{timezone.localdate()}", lines_of_table(kind))


def _kind(table: str) -> Kind:
    if table not in KINDS:
        raise Http404
    return KINDS[table]


def _file(name: str, lines: Iterable[str]) -> HttpResponse:
    response = HttpResponse("".join(lines), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
