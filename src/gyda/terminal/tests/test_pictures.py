"""Pictures say what they show, and carry nothing that runs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from xml.etree import ElementTree

from gyda.terminal.svg import Bar, Picture, bar_chart
from gyda.terminal.text import WIDTH, table, width

SVG = "{http://www.w3.org/2000/svg}"


def test_a_picture_has_a_title_and_a_description() -> None:
    picture = ElementTree.fromstring(bar_chart("Coed & co", "What won.", [Bar("<x>", 3, "3")]))
    assert picture.findtext(f"{SVG}title") == "Coed & co"
    assert picture.findtext(f"{SVG}desc") == "What won."
    assert picture.get("role") == "img"
    assert "<x>" in [one.text for one in picture.iter(f"{SVG}text")]


def test_whatever_a_file_says_it_stays_text() -> None:
    picture = Picture(10, 10, '</title><script>1</script>"', "\x00\x1b[2J")
    picture.text(0, 0, "]]></svg><script/>", fill='"/><script/>')
    tree = ElementTree.fromstring(picture.svg())
    assert not list(tree.iter(f"{SVG}script"))


def test_lengths_are_the_same_on_every_machine() -> None:
    picture = Picture(10, 10, "a", "b")
    picture.circle(1 / 3, -0.0001, 2.5)
    assert '<circle cx="0.33" cy="0" r="2.5" fill="#0072b2"/>' in picture.svg()


def test_a_table_keeps_within_80_columns() -> None:
    rows = [("A playground by the river " * 5, 12000, "yes"), ("水" * 60, 5, "no")]
    lines = table(rows, head=("what", "cost", "won"))
    assert max(map(width, lines)) <= WIDTH
    assert all("…" in line for line in lines[1:])
    assert table([]) == []
