"""Addresses of the map and of open formats."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.need.map.views import coming, files, results

HERE = "conversations/<uuid:conversation>/"

urlpatterns = [
    path("conversations/bring/", coming.bring, name="bring"),
    path("conversations/bring/<uuid:coming>/", coming.coming, name="coming"),
    path(f"{HERE}results/", results.results, name="results"),
    path(f"{HERE}report/", results.report, name="report"),
    path(f"{HERE}report/statements/", results.statements, name="map_statements"),
    path(f"{HERE}report.pdf", results.pdf, name="report_pdf"),
    path(f"{HERE}report.json", results.data, name="report_json"),
    path(f"{HERE}take-out/", files.take_out, name="take_out"),
]
