"""What to wear and bring, for the client, each line with its reason (D1, D2, D4).

Nothing is assumed about hair, make-up, sex or body, nothing is said about skin colour, and no
answer about access, faith or age is used: the client's list may be read by others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidance.answers import Answers
from guidance.routing import Recommendation
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Advice:
    """One line of the list and why; `slug` stays when the wording changes."""

    slug: str
    line: Text
    why: Text


@dataclass(frozen=True, slots=True)
class AdviceGroup:
    """Lines under one heading."""

    slug: str
    title: Text
    advice: tuple[Advice, ...]


def advise(answers: Answers, recommendation: Recommendation) -> tuple[AdviceGroup, ...]:
    """What to wear, to leave at home, to bring, and what to do about glasses, for this client.

    While the recommendation is still open the advice is the one that suits every kind.
    """
    sections = (
        ("wear", _WEAR, _to_wear(answers, recommendation)),
        ("together", _TOGETHER, _as_a_group(recommendation)),
        ("avoid", _AVOID, _to_avoid(answers, recommendation)),
        ("bring", _BRING, _to_bring(answers, recommendation)),
        ("glasses", _GLASSES, _with_glasses(answers, recommendation)),
    )
    groups = (AdviceGroup(slug, title, tuple(advice)) for slug, title, advice in sections)
    return tuple(group for group in groups if group.advice)


_WEAR = text(_("What to wear"), claims=(89,), source="D1")
_TOGETHER = text(_("As a group"), source="D4")
_AVOID = text(_("Better left at home"), claims=(91,), source="D1")
_BRING = text(_("What to bring"), source="D1")
_GLASSES = text(_("If you wear glasses"), claims=(54,), source="B4")


_PLAIN = Advice(
    "plain",
    text(_("Plain colours, without prints"), claims=(89,), source="D1"),
    text(_("Your face should be what people look at, not your clothes"), claims=(90,)),
)
_SERVES_THE_PICTURE = Advice(
    "serves-the-picture",
    text(_("Clothes that belong to the story of the picture"), claims=(41,), source="T12"),
    text(_("In a portrait clothes help to tell who you are"), claims=(41, 53)),
)
_DOCUMENT_CLOTHES = Advice(
    "document",
    text(_("A plain top, clearly darker than a white wall"), source="C3 GK"),
    text(_("Your outline must stand out from the light background"), source="C3"),
)
_CONTRAST = Advice(
    "contrast",
    text(
        _("Clothes clearly lighter or clearly darker than your skin and than the background"),
        source="D2",
    ),
    text(_("That keeps your face the point the eye goes to first"), claims=(90,), source="D2"),
)
_FEEL_GOOD = Advice(
    "feel-good",
    text(_("Colours you feel good in; leave out the ones you avoid"), source="D2"),
    text(_("Ease shows in the face more than any colour does"), claims=(73,), source="D2"),
)
_FIT = Advice(
    "fit",
    text(
        _("Pressed and lint-free, with shoulder seams that sit on your shoulders"), source="D1 S44a"
    ),
    text(_("The camera sees creases and fluff that a mirror forgives"), source="D1 S44a"),
)
_NECKLINE = Advice(
    "neckline",
    text(
        _("Any neckline that still shows when only head and shoulders are seen"), source="D1 S44b"
    ),
    text(_("Very low or off-the-shoulder tops look bare in a close crop"), source="D1 S44b"),
)
_JEWELLERY = Advice(
    "jewellery",
    text(_("Small, still jewellery; pieces that mean something to you stay on"), source="D1"),
    text(_("What swings or glitters draws the eye from your face"), claims=(90,), source="D1"),
)
_WHOLE_FIGURE = Advice(
    "whole-figure",
    text(_("Think of shoes and hems too"), claims=(49,), source="D1 GK"),
    text(_("The picture shows more of you than your face"), claims=(25, 49)),
)

_BY_STYLE = {
    "id_badge": Advice(
        "badge",
        text(_("What you wear at work on an ordinary day"), claims=(8,), source="D1"),
        text(_("People should recognise you by it at the door"), claims=(62,)),
    ),
    "corporate": Advice(
        "corporate",
        text(
            _("What you would wear to meet your best client; company colours only as an accent"),
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
        text(_("Commercial pictures should look lively and bright"), claims=(71, 72)),
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
        text(_("The pieces to be shown, with everything that belongs under them"), claims=(78,)),
        text(_("Here the clothes are what the viewer should look at"), claims=(78,), source="T4"),
    ),
    "performance": Advice(
        "performance",
        text(_("What you perform in, and your instrument or one thing of your art"), claims=(42,)),
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
            _("Two outfits: one for the profile, one for what you do"), claims=(60, 78), source="T5"
        ),
        text(_("Profile, website and posts ask for different pictures of you"), claims=(60, 78)),
    ),
}


def _to_wear(answers: Answers, recommendation: Recommendation) -> Iterator[Advice]:
    if recommendation.kind == "document":
        yield _DOCUMENT_CLOTHES
        return
    yield _SERVES_THE_PICTURE if recommendation.kind == "portrait" else _PLAIN
    by_style = _BY_STYLE.get(str(recommendation.style))
    if by_style is not None:
        yield by_style
    yield from (_FEEL_GOOD, _CONTRAST, _FIT)
    if recommendation.kind == "portrait" and answers.framing not in {"face", "head_shoulders"}:
        yield _WHOLE_FIGURE
    else:
        yield _NECKLINE
    yield _JEWELLERY


_PALETTE = Advice(
    "palette",
    text(
        _("Three colours that go together, one of them neutral, and one accent used sparingly"),
        source="D4 S47a S47b",
    ),
    text(_("Coordinated looks like you; matching looks like a uniform"), source="D4 S47b"),
)
_ONE_PATTERN = Advice(
    "one-pattern",
    text(_("At most one person in a small pattern; similar formality for everybody"), source="D4"),
    text(_("Nobody should stand out by clothes alone"), source="D4"),
)
_PLACE_COLOUR = Advice(
    "place-colour",
    text(_("Not the colour of the place: no green on grass"), source="D4 S47a"),
    text(_("You would melt into it"), source="D4 S47a"),
)
_SIT_AND_MOVE = Advice(
    "sit-and-move",
    text(_("Clothes that everybody can sit and move in"), source="D4"),
    text(_("Rows mean sitting, standing and changing places"), source="D4"),
)
_SERIES = Advice(
    "series",
    text(
        _("Agree on one line for all, such as dark plain tops, and let everybody choose"),
        source="D4",
    ),
    text(_("The pictures will hang or stand side by side"), source="T13"),
)


def _as_a_group(recommendation: Recommendation) -> Iterator[Advice]:
    if recommendation.kind == "document":
        return
    if recommendation.format == "group":
        yield from (_PALETTE, _ONE_PATTERN, _PLACE_COLOUR, _SIT_AND_MOVE)
    elif recommendation.format == "series":
        yield _SERIES


_FINE_PATTERNS = Advice(
    "fine-patterns",
    text(
        _("Fine stripes, checks, herringbone and pinstripes"), claims=(91,), source="D1 S43a S43b"
    ),
    text(_("Narrow patterns shimmer in false colours in a digital picture"), source="D1 S43a"),
)
_BUSY_PRINTS = Advice(
    "busy-prints",
    text(_("Busy patterns and prints"), claims=(91,), source="D1"),
    text(_("They pull attention away from your face"), claims=(90,)),
)
_YOUR_PATTERN = Advice(
    "your-pattern",
    text(
        _("Your patterned piece may come along; bring a plain one as well"),
        claims=(91,),
        source="T12",
    ),
    text(_("We look at both on the screen and you choose"), claims=(89, 90), source="D1"),
)
_NEON = Advice(
    "neon",
    text(_("Neon colours"), source="D1 S44a S47a"),
    text(_("They throw their colour onto your chin"), source="D1 S44a"),
)
_LOGOS = Advice(
    "logos",
    text(_("Logos and lettering"), source="D1"),
    text(_("Eyes read before they look"), claims=(90,), source="D1"),
)
_CASTING_PROPS = Advice(
    "casting-props",
    text(_("Costumes, uniforms, hats and props"), source="C2 D1 S29"),
    text(_("Casting people want to see you, not a part"), source="C2 S29 S19b"),
)

_CASTING_STYLES = frozenset({"theatrical", "two_looks"})


def _to_avoid(answers: Answers, recommendation: Recommendation) -> Iterator[Advice]:
    if recommendation.kind == "document":
        return
    if recommendation.kind != "portrait":
        yield _BUSY_PRINTS
    yield _FINE_PATTERNS
    if answers.clothes == "patterned":
        yield _YOUR_PATTERN
    yield from (_NEON, _LOGOS)
    if recommendation.style in _CASTING_STYLES or "casting" in answers.uses:
        yield _CASTING_PROPS


_CHOICE = Advice(
    "choice",
    text(_("Three to five tops, more than the looks you booked"), source="D1 S56b"),
    text(_("What works is easiest to see in the light of the day"), source="D1 S56b"),
)
_LAYER = Advice(
    "layer",
    text(_("A jacket or cardigan to put over"), source="D1"),
    text(_("A layer makes two looks out of one"), source="D1"),
)
_SPARE = Advice(
    "spare",
    text(_("One spare top each"), source="D1 GK"),
    text(_("Coffee happens on the way"), source="GK"),
)
_PROPS = Advice(
    "props",
    text(_("The things you would like to have in the picture"), claims=(42,)),
    text(_("Props tell about you without a word"), claims=(42, 51)),
)
_RULES = Advice(
    "rules",
    text(_("The page with your authority’s rules, printed or on your phone"), source="C3"),
    text(_("Rules differ by country and change; the newest one counts"), source="C3 S38b"),
)


def _to_bring(answers: Answers, recommendation: Recommendation) -> Iterator[Advice]:
    if recommendation.kind == "document":
        yield _RULES
        return
    if recommendation.format in {"group", "series"}:
        yield _SPARE
    else:
        yield from (_CHOICE, _LAYER)
    if recommendation.kind == "portrait" and "props" in answers.creative:
        yield _PROPS


_CLEAN = Advice(
    "clean",
    text(_("Clean them just before, and bring a cloth"), claims=(54,), source="B4"),
    text(_("The light shows every fingerprint"), source="B4"),
)
_CLEAR = Advice(
    "clear",
    text(_("Clear lenses, with an anti-reflective coating if you have the choice"), source="B4"),
    text(
        _("Self-tinting lenses darken in our light; glare we take care of ourselves"),
        claims=(54,),
        source="B4 S20b",
    ),
)
_EMPTY_FRAME = Advice(
    "empty-frame",
    text(_("An old or empty frame of the same kind, if there is one"), source="B4"),
    text(_("Without lenses nothing can reflect"), source="B4"),
)
_KEEP_ON = Advice(
    "keep-on",
    text(
        _("Worn every day, they stay on; worn now and then, we take both"),
        claims=(62,),
        source="B4",
    ),
    text(_("You should be recognised by your picture"), claims=(62,)),
)
_DOCUMENT_OFF = Advice(
    "document-off",
    text(_("Be ready to take them off"), source="C3 S35d"),
    text(_("Some countries, the US among them, allow no glasses on the picture"), source="C3 S35d"),
)


def _with_glasses(answers: Answers, recommendation: Recommendation) -> Iterator[Advice]:
    if answers.glasses not in {"sometimes", "always"}:
        return
    if recommendation.kind == "document":
        yield from (_DOCUMENT_OFF, _CLEAN)
        return
    yield from (_KEEP_ON, _CLEAN, _CLEAR, _EMPTY_FRAME)
