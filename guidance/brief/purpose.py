"""What the pictures are for, in the client's own answers: the first lines of the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

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


def purpose_lines(shoot: Shoot) -> tuple[Line, ...]:
    """What is made, for what, for how many people, how much story, under which licence."""
    lines = [Line(shoot.recipe.title), Line(_uses(shoot)), Line(_people(shoot))]
    if shoot.answers.story is not None and shoot.kind != "document":
        lines.append(Line(_story(shoot)))
    if shoot.answers.uses:
        lines.append(Line(_licence(shoot)))
    return tuple(lines)


def _uses(shoot: Shoot) -> Text:
    if not shoot.answers.uses:
        return text(_("No use was named: settle it before the session"), claims=(2, 75, 92))
    uses = tuple(use.label for use in shoot.answers.uses)
    if len(uses) == 1:
        return text(_("For this use: {use}"), claims=(2, 45), use=uses[0])
    return text(_("For these uses, the main one first: {uses}"), claims=(2, 45), uses=uses)


def _people(shoot: Shoot) -> Text:
    people = shoot.recommendation.people
    if shoot.is_group and people.total > people.in_frame:
        return text(
            _("{in_frame} people together in one frame, {total} photographed altogether"),
            claims=(21, 48),
            source="T13",
            in_frame=count(people.in_frame),
            total=count(people.total),
        )
    if shoot.is_group:
        return text(
            _("{in_frame} people together in one frame"),
            claims=(21, 48),
            in_frame=count(people.in_frame),
        )
    if shoot.is_series:
        return text(
            _("{total} people one by one, one recipe for all"),
            claims=(20,),
            source="T13",
            total=count(people.total),
        )
    return text(_("One person"), claims=(20,))


def _story(shoot: Shoot) -> Text:
    told = shoot.answers.story.label if shoot.answers.story else ""
    return text(_("Story, in the client’s words: {told}"), claims=(3, 18), source="T6", told=told)


def _licence(shoot: Shoot) -> Text:
    tiers = (_tier(shoot, use) for use in shoot.answers.uses)
    return text(_("Licence for this: {tiers}"), source="E2", tiers=tuple(dict.fromkeys(tiers)))


def _tier(shoot: Shoot, use: Use) -> Text:
    """Posts and avatars for work are standard professional use, not personal."""
    tier = LICENCES[use]
    return _STANDARD if tier is _PERSONAL and shoot.answers.occasion == "work" else tier
