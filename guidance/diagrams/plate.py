"""A plate: one of the brief's own figures, with its name, its description and its words.

A plate is 320 wide, the width of a narrow phone, so that its words can be read there and in a
column of paper. Descriptions say in words what the drawing shows, distances included.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from guidance.diagrams.drawing import number
from guidance.diagrams.lettering import WIDTH
from guidance.texts import Text

LINE = 1.2

Say = Callable[[Text], str]
"""Words a text in the reader's language, as :func:`guidance.texts.render` does in English."""


def plate(height: float, title: str, description: str, id_prefix: str, *marks: str) -> str:
    """The drawing as SVG; `id_prefix` must be the page's only one of its kind."""
    name, about = escape(f"{id_prefix}-title"), escape(f"{id_prefix}-desc")
    return (
        '<svg class="figure figure-plate" xmlns="http://www.w3.org/2000/svg"'
        f' viewBox="0 0 {number(WIDTH)} {number(height)}" role="img"'
        f' aria-labelledby="{name} {about}" fill="none" stroke="currentColor"'
        f' stroke-linecap="round" stroke-linejoin="round" stroke-width="{number(LINE)}">'
        f'<title id="{name}">{escape(title)}</title><desc id="{about}">{escape(description)}</desc>'
        f"{''.join(marks)}</svg>"
    )


def told(say: Say, *sentences: Text) -> str:
    """Several sentences as one description."""
    return " ".join(say(sentence) for sentence in sentences)
