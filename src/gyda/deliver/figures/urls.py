"""Addresses of figures."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.deliver.figures.views import inside, keeping, public

urlpatterns = [
    path("figures/", public.figures, name="figures"),
    path("figures/table/", public.table, name="figures_csv"),
    path("figures/inside/", inside.inside, name="figures_inside"),
    path("figures/inside/table/", inside.table, name="figures_inside_csv"),
    path("figures/count/", inside.count_now, name="count_figures"),
    path("figures/time/", keeping.time, name="connector_time"),
    path("figures/time/<uuid:time>/remove/", keeping.remove_time, name="remove_connector_time"),
    path("figures/areas/", keeping.areas, name="figure_areas"),
    path("figures/areas/load/", keeping.load, name="load_areas"),
    path("figures/kinds/<slug:kind_of_help>/", inside.kind, name="figure_kind"),
    path("figures/places/", inside.place, name="figure_place"),
    path("figures/members/<slug:which>/", inside.people, name="figure_people"),
    path("figures/<slug:month_name>/active/", inside.active, name="figure_active"),
    path("figures/<slug:month_name>/<slug:way>/", inside.hours, name="figure_hours"),
]
