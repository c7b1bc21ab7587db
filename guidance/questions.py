"""The words of the thirteen questions, screen by screen, in the order in which they are asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from guidance.answers import CARE_KEYS, LARGEST_PARTY, LONGEST_NOTE
from guidance.hints import HINTS
from guidance.texts import Text, gettext_noop
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


class Control(StrEnum):
    """How a field is answered on a page."""

    RANKED = "ranked"
    ONE = "one"
    MANY = "many"
    NUMBER = "number"
    TEXT = "text"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a field: the value that is stored and what the client sees."""

    value: str
    label: Text
    hint: Text | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One answer on a screen. `key` is the key in :class:`guidance.answers.Answers`.

    `care` marks answers that are kept apart; `least` and `most` bound a number, `most` is
    also the number of characters a text may have.
    """

    key: str
    control: Control
    label: Text
    help: Text | None = None
    options: tuple[Option, ...] = ()
    care: bool = False
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One screen: one idea, mostly one field. `slug` is its address."""

    number: str
    slug: str
    title: Text
    fields: tuple[Field, ...]
    help: Text | None = None
    required: bool = False
    claims: tuple[int, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the answers given on this screen."""
        return tuple(field.key for field in self.fields)


def _options(terms: type[Term]) -> tuple[Option, ...]:
    return tuple(Option(term.value, term.label, HINTS.get((terms, term.value))) for term in terms)


def _choice(key: str, terms: type[Term], label: str, *, help_text: str = "") -> Field:
    return Field(key, Control.ONE, Text(label), _optional(help_text), _options(terms))


def _choices(key: str, terms: type[Term], label: str, *, control: Control = Control.MANY) -> Field:
    return Field(key, control, Text(label), options=_options(terms), care=key in CARE_KEYS)


def _note(key: str, label: str, *, help_text: str = "") -> Field:
    return Field(
        key,
        Control.TEXT,
        Text(label),
        _optional(help_text),
        care=key in CARE_KEYS,
        most=LONGEST_NOTE,
    )


def _number(key: str, label: str, *, least: int, help_text: str = "") -> Field:
    return Field(
        key,
        Control.NUMBER,
        Text(label),
        _optional(help_text),
        care=key in CARE_KEYS,
        least=least,
        most=LARGEST_PARTY,
    )


def _optional(words: str) -> Text | None:
    return Text(words) if words else None


QUESTIONS: Final[tuple[Question, ...]] = (
    Question(
        "Q1",
        "purpose",
        Text(gettext_noop("What are the pictures for?")),
        (
            _choices(
                "uses",
                Use,
                gettext_noop("Uses, the most important one first"),
                control=Control.RANKED,
            ),
        ),
        help=Text(
            gettext_noop(
                "Choose everything that applies and put the most important first: it decides "
                "which kind of picture serves you. Not sure? Leave it open and go on."
            )
        ),
        claims=(2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 45, 58, 59, 60, 67, 75, 76, 78),
    ),
    Question(
        "Q2",
        "occasion",
        Text(gettext_noop("Is it for work, or for yourself?")),
        (_choice("occasion", Occasion, gettext_noop("Occasion")),),
        claims=(4, 46, 93, 94),
    ),
    Question(
        "Q3",
        "casting-market",
        Text(gettext_noop("Which parts are you auditioning for?")),
        (_choice("casting_market", CastingMarket, gettext_noop("Parts you go for")),),
        help=Text(
            gettext_noop(
                "The stage and the camera ask for presence, adverts for warmth: these are two "
                "different pictures."
            )
        ),
        required=True,
        claims=(63, 64, 65, 66, 67),
    ),
    Question(
        "Q4",
        "people",
        Text(gettext_noop("How many people are we photographing?")),
        (
            _number(
                "people_total",
                gettext_noop("People altogether"),
                least=1,
                help_text=gettext_noop("Everybody who is photographed, one by one or together."),
            ),
            _number(
                "people_in_frame",
                gettext_noop("People together in one picture"),
                least=1,
                help_text=gettext_noop("Enter 1 if everybody is photographed alone."),
            ),
        ),
        claims=(20, 21, 48),
    ),
    Question(
        "Q5",
        "framing",
        Text(gettext_noop("How much of you should be in the picture?")),
        (_choice("framing", Framing, gettext_noop("How close")),),
        claims=(22, 23, 24, 25, 49, 57),
    ),
    Question(
        "Q6",
        "story",
        Text(gettext_noop("Should the picture tell something about your life?")),
        (_choice("story", Story, gettext_noop("Story")),),
        claims=(3, 18, 35, 51),
    ),
    Question(
        "Q7",
        "mood",
        Text(gettext_noop("What should somebody feel who looks at it?")),
        (_choices("mood", Mood, gettext_noop("Mood")),),
        help=Text(
            gettext_noop("As many as fit. None is fine: then we look for your natural self.")
        ),
        claims=(26, 27, 28, 29, 30, 31, 52, 66, 70, 71, 72, 73),
    ),
    Question(
        "Q8",
        "setting",
        Text(gettext_noop("What should be seen behind you?")),
        (
            _choice("background", Background, gettext_noop("Background")),
            _choice("place", Place, gettext_noop("Where we take it")),
            _note(
                "place_note",
                gettext_noop("Which place?"),
                help_text=gettext_noop("For example: my workshop, the harbour, our kitchen."),
            ),
        ),
        claims=(32, 33, 34, 35, 50, 77, 83, 84),
    ),
    Question(
        "Q9",
        "ideas",
        Text(gettext_noop("Would you like to try something out of the ordinary?")),
        (
            _choices("creative", CreativeWish, gettext_noop("What we may play with")),
            _note("creative_note", gettext_noop("Your idea")),
        ),
        claims=(36, 37, 38, 39, 40, 41, 42, 43, 47, 55, 85, 86, 87),
    ),
    Question(
        "Q10",
        "comfort",
        Text(gettext_noop("What should we know to make you comfortable?")),
        (
            _choice(
                "glasses",
                Glasses,
                gettext_noop("Glasses"),
                help_text=gettext_noop("We set the light so that they do not reflect."),
            ),
            Field(
                "head_covering",
                Control.FLAG,
                Text(gettext_noop("Somebody wears a head covering")),
                Text(gettext_noop("It stays on. We only plan light and background for it.")),
                care=True,
            ),
            _number("minors", gettext_noop("People under 18"), least=0),
            _choices("access", AccessNeed, gettext_noop("What helps")),
            _note("access_note", gettext_noop("Anything else that helps")),
        ),
        help=Text(
            gettext_noop(
                "All of this is optional, and it changes neither what we recommend nor the price. "
                "What you say about access, faith and age is seen only by those who run your "
                "session, and it is deleted afterwards."
            )
        ),
        claims=(54,),
    ),
    Question(
        "Q11",
        "colour",
        Text(gettext_noop("Colour or black and white?")),
        (_choice("colour", Colour, gettext_noop("Colour")),),
        claims=(79, 80, 81, 82),
    ),
    Question(
        "Q12",
        "clothes",
        Text(gettext_noop("What would you like to wear?")),
        (
            _choice("clothes", Clothes, gettext_noop("Clothes")),
            _note(
                "clothes_note",
                gettext_noop("Tell us more"),
                help_text=gettext_noop("A uniform, a favourite colour, a colour you avoid."),
            ),
        ),
        claims=(41, 89, 90, 91),
    ),
    Question(
        "Q13",
        "casting-services",
        Text(gettext_noop("Where will you upload the pictures?")),
        (_choices("casting_services", CastingService, gettext_noop("Casting sites")),),
        help=Text(gettext_noop("Each has its own sizes and rules; you get files that fit.")),
    ),
)
