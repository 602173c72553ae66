"""Story D: ten young people choose who runs a service, with a weight equal to the officers'."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from django.utils.translation import override

from gyda.decide.scoring.actions.deciding import look_after
from gyda.decide.scoring.models import ScoreQuestion, Scoring, Standard, StandardCheck
from gyda.journal.actions import seal
from gyda.keys.context import in_hub
from gyda.letters.models import Letter
from gyda.people.models import Member
from gyda.site import chores
from tests.journeys.commissioners import (
    FIFTEEN,
    Commissioners,
    commissioners,
    opened,
    pair_of,
    soon,
)
from tests.journeys.conftest import Bring
from tests.journeys.hands import Someone
from tests.journeys.proofs import faults_of_release, verified

BOTH = ("cy", "en")
READING = pytest.mark.parametrize(
    ("language", "js", "width"), [("cy", True, 390), ("en", False, 1280)]
)
ASKED = (
    "Pwy fydd yn gwrando arnon ni?", "Sut gawn ni ddweud ein barn?",
    "Beth os aiff rhywbeth o'i le?", "Pryd fyddwch chi ar agor?",
)  # fmt: skip
AGREED = {"X": (14, 15, 14, 15), "Y": (17, 18, 18, 17)}  # of 25 each: 58 and 70
OFFICERS = {"Beth yw'r pris?": (60, {"X": 42, "Y": 38}), "Pa brofiad?": (40, {"X": 30, "Y": 28})}
WORDS = {"What was decided?": "Y sy'n cael y gwaith", "Why?": "Nhw sy'n gwrando"}


@pytest.fixture
def group(db: None) -> Commissioners:
    return commissioners()


@READING
def test_ten_young_people_co_commission(
    bring: Bring, group: Commissioners, tmp_path: Path, settings: Any, language: str, js: bool,
    width: int,
) -> None:  # fmt: skip
    settings.OPEN_DATA = tmp_path

    def person(member: Member | None = None) -> Someone:
        return bring(member, language=language, js=js, width=width)

    it_begins(person(group.cast.bryn), group)
    ffion = person(group.ffion)
    she_sets_it_up(ffion, group)
    young = [person(one) for one in group.young]
    everyone_says_yes(ffion, young, group)
    two_adults_and_a_training(ffion, young[0], group)
    four_questions(young, group)
    officers = [person(one) for one in (group.dylan, group.mared)]
    officers_ask_and_score(officers, group)
    pairs_give_points(ffion, young, group)
    they_agree(ffion, young, group)
    an_officer_cannot_touch_it(officers[0], group)
    seven_standards_then_the_decision(ffion, young[3], group)
    readers = [bring(language=one, js=js, width=width) for one in BOTH]
    the_page_says_who_changed_it(readers, group)
    the_award_is_open(person(), group, tmp_path)
    no_name_leaves(readers, group)
    each_hears_or_it_shows_red(ffion, young, readers[0], group)


def it_begins(bryn: Someone, group: Commissioners) -> None:
    bryn.go(group.at(f"initiatives/{group.thread.id}/"))
    bryn.follow("Score bidders together with young people")
    for tongue, words in (("Welsh", "Rhywun i siarad ag ef"), ("English", "Someone to talk to")):
        bryn.fill(f"What is bought? In {tongue}", words)
        bryn.fill(f"What should be better with it? In {tongue}", words)
    body = group.body.name_cy if bryn.language == "cy" else group.body.name_en
    bryn.pick("Which organisation buys it?", body)
    bryn.fill("Which worker is there for the young people?", group.ffion.name)
    bryn.fill("How much money is it about?", "£40,000")
    for name, days in (("starts_on", 60), ("ends_on", 425), ("feedback_by_on", 30)):
        bryn.on_day(name, soon(days))
    bryn.press("Begin")
    bryn.see("It is begun. The worker adds who bids and who scores.")


def she_sets_it_up(ffion: Someone, group: Commissioners) -> None:
    """Two bidders, five pairs of young people, one pair of officers; each is told by letter."""
    ffion.go(group.here("desk/"))
    for name in ("X", "Y"):
        ffion.follow("Add a bidder")
        ffion.fill("Who offers to do it?", name)
        ffion.press("Add the bidder")
    for place, one in enumerate(group.young):
        add(ffion, one, "Young people", pair_of(place), needs_parent=place < FIFTEEN)
    for one in (group.dylan, group.mared):
        add(ffion, one, "Officers", 1)
    with in_hub(group.cast.hub.id):
        assert Letter.objects.filter(kind="scoring_asked").count() == 12


def add(
    ffion: Someone, member: Member, side: str, pair: int, *, needs_parent: bool = False
) -> None:
    ffion.follow("Add someone who scores")
    ffion.fill("Who scores?", member.name)
    ffion.choose(side)
    ffion.fill("In which pair?", str(pair))
    if needs_parent:
        ffion.choose("A parent must say yes too: they are under 16")
    ffion.press("Add them")
    ffion.read(member.name)


def everyone_says_yes(ffion: Someone, young: list[Someone], group: Commissioners) -> None:
    """Each for themselves; for those under sixteen a parent too, and till then nothing opens."""
    try_a_question(young[0], group)
    young[0].see("First say that you want to take part; where it is needed, a parent says yes too.")
    for one in young:
        one.go(group.here())
        one.see("It is your choice. You can stop whenever you want, and need not say why. "
                "Your name is never published.")  # fmt: skip
        one.press("Yes, I want to take part")
    for one in young[:FIFTEEN]:
        one.see("A parent says yes too before you begin. The worker writes it down.")
    try_a_question(young[0], group)
    young[0].see("First say that you want to take part; where it is needed, a parent says yes too.")
    young[FIFTEEN].miss(young[0].say("A parent says yes too before you begin."))
    for member in group.young[:FIFTEEN]:
        ffion.go(group.here("desk/"))
        ffion.follow("Write down that a parent said yes: %(name)s", name=member.name)
        ffion.on_day("said_on", timezone.localdate())
        ffion.press("Write it down")
    ffion.see("A parent said yes:")


def try_a_question(one: Someone, group: Commissioners, text: str = ASKED[0]) -> None:
    one.go(group.here("question/"))
    one.fill("What do you ask of every bidder?", text)
    one.press("Add the question")


def meet(ffion: Someone, group: Commissioners, kind: str, other: Member | None = None) -> None:
    ffion.go(group.here("desk/"))
    ffion.follow("Write down a meeting")
    ffion.choose(kind)
    ffion.on_day("on", timezone.localdate())
    ffion.fill("Which adult was there?", group.ffion.name)
    ffion.fill("Which other adult was there?", (other or group.ceri).name)
    ffion.press("Write it down")


def two_adults_and_a_training(ffion: Someone, nel: Someone, group: Commissioners) -> None:
    """One adult twice is not two, a young person is not the other adult; training comes first."""
    try_a_question(nel, group)
    nel.see("First the worker writes down the training, with two adults who were there.")
    meet(ffion, group, "Training", other=group.ffion)
    ffion.see("Name two different adults.")
    meet(ffion, group, "Training", other=group.young[0])
    ffion.see(
        "Who scores as a young person is not the adult there, and the worker gives no points."
    )
    meet(ffion, group, "Training")
    ffion.see("The meeting is written down.")
    ffion.read(group.ceri.name)


def four_questions(young: list[Someone], group: Commissioners) -> None:
    for one, text in zip(young, ASKED, strict=False):
        try_a_question(one, group, text)
        one.see("The question is there.")
    try_a_question(young[4], group, "Un arall?")
    young[4].see("There are four questions already. Take one of them out first.")
    young[4].go(group.here())
    young[4].see("What the young people ask")
    young[4].read(*ASKED)


def officers_ask_and_score(officers: list[Someone], group: Commissioners) -> None:
    """Dylan and Mared say yes too, ask two questions of their own, score and agree."""
    for one in officers:
        one.go(group.here())
        one.press("Yes, I want to take part")
    dylan = officers[0]
    for text, (most, _given) in OFFICERS.items():
        dylan.go(group.here("question/"))
        dylan.fill("What do you ask of every bidder?", text)
        dylan.fill("How many points can it give at most?", str(most))
        dylan.press("Add the question")
    for link, button in (
        ("Give the points of your pair", "Keep these points"),
        ("Write down what you all agreed on", "Keep what we agreed on"),
    ):
        dylan.follow(link)
        for text, (_most, given) in OFFICERS.items():
            for bidder, points in given.items():
                dylan.fill(f"{bidder}: {text}", str(points))
        dylan.press(button)


def fill_points(one: Someone, points: dict[str, tuple[int, ...]]) -> None:
    for bidder, given in points.items():
        for text, number in zip(ASKED, given, strict=True):
            one.fill(f"{bidder}: {text}", str(number))


def pairs_give_points(ffion: Someone, young: list[Someone], group: Commissioners) -> None:
    """Not before two adults were there, not more than a question gives; then pair by pair."""
    one = young[0]
    give(one, group, AGREED)
    one.see("First the worker writes down the meeting, with two adults who were there.")
    meet(ffion, group, "Scoring in pairs")
    give(one, group, AGREED | {"X": (26, 15, 14, 15)})
    assert one.page.locator(".govuk-error-summary").count() == 1
    for pair, two in enumerate(zip(young[::2], young[1::2], strict=True)):
        more = (-2, -1, 0, 1, 2)[pair]
        given = {who: tuple(number + more for number in AGREED[who]) for who in AGREED}
        give(two[pair % 2], group, given)
        two[pair % 2].see("Your pair's points are kept.")
        if not pair:
            meet(ffion, group, "Agreeing the scores")
            agree(one, group)
            one.see("First each pair gives all its points. Still missing, by pair: %(pairs)s",
                    pairs="2, 3, 4, 5")  # fmt: skip


def give(one: Someone, group: Commissioners, points: dict[str, tuple[int, ...]]) -> None:
    one.go(group.here())
    one.follow("Give the points of your pair")
    fill_points(one, points)
    one.press("Keep these points")


def agree(one: Someone, group: Commissioners) -> None:
    one.go(group.here())
    one.follow("Write down what you all agreed on")
    fill_points(one, AGREED)
    one.press("Keep what we agreed on")


def they_agree(ffion: Someone, young: list[Someone], group: Commissioners) -> None:
    """All ten look at what the five pairs gave; one of them writes down the number."""
    cadi = young[4]
    cadi.go(group.here("agreed/young/"))
    cadi.read("X: 12, 13, 14, 15, 16", "Y: 15, 16, 17, 18, 19")
    agree(cadi, group)
    cadi.see("What you agreed on is kept.")
    cadi.miss(cadi.say("What came out"))
    ffion.go(group.here())
    ffion.see("What came out")


def an_officer_cannot_touch_it(dylan: Someone, group: Commissioners) -> None:
    """By request, with his own session and token: the pages of the young people are not there."""
    dylan.go(group.here("points/officers/"))
    token = dylan.page.locator("main [name=csrfmiddlewaretoken]").first.input_value()
    before = group.points()
    with in_hub(group.cast.hub.id):
        theirs = ScoreQuestion.objects.filter(side="YOUNG")
        rows = {f"{one.id}-{row[1]}": "0" for one in theirs for row in before if row[0] == one.id}
    assert rows
    for page in ("points/young/", "agreed/young/", "standards/"):
        address = f"{dylan.site}/{dylan.language}/{group.here(page)}"
        assert dylan.page.request.get(address).status == 404
        sent: Any = {"form": rows | {"csrfmiddlewaretoken": token}, "headers": {"Referer": address}}
        assert dylan.page.request.post(address, **sent).status == 404
    own = f"{dylan.site}/{dylan.language}/{group.here('points/officers/')}"
    assert dylan.page.request.post(own, **(sent | {"headers": {"Referer": own}})).status == 200
    assert group.points() == before
    dylan.go(group.here())
    dylan.miss(dylan.say("What came out"))


def seven_standards_then_the_decision(ffion: Someone, jac: Someone, group: Commissioners) -> None:
    """Nothing is published before the young people said how it was."""
    ffion.go(group.here("desk/"))
    ffion.follow("Publish the decision")
    for label, words in WORDS.items():
        for tongue in ("Welsh", "English"):
            ffion.fill(f"{label} In {tongue}", f"{words} ({tongue})")
    ffion.press("Publish the decision")
    ffion.see("First the young people answer for all seven participation standards.")
    jac.go(group.here())
    jac.follow("Say how it was")
    for standard in Standard:
        met = "PART" if standard == Standard.FEEDBACK else "YES"
        jac.page.locator(f"[name={standard.value}][value={met}]").check()
    jac.page.locator(f"[name={Standard.FEEDBACK.value}_words]").fill("Rydyn ni'n dal i aros")
    jac.press("Keep it")
    with in_hub(group.cast.hub.id):
        met_by = dict(StandardCheck.objects.values_list("standard", "met"))
    assert met_by == dict.fromkeys(Standard.values, "YES") | {"FEEDBACK": "PART"}
    ffion.press("Publish the decision")
    ffion.see("The decision is published in both languages.")


def the_page_says_who_changed_it(readers: list[Someone], group: Commissioners) -> None:
    for reader in readers:
        reader.go(group.here())
        reader.see("First: %(names)s", names="Y")
        reader.see("The young people's score changed the outcome: by the officers' score alone, "
                   "%(alone)s would be first.", alone="X")  # fmt: skip
        assert reader.row(reader.say("Young people")) == ["58", "70", ""]
        assert reader.row(reader.say("Officers")) == ["72", "66", ""]
        assert reader.row("50 / 50") == ["65", "68", "Y"]
        assert reader.row("80 / 20") == ["69.2", "66.8", "X"]
        assert reader.row("100 / 0") == ["72", "66", "X"]
        reader.see("The seven participation standards, as the young people see them")
        with override("en"):
            labels = [str(standard.label) for standard in Standard]
        reader.see(*labels)
        reader.read("Rydyn ni'n dal i aros")
        reader.follow("the decision")
        reader.read(f"Nhw sy'n gwrando ({'Welsh' if reader.language == 'cy' else 'English'})")


def the_award_is_open(reader: Someone, group: Commissioners, tmp_path: Path) -> None:
    """The award is a valid OCDS release; the decision's file is counted again by gyda verify."""
    reader.go(group.here())
    words = reader.say("The award as open contracting data (OCDS, JSON)")
    address = reader.page.get_by_role("link", name=words).get_attribute("href")
    package = reader.page.request.get(f"{reader.site}{address}").json()
    assert faults_of_release(package) == []
    award = package["releases"][0]["awards"][0]
    assert (award["suppliers"][0]["name"], award["value"]["amount"]) == ("Y", 40000)
    with in_hub(group.cast.hub.id):
        seal(hub_id=group.cast.hub.id)
    reader.go(group.here())
    reader.follow("the decision")
    assert verified(reader, tmp_path / "decision.zip")["scores"] == 44 + 12  # pairs, agreed


