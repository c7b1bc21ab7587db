"""The shoot brief: everything the photographer needs, worked out from answers, kit and room."""

from guidance.brief.compose import compose
from guidance.brief.kit import Kit, RoomSize, parse_kit, parse_room
from guidance.brief.sheet import Brief, Line, Section

__all__ = ["Brief", "Kit", "Line", "RoomSize", "Section", "compose", "parse_kit", "parse_room"]
