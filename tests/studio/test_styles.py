"""The client's style sheets against the pages: no dead rule, no class without one, no short cuts.

The staff's pages have sheets and classes of their admin theme and are left out, as are letters,
whose styles stand in their lines.
"""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHEETS = sorted(
    path for path in (ROOT / "static/css").glob("*.css") if not path.name.startswith("admin-")
)
CODE = ("bookings", "guidance", "studio", "static/js")
NOT_THE_CLIENTS = ("admin", "letters")

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
CLASS = re.compile(r"\.([a-z][a-z0-9-]*)")
ATTRIBUTE = re.compile(r"""class(?:Name)?\s*=\s*\\?"((?:\{[{%].*?[}%]\}|[^"\\])*)""", re.DOTALL)
MAIN = re.compile(r"\{% block main_class %\}(.*?)\{% endblock")
TAG = re.compile(r"\{%.*?%\}", re.DOTALL)
VALUE = re.compile(r"\{+.*?\}+", re.DOTALL)

# Used where no page says so, with the reason.
SET_ELSEWHERE = {"htmx-request": "htmx sets it on what waits for the server"}
# Names of pages and parts that look like any other and are there to be found.
WITHOUT_RULES = {"languages", "plan"}


def selectors(sheet: str) -> Iterator[str]:
    """What stands before each brace, comments left out."""
    yield from re.findall(r"([^{};]+)\{", COMMENT.sub("", sheet))


def classes_with_rules() -> set[str]:
    return {
        name
        for path in SHEETS
        for part in selectors(path.read_text())
        for name in CLASS.findall(part)
    }


def classes_in_use() -> set[str]:
    """Classes that templates, drawings and scripts set; `*` stands for what a value puts in."""
    return {name for path in pages() for name in classes_of(path.read_text())}


def pages() -> Iterator[Path]:
    templates = ROOT / "templates"
    for path in templates.rglob("*.html"):
        if path.relative_to(templates).parts[0] not in NOT_THE_CLIENTS:
            yield path
    for folder in CODE:
        yield from (ROOT / folder).rglob("*.js" if folder.endswith("js") else "*.py")


def classes_of(page: str) -> Iterator[str]:
    for attribute in [*ATTRIBUTE.findall(page), *MAIN.findall(page)]:
        yield from VALUE.sub("*", TAG.sub(" ", attribute)).split()


def known(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def test_the_reader_sees_conditions_values_and_nesting() -> None:
    page = '<p class="tag{% if is_own %} tag-own{% endif %} size-{{ size }}">'
    assert list(classes_of(page)) == ["tag", "tag-own", "size-*"]
    assert list(selectors(".a { .b & { color: red; } } /* .c {} */")) == [".a ", " .b & "]


def test_each_rule_has_something_to_apply_to() -> None:
    used = {name for name in classes_in_use() if name.strip("*")}
    dead = {name for name in classes_with_rules() if not known(name, used)}
    assert dead - SET_ELSEWHERE.keys() == set()


def test_each_class_has_a_rule() -> None:
    ruled = classes_with_rules()
    of_pages = {
        name
        for path in (ROOT / "templates").rglob("*.html")
        if path.relative_to(ROOT / "templates").parts[0] not in NOT_THE_CLIENTS
        for name in classes_of(path.read_text())
        if "*" not in name
    }
    assert of_pages - ruled - WITHOUT_RULES == set()


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_sheet_is_plain_and_short(path: Path) -> None:
    sheet = path.read_text()
    assert "!important" not in sheet
    assert [part for part in selectors(sheet) if re.search(r"#[a-z]", part)] == []
    assert len(sheet.splitlines()) <= 420


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_colours_stand_in_the_tokens_alone(path: Path) -> None:
    written = re.findall(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsl\(", COMMENT.sub("", path.read_text()))
    assert written == [] or path.name == "tokens.css"
