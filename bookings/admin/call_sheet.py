"""A stored brief as it is read on the call sheet: sections, lines, edits, what each rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from django.utils.translation import gettext as _

from bookings.admin import brief_drawings
from bookings.admin.clock import moment
from bookings.admin.papers import name_of
from bookings.booking.models import Booking
from bookings.booking.preparing import Brought, brought
from bookings.briefs import reading
from bookings.briefs.models import BriefEdit, ShootBrief
from bookings.briefs.reading import ReadLine, ReadSection
from bookings.wording import shown
from guidance.brief import Brief
from guidance.claims import CLAIMS
from guidance.measures import f_number, metres, millimetres, stops
from guidance.sources import SOURCES, Source
from guidance.texts import Quantity, Text, text

CARE = "care"
"""The slug of the section that only those who run the session may read."""

LEADING = ("purpose", "warnings", CARE)
"""What is read before anything is set up, in this order."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a line rests on: a claim with its number, or a table or page with its address."""

    name: str
    words: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line as it reads, with its reason and its grounds.

    `heading` is what it stands under within its section, where it stands under something.
    `target` is what an edit of it names: its key, or the number of the edit that is the line.
    `composed` is how it was composed where the photographer reworded it, `written_over` the
    older sentence that they reworded; `edited` says who edited it, and when.
    """

    target: str
    words: str
    heading: str = ""
    reason: str = ""
    grounds: tuple[Ground, ...] = ()
    composed: str = ""
    written_over: str = ""
    edited: str = ""
    edit_pk: int | None = None
    is_struck: bool = False

    @property
    def is_own(self) -> bool:
        """Whether this version has no composed line behind it."""
        return self.edit_pk is not None and not self.composed and not self.is_struck


@dataclass(frozen=True, slots=True)
class SheetSection:
    """One section as it reads, with its drawing where it has one."""

    slug: str
    title: str
    lines: tuple[SheetLine, ...]
    drawing: str = ""

    @property
    def leads(self) -> bool:
        """Whether it is read before anything is set up."""
        return self.slug in LEADING


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the photographer sets up by."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Bag:
    """What of their list the client has ticked off so far, and what not yet."""

    ticked: tuple[Brought, ...]
    waiting: tuple[Brought, ...]


def bag_of(booking: Booking) -> Bag:
    """What the client of `booking` means to wear and bring, as their list stands now."""
    lines = brought(booking)
    return Bag(
        tuple(line for line in lines if line.is_ticked),
        tuple(line for line in lines if not line.is_ticked),
    )


def read(brief: ShootBrief) -> Brief:
    """The brief that was stored."""
    return reading.composed(brief)


def edits_of(booking: Booking) -> list[BriefEdit]:
    """What the photographer made of the brief of `booking`, with who did it."""
    return list(booking.brief_edits.select_related("edited_by", "booking__place"))


def sections(
    brief: Brief, edits: Iterable[BriefEdit] = (), *, with_care: bool, with_empty: bool = False
) -> list[SheetSection]:
    """The sections of `brief` with `edits` over them, what is read first in front.

    That on care only where asked for; those that have nothing to say only to write in.
    """
    filled = {section.slug: section for section in reading.read(brief, edits)}
    parts = [
        filled.get(part.slug, ReadSection(part.slug, part.title, ()))
        for part in brief.parts
        if part.slug in filled or with_empty
    ]
    worded = [
        _section(part, brief_drawings.beside(brief, part.slug))
        for part in parts
        if with_care or part.slug != CARE
    ]
    return sorted(worded, key=_turn)


def figures(brief: Brief) -> list[Figure]:
    """The few numbers that stand at the head of the sheet."""
    framing, light = brief.framing, brief.light
    return [
        Figure(_("Lens"), _worded_quantity(millimetres(framing.focal_mm))),
        Figure(_("Lens to sitter"), _worded_quantity(metres(framing.distance_mm))),
        Figure(_("Aperture"), _worded_quantity(f_number(brief.aperture.f_number))),
        Figure(_("Key over fill"), _worded_quantity(stops(light.key_over_fill_stops))),
        Figure(_("Room needed"), _worded_quantity(metres(framing.room_length_needed_mm, 1))),
    ]


def _worded_quantity(value: Quantity) -> str:
    return shown(text("{value}", value=value))


def _turn(section: SheetSection) -> int:
    return LEADING.index(section.slug) if section.leads else len(LEADING)


def _section(section: ReadSection, drawing: str) -> SheetSection:
    lines = tuple(_line(line) for line in section.lines)
    return SheetSection(section.slug, shown(section.title), lines, drawing)


def _line(read: ReadLine) -> SheetLine:
    if read.line is None:
        return _own(read)
    texts = [read.line.text] if read.line.why is None else [read.line.text, read.line.why]
    grounds = dict.fromkeys(chain.from_iterable(_grounds(part) for part in texts))
    heading, words = _worded(read.line.text)
    is_reworded = read.edit is not None and not read.is_struck
    return SheetLine(
        target=read.key,
        words=read.edit.words if read.edit and is_reworded else words,
        heading=heading,
        reason=shown(read.line.why) if read.line.why else "",
        grounds=tuple(grounds),
        composed=words if is_reworded else "",
        written_over=shown(read.original) if read.original else "",
        edited=_edited(read.edit),
        edit_pk=read.edit.pk if read.edit else None,
        is_struck=read.is_struck,
    )


def _worded(said: Text) -> tuple[str, str]:
    """Heading and words: a line that names its heading itself would name it again and again."""
    parts = dict(said.parameters)
    if parts.keys() == {"heading", "advice"}:
        return shown(parts["heading"]), shown(parts["advice"])
    return "", shown(said)


def _own(read: ReadLine) -> SheetLine:
    """A line of the photographer's own, or one that outlived the line it reworded."""
    edit = read.edit
    return SheetLine(
        target=f"own-{edit.pk}" if edit else "",
        words=edit.words if edit else "",
        written_over=shown(read.original) if read.original else "",
        edited=_edited(edit),
        edit_pk=edit.pk if edit else None,
    )


def _edited(edit: BriefEdit | None) -> str:
    if edit is None:
        return ""
    return f"{name_of(edit.edited_by)}, {moment(edit.edited_at, edit.booking.place.zone)}"


def _grounds(words: Text) -> Iterator[Ground]:
    for number in words.claims:
        yield Ground(_("Claim %d") % number, shown(CLAIMS[number].text))
    for name in words.source.split():
        if source := SOURCES.get(name):
            yield _source(source)


def _source(source: Source) -> Ground:
    return Ground(source.id, shown(source.title), source.url)
