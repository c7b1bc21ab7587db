"""The shoot brief: everything the photographer needs, worked out from answers, kit and room."""

from guidance.brief.compose import compose
from guidance.brief.kit import Kit, RoomSize, parse_kit, parse_room
from guidance.brief.session import NamedRoom, Session
from guidance.brief.sheet import Brief, Crop, Line, Look, Section
from guidance.brief.stored import from_stored, to_stored

__all__ = [
    "Brief",
    "Crop",
    "Kit",
    "Line",
    "Look",
    "NamedRoom",
    "RoomSize",
    "Section",
    "Session",
    "compose",
    "from_stored",
    "parse_kit",
    "parse_room",
    "to_stored",
]
