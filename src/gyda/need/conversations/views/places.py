"""Away from the screen: sheets of paper, and the room with its big screen."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gyda.need.conversations import errors
from gyda.need.conversations.actions import rooms, sheets
from gyda.need.conversations.actions.folding import keep_up
from gyda.need.conversations.forms.saying import (
    CodeForm,
    CountForm,
    SeatsForm,
    SheetForm,
    TicksForm,
)
from gyda.need.conversations.models import Conversation, Room, Sheet, Statement
from gyda.need.conversations.pdf import sheets_as_pdf
from gyda.need.conversations.queries import lists
from gyda.need.conversations.views.finding import held, readable
from gyda.need.conversations.views.showing import as_shown
from gyda.need.conversations.views.speaking import speaker_of
from gyda.people.access import HubRequest
from gyda.web.deeds import attempt, go, press
from gyda.web.errors import DomainError
from gyda.web.links import hub_path
from gyda.web.pdf import pdf_response
from gyda.web.templatetags.gyda import page_language


@held
def printing(request: HubRequest, found: Conversation) -> HttpResponse:
    """Make sheets; show those that were made."""
    form = CountForm(request.POST or None)

    def act() -> list[Sheet]:
        count = form.cleaned_data["count"]
        return sheets.print_sheets(who=request.who, conversation_id=found.id, count=count)

    if attempt(form, act):
        return go(request, _("The sheets are ready to print."), "need:sheets", found.id)
    made = [
        row | {"first": lists.first_sheet(found, row["printed_at"])}
        for row in lists.printings_of(found)[:5]
    ]
    context = {"form": form, "conversation": found, "printings": made}
    return render(request, "need/conversations/sheets.html", context)


@never_cache
@held
def sheets_pdf(request: HubRequest, found: Conversation, sheet: UUID) -> HttpResponse:
    """Give the sheets that were made together, to print."""
    printed = lists.sheets_printed(found, sheet)
    content = sheets_as_pdf(found, printed, page_language())
    return pdf_response(f"sheets-{found.join_code}", content)


@held
def find_sheet(request: HubRequest, found: Conversation) -> HttpResponse:
    """Ask for the code of a sheet."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        code = sheets.plain(form.cleaned_data["code"])
        sheet = lists.sheet_by(found, code)
        if sheet and sheet.typed_at is None:
            return redirect(hub_path(request.hub.slug, "need:type_sheet", found.id, code))
        form.add_error("code", str(errors.SheetTyped() if sheet else errors.SheetUnknown()))
    context = {"form": form, "conversation": found}
    return render(request, "need/conversations/find_sheet.html", context)


@held
def type_sheet(request: HubRequest, found: Conversation, sheet_code: str) -> HttpResponse:
    """Type in the ticks of one sheet."""
    sheet = lists.sheet_by(found, sheets.plain(sheet_code))
    if sheet is None or sheet.typed_at is not None:
        return redirect(hub_path(request.hub.slug, "need:find_sheet", found.id))
    asked = lists.statements_of(found).filter(number__in=sheet.numbers).order_by("number")
    form = SheetForm(request.POST or None, statements=list(asked), initial={"code": sheet.code})

    def act() -> Sheet:
        return sheets.type_sheet(
            who=request.who, conversation_id=found.id, code=sheet.code, answers=form.ticked(),
            language=form.cleaned_data["language"], said=form.said(),
        )  # fmt: skip

    if attempt(form, act):
        keep_up(found.id)
        return go(request, _("The sheet is in. Here is the next one."), "need:find_sheet", found.id)
    context = {"form": form, "conversation": found, "sheet": sheet}
    return render(request, "need/conversations/type_sheet.html", context)


@require_POST
@held
def begin_room(request: HubRequest, found: Conversation) -> HttpResponse:
    """Begin a meeting, or go back to it."""
    try:
        room = rooms.begin(who=request.who, conversation_id=found.id)
    except errors.NotOpen as error:
        message = str(error)
        return go(request, message, "need:conversation", found.id)
    return redirect(hub_path(request.hub.slug, "need:room", found.id, room.id))


@never_cache
@held
def room(request: HubRequest, found: Conversation, room: UUID) -> HttpResponse:
    """The facilitator's screen: one statement, large, and how to join."""
    now = lists.room_or_404(found, room)
    context = {
        "conversation": found,
        "room": now,
        "shown": as_shown(now.statement) if now.statement else None,
        "seats_form": SeatsForm(initial={"seats": now.seats}),
        "ticks": _ticks(now, None) if now.seats and now.statement else None,
        "answers": _rounded(now.statement),
    }
    return render(request, "need/conversations/room.html", context)


def _rounded(statement: Statement | None) -> int:
    """Return about how many have answered: by tens, so that nobody is told by a count moving."""
    return statement.answers // 10 * 10 if statement else 0


def _ticks(now: Room, data: object) -> TicksForm:
    person = gettext_lazy("Person %(number)s")
    lines = [(place, person % {"number": place}) for place in range(1, now.seats + 1)]
    return TicksForm(data, lines=lines)


@require_POST
@held
def room_deed(request: HubRequest, found: Conversation, room: UUID, deed: str) -> HttpResponse:
    """One step of the facilitator."""
    now = lists.room_or_404(found, room)
    if deed == "end":
        said = _("The meeting is over. Thank you.")
        return press(
            request, lambda: rooms.end(who=request.who, room_id=now.id), said,
            "need:conversation", found.id,
        )  # fmt: skip
    if deed not in STEPS:
        raise Http404
    return _step(request, found, now, deed)


def _step(request: HubRequest, found: Conversation, now: Room, deed: str) -> HttpResponse:
    """Do it, and show the screen again; what stands in the way is said there."""
    try:
        said = STEPS[deed](request, now)
    except DomainError as error:
        said = str(error)
    keep_up(found.id)
    return go(request, said, "need:room", found.id, now.id)


def _next(request: HubRequest, now: Room) -> str:
    asked = request.POST.get("number", "")
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else None
    rooms.show(who=request.who, room_id=now.id, number=number)
    return _("Another statement is on the screen.")


def _seats(request: HubRequest, now: Room) -> str:
    form = SeatsForm(request.POST)
    if not form.is_valid():
        return _("Enter a number from 0 to 60.")
    rooms.seat(who=request.who, room_id=now.id, seats=form.cleaned_data["seats"])
    return _("Each of them keeps their number for the whole meeting.")


def _answers(request: HubRequest, now: Room) -> str:
    form = _ticks(now, request.POST)
    if now.statement is None or not form.is_valid() or not form.ticked():
        return _("No answer was ticked.")
    count = rooms.enter_seats(
        who=request.who, room_id=now.id, number=now.statement.number, answers=form.ticked(),
        language=page_language(),
    )  # fmt: skip
    rooms.show(who=request.who, room_id=now.id)
    words = ngettext("%(n)s answer is in.", "%(n)s answers are in.", count)
    return words % {"n": count}


STEPS = {"next": _next, "seats": _seats, "answers": _answers}


@never_cache
@readable
def now(request: HubRequest, found: Conversation) -> HttpResponse:
    """What is on the screen of the room, on everyone's own phone."""
    meeting = lists.room_now(found)
    if meeting is None or meeting.statement is None:
        return redirect(hub_path(request.hub.slug, "need:conversation", found.id))
    speaker = speaker_of(request, found) if found.takes_answers() else None
    context = {
        "conversation": found,
        "shown": as_shown(meeting.statement),
        "may_answer": speaker is not None,
    }
    response = render(request, "need/conversations/now.html", context)
    return speaker.remember(response) if speaker else response
