"""Drawn figures: framings, backgrounds, moods, light plans, uses and kinds, as SVG text.

They are drawn from the same numbers as the brief, so a picture cannot disagree with its words.
Every figure takes `label`: with it the drawing is an image of that name (the caller translates
it), without it the drawing is decoration. Colours are classes (`figure-…`) that the page's
style sheet tones for light and dark; where there is none the attributes give a light page's.
"""

from guidance.diagrams.expressions import mood_figure
from guidance.diagrams.light import light_figure
from guidance.diagrams.pictures import (
    background_figure,
    clothes_figure,
    colour_figure,
    framing_figure,
    kind_figure,
    people_figure,
    place_figure,
)
from guidance.diagrams.uses import use_figure

__all__ = [
    "background_figure",
    "clothes_figure",
    "colour_figure",
    "framing_figure",
    "kind_figure",
    "light_figure",
    "mood_figure",
    "people_figure",
    "place_figure",
    "use_figure",
]
