"""What stands around a letter: greeting of a digest, where to choose, how to stop it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext

from gyda.letters import footers, unsubscribing
from gyda.letters.kinds import all_kinds
from gyda.letters.models import Letter
from gyda.letters.texts import plain


@dataclass(frozen=True)
class Message:
    """An e-mail as it goes out."""

    subject: str
    body: str
    headers: dict[str, str] = field(default_factory=dict)


def email(bundle: Sequence[Letter], hub: Any) -> Message:
    """Return one letter, or several as one digest, with what every e-mail of ours says."""
    with translation.override(bundle[0].language):
        stop = _stop_url(bundle, hub)
        words: dict[str, Any] = {
            "letters": bundle,
            "hub": hub,
            "stop": stop,
            "choose": _choose_url(hub) if bundle[0].member_id else "",
        }
        words["footers"] = footers.lines_for(hub) if bundle[0].together else []
        body = plain("letters/parts/email.txt", words)
        return Message(_subject(bundle, hub), body, _headers(stop))


def sms(bundle: Sequence[Letter], hub: Any) -> str:
    """Return the words of a text message: what the letter says in short, or where to read it."""
    with translation.override(bundle[0].language):
        if len(bundle) == 1 and bundle[0].short:
            return bundle[0].short
        return f"{hub.name}: {_subject(bundle, hub)}. {_url('letters:mine', hub)}"


def _subject(bundle: Sequence[Letter], hub: Any) -> str:
    if len(bundle) == 1:
        return bundle[0].subject
    count = len(bundle)
    sentence = ngettext("%(hub)s: %(count)s letter", "%(hub)s: %(count)s letters", count)
    return sentence % {"hub": hub.name, "count": count}


def _headers(stop: str) -> dict[str, str]:
    headers = {"Auto-Submitted": "auto-generated"}
    if stop:  # RFC 8058: the reader's mail program can do it with one click
        headers["List-Unsubscribe"] = f"<{stop}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def _stop_url(bundle: Sequence[Letter], hub: Any) -> str:
    free = {kind.name for kind in all_kinds() if kind.can_unsubscribe}
    kinds = sorted({letter.kind for letter in bundle} & free)
    member_id = bundle[0].member_id
    if not kinds or member_id is None:
        return ""
    token = unsubscribing.token_for(hub.id, member_id, kinds)
    return _url("letters:stop", hub, token)


def _choose_url(hub: Any) -> str:
    return _url("letters:choices", hub)


def _url(name: str, hub: Any, *args: str) -> str:
    return f"{settings.ORIGIN}{reverse(name, args=[hub.slug, *args])}"
