"""Empty space for words: which frames of the session need it, on which side, and how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from guidance.brief.sheet import FramingPlan, Line
from guidance.brief.shoot import Shoot, is_banner, is_titled
from guidance.framing import (
    BANNER_RATIO,
    EMPTY_TITLE_SHARE,
    FRAMINGS,
    PERSON_WIDTH_MM,
    ROW_SHARE_OF_BANNER,
    head_share,
    rank_lenses,
    with_space_above,
    with_space_beside,
)
from guidance.measures import metres, millimetres, percent
from guidance.outputs import Output
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _


def space_lines(shoot: Shoot, plan: FramingPlan) -> tuple[Line, ...]:
    """The frames with empty space that the picture’s own files ask for, and a level one."""
    return tuple(Line(shown) for shown in _lines(shoot, plan))


_BANNERS: Mapping[str, Text] = MappingProxyType(
    {
        "about_page": text(_("about page"), source="C1"),
        "service_advert": text(_("advert on a page"), source="C1"),
        "blog_article": text(_("article"), source="C1"),
        "website_banner": text(_("website banner"), source="C1"),
        "personal_brand": text(_("head of the website"), source="C1"),
    }
)
"""What each wide file is, in two words."""


def _lines(shoot: Shoot, plan: FramingPlan) -> Iterator[Text]:
    banners = [row for row in shoot.main_outputs if is_banner(row)]
    posters = [row for row in shoot.main_outputs if is_titled(row)]
    if banners and shoot.is_group:
        yield _beside_group(shoot, banners)
    elif banners and shoot.framing.upright:
        yield _beside(shoot, banners)
    elif banners:
        yield _in_this_frame(plan)
    if posters and not shoot.is_group:
        yield _above(shoot)
    if shoot.framing.upright and any(_is_level(row) for row in shoot.main_outputs):
        yield _level_too(plan)


def _is_level(row: Output) -> bool:
    return row.width_px > row.height_px and not is_banner(row)


def _in_this_frame(plan: FramingPlan) -> Text:
    height_mm = plan.wished_mm / BANNER_RATIO
    return text(
        _(
            "The person in the left or right third, {empty} ({share}) empty on the side they look "
            "towards; cut to 16:9, {height} high, the head fills {head}"
        ),
        source="C1 GK",
        **_empty(plan.wished_mm),
        height=millimetres(height_mm),
        head=percent(head_share(height_mm)),
    )


def _beside(shoot: Shoot, rows: list[Output]) -> Text:
    framing = with_space_beside(FRAMINGS["waist"])
    position = rank_lenses(framing, shoot.setting, shoot.lenses_mm)[0]
    if not position.fits:
        return _no_space(rows, position.room_length_needed_mm)
    return text(
        _(
            "Wide frame ({uses}): camera level, {focal} from {distance}, {width} across; the "
            "person in one third, {empty} ({share}) empty on the side they look towards"
        ),
        source="A3 C1 GK",
        uses=_uses(rows),
        focal=millimetres(position.focal_mm),
        distance=metres(position.distance_mm),
        width=metres(framing.field_mm),
        **_empty(framing.field_mm),
    )


def _beside_group(shoot: Shoot, rows: list[Output]) -> Text:
    framing = with_space_beside(shoot.framing)
    position = rank_lenses(framing, shoot.setting, shoot.lenses_mm)[0]
    if not position.fits:
        return _no_space(rows, position.room_length_needed_mm)
    return text(
        _(
            "Wide frame ({uses}): {focal} from {distance}, {width} across; the group to one side, "
            "{empty} ({share}) empty on the other"
        ),
        source="A3 C1 GK",
        uses=_uses(rows),
        focal=millimetres(position.focal_mm),
        distance=metres(position.distance_mm),
        width=metres(framing.field_mm),
        empty=metres(framing.field_mm - shoot.framing.field_mm),
        share=percent(1 - ROW_SHARE_OF_BANNER),
    )


def _no_space(rows: list[Output], needed_mm: float) -> Text:
    return text(
        _(
            "Wide frame ({uses}): empty space beside people takes a room of {needed}. Here, put "
            "them at the edge of a level frame and have the ground extended afterwards"
        ),
        source="A3 C1 GK",
        uses=_uses(rows),
        needed=metres(needed_mm),
    )


def _above(shoot: Shoot) -> Text:
    framing = with_space_above(shoot.framing)
    position = rank_lenses(framing, shoot.setting, shoot.lenses_mm)[0]
    space_mm = framing.field_mm * EMPTY_TITLE_SHARE
    if not position.fits:
        return text(
            _(
                "Poster: {empty} ({share}) above the head for the title takes a room of {needed}. "
                "Here, have the ground extended upwards afterwards"
            ),
            source="A3 C4 GK",
            empty=metres(space_mm),
            share=percent(EMPTY_TITLE_SHARE),
            needed=metres(position.room_length_needed_mm),
        )
    return text(
        _(
            "Poster: some frames with {focal} from {distance}, {height} from top to bottom, the "
            "upper {empty} ({share}) empty for the title"
        ),
        source="A3 C4 GK",
        focal=millimetres(position.focal_mm),
        distance=metres(position.distance_mm),
        height=metres(framing.field_mm),
        empty=metres(space_mm),
        share=percent(EMPTY_TITLE_SHARE),
    )


def _level_too(plan: FramingPlan) -> Text:
    return text(
        _("Turn the camera level once, from the same place: {width} × {height}"),
        source="C1 S41a S41c",
        width=metres(plan.height_mm),
        height=metres(plan.width_mm),
    )


def _empty(width_mm: float) -> dict[str, Any]:
    """What the middle of one third leaves on the side of the other two."""
    empty_mm = width_mm * 5 / 6 - PERSON_WIDTH_MM / 2
    return {"empty": metres(empty_mm), "share": percent(empty_mm / width_mm)}


def _uses(rows: Iterable[Output]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(_BANNERS[row.use] for row in rows))
