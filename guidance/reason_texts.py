"""The sentences of the reasons: why a use or an answer leads to a kind and style."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from guidance.decision import CALM_MOODS
from guidance.texts import Text, gettext_noop, text
from guidance.vocabulary import (
    Background,
    CastingMarket,
    Colour,
    CreativeWish,
    Framing,
    Kind,
    Mood,
    Occasion,
    ServedBy,
    Story,
    Style,
    Term,
    Use,
)

# Purpose decides, both articles say.
PURPOSE: Final = (2, 45)

USES: Final[Mapping[Use, Text]] = MappingProxyType(
    {
        Use.BUSINESS_CARD: text(
            gettext_noop("On a card your face is small and has to be clear: that is a headshot."),
            claims=(5, 76),
        ),
        Use.ID_BADGE: text(
            gettext_noop("A badge shows who you are at a glance: that is a headshot."),
            claims=(8,),
        ),
        Use.ONLINE_PROFILE: text(
            gettext_noop("A profile for work is what a headshot is most often made for."),
            claims=(9, 58, 76),
        ),
        Use.SOCIAL_PROFILE: text(
            gettext_noop("The small picture beside your name is a headshot, posts are not."),
            claims=(10,),
        ),
        Use.ABOUT_PAGE: text(
            gettext_noop("Beside your biography people want to see your face: that is a headshot."),
            claims=(59, 76),
        ),
        Use.SERVICE_ADVERT: text(
            gettext_noop(
                "You are what the advert offers, so your face has to catch the eye: that is a "
                "commercial headshot."
            ),
            claims=(6, 67, 68, 69),
        ),
        Use.CASTING: text(
            gettext_noop("Casting is done by the face, close and true: that is a headshot."),
            claims=(7, 62, 63),
        ),
        Use.WALL_ART: text(
            gettext_noop("A picture to live with on the wall is a portrait."), claims=(12,)
        ),
        Use.GIFT: text(
            gettext_noop("A present is a private picture: choose whichever portrait you like."),
            claims=(94,),
        ),
        Use.SOCIAL_POST: text(
            gettext_noop("What you post shows more than your face: that is a portrait."),
            claims=(17,),
        ),
        Use.BOOK_JACKET: text(
            gettext_noop(
                "A book jacket introduces the author: that is a portrait, and you get a headshot "
                "cropped from it as well."
            ),
            claims=(15, 46, 58),
        ),
        Use.EDITORIAL: text(
            gettext_noop(
                "An article about you tells a story, so it needs a portrait, and you get a "
                "headshot cropped from it for the byline."
            ),
            claims=(13, 76, 93),
        ),
        Use.BLOG_ARTICLE: text(
            gettext_noop("A picture that illustrates a text is a portrait."), claims=(16,)
        ),
        Use.LIFESTYLE_ADVERT: text(
            gettext_noop("The advert shows a way of living, not only a face: that is a portrait."),
            claims=(14,),
        ),
        Use.FASHION_ADVERT: text(
            gettext_noop("What you wear has to be seen, from head to toe: that is a portrait."),
            claims=(78,),
        ),
        Use.POSTER: text(
            gettext_noop("A poster shows what you do and how it feels: that is a portrait."),
            claims=(3, 14, 78),
        ),
        Use.WEBSITE_BANNER: text(
            gettext_noop("A wide picture needs more of you and of the place: that is a portrait."),
            claims=(60, 78),
        ),
        Use.PERSONAL_BRAND: text(
            gettext_noop(
                "A personal brand needs both: portraits for banners and posts, a headshot for "
                "your profiles."
            ),
            claims=(60, 78),
        ),
        Use.IDENTITY_DOCUMENT: text(
            gettext_noop("The authority’s rules settle everything else about this picture."),
            claims=(11,),
        ),
    }
)

MARKETS: Final[Mapping[CastingMarket, Text]] = MappingProxyType(
    {
        CastingMarket.STAGE_SCREEN: text(
            gettext_noop("Theatrical headshots show presence and real feeling."),
            claims=(64, 65, 66),
        ),
        CastingMarket.ADVERTS: text(
            gettext_noop("Commercial headshots are bright and warm and draw people to you."),
            claims=(67, 68, 70, 71, 72),
        ),
        CastingMarket.BOTH: text(
            gettext_noop("Each market wants its own picture, so we make two looks."),
            claims=(63, 64, 67),
        ),
    }
)

FOR_A_GROUP: Final = Text(gettext_noop("The group picture is made to serve it."))

SERVED: Final[Mapping[tuple[Kind, ServedBy] | None, Text]] = MappingProxyType(
    {
        None: Text(gettext_noop("The same pictures serve it.")),
        (Kind.HEADSHOT, ServedBy.CROP): Text(
            gettext_noop("We crop a headshot for it from the portrait.")
        ),
        (Kind.HEADSHOT, ServedBy.COMBINED): Text(
            gettext_noop("We take headshots for it in the same session.")
        ),
        (Kind.PORTRAIT, ServedBy.COMBINED): Text(
            gettext_noop("We take portraits for it in the same session.")
        ),
        (Kind.DOCUMENT, ServedBy.COMBINED): Text(
            gettext_noop("We take it in the same session, by the authority’s rules.")
        ),
    }
)

TOGETHER: Final = text(
    gettext_noop("{count} people together in one picture: that is a portrait."),
    claims=(21, 48),
)
ONE_BY_ONE: Final = text(
    gettext_noop("There are {count} people to photograph, each alone, one after the other."),
    claims=(20,),
)

FEELING_ON_STAGE: Final = text(
    gettext_noop("In a theatrical headshot real feeling is what is looked for."), claims=(65, 66)
)
FEELING_IN_ADVERTS: Final = text(
    gettext_noop("In a commercial headshot warmth and joy win people over."), claims=(70, 71, 72)
)
FEELING_IN_BOTH: Final = text(
    gettext_noop("One of the two looks is made for just this feeling."), claims=(66, 70)
)
FEELING_MOODS: Final = tuple(mood for mood in Mood if mood not in CALM_MOODS)
CHEERFUL_MOODS: Final = (Mood.WARM, Mood.JOY, Mood.CONTENTMENT, Mood.EXCITEMENT)

# Where the market wants feeling, it supports the style (T2).
FEELINGS: Final[Mapping[tuple[Style | None, Term], Text]] = MappingProxyType(
    {
        **{(Style.THEATRICAL, mood): FEELING_ON_STAGE for mood in FEELING_MOODS},
        **{(Style.COMMERCIAL, mood): FEELING_IN_ADVERTS for mood in CHEERFUL_MOODS},
        **{(Style.TWO_LOOKS, mood): FEELING_IN_BOTH for mood in FEELING_MOODS},
    }
)

Support = Mapping[tuple[str, Term], Text]

_HEADSHOT: Support = {
    ("occasion", Occasion.WORK): text(
        gettext_noop("A headshot is how you show yourself for work."), claims=(4, 46, 93)
    ),
    ("occasion", Occasion.PERSONAL): text(
        gettext_noop("So the headshot is a relaxed one, not a corporate one."), claims=(94,)
    ),
    ("framing", Framing.FACE): text(
        gettext_noop("In a headshot the face is the picture."), claims=(22, 61)
    ),
    ("framing", Framing.HEAD_SHOULDERS): text(
        gettext_noop("Head and shoulders is the frame of a headshot."), claims=(23, 57)
    ),
    ("story", Story.NONE): text(
        gettext_noop("A headshot shows what you look like; a portrait would tell more."),
        claims=(18, 62),
    ),
    ("mood", Mood.PROFESSIONAL): text(gettext_noop("Headshots look professional."), claims=(28,)),
    ("mood", Mood.WARM): text(
        gettext_noop("A good headshot is confident and approachable."), claims=(72, 73)
    ),
    ("background", Background.PLAIN): text(
        gettext_noop("Headshots mostly have a plain background."), claims=(33, 77)
    ),
}

_PORTRAIT: Support = {
    ("occasion", Occasion.WORK): text(
        gettext_noop("So the portrait stands for what you do: a brand portrait."), claims=(4, 46)
    ),
    ("occasion", Occasion.PERSONAL): text(
        gettext_noop("For yourself, any portrait that appeals to you is right."), claims=(94,)
    ),
    ("framing", Framing.HEAD_SHOULDERS): text(
        gettext_noop("A portrait can be framed this closely too."), claims=(25, 49)
    ),
    **{
        ("framing", framing): text(
            gettext_noop("A portrait leaves room for more than the face."), claims=(24, 25, 49)
        )
        for framing in (Framing.WAIST, Framing.KNEES, Framing.FULL)
    },
    ("story", Story.CENTRAL): text(
        gettext_noop("A portrait is the picture that tells a story about you."),
        claims=(3, 18, 51),
    ),
    **{
        ("mood", mood): text(gettext_noop("A portrait may carry feeling."), claims=(30, 31, 52))
        for mood in FEELING_MOODS
    },
    ("background", Background.RECOGNISABLE_PLACE): text(
        gettext_noop("In a portrait the place can be part of the picture, and in focus."),
        claims=(35, 84),
    ),
    ("creative", CreativeWish.LIGHT): text(
        gettext_noop("A portrait is where we can play with light."), claims=(37, 38, 55, 87)
    ),
    ("creative", CreativeWish.POSE): text(
        gettext_noop("Portraits leave the pose free."), claims=(37, 39, 47)
    ),
    ("creative", CreativeWish.COLOUR): text(
        gettext_noop("Portraits leave the colours free."), claims=(37, 40, 47)
    ),
    ("creative", CreativeWish.ATTIRE): text(
        gettext_noop("In a portrait clothes may say something."), claims=(37, 41)
    ),
    ("creative", CreativeWish.PROPS): text(
        gettext_noop("In a portrait the things that belong to you have a place."),
        claims=(37, 42),
    ),
    ("creative", CreativeWish.BACKGROUND): text(
        gettext_noop("Portraits leave the background free."), claims=(37, 43, 47)
    ),
    ("creative", CreativeWish.VIEWPOINT): text(
        gettext_noop("Portraits can be taken from any viewpoint."), claims=(37, 85, 86)
    ),
}

SUPPORT: Final[Mapping[Kind, Support]] = MappingProxyType(
    {Kind.HEADSHOT: _HEADSHOT, Kind.PORTRAIT: _PORTRAIT, Kind.DOCUMENT: {}}
)

BESIDE_COLOUR: Final[Mapping[Colour, Text]] = MappingProxyType(
    {
        Colour.BW: text(
            gettext_noop(
                "Black and white can add drama; you get it as a version beside the colour, which "
                "is today’s standard."
            ),
            claims=(79, 80, 81, 82),
        ),
        Colour.BOTH: text(gettext_noop("You get each picture in both versions."), claims=(79, 82)),
    }
)
