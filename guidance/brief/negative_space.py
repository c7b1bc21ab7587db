"""Empty space for words: which frames of the session need it, on which side, and how much.

What is said and what is drawn come from the same frames.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from guidance.brief.lens_height import lens_height_mm
from guidance.brief.sheet import FramingPlan, FurtherFrame, Line
from guidance.brief.shoot import Shoot, is_banner, is_titled
from guidance.framing import (
    BANNER_RATIO,
    EMPTY_TITLE_SHARE,
    FRAMINGS,
    PERSON_SHARE_OF_BANNER,
    PERSON_WIDTH_MM,
    CameraPosition,
    Framing,
    head_share,
    level_group_framing,
    rank_lenses,
    with_space_above,
    with_space_beside,
)
from guidance.measures import length, metres, millimetres, percent
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


def further_frames(shoot: Shoot) -> tuple[FurtherFrame, ...]:
    """The frames with empty space that are taken beside the main one, where the room holds them."""
    return tuple(
        FurtherFrame(spaced.name, _plan(shoot, spaced))
        for spaced in _spaced(shoot)
        if spaced.position.fits
    )


class _Spaced(NamedTuple):
    """A framing with empty space, where a lens of the kit would take it, and what for."""

    framing: Framing
    position: CameraPosition
    name: Text


def _spaced(shoot: Shoot) -> Iterator[_Spaced]:
    banners = [row for row in shoot.main_outputs if is_banner(row)]
    if banners and (shoot.is_group or shoot.framing.upright):
        shown = _level_group(shoot) if shoot.is_group else FRAMINGS["waist"]
        name = text(_("Wide frame ({uses})"), source="A3 C1 GK", uses=_uses(banners))
        yield _placed(shoot, with_space_beside(shown), name)
    is_titled_apart = any(is_titled(row) for row in shoot.main_outputs) and not shoot.is_group
    if is_titled_apart and not shoot.framing.empty_above:
        yield _placed(shoot, with_space_above(shoot.framing), _POSTER)


_POSTER = text(_("Poster"), source="C4 GK")


def _placed(shoot: Shoot, framing: Framing, name: Text) -> _Spaced:
    return _Spaced(framing, rank_lenses(framing, shoot.setting, shoot.lenses_mm)[0], name)


def _plan(shoot: Shoot, spaced: _Spaced) -> FramingPlan:
    """The frame as it is wished: what a lens sees beyond it is cropped away."""
    framing, position = spaced.framing, spaced.position
    short_mm = framing.field_mm * shoot.sensor.short_side_mm / shoot.sensor.long_side_mm
    return FramingPlan(
        name=framing.name,
        field_mm=framing.field_mm,
        focal_mm=position.focal_mm,
        distance_mm=position.distance_mm,
        room_length_needed_mm=position.room_length_needed_mm,
        sensor_to_subject_mm=position.sensor_to_subject_mm,
        background_gap_mm=position.background_gap_mm,
        rows=shoot.rows,
        wished_mm=framing.field_mm,
        width_mm=short_mm if framing.upright else framing.field_mm,
        height_mm=framing.field_mm if framing.upright else short_mm,
        depth_of_rows_mm=position.depth_of_rows_mm,
        middle=framing.middle,
        empty_above=framing.empty_above,
        lens_height_mm=lens_height_mm(shoot),
    )


def _lines(shoot: Shoot, plan: FramingPlan) -> Iterator[Text]:
    for spaced in _spaced(shoot):
        yield _above(spaced) if spaced.framing.empty_above else _beside(shoot, spaced)
    if shoot.framing.empty_above:
        yield _title_in_this_frame(plan)
    elif not (shoot.is_group or shoot.framing.upright):
        yield _in_this_frame(plan)
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
        height=length(height_mm),
        head=percent(head_share(height_mm)),
    )


def _title_in_this_frame(plan: FramingPlan) -> Text:
    return text(
        _("The upper {empty} ({share}) stays empty for the title"),
        source="C4 GK",
        empty=metres(plan.empty_above * plan.wished_mm),
        share=percent(plan.empty_above),
    )


def _beside(shoot: Shoot, spaced: _Spaced) -> Text:
    framing, position, name = spaced
    if not position.fits:
        return text(
            _(
                "{name}: empty space beside people takes a room of {needed}. Here, put them at the "
                "edge of a level frame and have the ground extended afterwards"
            ),
            source="A3 C1 GK",
            name=name,
            needed=metres(position.room_length_needed_mm),
        )
    message = (
        _(
            "{name}: {focal} from {distance}, {width} across; the group to one side, {empty} "
            "({share}) empty on the other"
        )
        if shoot.is_group
        else _(
            "{name}: camera level, {focal} from {distance}, {width} across; the person in one "
            "third, {empty} ({share}) empty on the side they look towards"
        )
    )
    return text(
        message,
        source="A3 C1 GK",
        name=name,
        focal=millimetres(position.focal_mm),
        distance=metres(position.distance_mm),
        width=metres(framing.field_mm),
        **(_empty_beside_group(shoot, framing) if shoot.is_group else _empty(framing.field_mm)),
    )


def _above(spaced: _Spaced) -> Text:
    framing, position, _name = spaced
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
    empty_mm = width_mm * (1 - PERSON_SHARE_OF_BANNER / 2) - PERSON_WIDTH_MM / 2
    return {"empty": metres(empty_mm), "share": percent(empty_mm / width_mm)}


def _level_group(shoot: Shoot) -> Framing:
    return level_group_framing(shoot.people_in_frame, shoot.body_field_mm, shoot.sensor)


def _empty_beside_group(shoot: Shoot, framing: Framing) -> dict[str, Any]:
    empty_mm = framing.field_mm - _level_group(shoot).field_mm
    return {"empty": metres(empty_mm), "share": percent(empty_mm / framing.field_mm)}


def _uses(rows: Iterable[Output]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(_BANNERS[row.use] for row in rows))
