"""Drawn figures: framings, backgrounds, moods, light plans, uses and kinds, as SVG text.

They are drawn from the same numbers as the brief, so a picture cannot disagree with its words.
Every figure of a choice takes `label`: with it the drawing is an image of that name (the caller
translates it), without it the drawing is decoration. Colours are classes (`figure-…`) that the
page's style sheet tones for light and dark; where there is none the attributes give a light page's.

The brief's own figures are plates: they take a :class:`guidance.brief.sheet.Brief`, carry words
and distances, and describe themselves. Their words pass through `say`; `id_prefix` keeps their
ids apart on a page.
"""

from guidance.diagrams.crops import crop_figure, crops_figure
from guidance.diagrams.expressions import mood_figure
from guidance.diagrams.framing_plan import framing_plan_figure
from guidance.diagrams.light import light_figure
from guidance.diagrams.palette import palette_figure
from guidance.diagrams.pictures import (
    background_figure,
    clothes_figure,
    colour_figure,
    framing_figure,
    kind_figure,
    people_figure,
    place_figure,
)
from guidance.diagrams.room_plan import room_figure
from guidance.diagrams.sharpness import sharpness_figure
from guidance.diagrams.side_view import side_figure
from guidance.diagrams.uses import use_figure

__all__ = [
    "background_figure",
    "clothes_figure",
    "colour_figure",
    "crop_figure",
    "crops_figure",
    "framing_figure",
    "framing_plan_figure",
    "kind_figure",
    "light_figure",
    "mood_figure",
    "palette_figure",
    "people_figure",
    "place_figure",
    "room_figure",
    "sharpness_figure",
    "side_figure",
    "use_figure",
]
