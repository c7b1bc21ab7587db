"""A client's answers: read from one JSON object, checked, and written back.

What the questions say on a page is in :mod:`guidance.questionnaire`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any, Final

from guidance.texts import Text, gettext_noop, render, text
from guidance.vocabulary import (
    AccessNeed,
    Background,
    CastingMarket,
    CastingService,
    Clothes,
    Colour,
    CreativeWish,
    Framing,
    Glasses,
    Mood,
    Occasion,
    Place,
    Story,
    Term,
    Use,
)

LARGEST_PARTY: Final = 500
LONGEST_NOTE: Final = 2_000
LONGEST_ECHO: Final = 80

# Faith, health and age: kept apart from the other answers and deleted when retention ends.
CARE_KEYS: Final = ("head_covering", "minors", "access", "access_note")

Reader = Callable[[str, Any], Any]

# Everything that no keyboard writes, except tabulator and line ends; lone surrogates too.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All answers of one client; `None` and `()` mean not answered. The first use is the main one.

    `minors` is the number of people under 18.
    """

    uses: tuple[Use, ...] = ()
    occasion: Occasion | None = None
    casting_market: CastingMarket | None = None
    people_in_frame: int | None = None
    people_total: int | None = None
    framing: Framing | None = None
    story: Story | None = None
    mood: tuple[Mood, ...] = ()
    background: Background | None = None
    place: Place | None = None
    place_note: str | None = None
    creative: tuple[CreativeWish, ...] = ()
    creative_note: str | None = None
    glasses: Glasses | None = None
    head_covering: bool | None = None
    minors: int | None = None
    access: tuple[AccessNeed, ...] = ()
    access_note: str | None = None
    colour: Colour | None = None
    clothes: Clothes | None = None
    clothes_note: str | None = None
    casting_services: tuple[CastingService, ...] = ()

    @property
    def main_use(self) -> Use | None:
        """The use that decides; None where the client is not sure."""
        return self.uses[0] if self.uses else None

    @property
    def in_frame(self) -> int:
        """How many people share one frame; one where nothing was said."""
        return self.people_in_frame or 1

    @property
    def total(self) -> int:
        """How many people are photographed; those in the frame where nothing else was said."""
        return self.people_total or self.in_frame

    def as_mapping(self) -> dict[str, Any]:
        """The given answers as JSON-ready data; :func:`parse` reads them back."""
        given = ((key, getattr(self, key)) for key in KEYS)
        return {key: _as_json(answer) for key, answer in given if answer not in (None, ())}


KEYS: Final = tuple(field.name for field in fields(Answers))


class AnswerError(ValueError):
    """An answer that is not accepted.

    `key` names the answer (None where no answers can be read at all), `value` is what was
    given, `accepted` what could have been given, `message` a sentence that says all three.
    """

    def __init__(
        self, key: str | None, value: object, message: Text, accepted: tuple[str, ...] = ()
    ) -> None:
        super().__init__(key, value, message, accepted)
        self.key = key
        self.value = value
        self.message = message
        self.accepted = accepted

    def __str__(self) -> str:
        return render(self.message)


def parse(given: object) -> Answers:
    """The answers in `given`, a mapping of keys to JSON values.

    Raises AnswerError for the first fault. Notes lose surrounding blanks; an empty note or
    list is no answer.
    """
    read, found = _read(given)
    if found:
        raise found[0]
    return Answers(**read)


def faults(given: object) -> list[AnswerError]:
    """Everything in `given` that :func:`parse` would refuse, in the order given."""
    return _read(given)[1]


def _read(given: object) -> tuple[dict[str, Any], list[AnswerError]]:
    if not isinstance(given, Mapping):
        return {}, [_not_an_object(given)]
    read: dict[str, Any] = {}
    found: list[AnswerError] = []
    for key, value in given.items():
        try:
            reader: Reader = READERS.get(key, _unknown)
            read[key] = reader(key, value)
        except AnswerError as fault:
            found.append(fault)
    return read, found + _contradictions(read)


def _not_an_object(given: object) -> AnswerError:
    message = gettext_noop("Answers are one JSON object of keys and values, not {value}.")
    return AnswerError(None, given, text(message, value=_echo(given)))


def _unknown(key: str, value: object) -> Any:
    message = gettext_noop("There is no answer called “{key}”. Accepted: {accepted}.")
    echoed = _echo(key)
    name = echoed if isinstance(echoed, str) else render(echoed)
    raise AnswerError(name, value, text(message, key=name, accepted=", ".join(KEYS)), KEYS)


def _one_of(terms: type[Term]) -> Callable[[str, Any], Term]:
    accepted = tuple(term.value for term in terms)
    known = {term.value: term for term in terms}

    def read(key: str, value: Any) -> Term:
        term = known.get(value) if isinstance(value, str) else None
        if term is None:
            raise _not_accepted(key, value, accepted)
        return term

    return read


def _some_of(terms: type[Term]) -> Callable[[str, Any], tuple[Term, ...]]:
    read_one = _one_of(terms)

    def read(key: str, value: Any) -> tuple[Term, ...]:
        if not isinstance(value, list | tuple):
            raise _not_a_list(key, value, tuple(term.value for term in terms))
        chosen = tuple(read_one(key, item) for item in value)
        if len(set(chosen)) < len(chosen):
            raise _named_twice(key, chosen)
        return chosen

    return read


