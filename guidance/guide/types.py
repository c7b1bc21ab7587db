"""The types of headshot and of portrait that the guide tells apart."""

from __future__ import annotations

from dataclasses import dataclass

from guidance.guide.comparison import Figure
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _


@dataclass(frozen=True, slots=True)
class PictureType:
    """A type by its name: whom or what it is for, and how it looks."""

    name: Text
    figure: Figure
    lines: tuple[Text, ...]


TWO_TYPES = text(
    _(
        "Portraits Refined names two common types, the theatrical and the commercial. We add a "
        "third for everyday work, which sits between formal and friendly."
    ),
    claims=(63,),
    source="T20",
)

HEADSHOT_TYPES = (
    PictureType(
        Text(_("Corporate")),
        Figure("mood", "professional"),
        (
            text(_("For profiles, “about” pages, cards and teams."), claims=(5, 9, 58, 59, 76)),
            text(
                _(
                    "Confident and approachable before a simple background; how formal is for you "
                    "to say."
                ),
                claims=(28, 73, 77),
                source="T20",
            ),
        ),
    ),
    PictureType(
        Text(_("Commercial")),
        Figure("mood", "joy"),
        (
            text(_("For business and advertising, when you are what is offered."), claims=(67,)),
            text(
                _(
                    "It catches the eye and draws people towards what you offer. Lively, bright "
                    "and warm, with real happiness: people respond to friendliness."
                ),
                claims=(68, 69, 70, 71, 72),
            ),
        ),
    ),
    PictureType(
        Text(_("Theatrical")),
        Figure("mood", "intense"),
        (
            text(_("For actors in plays, television and film."), claims=(64,)),
            text(
                _(
                    "Powerful, with your personality in it. Genuine emotion is the key, and makes "
                    "it more dramatic."
                ),
                claims=(65, 66),
            ),
            text(
                _("Acting in adverts too? Then book two looks in one session."),
                claims=(63,),
            ),
        ),
    ),
)

PORTRAIT_TYPES = (
    PictureType(
        Text(_("Close-up")),
        Figure("framing", "head_shoulders"),
        (
            text(
                _("As near as a headshot; what it is for makes the difference."),
                claims=(25, 49),
                source="T7",
            ),
        ),
    ),
    PictureType(
        Text(_("Half-body")),
        Figure("framing", "waist"),
        (text(_("To the waist, with chest, arms and hands."), claims=(25, 49)),),
    ),
    PictureType(
        Text(_("Full-body")),
        Figure("framing", "full"),
        (
            text(
                _("The whole figure; it suits fashion adverts and a personal brand."),
                claims=(25, 49, 78),
            ),
        ),
    ),
    PictureType(
        Text(_("Group")),
        Figure("people", "group"),
        (text(_("A couple, a family, a team in one picture."), claims=(21, 48)),),
    ),
)
