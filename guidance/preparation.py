"""The weeks before the session, counted back from its day, each step with its reason (D3, D4).

Wording holds for everybody: "if you shave", "if you wear make-up". The answers about access,
faith and age are not used here.
"""

from __future__ import annotations

from dataclasses import dataclass

from guidance.answers import Answers
from guidance.routing import Recommendation
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do between two days, both counted back from the session; 0 is the day itself.

    `slug` stays when the wording changes.
    """

    slug: str
    days_before_from: int
    days_before_to: int
    text: Text
    why: Text


def timeline(answers: Answers, recommendation: Recommendation) -> tuple[Step, ...]:
    """What to do when, the earliest first."""
    document = recommendation.kind == "document"
    steps: tuple[Step, ...] = _DOCUMENT if document else (*_EVERYBODY, *_by_format(recommendation))
    if answers.glasses in {"sometimes", "always"}:
        steps = (*steps, _GLASSES)
    return tuple(sorted(steps, key=lambda step: (-step.days_before_from, -step.days_before_to)))


def _by_format(recommendation: Recommendation) -> tuple[Step, ...]:
    if recommendation.format == "group":
        return _GROUP
    return _SERIES if recommendation.format == "series" else ()


_ORDER_CLOTHES = Step(
    "clothes",
    21,
    14,
    text(_("Choose your clothes, try them on together, order what is missing"), source="D3"),
    text(_("What has to be altered or sent back still has the time"), source="D3"),
)
_BOOK_HAIR = Step(
    "hair-appointment",
    21,
    14,
    text(
        _("If you have your hair cut or coloured, book it for one to two weeks before"),
        source="D3 S46a S46b",
    ),
    text(_("A fresh cut needs some days to fall as it should"), source="D3 S46a S46d"),
)
_HAIRCUT = Step(
    "haircut",
    14,
    7,
    text(_("Haircut or colour, if you have one planned"), source="D3 S46a S46b S46d"),
    text(_("Not in the last week: nobody looks like themselves straight after"), source="D3 S46d"),
)
_FACIAL = Step(
    "facial",
    14,
    7,
    text(_("If you have facials, the last one now"), source="D3 S46d"),
    text(_("Skin needs a week to calm down"), source="D3 S46d"),
)
_NOTHING_NEW = Step(
    "nothing-new",
    7,
    1,
    text(_("Nothing new on your skin, and no tanning"), source="D3 S46e"),
    text(_("There is no time left for a reaction to fade"), source="D3 S46e"),
)
_SHAVE_SENSITIVE = Step(
    "wax",
    3,
    2,
    text(_("If you wax, or shave sensitive places, do it now at the latest"), source="D3 S46c"),
    text(_("Redness is gone by the day"), source="D3 S46c"),
)
_PACK = Step(
    "pack",
    1,
    1,
    text(_("Press your clothes, hang them up, pack"), source="D3 S44a"),
    text(_("Folded clothes arrive creased"), source="D3 S44a"),
)
_REST = Step(
    "rest",
    1,
    1,
    text(_("Drink water, go easy on alcohol, sleep"), source="D3"),
    text(_("Eyes show a short night first"), source="D3"),
)
_EAT = Step(
    "eat",
    0,
    0,
    text(_("Eat as you normally do"), source="D3"),
    text(_("Nobody looks at ease when hungry"), source="D3"),
)
_SHAVE = Step(
    "shave",
    0,
    0,
    text(
        _("If you shave, do it two to three hours before, or bring the razor for a second look"),
        source="D3",
    ),
    text(_("Skin calms down, and no shadow has grown yet"), source="D3"),
)
_MAKE_UP = Step(
    "make-up",
    0,
    0,
    text(_("If you wear make-up, keep it light and matt; lip balm helps everybody"), source="D3"),
    text(_("Shine and dry lips are what the light finds first"), source="D3"),
)
_NO_MARKS = Step(
    "no-marks",
    0,
    0,
    text(_("No sunglasses and no tight hat in the last 20 minutes"), source="D3 S46d"),
    text(_("The marks they leave take that long to fade"), source="D3 S46d"),
)
_ARRIVE = Step(
    "arrive",
    0,
    0,
    text(_("Arrive 10 to 15 minutes early"), source="D3"),
    text(_("You begin rested, and none of your time is lost"), source="D3"),
)
_GLASSES = Step(
    "glasses",
    21,
    14,
    text(_("Have your glasses checked: screws, pads, scratches"), claims=(54,), source="D3 B4"),
    text(_("A straight, clean frame is half of a picture without glare"), source="B4"),
)
_EVERYBODY = (
    *(_ORDER_CLOTHES, _BOOK_HAIR, _HAIRCUT, _FACIAL, _NOTHING_NEW, _SHAVE_SENSITIVE),
    *(_PACK, _REST, _EAT, _SHAVE, _MAKE_UP, _NO_MARKS, _ARRIVE),
)
_GROUP = (
    Step(
        "palette",
        21,
        14,
        text(_("Agree on the colours and lay all the clothes side by side"), source="D4 S47b"),
        text(_("Colours that do not get on are seen at once when they lie together"), source="D4"),
    ),
    Step(
        "day-plan",
        1,
        0,
        text(_("Plan the day around meals and rests, if little ones come along"), source="D4"),
        text(_("We photograph the whole group first, then the smaller ones"), source="D4"),
    ),
)
_SERIES = (
    Step(
        "order",
        7,
        2,
        text(_("Send us the names in the order in which people will come"), source="D4 T13"),
        text(_("Each picture then carries the right name from the start"), source="D4 E4"),
    ),
)
_DOCUMENT = (
    Step(
        "rules",
        14,
        1,
        text(_("Look up the newest picture rules of the authority you apply to"), source="C3 S38b"),
        text(
            _("They decide, and they change; taste does not come into it"),
            claims=(11,),
            source="T15",
        ),
    ),
    Step(
        "date",
        30,
        0,
        text(_("Check how old the picture may be when you apply"), source="C3 S35a S36a"),
        text(_("One month for the UK, six months for the US"), source="C3 S35a S36a"),
    ),
    _NO_MARKS,
    _ARRIVE,
)
