"""Saying something, and appealing against what became of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from gyda.need.conversations.actions import judging, saying
from gyda.need.conversations.forms.saying import AppealForm, SayForm
from gyda.need.conversations.models import Appeal, Conversation, Participant, Statement
from gyda.need.conversations.queries import lists, turn
from gyda.need.conversations.queries.alike import like
from gyda.need.conversations.rules import require_consent
from gyda.need.conversations.views.finding import answerable
from gyda.need.conversations.views.showing import as_shown
from gyda.need.conversations.views.speaking import Speaker, speaker_of
from gyda.people import limits
from gyda.people.access import HubRequest
from gyda.web.deeds import attempt, go


@never_cache
@answerable
def say(request: HubRequest, found: Conversation) -> HttpResponse:
    """Take a statement; first show who says nearly the same already."""
    speaker = _speaker(request, found)
    form = SayForm(request.POST or None)
    alike = _alike(found, form)
    done = None if alike else attempt(form, lambda: _say(request, found, speaker, form))
    if done:
        waits = done.result.state == "WAITING"
        said = _("Thank you. It is read before everyone sees it.") if waits else _("Thank you.")
        return speaker.remember(go(request, said, "need:conversation", found.id))
    context = {
        "conversation": found,
        "form": form,
        "alike": [as_shown(one) for one in alike],
        "policy": lists.policy(),
    }
    return speaker.remember(render(request, "need/conversations/say.html", context))


def _speaker(request: HubRequest, found: Conversation) -> Speaker:
    speaker = speaker_of(request, found)
    if speaker is None or not (found.takes_answers() and found.takes_statements):
        raise Http404
    return speaker


def _alike(found: Conversation, form: SayForm) -> list[Statement]:
    """Return what nearly says this, until the person has seen it and is sure."""
    if not form.is_bound or not form.is_valid() or form.cleaned_data["sure"]:
        return []
    words = form.words()
    return like(found, words.text, words.language)


def _say(request: HubRequest, found: Conversation, speaker: Speaker, form: SayForm) -> Statement:
    if request.who:
        require_consent(request.who)
    limits.count(request, "say", speaker.voice.person)
    if speaker.voice.browser:
        limits.count(request, "say_here")
    return saying.say(
        conversation_id=found.id, voice=speaker.voice, words=form.words(),
        key=form.cleaned_data["key"],
    )  # fmt: skip


@never_cache
@answerable
def appeal(request: HubRequest, found: Conversation, number: int) -> HttpResponse:
    """Say why a refusal was wrong."""
    person, said = _own(request, found, number)
    form = AppealForm(request.POST or None)

    def act() -> Appeal:
        statement_id = said.statement.id
        return judging.appeal(participant=person, statement_id=statement_id, **form.cleaned_data)

    if attempt(form, act):
        told = _("Somebody else reads it again, and your page says what they decide.")
        return go(request, told, "need:my_answers", found.id)
    context = {"conversation": found, "form": form, "said": said}
    return render(request, "need/conversations/appeal.html", context)


def _own(request: HubRequest, found: Conversation, number: int) -> tuple[Participant, turn.Said]:
    speaker = speaker_of(request, found)
    person = turn.participant_of(found, speaker.voice if speaker else None)
    said = turn.own_or_none(person, number)
    if person is None or said is None or said.statement.state != "REFUSED" or said.appeal:
        raise Http404
    return person, said
