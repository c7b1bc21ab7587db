"""A stored brief as its photographer reads it: composed lines, and over them their own edits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bookings.briefs.models import BriefEdit, ShootBrief
from guidance.brief import Brief, Line, Section, from_stored
from guidance.texts import Text, from_json


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of the sheet.

    `line` is what was composed, None for a line of the photographer's own or one whose origin
    this version no longer has; `edit` is what they made of it. `original` is the sentence that an
    edit was made for where it differs from the composed one now, or where that is gone.
    """

    key: str
    line: Line | None
    edit: BriefEdit | None = None
    original: Text | None = None

    @property
    def is_struck(self) -> bool:
        """Whether the photographer does without it."""
        return self.edit is not None and not self.edit.words


@dataclass(frozen=True, slots=True)
class ReadSection:
    """One heading with its lines."""

    slug: str
    title: Text
    lines: tuple[ReadLine, ...]


def composed(brief: ShootBrief) -> Brief:
    """The brief as it was composed."""
    return from_stored(brief.content)


def read(brief: Brief, edits: Iterable[BriefEdit]) -> tuple[ReadSection, ...]:
    """The sections of `brief` with `edits` over their lines; sections without any are left out."""
    by_section: dict[str, list[BriefEdit]] = {}
    for edit in edits:
        by_section.setdefault(edit.section, []).append(edit)
    sections = (_section(part, by_section.get(part.slug, [])) for part in brief.parts)
    return tuple(section for section in sections if section.lines)


def _section(part: Section, edits: list[BriefEdit]) -> ReadSection:
    keyed = part.keyed()
    by_key = {edit.line_key: edit for edit in edits if edit.line_key in keyed}
    lines = [_line(key, line, by_key.get(key)) for key, line in keyed.items()]
    lines.extend(_own(edit for edit in edits if edit.line_key not in keyed))
    return ReadSection(part.slug, part.title, tuple(lines))


def _line(key: str, line: Line, edit: BriefEdit | None) -> ReadLine:
    original = _original(edit)
    return ReadLine(key, line, edit, original if original != line.text else None)


def _own(edits: Iterable[BriefEdit]) -> Iterator[ReadLine]:
    """Lines of the photographer's own, and reworded ones whose origin is gone.

    What was struck and is gone needs no line any more.
    """
    for edit in edits:
        if edit.words:
            yield ReadLine(edit.line_key, None, edit, _original(edit))


def _original(edit: BriefEdit | None) -> Text | None:
    return from_json(edit.original) if edit is not None and edit.original else None
