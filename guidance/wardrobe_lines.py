"""The lines of the client's wardrobe list, each with its reason (D1, D2, D4, B4).

Those by style are in :mod:`guidance.wardrobe_styles`; :mod:`guidance.wardrobe` decides who gets
which.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from guidance.grounds import Ground
from guidance.measures import count
from guidance.palettes import Palette
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Advice:
    """One line of the list and why; `slug` stays when the wording changes."""

    slug: str
    line: Text
    why: Text


PLAIN = Advice(
    "plain",
    text(_("Plain colours, without prints"), claims=(89,), source="D1"),
    text(_("Your face should be what people look at, not your clothes"), claims=(90,)),
)
SERVES_THE_PICTURE = Advice(
    "serves-the-picture",
    text(_("Clothes that belong to the story of the picture"), claims=(41,), source="T12"),
    text(_("In a portrait clothes help to tell who you are"), claims=(41, 53)),
)
DOCUMENT_CLOTHES = Advice(
    "document",
    text(_("A plain top, clearly darker than a white wall"), source="C3 GK"),
    text(_("Your outline must stand out from the light background"), source="C3"),
)
_IN_FRONT = text(
    _("Where clothes and background have one tone, the outline of you is lost"), source="D1 D2 S29"
)
CONTRAST = Advice(
    "contrast",
    text(_("Clothes clearly lighter or clearly darker than the background"), source="D1 D2"),
    _IN_FRONT,
)
CONTRAST_WITH: Mapping[Ground, Advice] = MappingProxyType(
    {
        Ground.LIGHT: Advice(
            "contrast",
            text(
                _("Before your light background: real colours or darker tones, no white or cream"),
                source="D1 D2 S29",
            ),
            _IN_FRONT,
        ),
        Ground.GREY: Advice(
            "contrast",
            text(
                _("Before your grey background: clearly darker or clearly lighter, no mid grey"),
                source="B3 D1 D2",
            ),
            _IN_FRONT,
        ),
        Ground.DARK: Advice(
            "contrast",
            text(
                _("Before your dark background: no black, rather a deep colour or some texture"),
                source="D1 D2 S29",
            ),
            _IN_FRONT,
        ),
        Ground.BLURRED_PLACE: Advice(
            "contrast",
            text(
                _("Clearly lighter or darker than the place, and not its colour"),
                source="D1 D4 S47a",
            ),
            text(
                _("Out of focus the place is one soft tone, and you should stand out from it"),
                claims=(83,),
                source="D1",
            ),
        ),
        Ground.RECOGNISABLE_PLACE: Advice(
            "contrast",
            text(
                _("Clothes that belong to the place without its colours: no green on grass"),
                claims=(35,),
                source="D4 S47a",
            ),
            text(_("In the colours of the place you would melt into it"), source="D4 S47a"),
        ),
    }
)
"""What `contrast` says before each background; for documents :data:`DOCUMENT_CLOTHES` says it."""

FEEL_GOOD = Advice(
    "feel-good",
    text(_("Colours you feel good in; leave out the ones you avoid"), source="D2"),
    text(_("Ease shows in the face more than any colour does"), claims=(73,), source="D2"),
)
FIT = Advice(
    "fit",
    text(
        _("Pressed and lint-free, with shoulder seams that sit on your shoulders"), source="D1 S44a"
    ),
    text(_("The camera sees creases and fluff that a mirror forgives"), source="D1 S44a"),
)
NECKLINE = Advice(
    "neckline",
    text(
        _("Any neckline that still shows when only head and shoulders are seen"), source="D1 S44b"
    ),
    text(_("Very low or off-the-shoulder tops look bare in a close crop"), source="D1 S44b"),
)
SLEEVES = Advice(
    "sleeves",
    text(_("Sleeves, where you have the choice"), source="D1"),
    text(_("A bright arm beside your face draws the eye to itself"), claims=(90,), source="D1"),
)
JEWELLERY = Advice(
    "jewellery",
    text(_("Small, still jewellery; pieces that mean something to you stay on"), source="D1"),
    text(_("What swings or glitters draws the eye from your face"), claims=(90,), source="D1"),
)
WHOLE_FIGURE = Advice(
    "whole-figure",
    text(_("Think of shoes and hems too"), claims=(49,), source="D1 GK"),
    text(_("The picture shows more of you than your face"), claims=(25, 49)),
)


def palette(example: Palette) -> Advice:
    """The rule of D4 with one palette that stands clear of this client's background."""
    rule = _(
        "Three colours that go together, one of them neutral, and one accent used sparingly; "
        "for example {example}"
    )
    return Advice(
        "palette",
        text(rule, source="D4 S47a S47b", example=example.in_words),
        text(_("Coordinated looks like you; matching looks like a uniform"), source="D4 S47b"),
    )


