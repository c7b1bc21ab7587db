"""The shoot brief as a value: numbers that can be computed with, and lines that can be read.

Says nothing about how a brief comes about; :mod:`guidance.brief.compose` does that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from guidance.outputs import Deliverable
from guidance.texts import Text, from_json, render


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do or to know, and why where that is not the line itself."""

    text: Text
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the call sheet with its lines; `slug` never changes."""

    slug: str
    title: Text
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class FramingPlan:
    """Where the camera stands; `distance_mm` is from the lens to the subject (A1, A3).

    `field_mm` is what the long side of the frame sees. `rows` counts people, front row first.
    """

    name: str
    field_mm: float
    focal_mm: int
    distance_mm: float
    room_length_needed_mm: float
    sensor_to_subject_mm: float
    background_gap_mm: float
    rows: tuple[int, ...] = (1,)


@dataclass(frozen=True, slots=True)
class AperturePlan:
    """The marked stop and what it holds, mm from the lens; `far_mm` is None at infinity."""

    f_number: float
    near_mm: float
    far_mm: float | None
    focus_mm: float
    reason: Text


@dataclass(frozen=True, slots=True)
class LightPlan:
    """The pattern, the key lamp over the fill lamp in stops, and where the key stands.

    Angles are in degrees from the direction in which the face looks; the distance is from the
    face to the key.
    """

    pattern: str
    key_over_fill_stops: float
    reason: Text
    key_side_deg: float
    key_up_deg: float
    key_distance_mm: float
    lower_fill: bool


@dataclass(frozen=True, slots=True)
class Brief:
    """One shoot, worked out to the lens, the distance, the aperture and the light."""

    kind: str
    style: str
    format: str
    framing: FramingPlan
    aperture: AperturePlan
    light: LightPlan
    deliverables: tuple[Deliverable, ...]
    parts: tuple[Section, ...]

    def sections(self) -> tuple[Section, ...]:
        """The call sheet in reading order, without the sections that have nothing to say."""
        return tuple(section for section in self.parts if section.lines)

    def lines(self, slug: str) -> tuple[Line, ...]:
        """The lines of one section; none for a slug that this brief does not have."""
        return next((section.lines for section in self.parts if section.slug == slug), ())

    def claims(self) -> tuple[int, ...]:
        """Every claim that a line of this brief rests on, in order of number."""
        texts = (part for section in self.parts for line in section.lines for part in _texts(line))
        reasons = (self.aperture.reason, self.light.reason)
        return tuple(sorted({number for shown in (*texts, *reasons) for number in shown.claims}))

    def as_json(self, render: Callable[[Text], str] = render) -> dict[str, Any]:
        """The answer of the `brief` command, its sentences as `render` words them."""
        return {
            "kind": self.kind,
            "style": self.style,
            "format": self.format,
            "framing": self._framing_as_json(),
            "aperture": self._aperture_as_json(render),
            "light": {
                "pattern": self.light.pattern,
                "key_over_fill_stops": self.light.key_over_fill_stops,
                "reason": _text_as_json(self.light.reason, render),
            },
            **{slug: self._lines_as_json(slug, render) for slug in _CONTRACT_SECTIONS},
            "deliverables": [_deliverable_as_json(due, render) for due in self.deliverables],
            "checklist": self._lines_as_json("checklist", render),
            "warnings": self._lines_as_json("warnings", render),
            "claims": list(self.claims()),
        }

    def to_stored(self) -> dict[str, Any]:
        """Everything as JSON-ready data, sentences kept as values; read by `from_stored`."""
        stored: dict[str, Any] = _stored(self)
        return stored

    @classmethod
    def from_stored(cls, stored: Mapping[str, Any]) -> Brief:
        """The brief that `to_stored` gave. KeyError or TypeError for anything else."""
        framing = {**stored["framing"], "rows": tuple(stored["framing"]["rows"])}
        return cls(
            kind=stored["kind"],
            style=stored["style"],
            format=stored["format"],
            framing=FramingPlan(**framing),
            aperture=AperturePlan(**_with_reason(stored["aperture"])),
            light=LightPlan(**_with_reason(stored["light"])),
            deliverables=tuple(
                Deliverable(**{**due, "note": from_json(due["note"])})
                for due in stored["deliverables"]
            ),
            parts=tuple(_section_from_stored(section) for section in stored["parts"]),
        )

    def _framing_as_json(self) -> dict[str, Any]:
        plan = self.framing
        return {
            "name": plan.name,
            "field_mm": round(plan.field_mm),
            "focal_mm": plan.focal_mm,
            "distance_mm": round(plan.distance_mm),
            "room_length_needed_mm": round(plan.room_length_needed_mm),
        }

    def _aperture_as_json(self, render: Callable[[Text], str]) -> dict[str, Any]:
        plan = self.aperture
        return {
            "f_number": plan.f_number,
            "near_mm": round(plan.near_mm, 1),
            "far_mm": None if plan.far_mm is None else round(plan.far_mm, 1),
            "focus_mm": round(plan.focus_mm, 1),
            "reason": _text_as_json(plan.reason, render),
        }

    def _lines_as_json(self, slug: str, render: Callable[[Text], str]) -> list[dict[str, Any]]:
        return [_line_as_json(line, render) for line in self.lines(slug)]


_CONTRACT_SECTIONS = ("background", "expression", "colour", "wardrobe", "glasses")


def _texts(line: Line) -> tuple[Text, ...]:
    return (line.text,) if line.why is None else (line.text, line.why)


def _text_as_json(shown: Text, render: Callable[[Text], str]) -> dict[str, Any]:
    return {"text": render(shown), "claims": list(shown.claims), "source": shown.source}


def _line_as_json(line: Line, render: Callable[[Text], str]) -> dict[str, Any]:
    worded = _text_as_json(line.text, render)
    return worded if line.why is None else {**worded, "why": _text_as_json(line.why, render)}


def _deliverable_as_json(due: Deliverable, render: Callable[[Text], str]) -> dict[str, Any]:
    return {
        "use": due.use,
        "width_px": due.width_px,
        "height_px": due.height_px,
        "head_share": due.head_share,
        "file_format": due.file_format,
        "note": _text_as_json(due.note, render),
    }


def _stored(value: Any) -> Any:
    if isinstance(value, Text):
        return value.as_json()
    if isinstance(value, tuple):
        return [_stored(part) for part in value]
    fields = getattr(value, "__dataclass_fields__", None)
    if fields is None:
        return value
    return {name: _stored(getattr(value, name)) for name in fields}


def _with_reason(stored: Mapping[str, Any]) -> dict[str, Any]:
    return {**stored, "reason": from_json(stored["reason"])}


def _section_from_stored(stored: Mapping[str, Any]) -> Section:
    lines = tuple(
        Line(from_json(line["text"]), None if line["why"] is None else from_json(line["why"]))
        for line in stored["lines"]
    )
    return Section(stored["slug"], from_json(stored["title"]), lines)
