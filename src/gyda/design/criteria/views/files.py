"""Files to take away: the table, the test cases, all of a set."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse

from gyda.design.criteria import export, queries
from gyda.design.criteria.models import RuleVersion
from gyda.design.criteria.tables import table_or_none
from gyda.design.criteria.views.holding import readable_or_404
from gyda.methods import criteria as method
from gyda.methods.criteria.cases_sheet import cases_as_csv
from gyda.methods.criteria.rules_sheet import rules_as_csv
from gyda.methods.criteria.writing import known_data
from gyda.people.access import HubRequest, members_only
from gyda.web.download import csv_response

JSON = {"ensure_ascii": False, "indent": 2}


def _table(request: HubRequest, version_id: UUID) -> tuple[RuleVersion, method.Table]:
    found = readable_or_404(request, version_id)
    table = table_or_none(found)
    if table is None:
        raise Http404
    return found, table


def table_json(request: HubRequest, rule_version: UUID) -> HttpResponse:
    """Give the table as `gyda criteria` reads it."""
    found, table = _table(request, rule_version)
    response = JsonResponse(method.as_data(table), json_dumps_params=JSON)
    name = f"criteria-{found.number}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def table_csv(request: HubRequest, rule_version: UUID) -> HttpResponse:
    """Give the rules as a sheet."""
    found, table = _table(request, rule_version)
    return _sheet(f"rules-{found.number}", rules_as_csv(table))


def cases_csv(request: HubRequest, rule_version: UUID) -> HttpResponse:
    """Give the test cases as a sheet."""
    found, table = _table(request, rule_version)
    return _sheet(f"cases-{found.number}", cases_as_csv(table.examples, table.facts))


def _sheet(name: str, text: str) -> HttpResponse:
    rows = list(csv.reader(io.StringIO(text)))
    return csv_response(name, rows[0], rows[1:])


def data(request: HubRequest, rule_set: UUID) -> HttpResponse:
    """Give a set with all its published versions."""
    found = queries.set_or_404(rule_set)
    return JsonResponse(export.as_data(found), json_dumps_params=JSON)


@members_only
def case_csv(request: HubRequest, case: UUID) -> HttpResponse:
    """Give the facts of a case, to those it concerns: with the table anyone computes it again."""
    found = queries.case_or_404(case, request.who)
    if found.facts is None:
        raise Http404
    table = method.table_from(found.version.table)
    known = known_data(found.facts)
    one = method.Example("case", "case", known, method.Outcome(found.said.lower()))
    return _sheet("case", cases_as_csv([one], table.facts))
