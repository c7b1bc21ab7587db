"""Purpose and story in two sentences in the client’s own answers, then the uses and licences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from guidance.brief.answer_phrases import GROUNDS, MOODS, STORIES, USES, listed
from guidance.brief.sheet import Line
from guidance.brief.shoot import Shoot
from guidance.measures import count
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _
from guidance.vocabulary import Use

_PERSONAL = text(_("personal"), source="E2")
_STANDARD = text(_("standard professional"), source="E2")
_MARKETING = text(_("marketing"), source="E2")
_ADVERTISING = text(_("paid advertising, priced separately"), source="E2")
_EDITORIAL = text(_("editorial"), source="E2")
_CASTING = text(_("casting and theatre programmes"), source="E2")
_PUBLISHING = text(_("book cover, in writing and with credit"), source="E2")

LICENCES: Mapping[str, Text] = MappingProxyType(
    {
        Use.BUSINESS_CARD: _STANDARD,
        Use.ID_BADGE: _STANDARD,
        Use.ONLINE_PROFILE: _STANDARD,
        Use.SOCIAL_PROFILE: _PERSONAL,
        Use.ABOUT_PAGE: _STANDARD,
        Use.SERVICE_ADVERT: _ADVERTISING,
        Use.CASTING: _CASTING,
        Use.WALL_ART: _PERSONAL,
        Use.GIFT: _PERSONAL,
        Use.SOCIAL_POST: _PERSONAL,
        Use.BOOK_JACKET: _PUBLISHING,
        Use.EDITORIAL: _EDITORIAL,
        Use.BLOG_ARTICLE: _STANDARD,
        Use.LIFESTYLE_ADVERT: _ADVERTISING,
        Use.FASHION_ADVERT: _ADVERTISING,
        Use.POSTER: _MARKETING,
        Use.WEBSITE_BANNER: _STANDARD,
        Use.PERSONAL_BRAND: _MARKETING,
        Use.IDENTITY_DOCUMENT: _PERSONAL,
    }
)
"""The tier of licence that each use implies (E2)."""

_ADVERTS = text(_("adverts"), source="E2")
_BOOK_JACKETS = text(_("book jackets"), source="E2")
_PACKAGING = text(_("packaging"), source="E2")
_BEYOND = ((_ADVERTISING, _ADVERTS), (_PUBLISHING, _BOOK_JACKETS), (None, _PACKAGING))
"""What no other tier covers, with the tier that does, where there is one (E2)."""

USES_IN_THE_SENTENCE = 3
"""More uses than these follow in a line of their own."""


def purpose_lines(shoot: Shoot) -> tuple[Line, ...]:
    """Two sentences, what for and how; then the further uses in their order, and the licences."""
    lines = [Line(_what_for(shoot)), Line(_how(shoot))]
    further = shoot.answers.uses[USES_IN_THE_SENTENCE:]
    if further:
        uses = tuple(USES[use] for use in further)
        message = _("The further uses, in the client’s order: {uses}")
        lines.append(Line(text(message, claims=(2, 45), uses=uses)))
    if shoot.answers.uses:
        lines.extend(Line(shown) for shown in _licences(shoot))
    return tuple(lines)


def _what_for(shoot: Shoot) -> Text:
    """As in “A corporate headshot of one person, for business cards”."""
    picture = _picture(shoot)
    source = picture.source
    if not shoot.answers.uses:
        return text(
            _("{picture}; what for is still open, so settle it before the session."),
            claims=(*picture.claims, 2, 75, 92),
            source=source,
            picture=picture,
        )
    claims = (*picture.claims, 2, 45)
    phrases = [USES[use] for use in shoot.answers.uses]
    named = dict(zip(("main", "next", "last"), phrases, strict=False))
    parts: dict[str, Any] = {"picture": picture, **named}
    if len(phrases) > USES_IN_THE_SENTENCE:
        parts["more"] = count(len(phrases) - USES_IN_THE_SENTENCE)
    message = _FOR_SO_MANY[min(len(phrases), max(_FOR_SO_MANY))]
    return text(message, claims=claims, source=source, **parts)


_FOR_SO_MANY = {
    1: _("{picture}, for {main}."),
    2: _("{picture}, for {main} first, then for {next}."),
    3: _("{picture}, for {main} first, then for {next}, then for {last}."),
    4: _("{picture}, for {main} first, then for {next}, then for {last}, and {more} more."),
}
"""By the number of uses."""


def _picture(shoot: Shoot) -> Text:
    """What is made, of how many people."""
    people = shoot.recommendation.people
    recipe = shoot.recipe
    # Each title says where its style comes from.
    claims, source = recipe.title.claims, recipe.title.source
    total, in_frame = count(people.total), count(shoot.people_in_frame)
    if shoot.is_series:
        message = _("{pictures} of {total} people, one by one")
        claims, source = (*claims, 20), _and_also(source, "T13")
        return text(message, claims=claims, source=source, pictures=recipe.many, total=total)
    if not shoot.is_group:
        message = _("{picture} of one person")
        return text(message, claims=(*claims, 20), source=source, picture=recipe.one)
    claims = (*claims, 21, 48)
    if people.total <= people.in_frame:
        message = _("{picture} of {in_frame} people together")
        return text(message, claims=claims, source=source, picture=recipe.one, in_frame=in_frame)
    return text(
        _("{picture} of {in_frame} people together, out of {total} who are photographed"),
        claims=claims,
        source=_and_also(source, "T13"),
        picture=recipe.one,
        in_frame=in_frame,
        total=total,
    )


def _and_also(source: str, tension: str) -> str:
    return f"{source} {tension}".strip()


_BY_THE_RULES = text(
    _("The authority’s rules decide how it looks; mood, story and taste stay out of it."),
    claims=(11,),
    source="C3 T15",
)
_LEFT_TO_US = text(_("Mood, background and story are left to us."), claims=(3, 18), source="T6 T22")
_CALM_AND_OPEN = text(_("calm and open"), claims=(8, 29), source="T2")
_AS_THE_CLIENT_LIKES = _("Mood and background are left to us")
_FEEL = {
    (False, True, True): _("It should feel {mood}, {ground}"),
    (False, True, False): _("It should feel {mood}, with the background left to us"),
    (False, False, True): _("It should be taken {ground}, with the mood left to us"),
    (False, False, False): _AS_THE_CLIENT_LIKES,
    (True, True, True): _("They should feel {mood}, {ground}"),
    (True, True, False): _("They should feel {mood}, with the background left to us"),
    (True, False, True): _("They should be taken {ground}, with the mood left to us"),
    (True, False, False): _AS_THE_CLIENT_LIKES,
}
"""By whether there are several pictures, and whether mood and background were answered."""


def _how(shoot: Shoot) -> Text:
    """As in “It should feel warm, before a plain background; the story stays out of it”."""
    if shoot.kind == "document":
        return _BY_THE_RULES
    if not (shoot.answers.story or shoot.answers.background in GROUNDS or _mood(shoot)):
        return _LEFT_TO_US
    wish = _feel(shoot)
    # Answered or not, how much a picture tells is a matter of degree (T6).
    claims, source = (*wish.claims, 3, 18), "T2 T6"
    if shoot.answers.story is None:
        return text(_("{wish}."), claims=claims, source=source, wish=wish)
    story = STORIES[shoot.answers.story]
    return text(_("{wish}; {story}."), claims=claims, source=source, wish=wish, story=story)


def _feel(shoot: Shoot) -> Text:
    mood = _mood(shoot)
    ground = GROUNDS.get(shoot.answers.background or "")
    message = _FEEL[shoot.is_series, mood is not None, ground is not None]
    answered = {"mood": mood, "ground": ground}
    said: dict[str, Any] = {name: phrase for name, phrase in answered.items() if phrase}
    return text(message, claims=() if mood is None else mood.claims, **said)


def _mood(shoot: Shoot) -> Text | None:
    """As wished for; on a badge no feeling is (T2)."""
    if shoot.style == "id_badge":
        return _CALM_AND_OPEN
    moods = [MOODS[mood] for mood in shoot.answers.mood]
    return listed(moods) if moods else None


def _licences(shoot: Shoot) -> Iterator[Text]:
    """Each tier that the uses ask for, and what needs one of its own (E2)."""
    uses_by_tier: dict[Text, list[Use]] = {}
    for use in shoot.answers.uses:
        uses_by_tier.setdefault(_tier(shoot, use), []).append(use)
    if len(uses_by_tier) == 1:
        (tier,) = uses_by_tier
        yield text(_("Licence: {tier}"), source="E2", tier=tier)
    else:
        for tier, uses in uses_by_tier.items():
            phrases = tuple(USES[use] for use in uses)
            message = _("Licence, {tier}: for {uses}")
            yield text(message, source="E2", tier=tier, uses=phrases)
    if shoot.kind == "document":
        return
    beyond = tuple(thing for tier, thing in _BEYOND if tier not in uses_by_tier)
    yield text(_("Not covered, and licensed apart: {uses}"), source="E2", uses=beyond)


def _tier(shoot: Shoot, use: Use) -> Text:
    """Posts and avatars for work are standard professional use, not personal."""
    tier = LICENCES[use]
    return _STANDARD if tier is _PERSONAL and shoot.answers.occasion == "work" else tier
