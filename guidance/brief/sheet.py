"""The shoot brief as a value: numbers that can be computed with, and lines that can be read.

Says nothing about how a brief comes about; :mod:`guidance.brief.compose` does that.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from guidance.brief.kit import RoomSize
from guidance.framing import CENTRE
from guidance.outputs import Deliverable
from guidance.texts import Text, render


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

    def keyed(self) -> dict[str, Line]:
        """The lines by keys that stay when only their numbers change; in reading order."""
        keyed: dict[str, Line] = {}
        for line in self.lines:
            key = f"{self.slug}-{_fingerprint(line.text)}"
            alike = sum(known.startswith(key) for known in keyed)
            keyed[f"{key}-{alike + 1}" if alike else key] = line
        return keyed


@dataclass(frozen=True, slots=True)
class FramingPlan:
    """Where the camera stands; `distance_mm` is from the lens to the subject (A1, A3).

    `field_mm` is what the long side of the frame sees, `wished_mm` what of it the framing asks
    for: less where the lens sees more, and the picture is cropped. `width_mm` and `height_mm`
    are the whole frame in the plane of the (front) eyes. `rows` counts people, front row first,
    `depth_of_rows_mm` is from the front row's eyes to the back row's. `middle` is where across the
    frame the people stand, `empty_above` what of its height is left to words: both as shares.
    `lens_height_mm` is above the floor, 0 in briefs stored before it was known.
    """

    name: str
    field_mm: float
    focal_mm: int
    distance_mm: float
    room_length_needed_mm: float
    sensor_to_subject_mm: float
    background_gap_mm: float
    rows: tuple[int, ...] = (1,)
    wished_mm: float = 0.0
    width_mm: float = 0.0
    height_mm: float = 0.0
    depth_of_rows_mm: float = 0.0
    middle: float = CENTRE
    empty_above: float = 0.0
    lens_height_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class FurtherFrame:
    """A frame beside the main one, with empty space for words, and what it is for (C1, C4)."""

    name: Text
    plan: FramingPlan


@dataclass(frozen=True, slots=True)
class AperturePlan:
    """The marked stop and what it holds, mm from the lens; `far_mm` is None at infinity.

    `zone_near_mm` to `zone_far_mm` is what has to be sharp (A4). `blur_share` is the blur of the
    background as a share of the frame's long side, None where it is of no interest.
    """

    f_number: float
    near_mm: float
    far_mm: float | None
    focus_mm: float
    reason: Text
    zone_near_mm: float = 0.0
    zone_far_mm: float = 0.0
    blur_share: float | None = None


@dataclass(frozen=True, slots=True)
class LightPlan:
    """The pattern, the key lamp over the fill lamp in stops, and where the key stands.

    Angles are in degrees from the direction in which the face looks; distances are from the face
    to the lamp, heights above the floor. The fill is given where it is a lamp of its own.
    `ground_stops` is the ground's own light over the face, None where it has none, and
    `ground_falls_stops` how much darker than the face it is without. With glasses, lights from
    `glare_low_deg` to `glare_high_deg` above eye level, and up to `glare_sideways_deg` to either
    side, show in the lenses (B4).
    """

    pattern: str
    key_over_fill_stops: float
    reason: Text
    key_side_deg: float
    key_up_deg: float
    key_distance_mm: float
    lower_fill: bool
    key_half_mm: float = 500.0
    eye_height_mm: float = 1600.0
    key_height_mm: float = 0.0
    fill_side_deg: float | None = None
    fill_up_deg: float = 0.0
    fill_distance_mm: float = 0.0
    ground_stops: float | None = None
    ground_falls_stops: float = 0.0
    glare_low_deg: float | None = None
    glare_high_deg: float | None = None
    glare_sideways_deg: float | None = None

    @property
    def key_top_mm(self) -> float:
        """Height of the key's upper edge above the floor: it faces the eyes, so it leans."""
        return self.key_height_mm + self.key_half_mm * math.cos(math.radians(self.key_up_deg))


@dataclass(frozen=True, slots=True)
class Look:
    """One planned look or set-up of the session, and what its pictures are for."""

    number: int
    name: Text
    purpose: Text


@dataclass(frozen=True, slots=True)
class Crop:
    """One file as it is cut from the main frame, or why it needs a frame of its own.

    Millimetres in the plane of the eyes, from the upper left corner of the frame; pixels are
    what the camera leaves of them. `own_frame` says why the main frame cannot give it; the
    rectangle is then empty.
    """

    use: str
    name: Text
    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float
    width_px: int
    height_px: int
    own_frame: Text | None = None


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
    looks: tuple[Look, ...] = ()
    crops: tuple[Crop, ...] = ()
    room: RoomSize | None = None
    further_frames: tuple[FurtherFrame, ...] = ()

    def sections(self) -> tuple[Section, ...]:
        """The call sheet in reading order, without the sections that have nothing to say."""
        return tuple(section for section in self.parts if section.lines)

    def lines(self, slug: str) -> tuple[Line, ...]:
        """The lines of one section; none for a slug that this brief does not have."""
        return next((section.lines for section in self.parts if section.slug == slug), ())

    @property
    def is_drawable(self) -> bool:
        """Whether figures can be drawn: not for briefs stored before there were any."""
        return self.framing.width_mm > 0

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
        "ratio": round(due.ratio, 4),
        "head_least": due.head_least,
        "head_most": due.head_most,
        "eyes_least": due.eyes_least,
        "eyes_most": due.eyes_most,
        "least_kb": due.least_kb,
        "most_kb": due.most_kb,
        "colour_space": due.colour_space,
        "circle": due.circle,
        "checked_on": due.checked_on,
        "source": due.source,
        "note": _text_as_json(due.note, render),
    }


def _fingerprint(shown: Text) -> str:
    return sha256("\n".join(_messages(shown)).encode()).hexdigest()[:12]


def _messages(part: Any) -> Iterator[str]:
    """The messages in a text: what it says, without the numbers and words it says it about."""
    if isinstance(part, Text):
        yield part.message
        for _name, parameter in part.parameters:
            yield from _messages(parameter)
    elif isinstance(part, tuple):
        for each in part:
            yield from _messages(each)
