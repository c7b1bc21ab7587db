"""Answers that argue against the decided kind, and what is done about each: rule 7."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guidance.answers import Answers
from guidance.conflict_texts import (
    CALM_BADGE,
    FACE_IN_A_GROUP,
    RESOLUTIONS,
    SHARED_DOCUMENT,
    SHARED_HEADSHOT,
    TIGHT_FOR_FASHION,
)
from guidance.stances import Decided, Said, Stance
from guidance.texts import Text, gettext_noop, text
from guidance.vocabulary import SIDES, Kind, Side, Style, Term


@dataclass(frozen=True, slots=True)
class Conflict:
    """One answer, or one item of a list that is one, and what will be done about it."""

    answer: str
    value: str | int
    text: Text


def conflicts_for(decided: Decided, said: Iterable[Said]) -> tuple[Conflict, ...]:
    """The conflicts in the order of the questions; they change neither kind nor style."""
    return (
        *_people(decided.answers, decided.kind),
        *_pushing_back(decided, said),
        *_colour(decided.answers, decided.kind),
    )


def _people(answers: Answers, kind: Kind) -> Iterator[Conflict]:
    if answers.in_frame == 1:
        return
    main_use = answers.main_use
    if kind is Kind.DOCUMENT:
        yield Conflict("people_in_frame", answers.in_frame, _counted(SHARED_DOCUMENT, answers))
    elif main_use and SIDES[main_use] is Side.HEADSHOT:
        yield Conflict("uses", main_use.value, _counted(SHARED_HEADSHOT, answers))


def _pushing_back(decided: Decided, said: Iterable[Said]) -> Iterator[Conflict]:
    for key, term, stance in said:
        if stance is Stance.AGAINST:
            yield _answered(key, term, _resolution(key, term, decided))


def _resolution(key: str, term: Term, decided: Decided) -> Text:
    if key == "mood" and decided.style is Style.ID_BADGE:
        return CALM_BADGE
    if key == "framing" and decided.kind is Kind.PORTRAIT:
        if decided.answers.in_frame > 1:
            return FACE_IN_A_GROUP
        if decided.style is Style.FASHION:
            return TIGHT_FOR_FASHION
    return RESOLUTIONS[decided.kind][key, term]


def _colour(answers: Answers, kind: Kind) -> Iterator[Conflict]:
    """Colour pushes to no kind, but black and white alone serves no headshot (T10)."""
    colour = answers.colour
    resolution = colour and RESOLUTIONS[kind].get(("colour", colour))
    if colour and resolution:
        yield _answered("colour", colour, resolution)


def _counted(resolution: Text, answers: Answers) -> Text:
    return text(resolution.message, claims=resolution.claims, count=answers.in_frame)


def _answered(key: str, term: Term, resolution: Text) -> Conflict:
    message = gettext_noop("You answered “{answer}”. {resolution}")
    shown = text(message, claims=resolution.claims, answer=term.label, resolution=resolution)
    return Conflict(key, term.value, shown)
