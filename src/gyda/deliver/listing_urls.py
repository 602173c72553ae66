"""Addresses of offers, asks, categories and pictures."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.deliver.views import category, listing, my_listing, picture

urlpatterns = [
    path("offers/", listing.offers, name="offers"),
    path("offers/new/", my_listing.offer, name="offer"),
    path("asks/", listing.asks, name="asks"),
    path("asks/new/", my_listing.ask, name="ask"),
    path("search/", listing.browse, name="search"),
    path("my-listings/", my_listing.my_listings, name="my_listings"),
    path("listings/<uuid:listing>/", listing.listing, name="listing"),
    path("listings/<uuid:listing>/edit/", my_listing.edit, name="edit_listing"),
    path("listings/<uuid:listing>/pause/", my_listing.pause, name="pause_listing"),
    path("listings/<uuid:listing>/resume/", my_listing.resume, name="resume_listing"),
    path("listings/<uuid:listing>/renew/", my_listing.renew, name="renew_listing"),
    path("listings/<uuid:listing>/close/", my_listing.close, name="close_listing"),
    path("listings/<uuid:listing>/picture/", picture.add_picture, name="add_picture"),
    path("listings/<uuid:listing>/picture/remove/", picture.remove_picture, name="remove_picture"),
    path("listings/<uuid:listing>/picture/<slug:size>/", picture.picture, name="picture"),
    path("categories/", listing.category_list, name="categories"),
    path("categories/manage/", category.manage, name="manage_categories"),
    path("categories/start/", category.start, name="start_categories"),
    path("categories/new/", category.add, name="add_category"),
    path("categories/<uuid:category>/", listing.category, name="category"),
    path("categories/<uuid:category>/rename/", category.rename, name="rename_category"),
    path("categories/<uuid:category>/retire/", category.retire, name="retire_category"),
    path("categories/<uuid:category>/bring-back/", category.bring_back, name="bring_back_category"),
]
