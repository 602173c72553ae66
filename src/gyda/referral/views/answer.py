"""The person's page: no account, no sign-in, three answers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gyda.people import limits
from gyda.people.access import HubRequest
from gyda.referral.actions.answer import answer_with_code, referral_for
from gyda.referral.forms.referrals import CodeForm
from gyda.referral.models import Answer
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path


@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: HubRequest, code: str = "") -> HttpResponse:
    """Show what it is about, and take the answer."""
    if not code:
        return _type_code(request)
    try:
        with limits.guessing(request, "try_referral"):
            referral = referral_for(code)
        said = request.POST.get("answer", "")
        if request.method == "POST" and said in Answer.values:
            referral = answer_with_code(code=code, answer=said)
            return render(request, "referral/answered.html", {"said": said, "referral": referral})
    except DomainError as error:
        form = CodeForm({"code": code})
        form.is_valid()
        add_domain_error(form, error)
        return render(request, "referral/code.html", {"form": form})
    return render(request, "referral/answer.html", {"referral": referral})


def _type_code(request: HubRequest) -> HttpResponse:
    form = CodeForm(request.POST or None)
    if form.is_valid():
        code = "".join(one for one in form.cleaned_data["code"] if one.isascii() and one.isalnum())
        if code:
            return redirect(hub_path(request.hub.slug, "referral:answer_code", code))
    return render(request, "referral/code.html", {"form": form})
