"""What one version of a brief says differently from another."""

from collections.abc import Iterator
from dataclasses import dataclass

from guidance.brief import Brief, Line, Section
from guidance.texts import Text


@dataclass(frozen=True, slots=True)
class Difference:
    """One line that came (`before` is None), went (`after` is None) or has other numbers."""

    section: str
    title: Text
    before: Line | None
    after: Line | None


def differences(before: Brief, after: Brief) -> tuple[Difference, ...]:
    """What `after` says differently from `before`, in the reading order of `after`."""
    titles = {part.slug: part for part in (*after.parts, *before.parts)}
    return tuple(
        difference
        for slug, part in titles.items()
        for difference in _in_section(part, _keyed(before, slug), _keyed(after, slug))
    )


def _keyed(brief: Brief, slug: str) -> dict[str, Line]:
    return next((part.keyed() for part in brief.parts if part.slug == slug), {})


def _in_section(
    part: Section, before: dict[str, Line], after: dict[str, Line]
) -> Iterator[Difference]:
    for key, line in after.items():
        if key not in before:
            yield Difference(part.slug, part.title, None, line)
        elif before[key].text != line.text:
            yield Difference(part.slug, part.title, before[key], line)
    for key, line in before.items():
        if key not in after:
            yield Difference(part.slug, part.title, line, None)
