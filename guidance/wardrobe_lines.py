"""The lines of the client's wardrobe list, each with its reason (D1, D2, D4, B4).

Who gets which is decided in :mod:`guidance.wardrobe`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

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
CONTRAST = Advice(
    "contrast",
    text(
        _("Clothes clearly lighter or clearly darker than your skin and than the background"),
        source="D2",
    ),
    text(_("That keeps your face the point the eye goes to first"), claims=(90,), source="D2"),
)
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

BY_STYLE: Mapping[str, Advice] = MappingProxyType(
    {
        "id_badge": Advice(
            "badge",
            text(_("What you wear at work on an ordinary day"), claims=(8,), source="D1"),
            text(_("People should recognise you by it at the door"), claims=(62,)),
        ),
        "corporate": Advice(
            "corporate",
            text(
                _("What you would wear to meet your best client; company colours as an accent"),
                claims=(4, 28),
                source="D1",
            ),
            text(_("It represents you professionally wherever it is used"), claims=(46,)),
        ),
        "commercial": Advice(
            "commercial",
            text(
                _("Lighter, warmer or stronger plain colours, neat as on a good day"),
                claims=(71,),
                source="D1 S19a S19b",
            ),
            text(_("They should look lively and bright"), claims=(71, 72)),
        ),
        "theatrical": Advice(
            "theatrical",
            text(
                _("Darker, muted tones with texture: a person, not a costume"),
                claims=(65,),
                source="D1 S19b S19c",
            ),
            text(_("The feeling in your face should carry the picture"), claims=(66,)),
        ),
        "two_looks": Advice(
            "two-looks",
            text(
                _("One light or colourful outfit and one darker, muted one with texture"),
                claims=(63,),
                source="D1 S19a S19c",
            ),
            text(_("Each casting market looks for something else"), claims=(64, 67)),
        ),
        "personal": Advice(
            "personal",
            text(_("What your friends would recognise you in"), claims=(74,), source="D1"),
            text(_("It should look like you on a good day"), claims=(62, 74)),
        ),
        "fashion": Advice(
            "fashion",
            text(
                _("The pieces to be shown, with everything that belongs under them"), claims=(78,)
            ),
            text(
                _("Here the clothes are what the viewer should look at"), claims=(78,), source="T4"
            ),
        ),
        "performance": Advice(
            "performance",
            text(
                _("What you perform in, and your instrument or one thing of your art"), claims=(42,)
            ),
            text(_("The poster should look like the evening"), claims=(41, 42)),
        ),
        "lifestyle": Advice(
            "lifestyle",
            text(_("Clothes you can really move in, as you would on such a day"), claims=(14, 41)),
            text(_("The picture is about a way of living, so it should look lived"), claims=(14,)),
        ),
        "brand": Advice(
            "brand",
            text(
                _("Two outfits: one for the profile, one for what you do"),
                claims=(60, 78),
                source="T5",
            ),
            text(
                _("Profile, website and posts ask for different pictures of you"), claims=(60, 78)
            ),
        ),
    }
)
PALETTE = Advice(
    "palette",
    text(
        _("Three colours that go together, one of them neutral, and one accent used sparingly"),
        source="D4 S47a S47b",
    ),
    text(_("Coordinated looks like you; matching looks like a uniform"), source="D4 S47b"),
)
ONE_PATTERN = Advice(
    "one-pattern",
    text(_("At most one person in a small pattern; similar formality for everybody"), source="D4"),
    text(_("Nobody should stand out by clothes alone"), source="D4"),
)
PLACE_COLOUR = Advice(
    "place-colour",
    text(_("Not the colour of the place: no green on grass"), source="D4 S47a"),
    text(_("You would melt into it"), source="D4 S47a"),
)
SIT_AND_MOVE = Advice(
    "sit-and-move",
    text(_("Clothes that everybody can sit and move in"), source="D4"),
    text(_("Rows mean sitting, standing and changing places"), source="D4"),
)
SERIES = Advice(
    "series",
    text(
        _("Agree on one line for all, such as dark plain tops, and let everybody choose"),
        source="D4",
    ),
    text(_("The pictures will hang or stand side by side"), source="T13"),
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
YOUR_PATTERN = Advice(
    "your-pattern",
    text(
        _("Your patterned piece may come along; bring a plain one as well"),
        claims=(91,),
        source="T12",
    ),
    text(_("We look at both on the screen and you choose"), claims=(89, 90), source="D1"),
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
CHOICE = Advice(
    "choice",
    text(_("Three to five tops, more than the looks you booked"), source="D1 S56b"),
    text(_("What works is easiest to see in the light of the day"), source="D1 S56b"),
)
LAYER = Advice(
    "layer",
    text(_("A jacket or cardigan to put over"), source="D1"),
    text(_("A layer makes two looks out of one"), source="D1"),
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
    text(
        _("Worn every day, they stay on; worn now and then, we take both"),
        claims=(62,),
        source="B4",
    ),
    text(_("You should be recognised by your picture"), claims=(62,)),
)
DOCUMENT_OFF = Advice(
    "document-off",
    text(_("Be ready to take them off"), source="C3 S35d"),
    text(_("Some countries, the US among them, allow no glasses on the picture"), source="C3 S35d"),
)
