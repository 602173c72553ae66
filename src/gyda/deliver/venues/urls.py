"""Addresses of pools, venues, bookings and settlements."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.deliver.venues.views import (
    door,
    giving,
    notes,
    organisation,
    places,
    pools,
    settle,
    setup,
    spare,
)

BROWSING = [
    path("venues/", places.places, name="places"),
    path("venues/rules/", setup.venue_rules, name="venue_rules"),
    path("venues/rules/change/", setup.set_venue_rules, name="set_venue_rules"),
    path("venues/months/", organisation.hub_months, name="hub_months"),
    path("venues/months/table/", organisation.hub_csv, name="hub_months_csv"),
    path("venues/places/<uuid:spare>/", places.spare, name="spare"),
    path("venues/places/<uuid:spare>/change/", spare.change_places, name="change_places"),
    path("venues/places/<uuid:spare>/end/", spare.end_places, name="end_places"),
    path("venues/times/<uuid:occasion>/book/", places.book_place, name="book_place"),
    path("venues/times/<uuid:occasion>/door/", door.door, name="door"),
    path("venues/times/<uuid:occasion>/call-off/", door.call_off, name="call_off"),
]
BOOKINGS = [
    path("venues/bookings/", places.bookings, name="bookings"),
    path("venues/bookings/<uuid:booking>/", places.booking, name="booking"),
    path("venues/bookings/<uuid:booking>/cancel/", places.cancel_booking, name="cancel_booking"),
    path("venues/bookings/<uuid:booking>/refund/", door.refund_booking, name="refund_booking"),
    path("venues/bookings/<uuid:booking>/correct/", door.correct, name="correct_booking"),
    path("venues/tickets/", door.code, name="type_code"),
    path("venues/tickets/<slug:code>/", door.ticket, name="ticket"),
]
ORGANISATIONS = [
    path("organisations/", organisation.organisation_list, name="organisations"),
    path("organisations/<uuid:organisation>/", organisation.organisation, name="organisation"),
    path(
        "organisations/<uuid:organisation>/months/",
        organisation.organisation_months,
        name="organisation_months",
    ),
    path(
        "organisations/<uuid:organisation>/months/table/",
        organisation.organisation_csv,
        name="organisation_months_csv",
    ),
    path("organisations/<uuid:organisation>/notes/", notes.door, name="note_door"),
    path(
        "organisations/<uuid:organisation>/notes/<slug:note_code>/",
        notes.door,
        name="note_door_code",
    ),
    path("organisations/<uuid:organisation>/venue/", setup.venue, name="venue"),
    path("organisations/<uuid:organisation>/agreement/", setup.agreement, name="agreement"),
    path("organisations/<uuid:organisation>/places/", spare.put_up_places, name="put_up_places"),
    path("organisations/<uuid:organisation>/pool/", pools.pool, name="pool"),
    path("organisations/<uuid:organisation>/pool/grant/", pools.new_grant, name="new_grant"),
    path("organisations/<uuid:organisation>/pool/give/", giving.give_hours, name="give_hours"),
    path("organisations/<uuid:organisation>/paid/", settle.settlements, name="settlements"),
    path(
        "organisations/<uuid:organisation>/paid/<uuid:agreement>/",
        settle.settle_up,
        name="settle_up",
    ),
]
GRANTS = [
    path("grants/<uuid:grant>/", pools.pool_grant, name="pool_grant"),
    path("grants/<uuid:grant>/change/", pools.change_pool_grant, name="change_pool_grant"),
    path("grants/<uuid:grant>/close/", pools.close_pool_grant, name="close_pool_grant"),
    path("grants/given/<uuid:given>/take-back/", giving.take_pool_gift_back, name="take_pool_back"),
    path("settlements/<uuid:settlement>/", settle.settlement, name="settlement"),
    path(
        "settlements/<uuid:settlement>/confirm/",
        settle.confirm_settlement,
        name="confirm_settlement",
    ),
    path(
        "settlements/<uuid:settlement>/withdraw/",
        settle.withdraw_settlement,
        name="withdraw_settlement",
    ),
]
urlpatterns = [*BROWSING, *BOOKINGS, *ORGANISATIONS, *GRANTS]
