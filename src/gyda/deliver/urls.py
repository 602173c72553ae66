"""Addresses of the time bank inside a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import URLPattern

from gyda.deliver import activity_urls, desk_urls, exchange_urls, gift_urls, listing_urls
from gyda.deliver.figures import urls as figure_urls
from gyda.deliver.matching import urls as matching_urls
from gyda.deliver.paper import urls as paper_urls
from gyda.deliver.venues import urls as venue_urls

app_name = "deliver"
urlpatterns: list[URLPattern] = [
    *listing_urls.urlpatterns,
    *gift_urls.urlpatterns,
    *exchange_urls.urlpatterns,
    *activity_urls.urlpatterns,
    *desk_urls.urlpatterns,
    *paper_urls.urlpatterns,
    *venue_urls.urlpatterns,
    *figure_urls.urlpatterns,
    *matching_urls.urlpatterns,
]
