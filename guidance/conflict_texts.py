"""What is done about an answer that argues against the decided kind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from guidance.texts import Text, gettext_noop, text
from guidance.vocabulary import (
    Background,
    Colour,
    CreativeWish,
    Framing,
    Kind,
    Mood,
    Occasion,
    Story,
    Term,
)

Resolution = Mapping[tuple[str, Term], Text]

FACE_IN_A_GROUP: Final = text(
    gettext_noop(
        "Several people do not fit so close a frame, so we frame the group wider and keep every "
        "face clear."
    ),
    claims=(21, 25),
)
TIGHT_FOR_FASHION: Final = text(
    gettext_noop(
        "The clothes have to be seen, so the main pictures show the whole figure, and we take a "
        "closer one as well."
    ),
    claims=(78,),
)
SHARED_HEADSHOT: Final = text(
    gettext_noop(
        "A headshot shows one face, and you want {count} people in one picture. We make a group "
        "portrait; for headshots, let us photograph everybody alone."
    ),
    claims=(20, 21),
)
SHARED_DOCUMENT: Final = text(
    gettext_noop("A document shows one person, so we photograph the {count} of you one by one."),
    claims=(11, 20),
)

CALM_BADGE: Final = text(
    gettext_noop(
        "A badge shows you calm and open, so this mood is better kept for another picture."
    ),
    claims=(8, 29),
)

_TIGHTER = gettext_noop(
    "The use needs your face large, so we frame head and shoulders, with enough air around them "
    "for several crops."
)
_OTHER_FEELING = gettext_noop(
    "The headshot keeps a calm, open expression; between these we take some frames in this mood, "
    "and you choose."
)

_HEADSHOT: Resolution = {
    ("occasion", Occasion.PERSONAL): text(
        gettext_noop(
            "On its own that would suggest a portrait. The use counts for more and needs a "
            "headshot; it may be a relaxed one."
        ),
        claims=(2, 45, 92, 94),
    ),
    ("framing", Framing.WAIST): text(_TIGHTER, claims=(23, 25, 49)),
    ("framing", Framing.KNEES): text(_TIGHTER, claims=(23, 25, 49)),
    ("framing", Framing.FULL): text(
        gettext_noop(
            "The whole figure makes your face too small for a headshot. We frame head and "
            "shoulders; a portrait beside it could show all of you."
        ),
        claims=(23, 25, 49),
    ),
    ("story", Story.CENTRAL): text(
        gettext_noop(
            "A headshot tells it by your expression alone. If place or work should be seen, add "
            "a portrait to the session."
        ),
        claims=(3, 18, 74),
    ),
    ("mood", Mood.JOY): text(_OTHER_FEELING, claims=(29, 30, 73)),
    ("mood", Mood.CONTENTMENT): text(_OTHER_FEELING, claims=(29, 30, 73)),
    ("mood", Mood.EXCITEMENT): text(_OTHER_FEELING, claims=(29, 30, 73)),
    ("mood", Mood.MELANCHOLY): text(_OTHER_FEELING, claims=(29, 30, 73)),
    ("mood", Mood.GRIEF): text(_OTHER_FEELING, claims=(29, 30, 73)),
    ("mood", Mood.INTENSE): text(_OTHER_FEELING, claims=(29, 30, 73)),
    ("background", Background.RECOGNISABLE_PLACE): text(
        gettext_noop(
            "Behind a headshot the place should read as simple, so we let it fall softly out of "
            "focus."
        ),
        claims=(33, 35, 77, 83),
    ),
    ("creative", CreativeWish.LIGHT): text(
        gettext_noop("A headshot is lit evenly, so that your face is easy to read."),
        claims=(27, 38, 62),
    ),
    ("creative", CreativeWish.POSE): text(
        gettext_noop("A headshot shows little of a pose; we work with the turn of your head."),
        claims=(22, 39),
    ),
    ("creative", CreativeWish.COLOUR): text(
        gettext_noop("A headshot keeps natural colours; yours may be in what you wear."),
        claims=(40, 62, 89),
    ),
    ("creative", CreativeWish.ATTIRE): text(
        gettext_noop(
            "Plain clothes keep the eye on your face. Bring yours too, and we look at both."
        ),
        claims=(41, 89, 90),
    ),
    ("creative", CreativeWish.PROPS): text(
        gettext_noop(
            "A headshot leaves no room for objects, so we take it without; with them it becomes "
            "a portrait, which can be added."
        ),
        claims=(22, 42),
    ),
    ("creative", CreativeWish.BACKGROUND): text(
        gettext_noop("Behind a headshot the background stays simple; you choose its tone."),
        claims=(33, 43, 77),
    ),
    ("creative", CreativeWish.VIEWPOINT): text(
        gettext_noop("A headshot is taken at eye level, so that you look like yourself."),
        claims=(62, 86),
    ),
    ("colour", Colour.BW): text(
        gettext_noop(
            "On its own, black and white can make a headshot look dated. You get every picture "
            "in colour and the black and white beside it."
        ),
        claims=(79, 81, 82),
    ),
}

_PORTRAIT: Resolution = {
    ("occasion", Occasion.WORK): text(
        gettext_noop(
            "On its own that would suggest a headshot. The use counts for more and needs a "
            "portrait; a headshot can come from the same session."
        ),
        claims=(2, 45, 92, 93),
    ),
    ("framing", Framing.FACE): text(
        gettext_noop(
            "So close a frame is mostly a headshot’s. We make a close-up portrait and leave "
            "expression and light more freedom."
        ),
        claims=(22, 25, 49),
    ),
    ("story", Story.NONE): text(
        gettext_noop(
            "A portrait usually tells something about you. It does not have to: we keep it to "
            "you, without props or places that speak."
        ),
        claims=(3, 18, 51),
    ),
    ("mood", Mood.PROFESSIONAL): text(
        gettext_noop(
            "That is a headshot’s mood. The portrait keeps it: a composed expression and a tidy "
            "frame, with more of you in it."
        ),
        claims=(28, 30),
    ),
    ("background", Background.PLAIN): text(
        gettext_noop(
            "Plain backgrounds are more usual for headshots. You get it: light, pose and "
            "expression then carry the portrait."
        ),
        claims=(33, 43, 53),
    ),
}

_BY_THE_RULES = gettext_noop(
    "The authority’s rules leave no choice here. Pictures beside the document can have it."
)
_RULED: Final = text(_BY_THE_RULES, claims=(11,))

_DOCUMENT: Resolution = {
    **{("framing", f): _RULED for f in (Framing.WAIST, Framing.KNEES, Framing.FULL)},
    ("story", Story.CENTRAL): _RULED,
    **{
        ("mood", mood): text(
            gettext_noop("Authorities ask for a neutral face with the mouth closed."),
            claims=(11, 73),
        )
        for mood in Mood
        if mood is not Mood.PROFESSIONAL
    },
    ("background", Background.BLURRED_PLACE): _RULED,
    ("background", Background.RECOGNISABLE_PLACE): _RULED,
    **{("creative", wish): _RULED for wish in CreativeWish},
    ("colour", Colour.BW): text(
        gettext_noop("Authorities ask for colour, so the document photo is in colour."),
        claims=(11, 79),
    ),
    ("colour", Colour.BOTH): text(
        gettext_noop("Authorities ask for colour, so the document photo is in colour only."),
        claims=(11, 79),
    ),
}

RESOLUTIONS: Final[Mapping[Kind, Resolution]] = MappingProxyType(
    {Kind.HEADSHOT: _HEADSHOT, Kind.PORTRAIT: _PORTRAIT, Kind.DOCUMENT: _DOCUMENT}
)
