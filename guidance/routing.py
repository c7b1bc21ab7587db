"""From answers to a recommendation: headshot, portrait or document, why, and what else.

The rules are applied in the order of their weight: document, people in one frame, purpose, and
only without a purpose the tie-break (:mod:`guidance.decision`); then the further uses
(:mod:`guidance.further_uses`), the conflicts (:mod:`guidance.conflicts`) and the nearest
alternatives (:mod:`guidance.changes`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from guidance.answers import Answers
from guidance.changes import Change, changes_for
from guidance.conflicts import Conflict, conflicts_for
from guidance.decision import case_of, decide, format_for
from guidance.further_uses import Also, also_for
from guidance.reasons import Reason, people_reasons, reasons_for
from guidance.stances import Decided, stances
from guidance.texts import Text, from_json, render
from guidance.version import KNOWLEDGE_VERSION
from guidance.vocabulary import Format, Kind, ServedBy, Style, Use

__all__ = [
    "Also",
    "Change",
    "Conflict",
    "People",
    "Reason",
    "Recommendation",
    "recommend",
]


@dataclass(frozen=True, slots=True)
class People:
    """How many people share one frame, and how many are photographed altogether."""

    in_frame: int
    total: int


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What is recommended and why. Kind and style are None while `ask` would decide them."""

    kind: Kind | None
    style: Style | None
    format: Format
    people: People
    also: tuple[Also, ...]
    ask: tuple[str, ...]
    reasons: tuple[Reason, ...]
    conflicts: tuple[Conflict, ...]
    would_change: tuple[Change, ...]
    knowledge: str

    @property
    def claims(self) -> tuple[int, ...]:
        """The numbers of all claims that produced it, each once, in their order."""
        return tuple(sorted({claim for reason in self.reasons for claim in reason.claims}))

    def as_json(self, render_text: Callable[[Text], Any] = render) -> dict[str, Any]:
        """The answer of the `recommend` command; `render_text` words the sentences."""
        return {
            "kind": self.kind and self.kind.value,
            "style": self.style and self.style.value,
            "format": self.format.value,
            "people": {"in_frame": self.people.in_frame, "total": self.people.total},
            "also": [_also_as_json(also) for also in self.also],
            "ask": list(self.ask),
            "reasons": [_reason_as_json(reason, render_text) for reason in self.reasons],
            "conflicts": [_conflict_as_json(c, render_text) for c in self.conflicts],
            "would_change": [_change_as_json(change) for change in self.would_change],
            "knowledge": self.knowledge,
        }

    def to_stored(self) -> dict[str, Any]:
        """The recommendation with its texts as values, to be kept and shown again."""
        return self.as_json(Text.as_json)

    @classmethod
    def from_stored(cls, stored: Mapping[str, Any]) -> Recommendation:
        """Read back what :meth:`to_stored` gave."""
        return cls(
            kind=Kind(stored["kind"]) if stored["kind"] else None,
            style=Style(stored["style"]) if stored["style"] else None,
            format=Format(stored["format"]),
            people=People(**stored["people"]),
            also=tuple(_also_from_json(also) for also in stored["also"]),
            ask=tuple(stored["ask"]),
            reasons=tuple(_reason_from_json(reason) for reason in stored["reasons"]),
            conflicts=tuple(_conflict_from_json(c) for c in stored["conflicts"]),
            would_change=tuple(_change_from_json(change) for change in stored["would_change"]),
            knowledge=stored["knowledge"],
        )


def recommend(answers: Answers) -> Recommendation:
    """What `answers` call for. Every valid set of answers gives a kind or something to ask."""
    kind, style, ask = decide(case_of(answers))
    picture_format = format_for(kind, answers.in_frame, answers.total)
    also = also_for(answers, kind)
    reasons, conflicts = _arguments(answers, kind, style, picture_format)
    return Recommendation(
        kind=kind,
        style=style,
        format=picture_format,
        people=_people(answers, picture_format),
        also=also,
        ask=ask or _ask_for(also),
        reasons=reasons,
        conflicts=conflicts,
        would_change=changes_for(answers),
        knowledge=KNOWLEDGE_VERSION,
    )


def _arguments(
    answers: Answers, kind: Kind | None, style: Style | None, picture_format: Format
) -> tuple[tuple[Reason, ...], tuple[Conflict, ...]]:
    """What speaks for the decision, and what against it; against none speaks nothing."""
    if kind is None:
        return tuple(people_reasons(answers, picture_format)), ()
    decided = Decided(answers, kind, style)
    said = tuple(stances(decided))
    return reasons_for(decided, said, picture_format), conflicts_for(decided, said)


def _people(answers: Answers, picture_format: Format) -> People:
    """As answered, except where a document allows only one in the frame."""
    in_frame = answers.in_frame if picture_format is Format.GROUP else 1
    return People(in_frame, answers.total)


def _ask_for(also: tuple[Also, ...]) -> tuple[str, ...]:
    """A headshot for casting beside the main picture needs its market too."""
    return ("casting_market",) if any(picture.style is None for picture in also) else ()


def _also_as_json(also: Also) -> dict[str, Any]:
    return {
        "kind": also.kind.value,
        "style": also.style and also.style.value,
        "served_by": also.served_by.value,
        "uses": [use.value for use in also.uses],
    }


def _reason_as_json(reason: Reason, render_text: Callable[[Text], Any]) -> dict[str, Any]:
    return {
        "answer": reason.answer,
        "value": reason.value,
        "claims": list(reason.claims),
        "text": render_text(reason.text),
    }


def _conflict_as_json(conflict: Conflict, render_text: Callable[[Text], Any]) -> dict[str, Any]:
    return {
        "answer": conflict.answer,
        "value": conflict.value,
        "text": render_text(conflict.text),
    }


def _change_as_json(change: Change) -> dict[str, Any]:
    value = list(change.value) if isinstance(change.value, tuple) else change.value
    return {
        "answer": change.answer,
        "value": value,
        # As `.value`, which takes twice as long; there are many changes.
        "kind": str(change.kind),
        "style": str(change.style),
    }


def _also_from_json(stored: Mapping[str, Any]) -> Also:
    return Also(
        Kind(stored["kind"]),
        Style(stored["style"]) if stored["style"] else None,
        ServedBy(stored["served_by"]),
        tuple(Use(use) for use in stored["uses"]),
    )


def _reason_from_json(stored: Mapping[str, Any]) -> Reason:
    shown = from_json(stored["text"])
    return Reason(stored["answer"], stored["value"], tuple(stored["claims"]), shown)


def _conflict_from_json(stored: Mapping[str, Any]) -> Conflict:
    return Conflict(stored["answer"], stored["value"], from_json(stored["text"]))


def _change_from_json(stored: Mapping[str, Any]) -> Change:
    value = tuple(stored["value"]) if isinstance(stored["value"], list) else stored["value"]
    return Change(stored["answer"], value, Kind(stored["kind"]), Style(stored["style"]))
