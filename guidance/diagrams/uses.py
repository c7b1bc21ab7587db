"""What a picture is for, as small drawings on a grid of 48: a card, a badge, a wall, a book."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from guidance.diagrams.drawing import (
    Sheet,
    circle,
    curve,
    mirrored,
    moved,
    path,
    polyline,
    rectangle,
)
from guidance.diagrams.person import HEAD_HALF, HEAD_START
from guidance.framing import HEAD_HEIGHT_MM

SHEET = Sheet(0, 0, 48, 48, 1.6)


def use_figure(use: str, *, label: str = "") -> str:
    """The drawing of one use of a picture; KeyError for an unknown word."""
    return SHEET.svg(DRAWINGS[use](), label=label)


def bust(x: float, y: float, height: float) -> str:
    """Head and shoulders, the crown at (x, y), `height` from crown to the cut."""
    unit, low = height / 10, y + height
    head = moved(x, y, mirrored(HEAD_START, HEAD_HALF, "face"), scale=unit * 6.4 / HEAD_HEIGHT_MM)
    shoulders = curve(
        (x - 5 * unit, low),
        ((x - 5 * unit, low - 3 * unit), (x - 3 * unit, low - 3 * unit), (x, low - 3 * unit)),
        ((x + 3 * unit, low - 3 * unit), (x + 5 * unit, low - 3 * unit), (x + 5 * unit, low)),
        tone="ink",
        closed=True,
    )
    return shoulders + head


def lines(x: float, y: float, *lengths: float, pitch: float = 4) -> str:
    """Lines of writing."""
    return "".join(
        polyline((x, y + row * pitch), (x + length, y + row * pitch), tone="soft")
        for row, length in enumerate(lengths)
    )


def spark(x: float, y: float) -> str:
    """The amber dot that marks what is special here."""
    return circle(x, y, 2.6, "light")


def _business_card() -> str:
    return (
        rectangle(4, 12, 40, 25, "thing", 2)
        + bust(13.5, 18, 13)
        + lines(24, 20, 14, 10, 14, pitch=5)
    )


def _id_badge() -> str:
    strap = polyline((17, 2), (24, 10), (31, 2), tone="soft")
    return strap + rectangle(11, 10, 26, 34, "thing", 3) + bust(24, 17, 14) + lines(18, 37, 12)


def _online_profile() -> str:
    screen = rectangle(4, 8, 40, 28, "thing", 2) + polyline((1, 41), (47, 41))
    return (
        screen
        + circle(15, 22, 8, "ground")
        + bust(15, 16.5, 11)
        + lines(27, 17, 12, 9, 12, pitch=5)
    )


def _social_profile() -> str:
    phone = rectangle(13, 3, 22, 42, "thing", 4)
    return phone + circle(24, 17, 8, "ground") + bust(24, 11.5, 11) + lines(18, 31, 12, 8, pitch=5)


def _about_page() -> str:
    page = rectangle(5, 7, 38, 34, "thing", 2) + polyline((5, 14), (43, 14))
    return page + bust(15, 20, 14) + lines(26, 21, 12, 12, 8, pitch=5) + circle(9.5, 10.5, 1, "ink")


def _service_advert() -> str:
    panel = rectangle(4, 8, 40, 26, "thing", 2) + bust(14, 15, 15) + lines(25, 16, 14, 14)
    return (
        panel + rectangle(25, 25, 12, 5, "light", 1.5) + polyline((24, 34), (24, 44), tone="soft")
    )


def _casting() -> str:
    slate = rectangle(5, 17, 38, 25, "thing", 2) + polyline(
        (5, 17), (4, 11), (41, 4.5), (42, 10.5), (5, 17)
    )
    stripes = "".join(
        polyline((x, 15.6 - x * 0.17), (x + 4.5, 9.8 - x * 0.17), tone="soft") for x in (11, 20, 29)
    )
    return slate + stripes + bust(24, 23, 15)


def _wall_art() -> str:
    hanging = polyline((14, 12), (24, 4), (34, 12), tone="soft")
    return (
        hanging
        + rectangle(7, 12, 34, 32, "thing")
        + rectangle(12, 17, 24, 22, "ground")
        + bust(24, 21, 18)
    )


def _gift() -> str:
    box = rectangle(7, 20, 34, 23, "thing", 1.5) + rectangle(4, 14, 40, 7, "thing", 1.5)
    ribbon = polyline((24, 14), (24, 43), tone="ray")
    bow = curve((24, 14), ((10, 13), (14, 2), (24, 14)), ((34, 2), (38, 13), (24, 14)), tone="ray")
    return box + ribbon + bow


def _social_post() -> str:
    card = (
        rectangle(8, 4, 32, 40, "thing", 3) + rectangle(8, 9, 32, 24, "ground") + bust(24, 13, 20)
    )
    heart = path(
        "M15 41c-3-2-4.5-3.5-4.5-5s3-2.5 4.5-.3c1.5-2.2 4.5-1.2 4.5.3s-1.5 3-4.500 5Z", "light"
    )
    return card + heart + lines(24, 38, 11)


def _book_jacket() -> str:
    book = rectangle(11, 4, 27, 40, "thing", 1.5) + polyline((16, 4), (16, 44))
    return book + lines(20, 10, 14, 9) + bust(27, 21, 18)


def _editorial() -> str:
    spread = polyline(
        (24, 9), (4, 6), (4, 39), (24, 42), (44, 39), (44, 6), (24, 9), tone="thing", closed=True
    )
    return (
        spread
        + polyline((24, 9), (24, 42))
        + bust(14, 15, 17)
        + lines(28, 15, 12, 12, 12, 12, 8, pitch=5)
    )


def _blog_article() -> str:
    page = (
        rectangle(9, 4, 30, 40, "thing", 2)
        + rectangle(13, 9, 22, 14, "ground")
        + bust(24, 11.5, 11.5)
    )
    return page + lines(13, 28, 22, 22, 22, 13, pitch=4)


def _lifestyle_advert() -> str:
    scene = rectangle(4, 8, 40, 32, "thing", 2) + curve(
        (4, 34), ((14, 24), (22, 32), (44, 25)), tone="soft"
    )
    return scene + spark(36, 16) + bust(17, 18, 22)


def _fashion_advert() -> str:
    frame = rectangle(11, 3, 26, 42, "thing", 1.5)
    figure = bust(24, 8, 13) + polyline((19, 21), (17, 41), (31, 41), (29, 21), tone="line")
    return frame + figure + lines(14, 40.5)


def _poster() -> str:
    sheet = rectangle(10, 4, 28, 40, "thing") + bust(24, 10, 20) + lines(14, 35, 20, 14)
    return sheet + "".join(circle(x, y, 1, "ink") for x in (12.5, 35.5) for y in (6.5, 41.5))


def _website_banner() -> str:
    page = (
        rectangle(3, 9, 42, 30, "thing", 2)
        + polyline((3, 15), (45, 15))
        + rectangle(3.8, 15.8, 40.4, 13, "ground")
    )
    return page + bust(34, 17.5, 11.3) + lines(8, 20, 14, 10) + lines(8, 34, 32)


def _personal_brand() -> str:
    back = rectangle(15, 4, 29, 24, "thing", 2) + bust(34, 9, 18)
    front = rectangle(4, 16, 24, 28, "thing", 2) + bust(16, 21, 23) + spark(40, 38)
    return back + front


def _identity_document() -> str:
    booklet = rectangle(9, 4, 30, 40, "thing", 2.5) + rectangle(15, 10, 18, 21, "ground")
    return booklet + bust(24, 14, 16.5) + lines(14, 36, 20, 20, pitch=3.5)


DRAWINGS: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "business_card": _business_card,
        "id_badge": _id_badge,
        "online_profile": _online_profile,
        "social_profile": _social_profile,
        "about_page": _about_page,
        "service_advert": _service_advert,
        "casting": _casting,
        "wall_art": _wall_art,
        "gift": _gift,
        "social_post": _social_post,
        "book_jacket": _book_jacket,
        "editorial": _editorial,
        "blog_article": _blog_article,
        "lifestyle_advert": _lifestyle_advert,
        "fashion_advert": _fashion_advert,
        "poster": _poster,
        "website_banner": _website_banner,
        "personal_brand": _personal_brand,
        "identity_document": _identity_document,
    }
)
