"""The picture that goes with a link to a page: drawn here, from our own mark and figures.

Places that show links take no SVG, so it is a PNG file of the size they agree on.
"""

import hashlib
from dataclasses import astuple, dataclass
from io import BytesIO
from pathlib import Path

import unfold
from django.core.cache import cache
from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

from bookings.front.raster import Box, draw_figure

WIDTH, HEIGHT = 1200, 630
MARGIN = 64
FIGURE_WIDTH = HEIGHT * 4 // 5
"""Our figures are four wide and five high."""

TEXT_WIDTH = WIDTH - FIGURE_WIDTH - 2 * MARGIN
FINER = 2
"""Drawn so many times larger and then reduced, for smooth edges."""

# The light theme of static/css/tokens.css: a picture can't follow the reader's.
PAPER, INK, INK_SOFT, ACCENT = "#faf6ef", "#1d1a16", "#4a4338", "#eaa640"
# Unfold brings the only typeface that stands in every installation with all European letters.
FONTS = Path(unfold.__file__).parent / "static" / "unfold" / "fonts" / "inter"
TITLE_SIZES = (64, 56, 48, 40, 34)
MOST_LINES = 4
KEPT_SECONDS = 24 * 3600
EDITION = 1
"""Raise it when the same words shall be drawn in another way."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is on the picture; `figure` is one of our own drawings, as SVG."""

    studio: str
    title: str
    line: str
    figure: str

    @property
    def etag(self) -> str:
        """Changes with whatever the picture shows."""
        return hashlib.sha256(repr((EDITION, astuple(self))).encode()).hexdigest()[:32]


def png_of(card: Card) -> bytes:
    """The picture, drawn once for the same words."""
    key = f"link-card:{card.etag}"
    kept: bytes | None = cache.get(key)
    if kept is None:
        kept = _drawn(card)
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def _drawn(card: Card) -> bytes:
    image = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), PAPER)
    pen = ImageDraw.Draw(image)
    frame = Box(*(edge * FINER for edge in (WIDTH - FIGURE_WIDTH, 0, WIDTH, HEIGHT)))
    draw_figure(image, card.figure, frame, INK)
    _mark(pen, MARGIN, MARGIN, 56)
    _words(pen, card)
    small = image.reduce(FINER)
    written = BytesIO()
    # A drawing has few colours: a palette halves the file and nobody sees it.
    small.quantize(128, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()


def _words(pen: ImageDraw.ImageDraw, card: Card) -> None:
    name_font = _font("SemiBold", 30)
    pen.text(
        ((MARGIN + 56 + 20) * FINER, (MARGIN + 28) * FINER),
        _fitted(card.studio, name_font, TEXT_WIDTH - 76),
        INK,
        name_font,
        anchor="lm",
    )
    font, lines = _title(card.title)
    leading = font.size * 1.15
    bottom = (HEIGHT - MARGIN - 84) * FINER
    for number, line in enumerate(reversed(lines)):
        pen.text((MARGIN * FINER, bottom - number * leading), line, INK, font, anchor="ls")
    rule = (HEIGHT - MARGIN - 52) * FINER
    pen.rectangle((MARGIN * FINER, rule, (MARGIN + 72) * FINER, rule + 5 * FINER), fill=ACCENT)
    line_font = _font("Regular", 28)
    pen.text(
        (MARGIN * FINER, (HEIGHT - MARGIN) * FINER),
        _fitted(card.line, line_font, TEXT_WIDTH),
        INK_SOFT,
        line_font,
        anchor="ls",
    )


def _mark(pen: ImageDraw.ImageDraw, left: int, top: int, size: int) -> None:
    """The pupil with its catchlight, as in templates/front/partials/mark.html."""

    def circle(x: float, y: float, r: float, color: str) -> None:
        centre = (left + x * size / 32) * FINER, (top + y * size / 32) * FINER
        pen.circle(centre, r * size / 32 * FINER, fill=color)

    circle(16, 16, 15.5, INK)
    circle(16, 16, 13.5, PAPER)
    circle(16, 16, 9, INK)
    circle(19.8, 12, 3.6, ACCENT)


def _title(words: str) -> tuple[FreeTypeFont, list[str]]:
    """The largest size in which `words` fit, and their lines; cut off where none is."""
    for size in TITLE_SIZES:
        font = _font("Bold", size)
        lines = _lines(words, font)
        if len(lines) <= MOST_LINES and all(_width(line, font) <= TEXT_WIDTH for line in lines):
            return font, lines
    return font, [_fitted(line, font, TEXT_WIDTH) for line in lines[:MOST_LINES]]


def _lines(words: str, font: FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, font) <= TEXT_WIDTH:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fitted(words: str, font: FreeTypeFont, width: float) -> str:
    """`words`, or as much of them as fits, with an ellipsis."""
    if _width(words, font) <= width:
        return words
    while words and _width(f"{words}…", font) > width:
        words = words[:-1]
    return f"{words.rstrip()}…"


def _width(words: str, font: FreeTypeFont) -> float:
    return font.getlength(words) / FINER


def _font(weight: str, size: int) -> FreeTypeFont:
    return ImageFont.truetype(FONTS / f"Inter-{weight}.woff2", size * FINER)
