"""What is delivered: each file, which of them the main frame gives, what is handed over (C, E3)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from guidance.brief.crops import FURTHER_SET_UP
from guidance.brief.sheet import Crop, FramingPlan, Line
from guidance.brief.shoot import Shoot, is_banner
from guidance.framing import FRAMINGS
from guidance.further_uses import Also
from guidance.measures import count, percent, pixels
from guidance.optics import crop_yield_px
from guidance.outputs import Deliverable, Output
from guidance.outputs.prints import largest_print
from guidance.texts import Quantity, Text, text
from guidance.texts import gettext_noop as _

KB_IN_MB = 1_000


def deliverables(shoot: Shoot) -> tuple[Deliverable, ...]:
    return tuple(row.due() for row in shoot.outputs)


def delivery_lines(shoot: Shoot, plan: FramingPlan, crops: tuple[Crop, ...]) -> tuple[Line, ...]:
    """Each file with its rules, where it is cut from, how further uses are served, the sets."""
    lines = [Line(shown) for shown in _files(shoot.outputs)]
    lines.extend(Line(shown) for shown in _where_from(crops))
    if shoot.kind == "document":
        return (*lines, Line(_ONLY_THE_ONE_APPLIED_FOR))
    news = [also for also in shoot.recommendation.also if _is_news(also, shoot, crops)]
    lines.extend(Line(_further(also, shoot)) for also in news)
    if not shoot.is_group and any(also.served_by == "crop" for also in news):
        lines.append(Line(_yield(shoot, plan)))
    lines.extend(Line(shown) for shown in _prints(crops))
    return (*lines, Line(_sets(shoot)), Line(_NAMES))


def _files(rows: Iterable[Output]) -> Iterator[Text]:
    """A line for each file; two uses may ask for the same one, and so may several banners."""
    alike: dict[Hashable, list[Output]] = {}
    for row in rows:
        numbers = replace(row, use="", name="", rule="", source="")
        alike.setdefault(numbers if is_banner(row) else (row.title, _rules(row)), []).append(row)
    for same in alike.values():
        yield text(
            _("{name}: {rules}"),
            source=" ".join(dict.fromkeys(ids for row in same for ids in row.source.split())),
            name=tuple(dict.fromkeys(row.title for row in same)),
            rules=tuple(dict.fromkeys(rule for row in same for rule in _rules(row))),
        )


def _rules(row: Output) -> tuple[Text, ...]:
    return tuple(_each_rule(row))


def _each_rule(row: Output) -> Iterator[Text]:
    def rule(message: str, **parameters: Any) -> Text:
        return text(message, source=row.source, **parameters)

    yield rule(_("{width} × {height}"), width=row.width_px, height=pixels(row.height_px))
    yield rule(_("{format}, {colours}"), format=row.file_format, colours=row.colour_space)
    if row.least_kb is not None:
        yield rule(_("from {size}"), size=_size(row.least_kb))
    if row.most_kb is not None:
        yield rule(_("at most {size}"), size=_size(row.most_kb))
    if row.head_share is not None:
        yield rule(_("head {share} of the height"), share=_share(*row.head_share))
    if row.eye_line is not None:
        yield rule(_("eyes {share} up from the bottom"), share=_share(*row.eye_line))
    if row.circle:
        yield rule(_("shown as a circle"))
    if row.rule:
        yield rule(row.rule)


def _size(kilobytes: int) -> Text:
    if kilobytes < KB_IN_MB:
        return text(_("{number} KB"), source="C1", number=count(kilobytes))
    return text(_("{number} MB"), source="C1", number=count(kilobytes // KB_IN_MB))


def _share(least: float, most: float) -> Quantity | Text:
    if least == most:
        return percent(least)
    return text(_("{least} to {most}"), source="C1", least=percent(least), most=percent(most))


def _where_from(crops: tuple[Crop, ...]) -> Iterator[Text]:
    """Which files the main frame gives, and which need another, by the reason."""
    cut = [crop for crop in crops if crop.own_frame is None]
    if cut:
        yield _from_main_frame(cut, is_all=len(cut) == len(crops))
    reasons = dict.fromkeys(crop.own_frame for crop in crops if crop.own_frame is not None)
    for reason in reasons:
        names = _names(crop for crop in crops if crop.own_frame == reason)
        yield text(
            _("A frame of its own for {files}: {reason}"),
            claims=reason.claims,
            source=reason.source,
            files=names,
            reason=reason,
        )


def _names(crops: Iterable[Crop]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(crop.name for crop in crops))


def _from_main_frame(cut: list[Crop], *, is_all: bool) -> Text:
    smallest = min(cut, key=lambda crop: crop.width_px * crop.height_px)
    width, height = smallest.width_px, pixels(smallest.height_px)
    if not is_all:
        message = (
            _("Cut from the main frame: {files}; the cut keeps {width} × {height}")
            if len(cut) == 1
            else _("Cut from the main frame: {files}; the smallest cut keeps {width} × {height}")
        )
        return text(message, source="A5", files=_names(cut), width=width, height=height)
    message = (
        _("It is cut from the main frame, which leaves {width} × {height} for it")
        if len(cut) == 1
        else _("All are cut from the main frame; the smallest cut keeps {width} × {height}")
    )
    return text(message, source="A5", width=width, height=height)


_ONLY_THE_ONE_APPLIED_FOR = text(
    _("Deliver only the document applied for, after checking the authority’s current page"),
    source="C3 S38b",
)


def _is_news(also: Also, shoot: Shoot, crops: tuple[Crop, ...]) -> bool:
    """Not where the files that it serves were just said to be cut or to be taken apart."""
    if also.kind == "document":
        return True
    if also.served_by == "crop":
        heads = {row.use for row in shoot.outputs if row.head_share is not None}
        return heads.isdisjoint(also.uses)
    return not any(crop.own_frame == FURTHER_SET_UP and crop.use in also.uses for crop in crops)


def _further(also: Also, shoot: Shoot) -> Text:
    picture = also.kind.label if also.style is None else also.style.label
    uses = tuple(use.label for use in also.uses)
    if also.served_by == "crop" and shoot.is_group:
        return text(
            _(
                "{picture} for: {uses}. Heads in a group are too small for it: take each person "
                "alone, close"
            ),
            claims=(20,),
            source="A5 T17 T19",
            picture=picture,
            uses=uses,
        )
    if also.served_by == "crop":
        return text(
            _("{picture} for: {uses}. It is cut from the same frame: leave room around the head"),
            source="A5 T17 T19",
            picture=picture,
            uses=uses,
        )
    if also.kind == "document":
        return text(
            _("{picture} in frames of its own: flat light, neutral face, no retouching"),
            source="C3 T15",
            picture=picture,
        )
    return text(
        _("{picture} for: {uses}. It has a set-up of its own, given under the further set-ups"),
        source="T5",
        picture=picture,
        uses=uses,
    )


def _yield(shoot: Shoot, plan: FramingPlan) -> Text:
    headshot_mm = FRAMINGS["head_shoulders"].field_mm
    crop_mm = min(headshot_mm, plan.field_mm)
    whole_px = shoot.kit.long_side_px
    return text(
        _("A head-and-shoulders crop from this frame keeps {length} of {whole} on the long side"),
        source="A5",
        length=pixels(crop_yield_px(whole_px, plan.field_mm, crop_mm)),
        whole=pixels(whole_px),
    )


_HUNG_USES = frozenset({"wall_art", "gift"})


def _prints(crops: tuple[Crop, ...]) -> Iterator[Text]:
    """How large the picture for the wall prints, and that other sizes cut it (C4)."""
    hung = [crop for crop in crops if crop.use in _HUNG_USES and crop.own_frame is None]
    sizes = [largest_print(crop.width_px, crop.height_px) for crop in hung]
    largest = max((size for size in sizes if size), key=lambda size: size.long_in, default=None)
    if largest is None:
        return
    yield text(
        _(
            "The picture prints up to {short}×{long} in at {ppi} ppi; each size cuts it in its own "
            "way: show the client the cut before it is ordered"
        ),
        source=largest.source,
        short=count(largest.short_in),
        long=count(largest.long_in),
        ppi=count(largest.promised_ppi),
    )


_FULL_SIZE = text(_("full size for print at 300 ppi"), source="E3")
_FOR_SCREENS = text(_("2048 px for screens"), source="E3")
_AVATAR = text(_("a square avatar of 800 px"), source="C1 E3")
_CONTACT_SHEET = text(_("a contact sheet"), source="E3")
_NAMES = text(_("Name files by date, client, session, look, frame and version"), source="E3")


def _sets(shoot: Shoot) -> Text:
    return text(
        _("Hand over as well: {sets}; all in 8-bit sRGB with the profile embedded"),
        source="C1 E3",
        sets=tuple(_missing_sets(shoot)),
    )


def _missing_sets(shoot: Shoot) -> Iterator[Text]:
    """The sets of E3 that are not among the files already."""
    uses = {row.use for row in shoot.outputs}
    if "print" not in uses:
        yield _FULL_SIZE
    if "web" not in uses:
        yield _FOR_SCREENS
    has_square = any((row.width_px, row.height_px) == (800, 800) for row in shoot.outputs)
    if (shoot.kind == "headshot" or shoot.cropped_from) and not has_square:
        yield _AVATAR
    yield _CONTACT_SHEET
