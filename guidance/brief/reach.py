"""How long a room a picture takes, before it is known in which room it is taken."""

from __future__ import annotations

from dataclasses import replace

from guidance.answers import Answers
from guidance.brief.kit import Kit
from guidance.brief.shoot import Shoot
from guidance.framing import rank_lenses
from guidance.routing import Recommendation


def least_room_length_mm(answers: Answers, recommendation: Recommendation, kit: Kit) -> float:
    """The shortest room in which a lens of `kit` takes the main picture, in mm (A3).

    With the least gap to the background, and with any lens where the kit names none.
    """
    shoot = Shoot(answers, recommendation, kit, room=None)
    setting = replace(shoot.setting, gap_mm=shoot.backdrop.least_gap_mm)
    positions = rank_lenses(shoot.framing, setting, shoot.lenses_mm)
    return min(position.room_length_needed_mm for position in positions)
