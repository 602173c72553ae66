"""The translators' catalogue is found, kept and checked without gettext."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from pathlib import Path

import polib
import pytest

from gyda.site.words.catalogue import load, same, updated
from gyda.site.words.faults import faults
from gyda.site.words.sources import Sentence, sentences
from gyda.site.words.spelling import has_aspell, misspelt

TEMPLATE = """{% load i18n %}
   {% translate "Offers" %}
{% blocktranslate trimmed count hours=h %}
{{ hours }} hour{% plural %}{{ hours }} hours{% endblocktranslate %}
  {# Translators: on a button #}
  {% translate "Give" context "verb" %} <a title="{{ _('Close') }}">
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "views.py").write_text('_("Offers")\nngettext("a day", "days", n)\n')
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_x.py").write_text('_("Only a test")\n')
    return tmp_path


def test_sentences_are_found_in_python_and_templates(source: Path) -> None:
    found = sentences(source)
    assert set(found) == {
        (None, "Offers"),
        (None, "%(hours)s hour"),
        ("verb", "Give"),
        (None, "Close"),
        (None, "a day"),
    }
    assert found[None, "%(hours)s hour"].plural == "%(hours)s hours"
    assert [place for place, _ in found[None, "Offers"].places] == [
        "templates/page.html",
        "views.py",
    ]


def test_an_update_keeps_translations_and_drops_what_nobody_says(source: Path) -> None:
    old = polib.POFile()
    old.append(polib.POEntry(msgid="Offers", msgstr="Cynigion"))
    old.append(polib.POEntry(msgid="Gone", msgstr="Wedi mynd"))
    old.append(polib.POEntry(msgid="Sign In", msgstr="Mewngofnodi"))  # allauth says it
    new = updated(old, source)
    assert new.find("Offers").msgstr == "Cynigion"
    assert new.find("Gone") is None
    assert new.find("Sign In").msgstr == "Mewngofnodi"
    assert new.find("Close").msgstr == ""
    assert not same(old, new)


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (polib.POEntry(msgid="Offers"), "not translated"),
        (polib.POEntry(msgid="Offers", msgstr="Cynigion", flags=["fuzzy"]), "fuzzy"),
        (polib.POEntry(msgid="To: %(name)s", msgstr="At: %(enw)s"), "placeholders differ"),
        (polib.POEntry(msgid="a <b>b</b>", msgstr="a b"), "placeholders differ"),
        (
            polib.POEntry(msgid="hour", msgid_plural="hours", msgstr_plural={0: "awr", 1: "awr"}),
            "2 plural forms instead of 6",
        ),
    ],
)
def test_a_fault_is_named(entry: polib.POEntry, fault: str) -> None:
    assert next(iter(faults([entry]))).startswith(fault)


def test_a_whole_translation_has_no_faults() -> None:
    forms = dict.fromkeys(range(6), "%(count)s awr")
    entry = polib.POEntry(
        msgid="%(count)s hour", msgid_plural="%(count)s hours", msgstr_plural=forms
    )
    assert not list(faults([entry]))


@pytest.mark.skipif(not has_aspell(), reason="WELSH SPELLING: aspell or aspell-cy is missing")
def test_a_misspelt_word_is_found(tmp_path: Path) -> None:
    entry = polib.POEntry(msgid="x", msgstr="Mae'r gair hwn yn anghywwir, a gwefan")
    own = tmp_path / "words.txt"
    own.write_text("Gwefan # a website\n", encoding="utf-8")
    assert set(misspelt([entry], own)) == {"anghywwir"}


def test_our_own_code_speaks() -> None:
    here = Path(__file__).resolve().parents[2]
    assert all(isinstance(s, Sentence) and s.msgid for s in sentences(here).values())
    assert load(Path("nowhere.po")).metadata["Plural-Forms"].startswith("nplurals=6")
