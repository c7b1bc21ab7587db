"""The client’s answers as they stand inside a sentence: the vocabulary’s labels, bent to fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from guidance.texts import Text, text
from guidance.texts import gettext_noop as _
from guidance.vocabulary import Background, CreativeWish, Mood, Story, Use

USES: Mapping[str, Text] = MappingProxyType(
    {
        Use.BUSINESS_CARD: text(_("business cards")),
        Use.ID_BADGE: text(_("a staff badge or pass")),
        Use.ONLINE_PROFILE: text(_("LinkedIn or another work profile")),
        Use.SOCIAL_PROFILE: text(_("a profile picture on Instagram, WhatsApp and the like")),
        Use.ABOUT_PAGE: text(_("an about page or team page")),
        Use.SERVICE_ADVERT: text(_("an advert for their own services with their face")),
        Use.CASTING: text(_("auditions and casting")),
        Use.WALL_ART: text(_("a frame on the wall")),
        Use.GIFT: text(_("somebody as a present")),
        Use.SOCIAL_POST: text(_("posts and stories in a feed")),
        Use.BOOK_JACKET: text(_("the author picture on a book jacket")),
        Use.EDITORIAL: text(_("a newspaper or magazine feature")),
        Use.BLOG_ARTICLE: text(_("use beside an article or blog post")),
        Use.LIFESTYLE_ADVERT: text(
            _("an advert that shows a product in use or a way of living"),
        ),
        Use.FASHION_ADVERT: text(_("a fashion advert or lookbook")),
        Use.POSTER: text(_("a poster for a concert, a show or an event")),
        Use.WEBSITE_BANNER: text(_("the wide picture across the top of a website")),
        Use.PERSONAL_BRAND: text(_("their personal brand (profile, website and posts together)")),
        Use.IDENTITY_DOCUMENT: text(_("a passport, visa or licence")),
    }
)
"""What the picture is for, after “for”."""

MOODS: Mapping[str, Text] = MappingProxyType(
    {
        Mood.PROFESSIONAL: text(_("professional")),
        Mood.WARM: text(_("warm")),
        Mood.JOY: text(_("joyful")),
        Mood.CONTENTMENT: text(_("calm")),
        Mood.EXCITEMENT: text(_("full of energy")),
        Mood.MELANCHOLY: text(_("wistful")),
        Mood.GRIEF: text(_("grieving")),
        Mood.INTENSE: text(_("intense")),
    }
)
"""How it should feel."""

GROUNDS: Mapping[str, Text] = MappingProxyType(
    {
        Background.PLAIN: text(_("before a plain background")),
        Background.BLURRED_PLACE: text(_("before a place softly out of focus")),
        Background.RECOGNISABLE_PLACE: text(_("in a place that can be recognised")),
    }
)
"""Where it should be; nothing for who is not sure yet."""

STORIES: Mapping[str, Text] = MappingProxyType(
    {
        Story.NONE: text(_("the story stays out of it")),
        Story.SOME: text(_("a hint of who they are belongs in it")),
        Story.CENTRAL: text(_("their work, their place or their life is the point")),
    }
)
"""How much it should tell, as the second half of a sentence."""

WISHES: Mapping[str, Text] = MappingProxyType(
    {
        CreativeWish.LIGHT: text(_("unusual light")),
        CreativeWish.POSE: text(_("expressive poses")),
        CreativeWish.COLOUR: text(_("bold or muted colours")),
        CreativeWish.ATTIRE: text(_("clothes that say something")),
        CreativeWish.PROPS: text(_("objects, an instrument, tools")),
        CreativeWish.BACKGROUND: text(_("an unusual background")),
        CreativeWish.VIEWPOINT: text(_("unusual viewpoints")),
    }
)
"""What they would like to try."""


def listed(phrases: Sequence[Text]) -> Text:
    """Short phrases without commas as one: “professional, warm and joyful”."""
    first, *rest = phrases
    if not rest:
        return first
    if len(rest) == 1:
        return text(_("{one} and {other}"), one=first, other=rest[0])
    return text(_("{first}, {rest}"), first=first, rest=listed(rest))
