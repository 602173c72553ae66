"""Reads a page as its readers meet it: words with their language, forms with their fields."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
SILENT = {"script", "style", "template"}
SPOKEN = ("aria-label", "alt", "placeholder", "title", "aria-description", "data-confirm", "label")
BUTTONS = {"submit", "button", "reset"}

Attributes = dict[str, str]


@dataclass(frozen=True)
class Said:
    """A piece of text, the language it is said to be in, and whether a person wrote it."""

    text: str
    lang: str
    where: str


@dataclass
class Field:
    """One field of a form."""

    name: str
    kind: str
    value: str
    options: list[str] = field(default_factory=list)
    checked: bool = False


@dataclass
class FormFound:
    """A form that writes, as a browser would send it."""

    action: str
    method: str
    fields: list[Field] = field(default_factory=list)


class Page(HTMLParser):
    """A page taken apart."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[Said] = []
        self.forms: list[FormFound] = []
        self.links: list[str] = []
        self.assets: list[str] = []
        self.policy_breaks: list[str] = []
        self._open: list[tuple[str, str]] = []  # tag and language
        self.feed(html)
        self.close()

    @property
    def _lang(self) -> str:
        return self._open[-1][1] if self._open else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        lang = given.get("lang") or self._lang
        if tag not in VOID:
            self._open.append((tag, lang))
        self._attributes_say(tag, given, lang)
        self._note_address(tag, given)
        self._note_form(tag, given)

    def handle_endtag(self, tag: str) -> None:
        while self._open and tag in [name for name, _ in self._open]:
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        inside = {name for name, _ in self._open}
        if data.strip() and not inside & SILENT:
            self.said.append(Said(" ".join(data.split()), self._lang, self._open[-1][0]))
            if "textarea" in inside and self.forms and self.forms[-1].fields:
                self.forms[-1].fields[-1].value = data.removeprefix("\n")

    def _attributes_say(self, tag: str, given: Attributes, lang: str) -> None:
        for name in SPOKEN:
            if given.get(name, "").strip():
                self.said.append(Said(given[name], lang, f"{tag}[{name}]"))
        if tag == "input" and given.get("type") in BUTTONS and given.get("value"):
            self.said.append(Said(given["value"], lang, "input[value]"))
        if tag == "meta" and given.get("name") == "description":
            self.said.append(Said(given.get("content", ""), lang, "meta[description]"))

    def _note_address(self, tag: str, given: Attributes) -> None:
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        rel = given.get("rel", "")
        if tag == "link" and rel not in {"alternate", "canonical"} and given.get("href"):
            self.assets.append(given["href"])
        if given.get("src"):
            self.assets.append(given["src"])
        if "style" in given or any(name.startswith("on") for name in given):
            self.policy_breaks.append(f"<{tag} {given}>")
        if tag == "style" or (
            tag == "script" and "src" not in given and "json" not in given.get("type", "")
        ):
            self.policy_breaks.append(f"<{tag}>")

    def _note_form(self, tag: str, given: Attributes) -> None:
        if tag == "form":
            method = given.get("method", "get").lower()
            self.forms.append(FormFound(given.get("action", ""), method))
        elif not self.forms or not self._is_in_form():
            return
        elif (
            tag in {"input", "select", "textarea"} and given.get("name") and "disabled" not in given
        ):
            kind = given.get("type", "text") if tag == "input" else tag
            field = Field(given["name"], kind, given.get("value", ""), checked="checked" in given)
            self.forms[-1].fields.append(field)
        elif tag == "option" and self.forms[-1].fields:
            self.forms[-1].fields[-1].options.append(given.get("value", ""))
            if "selected" in given:
                self.forms[-1].fields[-1].value = given.get("value", "")

    def _is_in_form(self) -> bool:
        return "form" in {name for name, _ in self._open}

    @property
    def writing_forms(self) -> list[FormFound]:
        """The forms that post, without those that only press a button."""
        return [form for form in self.forms if form.method == "post"]
