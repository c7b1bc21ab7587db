"""Access, dignity and safety as instructions to whoever runs the session (D5), and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guidance.brief.sheet import Line
from guidance.brief.shoot import Shoot
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

_EVERYBODY = (
    text(
        _("Name and pronouns as given; ask before touching hair, collar or scarf, or use a mirror"),
        source="D5",
    ),
    text(_("No remarks on the body; nothing is slimmed or removed unless asked"), source="D5"),
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
_MINORS = (
    text(_("A guardian books, signs and stays; a second adult is present"), source="D5 S51a"),
    text(
        _("Direct with words, no touching; the child says yes too, and stops it any time"),
        source="D5 S51b",
    ),
    text(
        _("Private gallery, no names with the pictures, place data stripped"), source="D5 E4 S51c"
    ),
)

_ACCESS: Mapping[str, tuple[Text, ...]] = MappingProxyType(
    {
        "step_free": (
            text(
                _("Step-free way in, doors and turning space checked before the day"), source="D5"
            ),
        ),
        "seated": (
            text(
                _("Photographed seated: camera at their eye level, few and quick set-ups"),
                source="D5 S48a",
            ),
            text(
                _("A chair of their own is shown or cropped as they wish; ask what may be moved"),
                source="D5 S48b",
            ),
        ),
        "low_stimulus": (
            text(_("Quiet slot, few people, beeps and modelling lights off"), source="D5 S48c"),
            text(
                _("Say each step before it comes; no forced eye contact or smile; breaks"),
                source="D5 S48c S48d",
            ),
            text(
                _("Stimming is welcome; take the time that it takes, without a fee"),
                source="D5 S48e S48f",
            ),
        ),
        "no_flash": (
            text(
                _("Continuous light only, no flash at all, no flicker, no test bursts"),
                source="D5 S50a S50c",
            ),
        ),
        "interpreter": (
            text(
                _("The interpreter stands beside the camera; speak to the person, face them"),
                source="D5",
            ),
        ),
        "described_set": (
            text(_("Describe the set, each move and each pose in words"), source="D5"),
        ),
    }
)


def care_lines(shoot: Shoot) -> tuple[Line, ...]:
    """What this session needs to be safe and kind; general manners where nothing was said."""
    answers = shoot.answers
    texts = [part for need in answers.access for part in _ACCESS[need]]
    if answers.access_note:
        texts.append(_note(answers.access_note))
    if answers.head_covering:
        texts.extend(_HEAD_COVERING)
        if shoot.kind == "document":
            texts.append(_HEAD_COVERING_DOCUMENT)
    if shoot.children:
        texts.extend(_MINORS)
    return tuple(Line(shown) for shown in (*texts, *_EVERYBODY))


def _note(note: str) -> Text:
    return text(_("In their own words: “{note}”"), source="D5", note=note)
