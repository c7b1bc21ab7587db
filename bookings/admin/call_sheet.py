"""A stored brief as it is read on the call sheet: sections, lines, and what each rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from django.utils.translation import gettext as _

from bookings.briefs.models import ShootBrief
from bookings.wording import shown
from guidance.brief.sheet import Brief, Line
from guidance.claims import CLAIMS
from guidance.sources import SOURCES, Source
from guidance.texts import Quantity, Text, Unit, text

CARE = "care"
"""The slug of the section that only those who run the session may read."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a line rests on: a claim with its number, or a table or page with its address."""

    name: str
    words: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line as it reads, with its reason and its grounds."""

    words: str
    reason: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class SheetSection:
    """One section as it reads."""

    slug: str
    title: str
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the photographer sets up by."""

    name: str
    value: str


def read(brief: ShootBrief) -> Brief:
    """The brief that was stored."""
    return Brief.from_stored(brief.content)


def sections(brief: Brief, *, with_care: bool) -> list[SheetSection]:
    """The sections of `brief` in reading order; that on care only where asked for."""
    return [
        SheetSection(
            section.slug, shown(section.title), tuple(_line(line) for line in section.lines)
        )
        for section in brief.sections()
        if with_care or section.slug != CARE
    ]


def figures(brief: Brief) -> list[Figure]:
    """The few numbers that stand at the head of the sheet."""
    framing, light = brief.framing, brief.light
    return [
        Figure(_("Lens"), _quantity(framing.focal_mm, Unit.MILLIMETRE, 0)),
        Figure(_("Lens to sitter"), _quantity(framing.distance_mm / 1000, Unit.METRE, 2)),
        Figure(_("Aperture"), f"f/{brief.aperture.f_number:g}"),
        Figure(_("Key over fill"), _quantity(light.key_over_fill_stops, Unit.STOP, 1)),
        Figure(_("Room needed"), _quantity(framing.room_length_needed_mm / 1000, Unit.METRE, 1)),
    ]


def _quantity(value: float, unit: Unit, decimals: int) -> str:
    return shown(text("{value}", value=Quantity(value, unit, decimals)))


def _line(line: Line) -> SheetLine:
    texts = [line.text] if line.why is None else [line.text, line.why]
    grounds = dict.fromkeys(chain.from_iterable(_grounds(part) for part in texts))
    return SheetLine(shown(line.text), shown(line.why) if line.why else "", tuple(grounds))


def _grounds(words: Text) -> Iterator[Ground]:
    for number in words.claims:
        yield Ground(_("Claim %d") % number, shown(CLAIMS[number].text))
    for name in words.source.split():
        if source := SOURCES.get(name):
            yield _source(source)


def _source(source: Source) -> Ground:
    return Ground(source.id, shown(source.title), source.url)
