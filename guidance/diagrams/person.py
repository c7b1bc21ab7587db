"""The one person of all figures, in millimetres from the crown (0, 0) downwards.

A head of 230 mm on a height of 1700 mm: everyone and no one, without hair, sex or build.
"""

from __future__ import annotations

from guidance.diagrams.drawing import Curve, Point, circle, curve, mirrored
from guidance.framing import HEAD_HEIGHT_MM

HEIGHT_MM = 1700.0
EYE_Y_MM = 112.0
EYE_X_MM = 35.0

HEAD_START: Point = (0, 0)
HEAD_HALF: tuple[Curve, ...] = (
    ((46, 0), (81, 42), (81, 102)),
    ((81, 156), (44, HEAD_HEIGHT_MM), (0, HEAD_HEIGHT_MM)),
)

BODY_START: Point = (0, 180)
BODY_HALF: tuple[Curve, ...] = (
    ((16, 180), (47, 180), (47, 190)),
    ((47, 220), (47, 240), (50, 258)),
    ((56, 288), (126, 292), (174, 310)),
    ((216, 326), (228, 376), (233, 440)),
    ((240, 530), (246, 610), (243, 690)),
    ((240, 780), (230, 850), (225, 905)),
    ((223, 950), (212, 985), (198, 985)),
    ((182, 985), (180, 950), (183, 905)),
    ((188, 830), (190, 750), (186, 670)),
    ((182, 590), (174, 520), (166, 462)),
    ((164, 540), (156, 610), (154, 680)),
    ((154, 740), (170, 800), (174, 870)),
    ((176, 980), (156, 1110), (146, 1230)),
    ((138, 1330), (112, 1490), (102, 1612)),
    ((104, 1650), (140, 1672), (140, HEIGHT_MM)),
    ((140, HEIGHT_MM), (36, HEIGHT_MM), (36, HEIGHT_MM)),
    ((42, 1670), (42, 1640), (42, 1612)),
    ((34, 1490), (34, 1340), (38, 1230)),
    ((36, 1110), (18, 990), (0, 930)),
)

CREW_NECK: tuple[Point, Curve] = ((-76, 285), ((-58, 344), (58, 344), (76, 285)))


def head() -> str:
    return mirrored(HEAD_START, HEAD_HALF, "body")


def body() -> str:
    start, neckline = CREW_NECK
    return mirrored(BODY_START, BODY_HALF, "body") + curve(start, neckline)


def eyes(gaze_x_mm: float = 0, gaze_y_mm: float = 0) -> str:
    """Two open eyes, each with its catchlight above the pupil at one o'clock (B2)."""
    return "".join(
        circle(x + gaze_x_mm, EYE_Y_MM + gaze_y_mm, 8.5, "ink")
        + circle(x + gaze_x_mm + 3, EYE_Y_MM + gaze_y_mm - 3.4, 3.2, "light")
        for x in (-EYE_X_MM, EYE_X_MM)
    )


def nose() -> str:
    return curve((3, 116), ((-2, 134), (-14, 148), (-10, 155)), ((-6, 160), (2, 160), (8, 157)))


def calm_face() -> str:
    """Eyes, nose and a mouth at rest."""
    return eyes() + nose() + curve((-25, 187), ((-12, 194), (12, 194), (25, 187)))


def person(*, face: bool = True) -> str:
    """The whole standing figure; `face` only where it is drawn large enough to be seen."""
    return body() + head() + (calm_face() if face else "")