ONE_PATTERN = Advice(
    "one-pattern",
    text(_("At most one person in a small pattern; similar formality for everybody"), source="D4"),
    text(_("Nobody should stand out by clothes alone"), source="D4"),
)
BRIGHTEST_INSIDE = Advice(
    "brightest-inside",
    text(_("The brightest colour for somebody who will not stand at the edge"), source="D4"),
    text(_("A bright spot at the edge leads the eye out of the picture"), source="D4"),
)
SIT_AND_MOVE = Advice(
    "sit-and-move",
    text(_("Clothes that everybody can sit and move in"), source="D4"),
    text(_("Rows mean sitting, standing and changing places"), source="D4"),
)
_SIDE_BY_SIDE = text(_("The pictures will hang or stand side by side"), source="T13")
SERIES = Advice(
    "series",
    text(
        _("Agree on one line for all, such as dark plain tops, and let everybody choose"),
        source="D4",
    ),
    _SIDE_BY_SIDE,
)
SERIES_ON_DARK = Advice(
    "series",
    text(
        _("Agree on one line for all, such as plain tops in a strong tone; let everybody choose"),
        source="D4",
    ),
    _SIDE_BY_SIDE,
)
FINE_PATTERNS = Advice(
    "fine-patterns",
    text(
        _("Fine stripes, checks, herringbone and pinstripes"), claims=(91,), source="D1 S43a S43b"
    ),
    text(_("Narrow patterns shimmer in false colours in a digital picture"), source="D1 S43a"),
)
BUSY_PRINTS = Advice(
    "busy-prints",
    text(_("Busy patterns and prints"), claims=(91,), source="D1"),
    text(_("They pull attention away from your face"), claims=(90,)),
)
NEON = Advice(
    "neon",
    text(_("Neon colours"), source="D1 S44a S47a"),
    text(_("They throw their colour onto your chin"), source="D1 S44a"),
)
LOGOS = Advice(
    "logos",
    text(_("Logos and lettering"), source="D1"),
    text(_("Eyes read before they look"), claims=(90,), source="D1"),
)
CASTING_PROPS = Advice(
    "casting-props",
    text(_("Costumes, uniforms, hats and props"), source="C2 D1 S29"),
    text(_("Casting people want to see you, not a part"), source="C2 S29 S19b"),
)


def choice(looks: int | None) -> Advice:
    """How many tops: three to five, and more than the looks that are booked (D1)."""
    return Advice("choice", _tops(looks), _CHOICE_WHY)


def _tops(looks: int | None) -> Text:
    if looks is None:
        return text(_("Three to five tops, more than the looks you booked"), source="D1 S56b")
    if looks == 1:
        return text(_("Three tops to choose from for your one look"), source="D1 S56b")
    return text(
        _("{tops} tops to choose from for your {looks} looks"),
        source="D1 S56b",
        tops=count(max(4 if looks == 2 else 5, looks + 1)),
        looks=count(looks),
    )


_CHOICE_WHY = text(_("What works is easiest to see in the light of the day"), source="D1 S56b")


def outfits_each(looks: int) -> Advice:
    """For several people who booked more than one look."""
    return Advice(
        "outfits-each",
        text(_("{looks} outfits each, one for each look"), source="D1 E1", looks=count(looks)),
        text(_("Everybody changes together, so no look waits for one person"), source="D4 GK"),
    )


LAYER = Advice(
    "layer",
    text(_("A jacket or cardigan to put over"), source="D1"),
    text(_("A layer makes two looks out of one"), source="D1"),
)
LAYER_FOR_ONE = replace(
    LAYER, why=text(_("With a layer and without it there is more to choose from"), source="D1")
)
SPARE = Advice(
    "spare",
    text(_("One spare top each"), source="D1 GK"),
    text(_("Coffee happens on the way"), source="GK"),
)
PROPS = Advice(
    "props",
    text(_("The things you would like to have in the picture"), claims=(42,)),
    text(_("Props tell about you without a word"), claims=(42, 51)),
)
TOUCH_UP = Advice(
    "touch-up",
    text(_("If you wear make-up or style your hair: what you freshen it up with"), source="D3"),
    text(_("There is a mirror, and time to use it"), source="D3 GK"),
)
OPENS_IN_FRONT = Advice(
    "opens-in-front",
    text(_("Come in a top that opens in front"), source="D3 GK"),
    text(_("Nothing has to go over your head once the artist is done"), source="D3 GK"),
)
OWN_PRODUCTS = Advice(
    "own-products",
    text(_("If you have products that suit you: bring them for the artist"), source="D3 GK"),
    text(_("Nothing new on your skin on the day"), source="D3 S46e"),
)
RULES = Advice(
    "rules",
    text(_("The page with your authority’s rules, printed or on your phone"), source="C3"),
    text(_("Rules differ by country and change; the newest one counts"), source="C3 S38b"),
)
CLEAN = Advice(
    "clean",
    text(_("Clean them just before, and bring a cloth"), claims=(54,), source="B4"),
    text(_("The light shows every fingerprint"), source="B4"),
)
CLEAR = Advice(
    "clear",
    text(_("Clear lenses, with an anti-reflective coating if you have the choice"), source="B4"),
    text(
        _("Self-tinting lenses darken in our light; glare we take care of ourselves"),
        claims=(54,),
        source="B4 S20b",
    ),
)
EMPTY_FRAME = Advice(
    "empty-frame",
    text(_("An old or empty frame of the same kind, if there is one"), source="B4"),
    text(_("Without lenses nothing can reflect"), source="B4"),
)
KEEP_ON = Advice(
    "keep-on",
    text(_("Wear them as you do every day: they stay on"), claims=(62,), source="B4"),
    text(_("You should be recognised by your picture"), claims=(62,)),
)
BRING_ALONG = Advice(
    "keep-on",
    text(_("Bring them: we take some pictures with them and some without"), source="B4"),
    text(_("You choose afterwards which is more like you"), claims=(62,), source="B4"),
)
DOCUMENT_OFF = Advice(
    "document-off",
    text(_("Be ready to take them off"), source="C3 S35d"),
    text(_("Some countries, the US among them, allow no glasses on the picture"), source="C3 S35d"),
)
