"""A brief as JSON-ready data, kept for years: its sentences stay values, for any language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guidance.brief.kit import RoomSize
from guidance.brief.sheet import (
    AperturePlan,
    Brief,
    Crop,
    FramingPlan,
    FurtherFrame,
    LightPlan,
    Line,
    Look,
    Section,
)
from guidance.outputs import Deliverable
from guidance.texts import Text, from_json


def to_stored(brief: Brief) -> dict[str, Any]:
    """Everything about `brief`; read back by :func:`from_stored`."""
    stored: dict[str, Any] = _stored(brief)
    return stored


def from_stored(stored: Mapping[str, Any]) -> Brief:
    """The brief that :func:`to_stored` gave, also by an earlier version of the knowledge.

    What that version did not know yet has its default. KeyError or TypeError for anything else.
    """
    room = stored.get("room")
    return Brief(
        kind=stored["kind"],
        style=stored["style"],
        format=stored["format"],
        framing=_framing(stored["framing"]),
        aperture=AperturePlan(**_read(stored["aperture"], "reason")),
        light=LightPlan(**_read(stored["light"], "reason")),
        deliverables=tuple(Deliverable(**_read(due, "note")) for due in stored["deliverables"]),
        parts=tuple(_section(section) for section in stored["parts"]),
        looks=tuple(Look(**_read(look, "name", "purpose")) for look in stored.get("looks", ())),
        crops=tuple(Crop(**_read(crop, "name", "own_frame")) for crop in stored.get("crops", ())),
        room=RoomSize(**room) if room else None,
        further_frames=tuple(_further(frame) for frame in stored.get("further_frames", ())),
    )


def _framing(stored: Mapping[str, Any]) -> FramingPlan:
    return FramingPlan(**{**stored, "rows": tuple(stored["rows"])})


def _further(stored: Mapping[str, Any]) -> FurtherFrame:
    return FurtherFrame(from_json(stored["name"]), _framing(stored["plan"]))


def _stored(value: Any) -> Any:
    if isinstance(value, Text):
        return value.as_json()
    if isinstance(value, tuple):
        return [_stored(part) for part in value]
    fields = getattr(value, "__dataclass_fields__", None)
    if fields is None:
        return value
    return {name: _stored(getattr(value, name)) for name in fields}


def _read(stored: Mapping[str, Any], *sentences: str) -> dict[str, Any]:
    """The fields of a value, its sentences read back."""
    texts = {name: _text(stored.get(name)) for name in sentences if name in stored}
    return {**stored, **texts}


def _text(stored: Mapping[str, Any] | None) -> Text | None:
    return None if stored is None else from_json(stored)


def _section(stored: Mapping[str, Any]) -> Section:
    lines = tuple(Line(from_json(line["text"]), _text(line["why"])) for line in stored["lines"])
    return Section(stored["slug"], from_json(stored["title"]), lines)
