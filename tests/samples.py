"""What to put into each address that takes more than a hub: a test fails when one is missing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gyda.deliver.models import Category
from gyda.keys.context import in_hub
from gyda.ledger.accounts import member_account, pot
from gyda.ledger.models import LimitGroup
from gyda.letters.models import Letter
from gyda.letters.unsubscribing import token_for
from tests.addresses import Address, addresses
from tests.world import World

Arguments = tuple[object, ...]
Samples = dict[str, Arguments]  # what it is -> the arguments

# These pages look different in each state; of the others one sample says enough.
MANY_FACES = {
    "answers:question", "decide:ballot", "decide:ballot_result", "decide:panel",
    "decide:panel_drawing", "decide:promise", "deliver:activity", "deliver:booking",
    "deliver:end_note", "deliver:exchange", "deliver:listing", "deliver:note",
    "deliver:organisation", "deliver:settlement", "design:amendment", "design:case",
    "design:impact", "design:proposal", "design:rule_version", "heard:meeting",
    "initiatives:initiative", "initiatives:invitation", "ledger:statement",
    "need:conversation", "need:gift", "need:idea", "need:judge", "need:letter", "need:results",
    "need:ruling", "need:story", "people:member", "referral:referral",
    "safeguarding:concern_step", "safeguarding:reference",
}  # fmt: skip


def _each(things: dict[str, object]) -> Samples:
    return {what: (thing,) for what, thing in things.items()}


def _members(world: World) -> Samples:
    return {
        "Bryn": (world.bryn.id,),
        "Olwen": (world.olwen.id,),
        "Dafydd": (world.dafydd.id,),
        "Ned, who waits": (world.ned.id,),
        "Hari, who left": (world.ids["hari"],),
        "Mair, erased": (world.ids["mair"],),
    }


def _letters(world: World) -> Samples:
    with in_hub(world.hub.id):
        return {"Bryn's": (Letter.objects.filter(member=world.bryn).latest("id").id,)}


def _categories(world: World) -> Samples:
    with in_hub(world.hub.id):
        return {"": (Category.objects.earliest("id").id,)}


def _accounts(world: World) -> Samples:
    with in_hub(world.hub.id):
        return {"Bryn's": (member_account(world.bryn).id,), "pot": (pot().id,)}


def _limit_group(world: World) -> Samples:
    with in_hub(world.hub.id):
        return {"": (LimitGroup.objects.earliest("id").id,)}


def _of_money(*names: str) -> Callable[[World], Samples]:
    return lambda world: {name: (world.money[name],) for name in names}


def _one(name: str) -> Callable[[World], Samples]:
    return lambda world: {"": (world.ids.get(name) or world.hours.others[name],)}


def _in_talk(name: str) -> Callable[[World], Samples]:
    return lambda world: {"": (world.talks.conversations["everyone"], world.talks.others[name])}


def _in_panel(state: str, name: str) -> Callable[[World], Samples]:
    return lambda world: {state: (world.panels.panels[state], world.panels.others[name])}


def _panel(state: str) -> Callable[[World], Samples]:
    return lambda world: {state: (world.panels.panels[state],)}


def _token(world: World) -> str:
    return token_for(world.hub.id, world.bryn.id, ["exchange_proposed"])


def _deeds(world: World) -> Samples:
    exchanges = world.hours.exchanges
    return {
        "agree": (exchanges["proposed"], "agree"),
        "hours": (exchanges["done"], "hours"),
        "decide": (exchanges["handed over"], "decide"),
        "remind": (exchanges["proposed"], "remind"),
        "nonsense": (exchanges["proposed"], "nonsense"),
    }


# By the names of the parameters; an address of its own kind stands under its own name below.
BY_PARAMETERS: dict[tuple[str, ...], Callable[[World], Samples]] = {
    ("listing",): lambda world: _each(dict(world.hours.listings)),
    ("exchange",): lambda world: _each(dict(world.hours.exchanges)),
    ("activity",): lambda world: _each(dict(world.hours.activities)),
    ("member",): _members,
    ("member_id",): _members,
    ("category",): _categories,
    ("letter",): _letters,
    ("gift",): _one("gift"),
    ("thanks",): _one("thanks"),
    ("told",): _one("told"),
    ("row",): _one("attendance"),
    ("account",): _accounts,
    ("group",): _limit_group,
    ("number",): _one("card"),
    ("code",): _one("code"),
    ("application_id",): _one("application"),
    ("invitation_id",): _one("invitation"),
    ("organisation_id",): _one("organisation"),
    ("batch",): _one("batch"),
    ("note",): lambda world: {
        name: (world.hours.others[name],) for name in ("note", "redeemed note")
    },
    ("note_code",): _one("note code"),
    ("refusal",): _one("refusal"),
    ("note", "how"): lambda world: {
        how: (world.hours.others["note"], how) for how in ("lost", "void", "nonsense")
    },
    ("listing", "size"): lambda w: {"small": (w.hours.listings["Bryn's offer"], "small")},
    ("exchange", "deed"): _deeds,
    ("suggestion",): _one("suggestion"),
    ("ask", "helper"): lambda w: {"": (w.hours.listings["Alys's ask"], w.bryn.id)},
    ("spare",): lambda world: _each({"": world.places.others["spare"]}),
    ("occasion",): lambda world: _each({"": world.places.others["occasion"]}),
    ("booking",): lambda world: _each(dict(world.places.bookings)),
    ("organisation",): lambda world: {
        "surgery": (world.places.others["surgery"],),
        "landlord": (world.places.others["landlord"],),
    },
    ("organisation", "note_code"): lambda world: {
        "surgery": (world.places.others["surgery"], world.hours.others["note code"])
    },
    ("organisation", "agreement"): lambda world: {
        "surgery": (world.places.others["surgery"], world.places.others["agreement"])
    },
    ("grant",): lambda world: _each({"": world.places.others["grant of hours"]}),
    ("given",): lambda world: _each({"": world.places.others["given"]}),
    ("partner",): lambda world: {"agreed": (world.ids["partner"],)},
    ("partner", "offer"): lambda world: {
        "agreed": (world.ids["partner"], world.ids["offer there"])
    },
    ("move",): lambda world: _each({"": world.ids["move"]}),
    ("move", "table"): lambda world: {"": (world.ids["move"], world.ids["table"])},
    ("table",): lambda world: {"members": ("members",)},
    ("settlement",): lambda world: _each(dict(world.places.settlements)),
    ("referral",): lambda world: {
        name: (world.ids[name],) for name in ("referral", "joined referral")
    },
    ("rule",): _one("rule"),
    ("lead",): _one("lead"),
    ("check",): _one("check"),
    ("company",): _one("company"),
    ("concern",): _one("concern"),
    ("concern", "kind"): lambda world: {
        kind: (world.ids["concern"], kind) for kind in ("answer", "close", "nonsense")
    },
    ("reference",): lambda world: {
        name: (world.ids[name],) for name in ("reference", "given reference")
    },
    ("meeting",): lambda world: {
        state: (world.ids[f"meeting {state}"],)
        for state in ("planned", "open", "held", "cancelled")
    },
    ("need",): _one("shared need"),
    ("asset",): lambda world: _each(dict(world.gifts["gifts"])),
    ("story",): lambda world: _each(dict(world.gifts["stories"])),
    ("initiative",): lambda world: _each(dict(world.threads.initiatives)),
    ("idea",): lambda world: _each(dict(world.ideas.ideas)),
    ("idea", "size"): lambda world: {"small": (world.ideas.ideas["bench"], "small")},
    ("point",): lambda world: _each({"": world.ideas.others["point"]}),
    ("rule_set",): _one("rule set"),
    ("rule_version",): lambda world: {
        name: (world.ids[name],) for name in ("published rules", "draft of rules")
    },
    ("fact",): _one("fact"),
    ("criteria_rule",): _one("criteria rule"),
    ("example",): _one("example"),
    ("case",): lambda world: {name: (world.ids[name],) for name in ("case", "appealed case")},
    ("help",): _one("help"),
    ("proposal",): lambda world: _each(dict(world.proposals.proposals)),
    ("proposal", "number"): lambda world: {"": (world.proposals.proposals["open"], 1)},
    ("proposal", "place"): lambda world: {"": (world.proposals.proposals["open"], 0)},
    ("amendment",): lambda world: _each(dict(world.proposals.amendments)),
    ("design_point",): lambda world: _each({"": world.proposals.point}),
    ("ruling",): lambda world: {
        **_each(dict(world.ideas.rulings)),
        "of a letter": (world.ids["letter ruling"],),
    },
    ("idea_category",): lambda world: _each({"": world.ideas.others["category"]}),
    ("open_letter",): lambda world: {
        name: (world.ids[name],) for name in ("letter", "delivered letter", "letter taken down")
    },
    ("signature",): _one("name"),
    ("joining",): lambda world: _each({"": world.ideas.others["joining"]}),
    ("signing_code",): _one("signing code"),
    ("coming",): _one("coming"),
    ("fund",): _of_money("fund"),
    ("promise",): _of_money("promise", "promise to a person"),
    ("payment",): _of_money("payment"),
    ("limit_change",): _of_money("limit change"),
    ("receipt",): _of_money("receipt"),
    ("small_grant",): _of_money("grant"),
    ("bid",): _of_money("bid"),
    ("bid_line",): _of_money("bid line"),
    ("instalment",): _of_money("instalment"),
    ("question",): lambda world: _each(dict(world.questions)),
    ("conversation",): lambda world: _each(dict(world.talks.conversations)),
    ("conversation", "number"): lambda world: {
        what: (world.talks.conversations["everyone"], number)
        for what, number in world.talks.statements.items()
    },
    ("conversation", "appeal"): _in_talk("appeal"),
    ("conversation", "sheet"): _in_talk("sheet"),
    ("conversation", "sheet_code"): _in_talk("sheet code"),
    ("conversation", "room"): _in_talk("room"),
    ("conversation", "room", "deed"): lambda world: {
        deed: (world.talks.conversations["everyone"], world.talks.others["room"], deed)
        for deed in ("next", "seats", "answers", "end")
    },
    ("decision",): lambda world: _each(dict(world.decided.decisions)),
    ("decision_appeal",): lambda world: _each({"": world.decided.others["appeal"]}),
    ("scoring",): lambda world: _each(dict(world.decided.scorings)),
    ("scoring", "side"): lambda world: {
        side: (world.decided.scorings["open"], side) for side in ("young", "officers", "nonsense")
    },
    ("scorer",): lambda world: _each({"": world.decided.others["scorer"]}),
    ("score_question",): lambda world: _each({"": world.decided.others["question"]}),
    ("ballot",): lambda world: _each(dict(world.ballots.ballots)),
    ("ballot", "member"): lambda world: {"": (world.ballots.ballots["open"], world.gwen.id)},
    ("ballot", "name"): lambda world: {"": (world.ballots.ballots["counted"], "ballot.pb")},
    ("ballot", "proposal"): lambda world: {
        "": (world.ballots.ballots["draft"], world.proposals.proposals["open"])
    },
    ("option",): lambda world: _each({"": world.ballots.others["option"]}),
    ("sheet",): lambda world: _each({"": world.ballots.others["sheet"]}),
    ("programme",): lambda world: _each({"": world.threads.others["programme"]}),
    ("invited",): lambda world: _each(dict(world.threads.invitations)),
    ("handover",): lambda world: _each({"": world.threads.others["handover"]}),
    ("kind",): lambda world: {"phone": ("phone",)},
    ("pk",): lambda world: {"unknown": (0,)},
    ("time",): _one("connector time"),
    ("panel",): lambda world: _each(dict(world.panels.panels)),
    ("panel", "feature"): _in_panel("gathering", "feature"),
    ("panel", "person"): _in_panel("gathering", "person"),
    ("panel", "seat"): _in_panel("sitting", "seat"),
    ("panel", "way"): lambda world: {"failed": (world.panels.panels["failed"], 1)},
    ("panel", "adviser"): _in_panel("sitting", "adviser"),
    ("panel", "asked_question"): _in_panel("sitting", "question"),
    ("panel", "met"): _in_panel("sitting", "met"),
    ("panel", "claim"): _in_panel("sitting", "claim"),
    ("panel", "motion"): _in_panel("sitting", "motion"),
    ("panel_code",): lambda world: {"": (world.panels.others["code"],)},
    ("which",): lambda world: {name: (name,) for name in ("quiet-never", "partners-1", "fifth-1")},
    ("kind_of_help",): lambda world: {"": ("none",)},
    ("month_name",): _one("month"),
    ("month_name", "way"): lambda world: {"neighbour": (world.ids["month"], "neighbour")},
}

MAPS = ("results", "report", "map_statements", "report_pdf", "report_json", "take_out")

DRAFTING = (
    *("order_rules", "new_fact", "new_rule", "new_example", "bring_table", "bring_population"),
    *("make_population_up", "publish_rules"),
)
# What the clerk does before a panel is drawn, and what is drawn once its lots are there.
GATHERING = (
    *("change_panel", "call_panel_off", "panel_balance", "panel_ask_known", "panel_ask_own"),
    *("panel_quotas", "panel_work_out", "join_pool", "leave_pool", "panel_pool", "panel_template"),
    *("panel_write_down", "panel_file", "panel_homes", "panel_letters", "panel_invite"),
    *("panel_promise", "close_pool"),
)
LISTED = ("panel_chances", "panel_lots", "panel_proof", "draw_lot", "panel_reveal")

BY_NAME: dict[str, Callable[[World], Samples]] = {
    **{f"decide:{name}": _panel("gathering") for name in GATHERING},
    **{f"decide:{name}": _panel("listed") for name in LISTED},
    "decide:seat_answered": _in_panel("sitting", "asked seat"),
    "decide:seat_member": _in_panel("sitting", "asked seat"),
    **{f"need:{name}": _one("mapped") for name in MAPS},
    "need:results": lambda world: {name: (world.ids[name],) for name in ("mapped", "map to come")},
    "need:work_idea_up": lambda world: {"": (world.ideas.ideas["library"],)},
    **{f"design:{name}": _one("draft of rules") for name in DRAFTING},
    "design:answer_case": _one("appealed case"),
    "need:decide_ruling": lambda world: {"": (world.ideas.rulings["appealed"],)},
    "people:withdraw": lambda world: {"Bryn's": (world.consent.id,)},
    "people:start-acting": lambda world: {"Carys for Olwen": (world.ids["olwens consent"],)},
    "people:issue-card": lambda world: {"Olwen": (world.olwen.id,)},
    "moving:welcome": lambda world: {"brought": (world.ids["brought"],)},
    "people:end-card": lambda world: {"Olwen": (world.olwen.id,)},
    "letters:stop": lambda world: {
        "": (token_for(world.hub.id, world.bryn.id, ["exchange_proposed"]),)
    },
    "referral:answer_code": lambda world: {"": (world.ids["referral code"],)},
    "referral:welcomed": lambda world: {"": (world.ids["joined referral"],)},
    "safeguarding:give_reference_code": lambda world: {"": (world.ids["reference code"],)},
    **{
        f"decide:{name}": lambda world: _each({"counted": world.ballots.ballots["counted"]})
        for name in ("another_count", "published_papers", "announce_result")
    },
    **{
        f"decide:{name}": lambda world: _each({"draft": world.ballots.ballots["draft"]})
        for name in ("change_ballot", "new_option", "new_ward", "option_sources")
    },
    "decide:promise_winner": lambda world: {"": (world.ballots.others["won"],)},
    **{
        f"decide:{name}": lambda world: _each({"closed": world.ballots.ballots["closed"]})
        for name in ("type_paper", "papers_that_differ")
    },
    "deliver:attendance": lambda world: _each({"recorded": world.hours.activities["recorded"]}),
    "deliver:session_typed": lambda world: _each({"recorded": world.hours.activities["recorded"]}),
    "heard:heard": lambda world: {"meals": (world.threads.initiatives["meals"],)},
    "heard:heard_file": lambda world: {"meals": (world.threads.initiatives["meals"],)},
    "heard:meetings": lambda world: {"meals": (world.threads.initiatives["meals"],)},
    "deliver:meeting": lambda world: _each({"agreed": world.hours.exchanges["agreed"]}),
    "deliver:bring_back_category": _categories,
    "deliver:refund_booking": lambda world: {"came": (world.places.bookings["came"],)},
    "deliver:correct_booking": lambda world: {"away": (world.places.bookings["away"],)},
    "deliver:cancel_booking": lambda world: {"booked": (world.places.bookings["booked"],)},
    "deliver:ticket": lambda world: {"booked": (world.places.others["ticket"],)},
}


@dataclass(frozen=True)
class Visit:
    """An address with its arguments filled in."""

    address: Address
    what: str
    arguments: Arguments
    slug: str

    @property
    def name(self) -> str:
        return f"{self.address.name} {self.what}".strip()

    def path(self, language: str = "en", slug: str = "") -> str:
        return self.address.path(slug or self.slug, self.arguments, language)


def visits(world: World) -> Iterator[Visit]:
    """Yield every address of the site with every sample of it."""
    for address in addresses():
        for what, arguments in samples_of(address, world).items():
            yield Visit(address, what, arguments, world.hub.slug)


def samples_of(address: Address, world: World) -> Samples:
    """Return the samples of one address; none are needed where it takes nothing."""
    if not address.parameters:
        return {"": ()}
    make = _maker(address)
    found = make(world) if make else {}
    if address.name in MANY_FACES or address.parameters == ("exchange", "deed"):
        return found
    return dict(list(found.items())[:1])


def _maker(address: Address) -> Callable[[World], Samples] | None:
    return BY_NAME.get(address.name) or BY_PARAMETERS.get(address.parameters)


def without_samples() -> list[str]:
    """Return the addresses that need samples and have none."""
    return [found.name for found in addresses() if found.parameters and not _maker(found)]