def _whole_number(least: int) -> Callable[[str, Any], int]:
    def read(key: str, value: Any) -> int:
        # JSON's true and false are no numbers, though Python's are.
        whole = isinstance(value, int) and not isinstance(value, bool)
        if not whole or not least <= value <= LARGEST_PARTY:
            raise _out_of_range(key, value, least, LARGEST_PARTY)
        return int(value)

    return read


def _note(key: str, value: Any) -> str | None:
    if not isinstance(value, str):
        message = gettext_noop("“{key}” takes text, not {value}.")
        raise AnswerError(key, value, text(message, key=key, value=_echo(value)))
    written = value.replace("\r\n", "\n").strip()
    if len(written) > LONGEST_NOTE:
        message = gettext_noop("“{key}” takes at most {limit} characters; this has {length}.")
        too_long = text(message, key=key, limit=LONGEST_NOTE, length=len(written))
        raise AnswerError(key, value, too_long)
    if UNWRITABLE.search(written):
        message = gettext_noop("“{key}” has characters that cannot be shown: {value}")
        raise AnswerError(key, value, text(message, key=key, value=_echo(value)))
    return written or None


def _flag(key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise _not_accepted(key, value, ("true", "false"))
    return value


def _contradictions(read: Mapping[str, Any]) -> list[AnswerError]:
    return [
        fault
        for fault in (
            _frame_beyond_total(read),
            _minors_beyond_total(read),
            *(_casting_unasked(read, key) for key in ("casting_market", "casting_services")),
        )
        if fault
    ]


def _frame_beyond_total(read: Mapping[str, Any]) -> AnswerError | None:
    in_frame, total = read.get("people_in_frame"), read.get("people_total")
    if in_frame is None or total is None or in_frame <= total:
        return None
    return _out_of_range("people_in_frame", in_frame, 1, total)


def _minors_beyond_total(read: Mapping[str, Any]) -> AnswerError | None:
    minors, total = read.get("minors"), read.get("people_total")
    if minors is None or total is None or minors <= total:
        return None
    return _out_of_range("minors", minors, 0, total)


def _casting_unasked(read: Mapping[str, Any], key: str) -> AnswerError | None:
    if not read.get(key) or Use.CASTING in read.get("uses", ()):
        return None
    message = gettext_noop("“{key}” is an answer only where “uses” names “casting”.")
    return AnswerError(key, _as_json(read[key]), text(message, key=key))


def _not_accepted(key: str, value: object, accepted: tuple[str, ...]) -> AnswerError:
    message = gettext_noop("“{value}” is not an answer to “{key}”. Accepted: {accepted}.")
    shown = text(message, key=key, value=_echo(value), accepted=", ".join(accepted))
    return AnswerError(key, value, shown, accepted)


def _not_a_list(key: str, value: object, accepted: tuple[str, ...]) -> AnswerError:
    message = gettext_noop("“{key}” takes a list, not {value}. Accepted in it: {accepted}.")
    shown = text(message, key=key, value=_echo(value), accepted=", ".join(accepted))
    return AnswerError(key, value, shown, accepted)


def _named_twice(key: str, chosen: tuple[Term, ...]) -> AnswerError:
    twice = next(term for place, term in enumerate(chosen) if term in chosen[:place])
    message = gettext_noop("“{key}” names “{value}” more than once.")
    return AnswerError(key, _as_json(chosen), text(message, key=key, value=twice.value))


def _out_of_range(key: str, value: object, least: int, most: int) -> AnswerError:
    message = gettext_noop("“{key}” takes a whole number from {least} to {most}, not {value}.")
    shown = text(message, key=key, value=_echo(value), least=least, most=most)
    return AnswerError(key, value, shown, (f"{least}-{most}",))


def _echo(value: object) -> str | Text:
    """What was given, short and safe to print."""
    if isinstance(value, Mapping):
        return Text(gettext_noop("an object"))
    if isinstance(value, list | tuple):
        return Text(gettext_noop("a list"))
    if isinstance(value, int) and abs(value) >= 10**LONGEST_ECHO:
        return Text(gettext_noop("a number that is far too large"))
    given = value if isinstance(value, str) else json.dumps(value, default=str)
    short = given if len(given) <= LONGEST_ECHO else given[: LONGEST_ECHO - 1] + "…"
    return short if short.isprintable() else short.encode("unicode_escape").decode("ascii")


def _as_json(answer: Any) -> Any:
    if isinstance(answer, Term):
        return answer.value
    if isinstance(answer, tuple):
        return [_as_json(part) for part in answer]
    return answer


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "uses": _some_of(Use),
        "occasion": _one_of(Occasion),
        "casting_market": _one_of(CastingMarket),
        "people_in_frame": _whole_number(1),
        "people_total": _whole_number(1),
        "framing": _one_of(Framing),
        "story": _one_of(Story),
        "mood": _some_of(Mood),
        "background": _one_of(Background),
        "place": _one_of(Place),
        "place_note": _note,
        "creative": _some_of(CreativeWish),
        "creative_note": _note,
        "glasses": _one_of(Glasses),
        "head_covering": _flag,
        "minors": _whole_number(0),
        "access": _some_of(AccessNeed),
        "access_note": _note,
        "colour": _one_of(Colour),
        "clothes": _one_of(Clothes),
        "clothes_note": _note,
        "casting_services": _some_of(CastingService),
    }
)
