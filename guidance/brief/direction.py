"""Expression and pose: what the picture should feel like, how to get it, what may not be faked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from guidance.brief import prompts
from guidance.brief.poses import (
    CHIN,
    FACE_TO_THE_KEY,
    FACE_TO_THE_LENS,
    GLASSES_VIEWPOINTS,
    HEADSHOT_WISHES,
    POSES,
    SECOND_FACE_TO_THE_KEY,
    VIEWPOINTS,
    WISHES,
)
from guidance.brief.sheet import Line
from guidance.brief.shoot import Shoot
from guidance.lighting import light_for
from guidance.measures import count
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

_CONFIDENT = text(_("Confident and approachable"), claims=(73, 74), source="T2")

EXPRESSIONS: Mapping[str, tuple[Text, ...]] = MappingProxyType(
    {
        "document": (
            text(
                _("Neutral face, mouth closed, eyes open, straight to the camera"), source="C3 S38a"
            ),
        ),
        "id_badge": (
            text(
                _("Calm and open, without strong feeling; the employer’s rules come first"),
                claims=(8, 29),
                source="T15 S39c",
            ),
        ),
        "corporate": (
            _CONFIDENT,
            text(_("Restrained: a small real smile, and some frames serious"), claims=(28, 29)),
        ),
        "personal": (
            _CONFIDENT,
            text(_("As friends would know this face"), claims=(62, 74), source="T14"),
        ),
        "commercial": (
            _CONFIDENT,
            text(_("Real happiness and energy, eyes on the viewer"), claims=(68, 69, 70)),
            text(_("Warm and friendly: talk, and shoot the moment after the laugh"), claims=(72,)),
        ),
        "theatrical": (
            text(_("A real feeling and an inner life: play a line, then hold it"), claims=(65, 66)),
            text(
                _("Both eyes stay readable, however dramatic the picture"),
                claims=(62, 73),
                source="T8",
            ),
        ),
        "two_looks": (
            text(_("First look, commercial: happy, warm, eyes on the viewer"), claims=(70, 72)),
            text(_("Second look, theatrical: one real feeling, held"), claims=(65, 66)),
            _CONFIDENT,
        ),
        "classic": (
            text(
                _("Natural and content, as far as it comes by itself"),
                claims=(51, 52),
                source="T22",
            ),
        ),
        "author": (
            text(_("Thoughtful, present; once with a smile, once without"), claims=(15, 51)),
        ),
        "editorial": (
            text(_("At work or in thought: the person within their story"), claims=(3, 13, 35)),
        ),
        "lifestyle": (
            text(_("In the middle of doing it, unposed, looking past the camera"), claims=(14, 51)),
        ),
        "fashion": (
            text(_("Self-possessed; posture and the line of the clothes first"), claims=(78,)),
        ),
        "performance": (
            text(_("In the role: the moment before the first note or word"), claims=(51, 52)),
        ),
        "brand": (
            text(_("How clients should meet them: warm, competent, themselves"), claims=(60, 74)),
        ),
    }
)
"""What to aim for by style (T2)."""

_STRONGEST = 3
_FEELING = (
    (_("Feeling, {level} of {most}: none, only an open look"), (8, 29)),
    (_("Feeling, {level} of {most}: held back, more in the eyes than in the mouth"), (29,)),
    (_("Feeling, {level} of {most}: there, but never asked for by force"), (53,)),
    (_("Feeling, {level} of {most}: it carries the picture; wait for a real one"), (53,)),
)
"""How much of it a style wants, from none to all, with the claims (T2, T22)."""

_MOODS: Mapping[str, Text] = MappingProxyType(
    {
        "professional": text(_("Composed and businesslike"), claims=(28,)),
        "warm": text(_("Warm: think of somebody you like"), claims=(72,)),
        "joy": text(_("Joy: movement and a reason to laugh"), claims=(31, 70)),
        "contentment": text(_("Contentment: quiet, then the frame"), claims=(31,)),
        "excitement": text(_("Excitement: let them move, shoot in short runs"), claims=(31,)),
        "melancholy": text(_("Wistful: eyes off the camera, silence, time"), claims=(31,)),
        "grief": text(
            _("Grief: as far as they wish; stop when they do"), claims=(31,), source="D5"
        ),
        "intense": text(_("Intense: chin level, still face, eyes into the lens"), claims=(30, 66)),
    }
)

_PROMISED_MOOD = _("Between the calm frames take some in the mood that was promised. {mood}")

_RESTRAINED_MOODS = frozenset({"professional", "warm", "contentment"})
_SAD_MOODS = frozenset({"melancholy", "grief"})
_WITHOUT_MOOD = frozenset({"document", "id_badge"})

_STRAIGHT = text(_("Camera at eye level, shoulders square, head upright"), source="C3 S38a")
_STORIES = {
    "some": text(
        _("A hint of who they are: one thing of theirs in hand or in the frame"),
        claims=(3, 18, 51),
        source="T6",
    ),
    "central": text(
        _("Their work, place or life is the point: ask about it first, photograph the answer"),
        claims=(3, 35, 51),
        source="T6",
    ),
}
_IDEAS = text(_("Leave time for their ideas and for yours"), claims=(37, 47, 85))


def expression_lines(shoot: Shoot) -> tuple[Line, ...]:
    """What to aim for and how strongly, the moods asked for, words for the sitter, the pose."""
    aims = () if _has_only_its_moods(shoot) else EXPRESSIONS[shoot.style]
    texts = [*aims, *_feeling(shoot), *_moods(shoot), *_prompts(shoot), *_pose(shoot)]
    return tuple(Line(shown) for shown in texts)


def _feeling(shoot: Shoot) -> Iterator[Text]:
    """How much feeling, of three; an authority leaves nothing to say about it."""
    if shoot.kind == "document":
        return
    level = shoot.recipe.emotion
    message, claims = _FEELING[level]
    yield text(message, claims=claims, source="T2", level=count(level), most=count(_STRONGEST))


def _moods(shoot: Shoot) -> list[Text]:
    if shoot.style in _WITHOUT_MOOD:
        return []
    moods = [str(mood) for mood in shoot.answers.mood]
    if shoot.kind != "headshot" or shoot.recipe.emotion > 1:
        return [_mood(mood) for mood in moods]
    return [_mood(mood) if mood in _RESTRAINED_MOODS else _promised(mood) for mood in moods]


def _mood(mood: str) -> Text:
    """What a mood takes, with words for it."""
    aim = _MOODS[mood]
    return text(
        _("{aim}. Say: {words}"),
        claims=aim.claims,
        source=f"{aim.source} GK".strip(),
        aim=aim,
        words=prompts.BY_MOOD[mood],
    )


def _promised(mood: str) -> Text:
    aim = _mood(mood)
    return text(_PROMISED_MOOD, claims=aim.claims, source="T2", mood=aim)


def _prompts(shoot: Shoot) -> Iterator[Text]:
    """Words to say: the authority’s on a document, else the style’s or those for several."""
    if shoot.kind == "document":
        yield text(_("Say: {words}"), source="C3 S38a", words=prompts.BY_STYLE["document"])
    elif shoot.is_group and shoot.style not in _WITHOUT_MOOD:
        words = prompts.TOGETHER_QUIETLY if _is_sad(shoot) else prompts.TOGETHER
        yield text(_("Say: {words}"), source="D4 GK", words=words)
    elif shoot.style == "two_looks":
        first, second = prompts.TWO_LOOKS
        yield text(_("Say in the first look: {words}"), source="GK", words=first)
        yield text(_("Say in the second look: {words}"), source="GK", words=second)
    elif not _has_only_its_moods(shoot):
        yield text(_("Say: {words}"), source="GK", words=prompts.BY_STYLE[shoot.style])


def _has_only_its_moods(shoot: Shoot) -> bool:
    """A classic portrait is content only where no other mood is asked for (T22)."""
    return shoot.style == "classic" and bool(shoot.answers.mood)


def _is_sad(shoot: Shoot) -> bool:
    return not _SAD_MOODS.isdisjoint(shoot.answers.mood)


def _pose(shoot: Shoot) -> Iterator[Text]:
    if shoot.kind == "document":
        yield _STRAIGHT
    elif shoot.kind == "headshot":
        yield from _headshot_pose(shoot)
        yield from (HEADSHOT_WISHES[w] for w in shoot.answers.creative if w in HEADSHOT_WISHES)
    else:
        yield from _portrait_pose(shoot)


def _headshot_pose(shoot: Shoot) -> Iterator[Text]:
    """Where the face looks goes by the light of the style: the patterns move with it (B1)."""
    # The same for everybody: who is under 18 is told under care alone, and turned is safe anyway.
    sitters = replace(shoot.sitters, children=False)
    is_short = light_for(shoot.style, sitters).pattern == "short"
    yield FACE_TO_THE_KEY if is_short else FACE_TO_THE_LENS
    if shoot.style == "two_looks":
        yield SECOND_FACE_TO_THE_KEY
    yield CHIN


def _portrait_pose(shoot: Shoot) -> Iterator[Text]:
    """By the framing for one person; a group’s is arranged, not posed."""
    if not shoot.is_group:
        yield POSES[shoot.framing.name]
        if "viewpoint" not in shoot.answers.creative:
            is_eye_level = shoot.glasses and shoot.framing.name in GLASSES_VIEWPOINTS
            yield (GLASSES_VIEWPOINTS if is_eye_level else VIEWPOINTS)[shoot.framing.name]
    if shoot.answers.story in _STORIES:
        yield _STORIES[shoot.answers.story]
    yield from (WISHES[wish] for wish in shoot.answers.creative if wish in WISHES)
    if shoot.answers.creative_note:
        yield _wish(shoot.answers.creative_note)
    yield _IDEAS


def _wish(note: str) -> Text:
    return text(_("The client’s own idea: “{note}”"), claims=(37,), note=note)
