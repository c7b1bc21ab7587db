"""A visitor without a browser: reads the forms of real pages, fills them in and sends them.

Sends only what a page offers: a field that no form has, or a button that is not there, is an
error of the test, so a journey that passes can be walked by hand with JavaScript off.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client


@dataclass
class PageForm:
    """One form of a page: where it goes, what stands in it, and the buttons that send it."""

    action: str
    method: str
    values: dict[str, list[str]] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        """The names of all fields."""
        return set(self.values) | set(self.options)


class _Reader(HTMLParser):
    """Collects the forms of a page as a browser would send them; `noscript` counts."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self.links: list[str] = []
        self._form: PageForm | None = None
        self._select: str | None = None
        self._textarea: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in got:
            self.links.append(got["href"])
        if tag == "form":
            self._form = PageForm(got.get("action", ""), got.get("method", "get").lower())
            self.forms.append(self._form)
        if self._form is not None:
            self._read(tag, got, self._form)

    def handle_data(self, data: str) -> None:
        if self._form is not None and self._textarea:
            kept = self._form.values[self._textarea]
            self._form.values[self._textarea] = ["".join(kept) + data]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._textarea = None

    def _read(self, tag: str, got: dict[str, str], form: PageForm) -> None:
        name = got.get("name", "")
        if tag == "input" and name:
            _read_input(name, got, form)
        elif tag == "textarea":
            self._textarea = name
            form.values[name] = [""]
        elif tag == "select":
            self._select = name
            form.options[name] = []
        elif tag == "option" and self._select:
            form.options[self._select].append(got.get("value", ""))
            if "selected" in got:
                form.values[self._select] = [got.get("value", "")]
        elif tag == "button" and got.get("type", "submit") == "submit":
            form.buttons.append((name, got.get("value", "")))


def _read_input(name: str, got: dict[str, str], form: PageForm) -> None:
    if got.get("type") in ("radio", "checkbox"):
        form.options.setdefault(name, []).append(got.get("value", "on"))
        if "checked" in got:
            form.values.setdefault(name, []).append(got.get("value", "on"))
    else:
        form.values[name] = [got.get("value", "")]


class Walker:
    """A visitor with cookies and no script; the protection of forms is on."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True)
        self.response: HttpResponse = HttpResponse()
        self.path = ""

    def go(self, path: str) -> HttpResponse:
        """Open `path`, following redirects to the page that shows."""
        return self._arrive(path, self.client.get(path, follow=True))

    @property
    def html(self) -> str:
        """The page as it stands."""
        return self.response.content.decode()

    @property
    def forms(self) -> list[PageForm]:
        """The forms of the page."""
        return self._read().forms

    @property
    def links(self) -> list[str]:
        """Where the links of the page lead."""
        return self._read().links

    def follow(self, part: str) -> HttpResponse:
        """Follow the first link whose address has `part` in it."""
        return self.go(next(link for link in self.links if part in link))

    def send(
        self,
        form: PageForm,
        filled: Mapping[str, Any] | None = None,
        button: tuple[str, str] | None = None,
    ) -> HttpResponse:
        """Fill in `form` and send it by `button`, the first one unless it is named."""
        sent: dict[str, list[str]] = dict(form.values)
        for name, value in (filled or {}).items():
            sent[name] = _checked(form, name, value)
        pressed = button or form.buttons[0]
        if pressed[0]:
            sent[pressed[0]] = [pressed[1]]
        path = form.action or self.path
        return self._arrive(path, self.client.post(path, sent, follow=True))

    def _arrive(self, path: str, response: Any) -> HttpResponse:
        redirects = getattr(response, "redirect_chain", [])
        self.path = redirects[-1][0] if redirects else path
        self.response = response
        return self.response

    def _read(self) -> _Reader:
        reader = _Reader()
        reader.feed(self.html)
        return reader


def _checked(form: PageForm, name: str, value: Any) -> list[str]:
    """The values to send for a field; each must be one that the page offers."""
    values = [_written(one) for one in value] if _is_list(value) else [_written(value)]
    if name not in form.names:
        raise AssertionError(f"The page has no field {name!r}; it has {sorted(form.names)}")
    offered = form.options.get(name)
    if offered is not None and not set(values) <= set(offered):
        raise AssertionError(f"{name!r} offers {offered}, not {values}")
    return values


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _written(value: Any) -> str:
    return "on" if value is True else str(value)