def no_name_leaves(readers: list[Someone], group: Commissioners) -> None:
    """Every file and page that leaves the hub: none of the ten, by name or by key."""
    with in_hub(group.cast.hub.id):
        chores.publish(hub_id=group.cast.hub.id, now=timezone.now())
    decision = readers[0].path.split("/decisions/")[1]
    pages = [
        group.here(), group.here("release.json"), group.at(f"decisions/{decision}"),
        group.at(f"decisions/{decision}data.json"), group.at(f"decisions/{decision}decision.zip"),
        group.at("decisions/power/data.json"), group.at("decisions/power/file.csv"),
        group.at("open-data/file.zip"), group.at("journal/"), group.at("journal/feed.atom"),
        group.at(f"initiatives/{group.thread.id}/"),
        group.at(f"initiatives/{group.thread.id}/data.json"),
    ]  # fmt: skip
    marks = [mark for one in group.young for mark in (one.name, str(one.id), one.id.hex)]
    for reader in readers:
        for page in pages:
            answer = reader.page.request.get(f"{reader.site}/{reader.language}/{page}")
            assert answer.status == 200, page
            for part in opened(answer.body()):
                assert [mark for mark in marks if mark.encode() in part] == [], page


def each_hears_or_it_shows_red(
    ffion: Someone, young: list[Someone], reader: Someone, group: Commissioners
) -> None:
    """The day passes: red for everyone, and a letter to Ffion; then each of the ten is told."""
    hub = group.cast.hub.id
    with in_hub(hub):
        Scoring.objects.update(feedback_by_on=soon(-1))
        look_after(hub_id=hub, now=timezone.now())
        assert Letter.objects.get(kind="scoring_feedback_late").member_id == group.ffion.id
    reader.go(group.here())
    reader.see("Feedback is late")
    for place, member in enumerate(group.young):
        ffion.go(group.here("desk/"))
        ffion.see("Feedback is late")
        ffion.follow("Say what became of it: %(name)s", name=member.name)
        ffion.fill("What became of it, and what was it that they changed?", f"Diolch rhif {place}")
        ffion.press("Tell them")
    ffion.miss(ffion.say("Feedback is late"))
    for number, one in ((0, young[0]), (9, young[9])):
        one.go(group.here())
        one.see("What became of your work")
        one.read(f"Diolch rhif {number}")
        one.miss(f"Diolch rhif {9 - number}")
    reader.go(group.here())
    reader.miss(reader.say("Feedback is late"), "Diolch rhif")
    with in_hub(hub):
        assert Letter.objects.filter(kind="scoring_feedback").count() == 10
