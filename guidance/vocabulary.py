"""The words of the questionnaire and of the recommendation, each with the words a reader sees.

The values travel in JSON and are stored; labels are only shown and may be reworded at any time.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Self

from guidance.texts import Text, gettext_noop


class Term(StrEnum):
    """A value of the vocabulary; `label` is what a reader sees in its place."""

    label: Text

    # Members give both; looking one up, as in `Use("gift")`, gives the value alone.
    def __new__(cls, value: str, words: str = "") -> Self:
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = Text(words)
        return term


class Kind(Term):
    """What is recommended. By genre a headshot is a portrait too (claims 1 and 56)."""

    HEADSHOT = "headshot", gettext_noop("Headshot")
    PORTRAIT = "portrait", gettext_noop("Portrait")
    DOCUMENT = "document", gettext_noop("Document photo")


class Style(Term):
    """The sub-type of a kind; :data:`STYLES` says which belongs to which."""

    CORPORATE = "corporate", gettext_noop("Corporate headshot")
    COMMERCIAL = "commercial", gettext_noop("Commercial headshot")
    THEATRICAL = "theatrical", gettext_noop("Theatrical headshot")
    TWO_LOOKS = "two_looks", gettext_noop("Two-look headshot, theatrical and commercial")
    ID_BADGE = "id_badge", gettext_noop("Staff badge headshot")
    PERSONAL = "personal", gettext_noop("Personal headshot")
    CLASSIC = "classic", gettext_noop("Classic portrait")
    AUTHOR = "author", gettext_noop("Author portrait")
    EDITORIAL = "editorial", gettext_noop("Editorial portrait")
    LIFESTYLE = "lifestyle", gettext_noop("Lifestyle portrait")
    FASHION = "fashion", gettext_noop("Fashion portrait")
    PERFORMANCE = "performance", gettext_noop("Performance portrait")
    BRAND = "brand", gettext_noop("Brand portrait")
    DOCUMENT = "document", gettext_noop("Passport, visa or licence photo")


class Format(Term):
    """How many people, and how many of them in one frame (T13)."""

    SINGLE = "single", gettext_noop("One person")
    SERIES = "series", gettext_noop("Several people, photographed one by one")
    GROUP = "group", gettext_noop("Several people together in one picture")


class ServedBy(Term):
    """How a further use is served beside the main one."""

    CROP = "crop", gettext_noop("Cropped from the same picture")
    COMBINED = "combined", gettext_noop("Photographed in the same, combined session")


class Side(StrEnum):
    """Which kind a use calls for (claim 2)."""

    HEADSHOT = "headshot"
    PORTRAIT = "portrait"
    BOTH = "both"
    DOCUMENT = "document"


class Use(Term):
    """What the pictures are for; the main use decides the kind."""

    BUSINESS_CARD = "business_card", gettext_noop("Business cards")
    ID_BADGE = "id_badge", gettext_noop("Staff badge or pass")
    ONLINE_PROFILE = "online_profile", gettext_noop("LinkedIn or another work profile")
    SOCIAL_PROFILE = (
        "social_profile",
        gettext_noop("Profile picture on Instagram, WhatsApp and the like"),
    )
    ABOUT_PAGE = "about_page", gettext_noop("About page or team page")
    SERVICE_ADVERT = "service_advert", gettext_noop("Advert for my own services, with my face")
    CASTING = "casting", gettext_noop("Auditions and casting")
    WALL_ART = "wall_art", gettext_noop("Framed picture for the wall")
    GIFT = "gift", gettext_noop("Present for somebody")
    SOCIAL_POST = "social_post", gettext_noop("Posts and stories in a feed")
    BOOK_JACKET = "book_jacket", gettext_noop("Author picture on a book jacket")
    EDITORIAL = "editorial", gettext_noop("Newspaper or magazine feature")
    BLOG_ARTICLE = "blog_article", gettext_noop("Picture beside an article or blog post")
    LIFESTYLE_ADVERT = (
        "lifestyle_advert",
        gettext_noop("Advert that shows a product in use or a way of living"),
    )
    FASHION_ADVERT = "fashion_advert", gettext_noop("Fashion advert or lookbook")
    POSTER = "poster", gettext_noop("Poster for a concert, a show or an event")
    WEBSITE_BANNER = "website_banner", gettext_noop("Wide picture across the top of a website")
    PERSONAL_BRAND = (
        "personal_brand",
        gettext_noop("My personal brand: profile, website and posts together"),
    )
    IDENTITY_DOCUMENT = "identity_document", gettext_noop("Passport, visa or licence")


class Occasion(Term):
    WORK = "work", gettext_noop("For work")
    PERSONAL = "personal", gettext_noop("For myself or my family")


class CastingMarket(Term):
    STAGE_SCREEN = "stage_screen", gettext_noop("Stage, film and television")
    ADVERTS = "adverts", gettext_noop("Adverts and commercials")
    BOTH = "both", gettext_noop("Both")


class Framing(Term):
    FACE = "face", gettext_noop("Face only")
    HEAD_SHOULDERS = "head_shoulders", gettext_noop("Head and shoulders")
    WAIST = "waist", gettext_noop("To the waist")
    KNEES = "knees", gettext_noop("To the knees")
    FULL = "full", gettext_noop("Head to toe")
    UNSURE = "unsure", gettext_noop("Not sure yet")


class Story(Term):
    NONE = "none", gettext_noop("Just me, clearly seen")
    SOME = "some", gettext_noop("A hint of who I am")
    CENTRAL = "central", gettext_noop("My work, my place or my life is the point")


class Mood(Term):
    PROFESSIONAL = "professional", gettext_noop("Professional")
    WARM = "warm", gettext_noop("Warm and friendly")
    JOY = "joy", gettext_noop("Joyful")
    CONTENTMENT = "contentment", gettext_noop("Calm and content")
    EXCITEMENT = "excitement", gettext_noop("Excited, full of energy")
    MELANCHOLY = "melancholy", gettext_noop("Wistful")
    GRIEF = "grief", gettext_noop("Grieving")
    INTENSE = "intense", gettext_noop("Intense, dramatic")


class Background(Term):
    PLAIN = "plain", gettext_noop("Plain")
    BLURRED_PLACE = "blurred_place", gettext_noop("A place, softly out of focus")
    RECOGNISABLE_PLACE = "recognisable_place", gettext_noop("A place that can be recognised")
    UNSURE = "unsure", gettext_noop("Not sure yet")


class Place(Term):
    STUDIO = "studio", gettext_noop("In the studio")
    LOCATION = "location", gettext_noop("Somewhere that means something to me")
    UNSURE = "unsure", gettext_noop("Not sure yet")


class CreativeWish(Term):
    LIGHT = "light", gettext_noop("Unusual light")
    POSE = "pose", gettext_noop("Expressive poses")
    COLOUR = "colour", gettext_noop("Bold or muted colours")
    ATTIRE = "attire", gettext_noop("Clothes that say something")
    PROPS = "props", gettext_noop("Objects, an instrument, tools")
    BACKGROUND = "background", gettext_noop("An unusual background")
    VIEWPOINT = "viewpoint", gettext_noop("Unusual viewpoints")


class Glasses(Term):
    NO = "no", gettext_noop("No")
    SOMETIMES = "sometimes", gettext_noop("Sometimes")
    ALWAYS = "always", gettext_noop("Always")


class AccessNeed(Term):
    STEP_FREE = "step_free", gettext_noop("Step-free way in")
    SEATED = "seated", gettext_noop("Being photographed seated")
    LOW_STIMULUS = "low_stimulus", gettext_noop("Quiet room, few people")
    NO_FLASH = "no_flash", gettext_noop("No flash")
    INTERPRETER = "interpreter", gettext_noop("Room for an interpreter")
    DESCRIBED_SET = "described_set", gettext_noop("The set described to me in words")


class Colour(Term):
    COLOUR = "colour", gettext_noop("Colour")
    BW = "bw", gettext_noop("Black and white only")
    BOTH = "both", gettext_noop("Colour and black and white")
    UNSURE = "unsure", gettext_noop("Not sure yet")


class Clothes(Term):
    PLAIN = "plain", gettext_noop("Plain colours")
    PATTERNED = "patterned", gettext_noop("Patterns or prints")
    UNDECIDED = "undecided", gettext_noop("Not decided yet")


class CastingService(Term):
    SPOTLIGHT = "spotlight", gettext_noop("Spotlight")
    ACTORS_ACCESS = "actors_access", gettext_noop("Actors Access")
    BACKSTAGE = "backstage", gettext_noop("Backstage")
    CASTING_WORKBOOK = "casting_workbook", gettext_noop("Casting Workbook")
    CASTING_NETWORKS = "casting_networks", gettext_noop("Casting Networks")
    CENTRAL_CASTING = "central_casting", gettext_noop("Central Casting")


HEADSHOT_USES = (
    Use.BUSINESS_CARD,
    Use.ID_BADGE,
    Use.ONLINE_PROFILE,
    Use.SOCIAL_PROFILE,
    Use.ABOUT_PAGE,
    Use.SERVICE_ADVERT,
    Use.CASTING,
)
PORTRAIT_USES = (
    Use.WALL_ART,
    Use.GIFT,
    Use.SOCIAL_POST,
    Use.BOOK_JACKET,
    Use.EDITORIAL,
    Use.BLOG_ARTICLE,
    Use.LIFESTYLE_ADVERT,
    Use.FASHION_ADVERT,
    Use.POSTER,
    Use.WEBSITE_BANNER,
)

SIDES: Mapping[Use, Side] = MappingProxyType(
    dict.fromkeys(HEADSHOT_USES, Side.HEADSHOT)
    | dict.fromkeys(PORTRAIT_USES, Side.PORTRAIT)
    | {Use.PERSONAL_BRAND: Side.BOTH, Use.IDENTITY_DOCUMENT: Side.DOCUMENT}
)

STYLES: Mapping[Kind, tuple[Style, ...]] = MappingProxyType(
    {
        Kind.HEADSHOT: (
            Style.CORPORATE,
            Style.COMMERCIAL,
            Style.THEATRICAL,
            Style.TWO_LOOKS,
            Style.ID_BADGE,
            Style.PERSONAL,
        ),
        Kind.PORTRAIT: (
            Style.CLASSIC,
            Style.AUTHOR,
            Style.EDITORIAL,
            Style.LIFESTYLE,
            Style.FASHION,
            Style.PERFORMANCE,
            Style.BRAND,
        ),
        Kind.DOCUMENT: (Style.DOCUMENT,),
    }
)
