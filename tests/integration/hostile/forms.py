"""Reads the forms that a page shows, as a browser would: where they go, and what each field holds."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

TEXTS = {"text", "search", "email", "password", "number", "tel", "url", "date"}
CHOICES = {"select", "radio", "checkbox"}


@dataclass
class Field:
    """One name of a form: what kind of input it is, and the value that the page gave it."""

    name: str
    kind: str
    value: str = ""
    classes: str = ""
    hint: str = ""

    @property
    def is_date(self) -> bool:
        return "j-date" in self.classes

    @property
    def is_choice(self) -> bool:
        return self.kind in CHOICES

    @property
    def is_number(self) -> bool:
        return self.hint in ("decimal", "numeric") and self.kind in TEXTS


@dataclass
class PostForm:
    """A form that is sent by POST."""

    action: str
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        return self.action, tuple(sorted(self.fields))

    def filled(self) -> dict[str, str]:
        """What a browser would send if nothing was typed."""
        return {name: one.value for name, one in self.fields.items() if one.kind != "file"}


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.forms = address, list[PostForm]()
        self.form: PostForm | None = None
        self.select = self.area = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        sent_by_htmx = given.get("hx-post")
        if tag == "form":
            posts = given.get("method", "").lower() == "post" or sent_by_htmx
            action = sent_by_htmx or given.get("action") or self.address
            self.form = PostForm(urljoin(self.address, action)) if posts else None
            self.forms += [self.form] if self.form else []
        if self.form is None or "disabled" in given:
            return
        if tag == "option" and self.select and ("selected" in given or not self.form.fields[self.select].value):
            self.form.fields[self.select].value = given.get("value", "")
        elif tag in ("input", "select", "textarea", "button") and given.get("name"):
            self._add(self.form, tag, given)

    def _add(self, form: PostForm, tag: str, given: dict[str, str]) -> None:
        name = given["name"]
        kind = given.get("type", "text") if tag == "input" else tag
        self.select, self.area = (name if tag == "select" else ""), (name if tag == "textarea" else "")
        if name != "csrfmiddlewaretoken" and (name not in form.fields or "checked" in given):
            form.fields[name] = Field(
                name, kind, given.get("value", ""), given.get("class", ""), given.get("inputmode", "")
            )

    def handle_data(self, data: str) -> None:
        if self.form is not None and self.area:
            self.form.fields[self.area].value += data.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        if tag in ("form", "select"):
            self.select = ""
        if tag in ("form", "textarea"):
            self.area = ""


def read_forms(address: str, page: str) -> list[PostForm]:
    """Every POST form of a page."""
    reader = _Reader(address)
    reader.feed(page)
    return reader.forms
