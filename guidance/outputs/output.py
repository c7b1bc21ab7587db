"""One file that is due, as a row of section C and as the brief keeps it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

CARRIED_OVER = date(2026, 11, 21)
"""The day on which these rows were taken over from the tables of section C."""

INCH_MM = 25.4

CIRCLE_RADIUS = 0.475
"""Of the square's side: what stays visible where it is shown as a circle, 5 % kept clear (C1)."""


@dataclass(frozen=True, slots=True)
class Deliverable:
    """One file that is due; `head_share` is chin to crown over the height, None where free.

    Briefs stored before a rule was known have its default. `eyes_least` and `eyes_most` count
    from the bottom edge, as shares of the height; file sizes are thousands of bytes.
    """

    use: str
    width_px: int
    height_px: int
    head_share: float | None
    file_format: str
    note: Text
    head_least: float | None = None
    head_most: float | None = None
    eyes_least: float | None = None
    eyes_most: float | None = None
    least_kb: int | None = None
    most_kb: int | None = None
    colour_space: str = ""
    circle: bool = False
    checked_on: str = ""
    source: str = ""

    @property
    def ratio(self) -> float:
        """Width over height."""
        return self.width_px / self.height_px


@dataclass(frozen=True, slots=True)
class Output:
    """One row of section C; `head_share` gives the least and the most, as shares of the height.

    `rule` is what the numbers can't say. `eye_line` counts from the bottom edge. File sizes are
    thousands of bytes. `print_long_side_mm` is set where the file is for a print of that size,
    `may_be_level` where the print hangs either way, `circle` where a square is shown round,
    `whole_frame` where the frame is due as it was composed, `full_size` where in as many pixels
    as the camera has, `apart` where the picture is never cut from the main frame.
    """

    use: str
    name: str
    width_px: int
    height_px: int
    head_share: tuple[float, float] | None
    file_format: str
    source: str
    rule: str = ""
    eye_line: tuple[float, float] | None = None
    least_kb: int | None = None
    most_kb: int | None = None
    colour_space: str = "sRGB"
    print_long_side_mm: float | None = None
    may_be_level: bool = False
    circle: bool = False
    whole_frame: bool = False
    full_size: bool = False
    apart: bool = False
    checked_on: date = CARRIED_OVER

    @property
    def ratio(self) -> float:
        """Width over height."""
        return self.width_px / self.height_px

    @property
    def title(self) -> Text:
        """The row's name as a sentence part, with its source."""
        return text(self.name, source=self.source)

    def turned(self) -> Output:
        """Level instead of upright, as a group is taken, where the print hangs either way."""
        if not self.may_be_level:
            return self
        return replace(self, width_px=self.height_px, height_px=self.width_px)

    def due(self) -> Deliverable:
        """The file to deliver, aimed at the middle of the allowed head sizes."""
        head_least, head_most = self.head_share or (None, None)
        eyes_least, eyes_most = self.eye_line or (None, None)
        return Deliverable(
            use=self.use,
            width_px=self.width_px,
            height_px=self.height_px,
            head_share=None if self.head_share is None else round(sum(self.head_share) / 2, 3),
            file_format=self.file_format,
            note=self._note(),
            head_least=head_least,
            head_most=head_most,
            eyes_least=eyes_least,
            eyes_most=eyes_most,
            least_kb=self.least_kb,
            most_kb=self.most_kb,
            colour_space=self.colour_space,
            circle=self.circle,
            checked_on=self.checked_on.isoformat(),
            source=self.source,
        )

    def _note(self) -> Text:
        checked_on = self.checked_on.isoformat()
        if not self.rule:
            message = _("{name} (checked {checked_on})")
            return text(message, source=self.source, name=self.title, checked_on=checked_on)
        return text(
            _("{name}: {rule} (checked {checked_on})"),
            source=self.source,
            name=self.title,
            rule=text(self.rule, source=self.source),
            checked_on=checked_on,
        )


def in_circle(across: float, down: float) -> bool:
    """Whether a point of the square, each side 0 to 1, is well visible in the circle (C1)."""
    return (across - 0.5) ** 2 + (down - 0.5) ** 2 <= CIRCLE_RADIUS**2
