"""The one person of all figures, in millimetres from the crown (0, 0) downwards.

A head of 230 mm on a height of 1700 mm: everyone and no one, without hair, sex or build. The
face alone is in colour, as on the studio's pages.
"""

from __future__ import annotations

from guidance.diagrams.drawing import Curve, Point, Tone, circle, curve, mirrored
from guidance.framing import HEAD_HEIGHT_MM

HEIGHT_MM = 1700.0
EYE_Y_MM = 108.0
EYE_X_MM = 33.0

FEATURES_SEEN_BELOW_MM = 600.0
"""In a frame taller than this, lids and brows would clot; the eyes are dots."""

FACE_SEEN_BELOW_MM = 1000.0
"""In a frame taller than this a face is too small to draw."""

HEAD_START: Point = (0, 0)
HEAD_HALF: tuple[Curve, ...] = (
    ((50, 0), (79, 38), (79, 92)),
    ((79, 132), (75, 160), (60, 188)),
    ((46, 214), (26, HEAD_HEIGHT_MM), (0, HEAD_HEIGHT_MM)),
)
LIGHT_EDGE: tuple[Curve, ...] = (
    ((-24, 228), (-42, 206), (-52, 176)),
    ((-68, 128), (-60, 8), (0, 0)),
)
"""Where the light from the right ends on the face, from the chin up to the crown."""

NECK_START: Point = (0, 180)
NECK_HALF: tuple[Curve, ...] = (
    ((30, 180), (50, 180), (50, 196)),
    ((50, 240), (48, 262), (72, 280)),
    ((90, 292), (60, 400), (0, 400)),
)

TOP_START: Point = (0, 338)
TOP_HALF: tuple[Curve, ...] = (
    ((38, 338), (62, 312), (70, 272)),
    ((100, 292), (142, 296), (176, 308)),
    ((218, 324), (232, 372), (238, 436)),
    ((246, 530), (252, 610), (250, 690)),
    ((248, 770), (240, 830), (236, 880)),
    ((222, 886), (196, 886), (184, 880)),
    ((184, 880), (176, 900), (176, 900)),
    ((176, 930), (120, 940), (0, 940)),
)

LEGS_START: Point = (0, 860)
LEGS_HALF: tuple[Curve, ...] = (
    ((90, 860), (170, 860), (172, 880)),
    ((176, 990), (160, 1110), (150, 1230)),
    ((142, 1350), (126, 1500), (120, 1640)),
    ((122, 1660), (150, 1672), (152, HEIGHT_MM)),
    ((152, HEIGHT_MM), (24, HEIGHT_MM), (24, HEIGHT_MM)),
    ((28, 1660), (30, 1640), (30, 1612)),
    ((28, 1490), (28, 1340), (28, 1230)),
    ((28, 1110), (14, 1010), (0, 960)),
)

HAND: tuple[Point, Curve, Curve] = (
    (190, 872),
    ((188, 930), (190, 976), (208, 976)),
    ((226, 976), (232, 930), (232, 872)),
)

ARM_SEAM: tuple[Point, Curve, Curve] = (
    (171, 480),
    ((178, 550), (188, 610), (190, 690)),
    ((192, 770), (186, 830), (184, 880)),
)
"""Where the arm lies against the body."""


def head() -> str:
    """The head without features, lit from the right."""
    left = [_across_curve(turn) for turn in HEAD_HALF]
    return mirrored(HEAD_START, HEAD_HALF, "face") + curve(
        HEAD_START, *left, *LIGHT_EDGE, tone="dim", closed=True
    )


def neck() -> str:
    """The neck, with the shadow of the chin on it."""
    shadow = curve(
        (-50, 198),
        ((-34, 240), (20, 244), (50, 214)),
        ((46, 256), (-10, 276), (-50, 246)),
        ((-50, 230), (-50, 214), (-50, 198)),
        tone="dim",
        closed=True,
    )
    return mirrored(NECK_START, NECK_HALF, "face") + shadow


def clothes(top: Tone = "ink", trousers: Tone = "ink_soft") -> str:
    """A plain top with long sleeves, and trousers."""
    return (
        mirrored(LEGS_START, LEGS_HALF, trousers)
        + mirrored(TOP_START, TOP_HALF, top)
        + "".join(curve(*side, tone="cut") for side in _mirrored_pair(ARM_SEAM))
    )


