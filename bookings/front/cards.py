"""Choices as cards: native inputs, each with a drawn figure, an icon or a hint by its label."""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from django import forms
from django.utils.safestring import SafeString, mark_safe

from guidance import diagrams
from guidance.questionnaire import Field, Option

FIGURES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "framing": diagrams.framing_figure,
        "background": diagrams.background_figure,
        "place": diagrams.place_figure,
        "mood": diagrams.mood_figure,
        "colour": diagrams.colour_figure,
        "clothes": diagrams.clothes_figure,
    }
)
ICONS: Mapping[str, Callable[[str], str]] = MappingProxyType({"uses": diagrams.use_figure})


class Cards:
    """What each option shows beside its label; templates/catchlight/choices.html draws it.

    `layout` is "figures" (two or three columns), "pair" (two where there is room) or ""
    (one). `ranked` numbers the ticks in their order.
    """

    def __init__(
        self,
        *args: Any,
        figures: Mapping[str, SafeString] | None = None,
        icons: Mapping[str, SafeString] | None = None,
        hints: Mapping[str, str] | None = None,
        layout: str = "",
        ranked: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.figures, self.icons, self.hints = figures or {}, icons or {}, hints or {}
        self.layout, self.ranked = layout, ranked

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Django's option with the card's own parts."""
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)  # type: ignore[misc]
        key = str(value)
        return option | {
            "figure": self.figures.get(key),
            "icon": self.icons.get(key),
            "hint": self.hints.get(key),
        }


class RadioCards(Cards, forms.RadioSelect):
    """One of several cards."""


class CheckboxCards(Cards, forms.CheckboxSelectMultiple):
    """Any of several cards."""


def figures_for(field: Field) -> Mapping[str, SafeString]:
    """The large figures of the field's options; empty where they are words alone."""
    return _drawn(FIGURES.get(field.key), field.options)


def icons_for(field: Field) -> Mapping[str, SafeString]:
    """The small figures of the field's options; empty where there are none."""
    return _drawn(ICONS.get(field.key), field.options)


@cache
def _drawn(
    draw: Callable[[str], str] | None, options: tuple[Option, ...]
) -> Mapping[str, SafeString]:
    """The figures are drawn once for each process; they hold no user input, so they are safe."""
    if draw is None:
        return MappingProxyType({})
    return MappingProxyType({o.value: mark_safe(draw(o.value)) for o in options})  # noqa: S308
