"""What the pictures are for, in the client's own answers: the first lines of the sheet."""

from __future__ import annotations

from guidance.brief.sheet import Line
from guidance.brief.shoot import Shoot
from guidance.measures import count
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _


def purpose_lines(shoot: Shoot) -> tuple[Line, ...]:
    """What is made, for what, for how many people, and how much story it tells."""
    lines = [Line(shoot.recipe.title), Line(_uses(shoot)), Line(_people(shoot))]
    if shoot.answers.story is not None and shoot.kind != "document":
        lines.append(Line(_story(shoot)))
    return tuple(lines)


def _uses(shoot: Shoot) -> Text:
    if not shoot.answers.uses:
        return text(_("No use was named: settle it before the session"), claims=(2, 75))
    uses = tuple(use.label for use in shoot.answers.uses)
    return text(_("For these uses, the main one first: {uses}"), claims=(2, 45), uses=uses)


def _people(shoot: Shoot) -> Text:
    people = shoot.recommendation.people
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
    return text(_("Story, in the client’s answer: {told}"), claims=(3, 18), source="T6", told=told)
