"""The second line under an option of the questionnaire, where its label alone leaves a doubt."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guidance.texts import Text, gettext_noop
from guidance.vocabulary import (
    Background,
    CastingMarket,
    Colour,
    CreativeWish,
    Framing,
    Place,
    Story,
    Term,
    Use,
)

Hint = tuple[Term, str]

_USES: tuple[Hint, ...] = (
    (Use.ID_BADGE, gettext_noop("A company pass, a press card, a conference badge.")),
    (Use.ONLINE_PROFILE, gettext_noop("The small picture beside your name on a work network.")),
    (Use.SOCIAL_PROFILE, gettext_noop("The round picture beside your name, not what you post.")),
    (Use.ABOUT_PAGE, gettext_noop("Your picture beside your biography or among the team.")),
    (Use.SERVICE_ADVERT, gettext_noop("People look at your face and get to know you.")),
    (Use.SOCIAL_POST, gettext_noop("What you publish, and the cover picture above it.")),
    (Use.EDITORIAL, gettext_noop("Somebody writes about you and prints your picture.")),
    (Use.BLOG_ARTICLE, gettext_noop("It illustrates a text, your own or somebody else’s.")),
    (Use.LIFESTYLE_ADVERT, gettext_noop("People look at what you do and where you are.")),
    (Use.FASHION_ADVERT, gettext_noop("People look at what you wear.")),
    (Use.WEBSITE_BANNER, gettext_noop("A wide picture with room for words beside you.")),
    (Use.PERSONAL_BRAND, gettext_noop("Several pictures from one session that belong together.")),
    (Use.IDENTITY_DOCUMENT, gettext_noop("We follow the authority’s rules to the millimetre.")),
)

_CASTING: tuple[Hint, ...] = (
    (CastingMarket.STAGE_SCREEN, gettext_noop("Presence, inner life, real feeling.")),
    (CastingMarket.ADVERTS, gettext_noop("Warm, bright, somebody you like at once.")),
    (CastingMarket.BOTH, gettext_noop("Two looks in one session.")),
)

_PICTURE: tuple[Hint, ...] = (
    (Framing.FACE, gettext_noop("Nothing but your face fills the frame.")),
    (Framing.HEAD_SHOULDERS, gettext_noop("The frame of most headshots.")),
    (Framing.WAIST, gettext_noop("Your hands can be in it.")),
    (Framing.FULL, gettext_noop("Your whole figure, with the shoes.")),
    (Story.NONE, gettext_noop("Your face and your expression say enough.")),
    (Story.CENTRAL, gettext_noop("Whoever looks should learn what you do or where you belong.")),
    (Background.PLAIN, gettext_noop("One quiet surface; nothing draws the eye away from you.")),
    (Background.BLURRED_PLACE, gettext_noop("Colours and shapes of a place, without its details.")),
    (Background.RECOGNISABLE_PLACE, gettext_noop("Your workshop, your stage or street, in focus.")),
    (Place.STUDIO, gettext_noop("Whatever the weather, with every light at hand.")),
    (Place.LOCATION, gettext_noop("We come to you; tell us where.")),
)

_FINISH: tuple[Hint, ...] = (
    (CreativeWish.PROPS, gettext_noop("Bring what belongs to you or to your work.")),
    (CreativeWish.VIEWPOINT, gettext_noop("From above, from below, through something.")),
    (Colour.BW, gettext_noop("You also get every picture in colour.")),
    (Colour.BOTH, gettext_noop("Each picture in two versions.")),
)

# By type too: terms of two vocabularies may have the same value.
HINTS: Mapping[tuple[type[Term], str], Text] = MappingProxyType(
    {
        (type(term), term.value): Text(words)
        for term, words in (*_USES, *_CASTING, *_PICTURE, *_FINISH)
    }
)
