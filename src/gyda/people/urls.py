"""Addresses of the people room inside a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.people.views import cards, consents, data, invitations, joining, me, members, settings

app_name = "people"
urlpatterns = [
    path("card/whose/", cards.whose, name="whose-card"),
    path("card/", cards.sign_in, name="card"),
    path("card/<slug:number>/", cards.sign_in, name="card-number"),
    path("join/", joining.join, name="join"),
    path("join/take-back/", joining.take_back, name="take-back"),
    path("join/answer/", joining.answer, name="answer"),
    path("invitation/", joining.invitation, name="invitation"),
    path("invitation/<slug:code>/", joining.invitation, name="invitation-code"),
    path("people/", members.listing, name="members"),
    path("people/add/", members.add, name="add-member"),
    path("people/applications/", joining.applications, name="applications"),
    path("people/applications/<uuid:application_id>/", joining.application, name="application"),
    path("people/applications/<uuid:application_id>/decline/", joining.decline, name="decline"),
    path("people/invitations/", invitations.listing, name="invitations"),
    path("people/invitations/new/", invitations.invite, name="invite"),
    path("people/invitations/<uuid:invitation_id>/revoke/", invitations.revoke, name="revoke"),
    path("people/<uuid:member_id>/", members.page, name="member"),
    path("people/<uuid:member_id>/needs/", members.needs, name="member-needs"),
    path("people/<uuid:member_id>/role/", members.role, name="role"),
    path("people/<uuid:member_id>/end/", members.end, name="end-membership"),
    path("people/<uuid:member_id>/block/", members.block, name="block"),
    path("people/<uuid:member_id>/card/", cards.issue, name="issue-card"),
    path("people/<uuid:member_id>/card/end/", cards.end, name="end-card"),
    path("people/<uuid:member_id>/helper/", consents.give, name="give-consent"),
    path("people/<uuid:member_id>/consents/", consents.of_member, name="consents"),
    path("people/<uuid:member_id>/consents/record/", consents.record, name="record-consent"),
    path("me/", me.me, name="me"),
    path("me/profile/", me.edit, name="profile"),
    path("me/needs/", me.needs, name="needs"),
    path("me/helpers/", consents.helpers, name="helpers"),
    path("me/helpers/<uuid:consent_id>/withdraw/", consents.withdraw, name="withdraw"),
    path("me/helpers/<uuid:consent_id>/start/", consents.start, name="start-acting"),
    path("me/helpers/stop/", consents.stop, name="stop-acting"),
    path("me/done-for-me/", me.done_for_me, name="done-for-me"),
    path("me/blocks/", me.blocks, name="blocks"),
    path("me/data/", data.held, name="data"),
    path("me/data/file/", data.file, name="data-file"),
    path("me/leave/", data.leave, name="leave"),
    path("me/erase/", data.erase, name="erase"),
    path("settings/", settings.hub, name="settings"),
    path("settings/organisations/", settings.organisation_list, name="organisations"),
    path("settings/organisations/new/", settings.organisation, name="add-organisation"),
    path(
        "settings/organisations/<uuid:organisation_id>/",
        settings.organisation,
        name="organisation",
    ),
]
