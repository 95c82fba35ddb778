"""Reads the forms that a page shows, as a browser would: where they go, and what each field holds."""

import re
from copy import deepcopy
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

TEXTS = {"text", "search", "email", "password", "number", "tel", "url", "date", "textarea"}
CHOICES = {"select", "radio", "checkbox"}
BUTTONS = {"button", "submit"}
CONTROLS = ("input", "select", "textarea", "button")


@dataclass
class Field:
    """One name of a form: what kind of input it is, the value that the page gave it, and what may be chosen."""

    name: str
    kind: str
    value: str = ""
    classes: str = ""
    hint: str = ""
    longest: int = 0
    accept: str = ""
    choices: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    @property
    def is_date(self) -> bool:
        return "j-date" in self.classes

    @property
    def is_choice(self) -> bool:
        """Whether only certain values exist."""
        return self.kind in CHOICES and not self.is_tick

    @property
    def is_tick(self) -> bool:
        """A lone tick: set or not, whatever its value is."""
        return self.kind == "checkbox" and self.choices == ["on"]

    @property
    def is_number(self) -> bool:
        return self.hint in ("decimal", "numeric") and self.kind in TEXTS

    @property
    def is_typed(self) -> bool:
        return self.kind in TEXTS | CHOICES

    @property
    def error_ids(self) -> set[str]:
        """Where its sentence may stand: behind the control, or behind the group that a radio button belongs to."""
        groups = {re.sub(r"_\d+$", "", one) for one in self.ids}
        return {f"{one}_error" for one in self.ids | groups | {f"id_{self.name}"}}


@dataclass
class PostForm:
    """A form that is sent by POST."""

    action: str
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        return self.action, tuple(sorted(self.fields))

    @property
    def has_file(self) -> bool:
        return any(one.kind == "file" for one in self.fields.values())

    def filled(self) -> dict[str, str]:
        """What a browser would send if nothing was typed."""
        return {name: one.value for name, one in self.fields.items() if one.kind != "file"}


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.forms, self.elsewhere = address, list[PostForm](), list[str]()
        self.form: PostForm | None = None
        self.select = self.area = self.sentence = ""
        self.sentences: dict[str, str] = {}

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if given.get("id", "").endswith("_error"):
            self.sentence = given["id"]
            self.sentences[self.sentence] = ""
        if tag == "form":
            self._open(given)
        if self.form is None or "disabled" in given:
            return
        if tag == "option" and self.select:
            self._option(self.form.fields[self.select], given)
        elif tag in CONTROLS and "formaction" in given:
            self.elsewhere.append(urljoin(self.address, given["formaction"]))
        elif tag in CONTROLS and given.get("name"):
            self._add(self.form, tag, given)

    def _open(self, given: dict[str, str]) -> None:
        sent_by_htmx = given.get("hx-post")
        posts = given.get("method", "").lower() == "post" or sent_by_htmx
        action = sent_by_htmx or given.get("action") or self.address
        self.form = PostForm(urljoin(self.address, action)) if posts else None
        self.forms += [self.form] if self.form else []

    def _option(self, one: Field, given: dict[str, str]) -> None:
        one.choices += [given["value"]] if given.get("value") else []
        if "selected" in given:
            one.value = given.get("value", "")

    def _add(self, form: PostForm, tag: str, given: dict[str, str]) -> None:
        name = given["name"]
        kind = given.get("type", "text" if tag == "input" else "submit") if tag in ("input", "button") else tag
        self.select, self.area = (name if tag == "select" else ""), (name if tag == "textarea" else "")
        if name == "csrfmiddlewaretoken" or kind == "image":
            return
        if name not in form.fields:
            form.fields[name] = Field(name, kind, classes=given.get("class", ""), hint=given.get("inputmode", ""))
        one, value = form.fields[name], given.get("value", "")
        one.longest, one.accept = int(given.get("maxlength", 0)), given.get("accept", "")
        one.ids |= {given["id"]} if "id" in given else set()
        if kind in ("radio", "checkbox") or kind in BUTTONS:
            one.choices += [value or "on"]
            one.value = (value or "on") if "checked" in given else one.value
        elif kind != "file":
            one.value = value

    def handle_data(self, data: str) -> None:
        if self.sentence:
            self.sentences[self.sentence] += data
        if self.form is not None and self.area:
            self.form.fields[self.area].value += data.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self.form is not None:
            self.forms += [PostForm(action, deepcopy(self.form.fields)) for action in self.elsewhere]
            self.elsewhere, self.form = [], None
        if tag in ("form", "select"):
            self.select = ""
        if tag in ("form", "textarea"):
            self.area = ""
        if tag in ("div", "span"):
            self.sentence = ""


@dataclass
class Page:
    """What a page asks for, and what it says about what was sent."""

    forms: list[PostForm]
    sentences: dict[str, str]
    text: str

    def said_at(self, one: Field) -> str:
        """The sentence at a field, whichever form of the page holds it."""
        ids = one.error_ids.union(*(form.fields[one.name].error_ids for form in self.forms if one.name in form.fields))
        return " ".join(self.sentences[place].strip() for place in sorted(ids) if place in self.sentences).strip()

    def faulty(self) -> dict[str, str]:
        return {place: words.strip() for place, words in self.sentences.items() if words.strip()}

    def holding(self, name: str) -> PostForm | None:
        return next((form for form in self.forms if name in form.fields), None)


def read_page(address: str, text: str) -> Page:
    reader = _Reader(address)
    reader.feed(text)
    return Page(reader.forms, reader.sentences, text)


def read_forms(address: str, page: str) -> list[PostForm]:
    """Every POST form of a page."""
    return read_page(address, page).forms