def skin() -> str:
    """Hands and neck, which the clothes then leave free."""
    hands = (curve(*side, tone="face", closed=True) for side in _mirrored_pair(HAND))
    return "".join(hands) + neck()


def body() -> str:
    """All that is below the chin."""
    return skin() + clothes()


def open_eyes(gaze_x_mm: float = 0, gaze_y_mm: float = 0, openness: float = 1) -> str:
    """Two eyes, each with its catchlight above the pupil at one o'clock (B2)."""
    return "".join(_eye(x, gaze_x_mm, gaze_y_mm, openness) for x in (-EYE_X_MM, EYE_X_MM))


def _eye(x: float, gaze_x_mm: float, gaze_y_mm: float, openness: float) -> str:
    y, arch, sag = EYE_Y_MM, 13 * openness, 9 * openness
    upper = ((x - 9, y - arch), (x + 9, y - arch), (x + 18, y))
    lower = ((x + 8, y + sag), (x - 8, y + sag), (x - 18, y))
    iris_x, iris_y = x + gaze_x_mm, y - 1.5 + gaze_y_mm
    return (
        curve((x - 18, y), upper, lower, tone="glint", closed=True)
        + circle(iris_x, iris_y, 8, "feature_ink")
        + circle(iris_x + 3, iris_y - 3, 2.8, "glint")
        + curve((x - 18, y), upper, tone="feature")
    )


def lids(bend_mm: float) -> str:
    """Both lids as arcs: bent up (negative) where they smile, bent down where closed."""
    y = EYE_Y_MM + (2 if bend_mm < 0 else -1)
    return "".join(
        curve(
            (x - 15, y), ((x - 8, y + bend_mm), (x + 8, y + bend_mm), (x + 15, y)), tone="feature"
        )
        for x in (-EYE_X_MM, EYE_X_MM)
    )


def brows(inner_mm: float = 24, outer_mm: float = 20) -> str:
    """Brows whose ends stand so far above the eyes."""
    inner, outer = EYE_Y_MM - inner_mm, EYE_Y_MM - outer_mm
    peak = min(inner, outer) - 4
    return "".join(
        curve(
            (side * 15, inner),
            ((side * 26, peak), (side * 42, peak), (side * 54, outer)),
            tone="feature",
        )
        for side in (-1, 1)
    )


def nose() -> str:
    """The nose as the short looped shadow that it throws to the left (B1, loop)."""
    return curve(
        (5, 104),
        ((4, 124), (10, 140), (9, 154)),
        ((2, 164), (-22, 164), (-20, 154)),
        ((-8, 146), (0, 124), (5, 104)),
        tone="dim",
        closed=True,
    )


def calm_face() -> str:
    """Two eyes that have caught the light, a nose, a mouth at rest."""
    mouth = curve((-21, 186), ((-9, 192), (9, 192), (21, 186)), tone="feature")
    return brows() + open_eyes() + nose() + mouth


def distant_face() -> str:
    """What is left of a face in a wider frame."""
    dots = (circle(x, EYE_Y_MM, 8, "feature_ink") for x in (-EYE_X_MM, EYE_X_MM))
    return (
        "".join(dots) + nose() + curve((-16, 184), ((-6, 188), (6, 188), (16, 184)), tone="feature")
    )


def face(field_mm: float) -> str:
    """As much of the face as a frame of this height can show."""
    if field_mm < FEATURES_SEEN_BELOW_MM:
        return calm_face()
    return distant_face() if field_mm < FACE_SEEN_BELOW_MM else ""


def person(field_mm: float) -> str:
    """The standing figure."""
    return body() + head() + face(field_mm)


def neighbour() -> str:
    """Another one, dressed the other way round, to stand beside."""
    return skin() + clothes("ink_soft", "ink") + head()


def _mirrored_pair(
    shape: tuple[Point, Curve, Curve],
) -> tuple[tuple[Point, Curve, Curve], tuple[Point, Curve, Curve]]:
    start, first, second = shape
    return shape, (_across(start), _across_curve(first), _across_curve(second))


def _across(point: Point) -> Point:
    return (-point[0], point[1])


def _across_curve(turn: Curve) -> Curve:
    return (_across(turn[0]), _across(turn[1]), _across(turn[2]))
