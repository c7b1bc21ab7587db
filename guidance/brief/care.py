"""Access, dignity and safety as instructions to whoever runs the session (D5), and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from guidance.brief.sheet import Line
from guidance.brief.shoot import Shoot
from guidance.measures import count, metres
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

DOOR_MM = 850.0
TURNING_CIRCLE_MM = 1500.0
SEATED_EYES_MM = 1200.0
"""What a wheelchair needs to pass and to turn, and where seated eyes are (GK)."""

_EVERYBODY = (
    text(
        _("Name and pronouns as given; ask before touching hair, collar or scarf, or use a mirror"),
        source="D5",
    ),
    text(_("No remarks on the body; nothing is slimmed or removed unless asked"), source="D5"),
)

_A_STEP_IN_THE_WAY = text(
    _(
        "Warning: a step-free way in was asked for, and this place has none. The studio calls "
        "before the day and moves the session to a place without a step, or to them, at the same "
        "price; nobody is lifted"
    ),
    source="D5 GK",
)
_STEP_FREE = (
    text(
        _(
            "Walk the step-free way from the street to the set before the day: doors {door} wide, "
            "a circle of {circle} to turn in, at the set and where they change"
        ),
        source="D5 GK",
        door=metres(DOOR_MM),
        circle=metres(TURNING_CIRCLE_MM, 1),
    ),
    text(
        _("A stool of any height is there and a choice: never assume that somebody changes seats"),
        source="D5",
    ),
)
_SEATED = (
    text(
        _(
            "Photographed seated: lens at their eye level, about {eyes}, and the lamps with it; "
            "what this sheet says of standing, feet and weight does not apply"
        ),
        source="D5 S48a",
        eyes=metres(SEATED_EYES_MM, 1),
    ),
    text(
        _("Few set-ups, quickly changed, everything ready before they take their place"),
        source="D5 S48a",
    ),
    text(
        _("A chair of their own is shown or cropped as they wish; ask what may be moved"),
        source="D5 S48b",
    ),
)
_SEATED_IN_A_GROUP = text(
    _("Build the group to the height of whoever sits, in front and near the middle, not around"),
    source="D5",
)
_SAY_EACH_STEP = text(
    _("Say each step before it comes; no forced eye contact or smile, breaks whenever wanted"),
    source="D5 S48c S48d",
)
_LOW_STIMULUS = (
    text(
        _("Send pictures of the room and a list of the steps beforehand; offer a first visit"),
        source="D5 S48c",
    ),
    text(
        _(
            "Quiet slot, few people, beeps and modelling lamps off; longer at no extra fee, moved "
            "without a fee when the day is not right"
        ),
        source="D5 S48c S48f",
    ),
    _SAY_EACH_STEP,
    text(_("Stimming is welcome: change the set, not the person"), source="D5 S48d S48e"),
)
_WARN_OF_FLASH = text(
    _("Offer continuous light; with flash, say each one before it comes"),
    source="D5 S48c",
)
_NO_FLASH = (
    text(
        _(
            "Continuous light that does not flicker, and no flash at all: no test pops, no bursts, "
            "no other studio’s flash in sight"
        ),
        source="D5 S50a S50b S50c",
    ),
    text(
        _(
            "The lamps stand as planned and differ by the same stops; meter instead of setting "
            "power, and leave the lines on flash aside"
        ),
        source="D5 GK",
    ),
)
_INTERPRETER = (
    text(
        _(
            "The interpreter stands beside the camera, in the light; face the person and speak to "
            "them, pause before you shoot"
        ),
        source="D5",
    ),
    text(_("Cues agreed by hand or on a card, for when the eyes are on the lens"), source="D5"),
)
_DESCRIBED_SET = (
    text(
        _(
            "Describe the set, who is there, each move and each pose in words, from where they "
            "stand; say when you come near and when you shoot"
        ),
        source="D5",
    ),
)

_ACCESS: Mapping[str, tuple[Text, ...]] = MappingProxyType(
    {
        "step_free": _STEP_FREE,
        "seated": _SEATED,
        "low_stimulus": _LOW_STIMULUS,
        "no_flash": _NO_FLASH,
        "interpreter": _INTERPRETER,
        "described_set": _DESCRIBED_SET,
    }
)

_HEAD_COVERING = (
    text(_("The head covering stays on; never ask to remove it"), source="D5"),
    text(
        _("Ask who may photograph, be in the room and see the pictures; share after approval only"),
        source="D5 S49",
    ),
    text(_("Pins and underscarf are checked by the wearer, at a mirror"), source="D5"),
)
_HEAD_COVERING_DOCUMENT = text(
    _("Document: the full face from chin to forehead stays visible; the US wants a statement"),
    source="C3 S35d S38c",
)
_PALE_GROUND = text(
    _("Its colour against the pale ground: with a white covering dim the ground, not the face"),
    source="D5 B3",
)
_COVERING_ON_PLACE = text(
    _("Its colour against the place: a part that is clearly lighter or darker goes behind it"),
    source="D5 B3",
)
_COVERING_ON: Mapping[str, Text] = MappingProxyType(
    {
        "grey": text(
            _("Its colour against the grey: for a grey covering move the ground lighter or darker"),
            source="D5 B3",
        ),
        "light": _PALE_GROUND,
        "document": _PALE_GROUND,
        "dark": text(
            _("Its colour against the dark: with a dark covering light its edge or the ground"),
            source="D5 B3",
        ),
    }
)
"""How a covering stands out, by the ground; the ground is changed, not what they wear (D5)."""

_THE_ONE = text(_("The person is under 18"), source="D5")
_ONE_OF_THEM = text(_("One of the people is under 18"), source="D5")
_MINORS = (
    text(
        _("The guardian books, signs and stays in sight; a second adult is present"),
        source="D5 S51a",
    ),
    text(
        _(
            "The child is asked too, in plain words, and may stop at any time; at the first "
            "distress the session stops"
        ),
        source="D5 S51b",
    ),
    text(
        _("Direct with words and by showing, no touching; no camera where people change"),
        source="D5 S51b",
    ),
    text(
        _("Around meals and naps, the youngest first; a sitting is short and may end early"),
        source="D4 GK",
    ),
    text(
        _("Private gallery, no names with the pictures, place data stripped"), source="D5 E4 S51c"
    ),
)
_BACKSTAGE_UNDER_16 = text(
    _("Backstage asks for a parent’s consent form for anybody under 16"), source="C2 S33"
)


def care_lines(shoot: Shoot) -> tuple[Line, ...]:
    """What this session needs to be safe and kind; general manners where nothing was said."""
    texts = (*_access(shoot), *_covering(shoot), *_minors(shoot), *_EVERYBODY)
    return tuple(Line(shown) for shown in texts)


def _access(shoot: Shoot) -> Iterator[Text]:
    """What cannot be had comes first, with what is done instead."""
    needs = shoot.answers.access
    if "step_free" in needs and shoot.session.is_step_free is False:
        yield _A_STEP_IN_THE_WAY
    for need in needs:
        yield from _ACCESS[need]
    if "low_stimulus" in needs and "no_flash" not in needs:
        yield _WARN_OF_FLASH
    if "seated" in needs and shoot.is_group:
        yield _SEATED_IN_A_GROUP
    if shoot.answers.access_note:
        yield _note(shoot.answers.access_note)


def _covering(shoot: Shoot) -> Iterator[Text]:
    if not shoot.answers.head_covering:
        return
    yield from _HEAD_COVERING
    yield _COVERING_ON.get(shoot.backdrop_name, _COVERING_ON_PLACE)
    if shoot.kind == "document":
        yield _HEAD_COVERING_DOCUMENT


def _minors(shoot: Shoot) -> Iterator[Text]:
    if not shoot.answers.minors:
        return
    yield _how_many(shoot.answers.minors, shoot.recommendation.people.total)
    yield from _MINORS
    if "backstage" in shoot.answers.casting_services:
        yield _BACKSTAGE_UNDER_16


def _how_many(minors: int, total: int) -> Text:
    if minors == 1:
        return _THE_ONE if total == 1 else _ONE_OF_THEM
    return text(_("{minors} of the people are under 18"), source="D5", minors=count(minors))


def _note(note: str) -> Text:
    return text(_("In their own words: “{note}”"), source="D5", note=note)
