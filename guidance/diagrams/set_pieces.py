"""What stands in the set: lamps, the camera, a person from the side. Nothing about where."""

from __future__ import annotations

from guidance.diagrams.drawing import (
    Point,
    Tone,
    circle,
    curve,
    dashed,
    group,
    moved,
    polyline,
    rectangle,
    thin,
)
from guidance.diagrams.stage import BAG_SHARE

PROFILE_EYE_MM = 1592.0
"""Height of the profile's eyes above its soles."""

NOSE_MM, EAR_MM = 40.0, 100.0
"""Tip of the nose before the eye and ear behind it, as the sharp zones of A4 have them."""


def wall(start: Point, end: Point, *, is_cut: bool = False) -> str:
    """A wall; or, dashed, the edge at which the drawing ends though the room goes on."""
    if is_cut:
        return thin(0.7, dashed(polyline(start, end, tone="measure"), 3))
    return thin(1.6, polyline(start, end))


def softbox(half: float, line: float, *, is_key: bool, tone: Tone = "thing") -> str:
    """A softbox around (0, 0), shining to the right; the key has the amber front."""
    back = BAG_SHARE * half
    bag = ((0, -half), (0, half), (-back, 0.35 * half), (-back, -0.35 * half))
    bright = rectangle(0, -half, max(0.14 * half, 1.5), 2 * half, "light" if is_key else "ink_soft")
    outline = polyline(*bag, tone=tone, closed=True)
    if tone == "thing":
        return thin(line, outline) + bright
    return thin(line, polyline(*bag, tone="thing", closed=True), outline) + bright


def spot(size: float, line: float) -> str:
    """A small lamp around (0, 0) that shines to the right on the background."""
    cone = ((0, -0.5 * size), (0.8 * size, -size), (0.8 * size, size), (0, 0.5 * size))
    return thin(
        line, polyline(*cone, tone="thing", closed=True), circle(-0.2 * size, 0, 0.5 * size, "ink")
    )


def camera(length: float, reach: float, tone: Tone = "ink") -> str:
    """A camera whose sensor is at (0, 0) and whose lens ends `reach` to the right.

    `length` is the body's side across the view.
    """
    body = rectangle(-0.45 * length, -length / 2, 0.55 * length, length, tone, 0.12 * length)
    barrel = rectangle(0, -0.3 * length, max(reach, 0.35 * length), 0.6 * length, tone)
    return barrel + body


def profile_head() -> str:
    """A head from the side in mm, the eye at (0, 0), looking to the left."""
    skull = curve(
        (60, -108),
        ((10, -108), (-20, -80), (-19, -30)),
        ((-19, -20), (-14, -14), (-14, -5)),
        ((-18, 12), (-34, 32), (-40, 42)),
        ((-40, 51), (-28, 54), (-18, 56)),
        ((-22, 62), (-25, 68), (-18, 74)),
        ((-24, 79), (-22, 88), (-17, 91)),
        ((-21, 101), (-20, 116), (-4, 122)),
        ((16, 124), (42, 116), (56, 106)),
        ((60, 130), (58, 160), (54, 184)),
        ((80, 200), (120, 200), (150, 184)),
        ((140, 150), (138, 110), (142, 84)),
        ((164, 60), (172, 30), (172, -6)),
        ((170, -72), (122, -108), (60, -108)),
        tone="face",
        closed=True,
    )
    brow = curve((-12, -26), ((-2, -34), (10, -32), (16, -28)), tone="feature")
    lid = curve((-13, -2), ((-8, -11), (4, -12), (13, -5)), tone="feature")
    eye = lid + circle(-4, -2, 5, "feature_ink")
    ear = curve(
        (EAR_MM - 8, 18), ((82, -20), (118, -30), (118, 0)), ((118, 20), (98, 24), (98, 40))
    )
    mouth = curve((-18, 75), ((-8, 76), (0, 74), (6, 72)), tone="feature")
    return skull + brow + eye + group(ear, tone="feature") + mouth


def profile_bust() -> str:
    """The head with the beginning of the shoulders, cut at 200 mm below the eyes."""
    shoulders = curve(
        (20, 200),
        ((32, 178), (46, 166), (56, 160)),
        ((84, 186), (116, 186), (146, 160)),
        ((164, 168), (182, 182), (190, 200)),
        tone="ink",
        closed=True,
    )
    return profile_head() + shoulders


def profile_person() -> str:
    """Someone standing, from the side in mm, the eye at (0, 0), looking to the left."""
    floor = PROFILE_EYE_MM
    legs = curve(
        (14, 660),
        ((10, 900), (26, 1180), (34, floor - 70)),
        ((20, floor - 40), (-46, floor - 36), (-58, floor)),
        ((-58, floor), (138, floor), (138, floor)),
        ((140, floor - 60), (126, 1180), (188, 900)),
        ((206, 800), (200, 720), (190, 660)),
        tone="ink_soft",
        closed=True,
    )
    top = curve(
        (56, 168),
        ((16, 196), (-18, 260), (-18, 350)),
        ((-16, 480), (8, 600), (6, 740)),
        ((60, 760), (150, 760), (204, 744)),
        ((196, 640), (196, 560), (206, 470)),
        ((224, 330), (206, 226), (148, 168)),
        ((120, 196), (84, 196), (56, 168)),
        tone="ink",
        closed=True,
    )
    sleeve = curve((118, 300), ((150, 440), (136, 600), (96, 760)), tone="cut")
    return legs + top + sleeve + profile_head()


def stand(x: float, top: float, floor: float, reach: float) -> str:
    """A light stand from the lamp down to its foot."""
    foot = polyline((x - reach, floor), (x + reach, floor), tone="soft")
    return polyline((x, top), (x, floor), tone="soft") + foot


def tripod(x: float, top: float, floor: float, reach: float) -> str:
    split = top + 0.55 * (floor - top)
    legs = polyline((x - reach, floor), (x, split), (x + reach, floor), tone="soft")
    return polyline((x, top), (x, floor), tone="soft") + legs


def placed(x: float, y: float, mark: str, scale: float, line: float) -> str:
    """A piece drawn in mm at (x, y), its lines kept `line` thick."""
    return thin(line / scale, moved(x, y, mark, scale=scale))
