"""The catalogues hold what the code says, and a language that is offered is whole."""

import ast
import importlib
import pkgutil
import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import pytest
from babel.messages.catalog import Message
from django.conf import settings

import guidance
from guidance.texts import Text
from tests import messages

TRANSLATED = sorted({code for code, _name in settings.KNOWN_LANGUAGES} - {"en"})
"""The code is in English."""

COMPLETE = sorted(settings.COMPLETE_LANGUAGES - {"en"})

# Without the flag of a space, which nobody uses: "100 % scharf" holds a place for nothing.
PLACEHOLDER = re.compile(r"%(?:\((\w+)\))?[#0\-+]*\d*(?:\.\d+)?([sdif%])")
TAG = re.compile(r"</?[a-z]+")


@cache
def of_the_code() -> list[Message]:
    return messages.messages(messages.messages_of_the_code())


def forms(said: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def translated(language: str) -> Iterator[tuple[str, str, Message]]:
    """Each message that has words: the English, what it became, and the message."""
    for message in messages.messages(messages.catalogue(language)):
        english = forms(message.id)
        for number, words in enumerate(forms(message.string or "")):
            if words:
                yield english[min(number, len(english) - 1)], words, message


def placeholders(words: str) -> tuple[list[str], list[str]]:
    """What is filled in, as `%(name)s` and as `{name}`, in no order: languages have their own."""
    named = sorted(match.group(0) for match in PLACEHOLDER.finditer(words))
    try:
        braces = sorted(
            f"{name}{mark}"
            for _text, name, mark, _conversion in string.Formatter().parse(words)
            if name is not None
        )
    except ValueError:
        braces = ["a brace that stands alone"]
    return named, braces


def has_words(message: str) -> bool:
    return bool(re.search("[A-Za-z]", re.sub(r"{[^}]*}", "", message)))


def edges(words: str) -> tuple[bool, bool, bool, bool]:
    return words.startswith("\n"), words.endswith("\n"), words[:1] == " ", words[-1:] == " "


def test_english_and_every_language_that_is_offered_is_known() -> None:
    known = {code for code, _name in settings.KNOWN_LANGUAGES}
    assert {"en"} <= settings.COMPLETE_LANGUAGES <= known
    assert messages.languages() == TRANSLATED


def test_a_language_that_is_offered_has_every_message_of_the_code() -> None:
    said = {(one.context, one.id) for one in of_the_code()}
    for language in COMPLETE:
        every = messages.messages(messages.catalogue(language))
        known = {(one.context, one.id) for one in every}
        assert (said - known, known - said) == (set(), set()), f"{language}: run `make messages`"


def test_a_language_that_is_offered_has_no_message_without_words_and_none_in_doubt() -> None:
    for language in COMPLETE:
        every = messages.messages(messages.catalogue(language))
        wanting = [one.id for one in every if not messages.is_translated(one)]
        doubtful = [one.id for one in every if one.fuzzy]
        assert (language, wanting, doubtful) == (language, [], [])


def _said_by_the_knowledge() -> Iterator[Text]:
    """Every text that stands in a module of `guidance`, with the texts inside it."""
    seen = set[int]()
    waiting: list[Any] = []
    for found in pkgutil.walk_packages(guidance.__path__, "guidance."):
        waiting += vars(importlib.import_module(found.name)).values()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, Text):
            yield one
        if isinstance(one, Mapping):
            waiting += one.values()
        elif isinstance(one, (tuple, list, frozenset, set)):
            waiting += one
        elif is_dataclass(one) and not isinstance(one, type):
            waiting += [getattr(one, field.name) for field in fields(one)]


def test_nothing_that_the_knowledge_says_is_left_out() -> None:
    known = {form for one in of_the_code() for form in forms(one.id)}
    said = {text.message for text in _said_by_the_knowledge()}
    assert len(said) > 1000
    assert {message for message in said - known if has_words(message)} == set()


def test_a_sentence_that_the_knowledge_makes_is_marked_where_it_is_made() -> None:
    unmarked = [
        f"{path.name}:{call.lineno}"
        for path in sorted((messages.ROOT / "guidance").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("text", "Text")
        and any(is_unmarked(argument) for argument in call.args[:1])
    ]
    assert unmarked == []


def is_unmarked(argument: ast.expr) -> bool:
    """Whether words stand here as they are; a name may stand for what is marked elsewhere."""
    if isinstance(argument, ast.IfExp):
        return is_unmarked(argument.body) or is_unmarked(argument.orelse)
    if isinstance(argument, ast.Constant):
        return has_words(str(argument.value))
    return isinstance(argument, (ast.BinOp, ast.JoinedStr))


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_filled_in_is_the_same(language: str) -> None:
    unlike = [
        (english, words)
        for english, words, message in translated(language)
        if not message.fuzzy and not same_placeholders(english, words, message)
    ]
    assert unlike == []


def same_placeholders(english: str, words: str, message: Message) -> bool:
    """A singular may leave its number out ("once"), in any language, and say it in any other."""
    if placeholders(words) == placeholders(english):
        return True
    one, several = (placeholders(form) for form in (forms(message.id) * 2)[:2])
    return one != several and placeholders(words) in (one, several)


@pytest.mark.parametrize("language", TRANSLATED)
def test_words_begin_and_end_as_the_message_does(language: str) -> None:
    unlike = [
        (english, words)
        for english, words, _message in translated(language)
        if edges(english) != edges(words) or TAG.findall(english) != TAG.findall(words)
    ]
    assert unlike == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_form_of_a_plural_has_words_or_none_has(language: str) -> None:
    house = messages.catalogue(language)
    half = [
        one.id
        for one in messages.messages(house)
        if isinstance(one.id, tuple)
        and (len(words := forms(one.string or "")), bool(words[0]))
        != (house.num_plurals, all(words))
    ]
    assert half == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_site_reads_what_people_edit(language: str) -> None:
    house = messages.catalogue(language)
    assert messages.mo_path(language).read_bytes() == messages.as_mo(house), "run `make messages`"


def test_parts_for_several_translators_come_back_as_one() -> None:
    gaps = [one.id for one in of_the_code()][:50]
    small = messages.House(locale="de")
    for gap in gaps:
        small.add(gap)

    parts = messages.parts_of(small, 3)
    assert [one.id for part in parts for one in messages.messages(part)] == gaps
    for part in parts:
        for message in messages.messages(part):
            message.string = tuple(message.id) if message.pluralizable else message.id
        messages.take_over(small, part)
    assert [one.id for one in messages.messages(small) if not messages.is_settled(one)] == []
