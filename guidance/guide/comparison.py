"""Headshot and portrait side by side, by eight measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidance.texts import Text, text
from guidance.texts import gettext_noop as _
from guidance.vocabulary import Use


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of :mod:`guidance.diagrams` by its drawing and what it shows: framing, full."""

    drawing: str
    subject: str


@dataclass(frozen=True, slots=True)
class UseOfPicture:
    """A use, as short as a label, with its icon's name."""

    use: Use
    label: Text


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the two is like by one measure; `figures` show it, `uses` list it."""

    lines: tuple[Text, ...]
    figures: tuple[Figure, ...] = ()
    uses: tuple[UseOfPicture, ...] = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """One measure by which the two differ."""

    slug: str
    name: Text
    headshot: Side
    portrait: Side

    @property
    def lines(self) -> Iterator[Text]:
        """Every sentence and label of both sides."""
        for side in (self.headshot, self.portrait):
            yield from side.lines
            yield from (one.label for one in side.uses)


MEASURES = text(
    _(
        "The explainer compares the two by people, framing, atmosphere, setting and room for "
        "ideas. We begin with the use, and add clothes and colour."
    ),
    claims=(2, 19),
)


def _uses(*labelled: tuple[Use, str, tuple[int, ...]]) -> tuple[UseOfPicture, ...]:
    return tuple(UseOfPicture(use, text(label, claims=claims)) for use, label, claims in labelled)


_PURPOSE = Axis(
    "purpose",
    text(_("What it is for"), claims=(2, 45)),
    Side(
        (text(_("For official, businesslike ends. It stands for you at work."), claims=(4, 46)),),
        uses=_uses(
            (Use.ONLINE_PROFILE, _("Online profiles, most of all"), (9, 58, 76)),
            (Use.SOCIAL_PROFILE, _("Social profile pictures"), (10,)),
            (Use.ABOUT_PAGE, _("“About” pages"), (59,)),
            (Use.BUSINESS_CARD, _("Business cards"), (5,)),
            (Use.ID_BADGE, _("Badges"), (8,)),
            (Use.CASTING, _("Auditions"), (7,)),
            (Use.SERVICE_ADVERT, _("Adverts for what you offer"), (6, 67)),
            (Use.IDENTITY_DOCUMENT, _("Other identification"), (11,)),
        ),
    ),
    Side(
        (
            text(
                _(
                    "To describe you and tell a story: it says more about you than a headshot. For "
                    "yourself, any kind that appeals."
                ),
                claims=(3, 18, 94),
            ),
        ),
        uses=_uses(
            (Use.WALL_ART, _("Framed, on the wall"), (12,)),
            (Use.EDITORIAL, _("Articles and news about you"), (13,)),
            (Use.BOOK_JACKET, _("Book jackets"), (15,)),
            (Use.BLOG_ARTICLE, _("Blog posts"), (16,)),
            (Use.SOCIAL_POST, _("Posts on social networks"), (17,)),
            (Use.LIFESTYLE_ADVERT, _("Lifestyle adverts"), (14,)),
            (Use.FASHION_ADVERT, _("Fashion adverts"), (78,)),
        ),
    ),
)

_PEOPLE = Axis(
    "people",
    text(_("How many people"), claims=(20, 21)),
    Side(
        (
            text(
                _("Mostly one. A team is photographed one by one, in the same light."),
                claims=(20,),
                source="T13",
            ),
        ),
        (Figure("people", "single"),),
    ),
    Side(
        (text(_("One person, or several together in one picture."), claims=(21, 48)),),
        (Figure("people", "group"),),
    ),
)

_FRAMING = Axis(
    "framing",
    text(_("Framing"), claims=(23, 24)),
    Side(
        (
            text(
                _(
                    "Close: head and shoulders. The face is the main thing, seen in detail as it "
                    "really looks."
                ),
                claims=(22, 23, 57, 61, 62),
            ),
        ),
        (Figure("framing", "head_shoulders"),),
    ),
    Side(
        (
            text(
                _(
                    "Free: head and shoulders, looser with chest and arms, or the whole figure. "
                    "Close-up, half-body and full-body are types of their own."
                ),
                claims=(24, 25, 49),
            ),
        ),
        (Figure("framing", "waist"), Figure("framing", "full")),
    ),
)

_ATMOSPHERE = Axis(
    "atmosphere",
    text(_("Atmosphere"), claims=(26,)),
    Side(
        (
            text(
                _(
                    "Mostly bright, well lit and professional; confident and approachable rather "
                    "than stirring."
                ),
                claims=(27, 28, 29, 73),
            ),
            text(_("An actor’s may be dramatic, with real feeling."), claims=(66,), source="T2 T8"),
        ),
        (Figure("mood", "professional"), Figure("mood", "warm")),
    ),
    Side(
        (
            text(
                _(
                    "It may stir: joy, contentment, excitement, melancholy, grief. Bringing out "
                    "feeling is one of its aims."
                ),
                claims=(30, 31, 52),
            ),
            text(_("None is forced; natural is a mood too."), claims=(30,), source="T22"),
        ),
        (Figure("mood", "excitement"), Figure("mood", "melancholy")),
    ),
)

_SETTING = Axis(
    "setting",
    text(_("Setting"), claims=(32,)),
    Side(
        (
            text(
                _("Often a plain, simple background, or a crop that leaves the place out."),
                claims=(33, 34, 77),
            ),
        ),
        (Figure("background", "plain"),),
    ),
    Side(
        (
            text(
                _(
                    "In the studio or on location. Where the place is part of the story, it "
                    "is essential."
                ),
                claims=(35, 50),
            ),
        ),
        (Figure("background", "recognisable_place"), Figure("place", "location")),
    ),
)

_IDEAS = Axis(
    "ideas",
    text(_("Room for ideas"), claims=(36,)),
    Side(
        (text(_("Less: people should know you again, so likeness comes first."), claims=(37, 62)),),
        (Figure("light", "loop"),),
    ),
    Side(
        (
            text(
                _(
                    "More: it is the creative one of the two. Light, pose, colour, clothes, props "
                    "and background are all open, and unusual light may be tried."
                ),
                claims=(37, 38, 39, 40, 41, 42, 43, 47, 55),
            ),
        ),
        (Figure("light", "split"),),
    ),
)

_CLOTHES = Axis(
    "clothes",
    text(_("Clothes"), claims=(41, 89)),
    Side(
        (
            text(
                _("Plain colours, no busy patterns: attention belongs on your face."),
                claims=(89, 90, 91),
            ),
        ),
        (Figure("clothes", "plain"),),
    ),
    Side(
        (
            text(
                _("Whatever serves the picture. A busy pattern takes care, but is not banned."),
                claims=(41,),
                source="T12",
            ),
        ),
        (Figure("clothes", "patterned"),),
    ),
)

_COLOUR = Axis(
    "colour",
    text(_("Colour"), claims=(40, 79)),
    Side(
        (
            text(
                _("In colour, today’s standard. A black and white version can be added."),
                claims=(79, 82),
            ),
        ),
        (Figure("colour", "colour"),),
    ),
    Side(
        (
            text(
                _(
                    "Colour is one of the means. You always get it in colour, and in black and "
                    "white too if you like."
                ),
                claims=(40, 82),
                source="T10",
            ),
        ),
        (Figure("colour", "both"),),
    ),
)

AXES = (_PURPOSE, _PEOPLE, _FRAMING, _ATMOSPHERE, _SETTING, _IDEAS, _CLOTHES, _COLOUR)
"""What the explainer compares by (claim 19), the use before it, clothes and colour after."""
