"""Expression, pose and colour: what the picture should feel like, and what may not be faked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guidance.brief.recipes import RETOUCHING
from guidance.brief.sheet import Line
from guidance.brief.shoot import Shoot
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
            text(_("Restrained: a small real smile and one serious frame"), claims=(28, 29)),
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

_MOODS: Mapping[str, Text] = MappingProxyType(
    {
        "professional": text(_("Composed and businesslike"), claims=(28,)),
        "warm": text(_("Warm: think of somebody you like"), claims=(72,)),
        "joy": text(_("Joy: movement and a reason to laugh"), claims=(31, 70)),
        "contentment": text(_("Contentment: a long breath out, then the frame"), claims=(31,)),
        "excitement": text(_("Excitement: let them move, shoot in short runs"), claims=(31,)),
        "melancholy": text(_("Wistful: eyes off the camera, silence, time"), claims=(31,)),
        "grief": text(
            _("Grief: as far as they wish; stop when they do"), claims=(31,), source="D5"
        ),
        "intense": text(_("Intense: chin level, still face, eyes into the lens"), claims=(30, 66)),
    }
)

_PROMISED_MOOD = _("Between the calm frames take some in the mood that was promised: {mood}")

_RESTRAINED_MOODS = frozenset({"professional", "warm", "contentment"})
_WITHOUT_MOOD = frozenset({"document", "id_badge"})

_BODY = text(
    _("Body language: shoulders loose, weight away from the camera, something for the hands to do"),
    claims=(39, 53),
)
_VIEWPOINT = text(
    _("Other viewpoints: from eye level, from above, from the side, through something near"),
    claims=(86,),
)
_EYE_LEVEL = text(_("Camera at eye level; body turned a little, face to the lens"), source="S42c")
_STRAIGHT = text(_("Camera at eye level, shoulders square, head upright"), source="C3 S38a")
_EVERYBODY = text(
    _("Every face visible and eyes open: at least as many frames as people, and one for fun"),
    claims=(21,),
    source="D4",
)
_POSES = text(_("Expressive poses are wanted: start from a movement"), claims=(39,))
_PROPS = text(_("Props are wanted: hands first, then the object, then both"), claims=(42,))
_ATTIRE = text(_("The clothes say something here: show them whole at least once"), claims=(41,))
_IDEAS = text(_("Leave time for their ideas and for yours"), claims=(37, 47, 85))

_WISHES = {"pose": _POSES, "props": _PROPS, "attire": _ATTIRE, "viewpoint": _VIEWPOINT}
_HEADSHOT_WISHES = {
    "pose": text(
        _("Poses were wished for: vary the turn and the tilt of the head instead"), claims=(22, 39)
    ),
    "attire": text(
        _("Clothes that say something were wished for: look at them beside the plain ones"),
        claims=(41, 89, 90),
    ),
}


def expression_lines(shoot: Shoot) -> tuple[Line, ...]:
    """What to aim for, the moods asked for as far as the style allows, and the pose."""
    moods = _moods(shoot)
    # A classic portrait is content only where no other mood is asked for (T22).
    aims = () if moods and shoot.style == "classic" else EXPRESSIONS[shoot.style]
    texts = [*aims, *moods]
    if shoot.is_group:
        texts.append(_EVERYBODY)
    texts.extend(_pose(shoot))
    return tuple(Line(shown) for shown in texts)


def _moods(shoot: Shoot) -> list[Text]:
    if shoot.style in _WITHOUT_MOOD:
        return []
    moods = [str(mood) for mood in shoot.answers.mood]
    if shoot.kind != "headshot" or shoot.recipe.emotion > 1:
        return [_MOODS[mood] for mood in moods]
    return [_MOODS[mood] if mood in _RESTRAINED_MOODS else _promised(mood) for mood in moods]


def _promised(mood: str) -> Text:
    aim = _MOODS[mood]
    return text(_PROMISED_MOOD, claims=aim.claims, source="T2", mood=aim)


def _pose(shoot: Shoot) -> tuple[Text, ...]:
    if shoot.kind == "document":
        return (_STRAIGHT,)
    if shoot.kind == "headshot":
        wished = (_HEADSHOT_WISHES[w] for w in shoot.answers.creative if w in _HEADSHOT_WISHES)
        return (_EYE_LEVEL, *wished)
    wishes = (_WISHES[wish] for wish in shoot.answers.creative if wish in _WISHES)
    note = shoot.answers.creative_note
    said = () if not note else (_wish(note),)
    body = () if shoot.is_group else (_BODY,)
    return (*body, *wishes, *said, _IDEAS)


def _wish(note: str) -> Text:
    return text(_("The client’s own idea: “{note}”"), claims=(37,), note=note)


_MASTER = text(_("The master is in colour, in full size"), claims=(79, 82), source="E3 T10")
_DOCUMENT_MASTER = text(_("In colour, unaltered, as the authority asks"), source="C3")
_EXTRA = text(
    _("Black and white as an additional version, converted from the colour file"),
    claims=(80, 82),
    source="E3 T10",
)
_ON_REQUEST = text(_("Black and white on request, beside the colour"), claims=(80, 82), source="E3")
_PALETTE = text(
    _("Colour is part of the idea: agree on bold or muted before the clothes are chosen"),
    claims=(40,),
)
_UNRETOUCHED = text(_("The frames for Central Casting stay unretouched"), source="C2 S32")
_TRUE_SKIN = text(
    _("Skin keeps its own colour and texture; scars, birthmarks and features stay unless asked"),
    claims=(62,),
    source="D2 D5",
)


def colour_lines(shoot: Shoot) -> tuple[Line, ...]:
    """Colour master always; black and white beside it; how far retouching may go (T10, E3)."""
    if shoot.kind == "document":
        return (Line(_DOCUMENT_MASTER), Line(RETOUCHING[0]))
    wants_bw = shoot.answers.colour in {"bw", "both"}
    lines = [Line(_MASTER), Line(_EXTRA if wants_bw else _ON_REQUEST)]
    if "colour" in shoot.answers.creative and shoot.kind == "portrait":
        lines.append(Line(_PALETTE))
    if "central_casting" in shoot.answers.casting_services:
        lines.append(Line(_UNRETOUCHED))
    return (*lines, Line(RETOUCHING[_retouching(shoot)]), Line(_TRUE_SKIN))


def _retouching(shoot: Shoot) -> int:
    """The style's level; casting takes natural retouching at most (C2, E3)."""
    return min(shoot.recipe.retouching, 1 if "casting" in shoot.answers.uses else 3)
