"""How allauth behaves here: no password, no second step, no words but ours."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gyda.people.entrance import landing, note_entry
from gyda.people.models import Person
from gyda.web.links import in_language, next_path


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is not typed
    """Signing in: what allauth asks, and what it does afterwards."""

    def get_login_stages(self) -> list[str]:
        return []  # a passkey is another way in, never a second hurdle

    def login(self, request: HttpRequest, user: Person) -> None:
        super().login(request, user)
        note_entry(request)

    def post_login(self, request: HttpRequest, user: Person, **how: Any) -> HttpResponse:
        going_to = how.get("redirect_url") or next_path(request, "")
        how["redirect_url"] = in_language(going_to, user.language) if going_to else None
        response: HttpResponse = super().post_login(request, user, **how)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            user.language,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            samesite="Lax",
        )
        return response

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return landing(request.user)  # type: ignore[arg-type]  # signed in by now

    def is_reauthentication_required(self, **of_what: Any) -> bool:
        return False  # entrance.fresh_only asks, with a code or a passkey

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False  # people sign up on our own page, after the code


class PasskeyAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Passkeys: what they are called, and what went wrong."""

    error_messages: ClassVar[dict[str, str | Promise]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That passkey did not work. Try again, or sign in with a code."),
    }

    def generate_authenticator_name(self, user: Person, type: Any) -> str:
        return gettext("My passkey")
