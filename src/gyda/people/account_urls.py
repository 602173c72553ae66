"""Addresses of signing in. allauth asks for some of the names; no page of passwords has one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.urls import path

from gyda.people.views import entrance, ways

urlpatterns = [
    path("sign-in/", entrance.sign_in, name="account_login"),
    path("code/", entrance.code, name="account_code"),
    path("code/again/", entrance.another_code, name="account_another_code"),
    path("new/", entrance.new_person, name="account_new"),
    path("card/", entrance.choose_hub, name="account_card"),
    path("sign-out/", entrance.sign_out, name="account_logout"),
    path("inactive/", entrance.inactive, name="account_inactive"),
    path("ways/", ways.ways, name="mfa_index"),
    path("ways/add/", ways.add_address, name="account_add_address"),
    path("ways/remove/<slug:kind>/", ways.remove_address, name="account_remove_address"),
    path("ways/sign-out/", ways.end_other_sessions, name="account_end_sessions"),
    path("confirm/", ways.confirm, name="account_reauthenticate"),
    path("end/", ways.end_account, name="account_end"),
    path("passkeys/add/", ways.add_passkey, name="mfa_add_webauthn"),
    path("passkeys/sign-in/", ways.sign_in_with_passkey, name="mfa_login_webauthn"),
    path("passkeys/<int:pk>/remove/", ways.remove_passkey, name="mfa_remove_webauthn"),
]
