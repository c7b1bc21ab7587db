"""The weeks before the session, counted back from its day, each step with its reason (D3, D4).

Wording holds for everybody: "if you shave", "if you wear make-up". The answers about access,
faith and age are not used here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from guidance.answers import Answers
from guidance.measures import count
from guidance.routing import Recommendation
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do between two days, both counted back from the session; 0 is the day itself.

    `slug` stays when the wording changes. `late` says what still helps once these days are over.
    """

    slug: str
    days_before_from: int
    days_before_to: int
    text: Text
    why: Text
    late: Late | None = None


@dataclass(frozen=True, slots=True)
class Late:
    """What still helps, up to so many days before the session, after a step's own days.

    Without a `why` of its own the step's holds.
    """

    days_before_to: int
    text: Text
    why: Text | None = None


def timeline(
    answers: Answers,
    recommendation: Recommendation,
    *,
    looks: int | None = None,
    has_make_up: bool = False,
) -> tuple[Step, ...]:
    """What to do when, the earliest first; for the booked looks and artist where there are any."""
    if recommendation.kind == "document":
        steps: tuple[Step, ...] = _DOCUMENT
    else:
        pack = _PACK if looks is None or looks == 1 else _pack_looks(looks)
        face = _CLEAN_FACE if has_make_up else _MAKE_UP
        steps = (*_EVERYBODY, pack, face, *_by_format(recommendation))
    if looks == 1:
        steps = tuple(_SHAVE_FOR_ONE_LOOK if step is _SHAVE else step for step in steps)
    if answers.glasses in {"sometimes", "always"}:
        steps = (*steps, _GLASSES)
    return tuple(sorted(steps, key=_by_day))


def _by_day(step: Step) -> tuple[int, int, int]:
    return (-step.days_before_from, -step.days_before_to, _ORDER_OF_A_DAY.get(step.slug, 0))


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
    Late(
        1,
        text(_("Choose your clothes from what you have, and try them on together"), source="D3"),
        text(_("What you know fits is one thing less to think about"), source="D3"),
    ),
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
    Late(
        8,
        text(
            _("If you have your hair cut or coloured: book it for a week before, no later"),
            source="D3 S46b S46d",
        ),
    ),
)
_WHITEN = Step(
    "whitening",
    21,
    14,
    text(_("If you whiten your teeth, and are used to it, do it now"), source="D3"),
    text(_("For a first time it is too close: gums and teeth may be tender"), source="D3 GK"),
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
    text(_("Nothing new on your skin, no tanning and no sunbed"), source="D3 S46e"),
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


def _pack_looks(looks: int) -> Step:
    words = _("Press your clothes and hang your {looks} looks up, each with all that belongs to it")
    return replace(_PACK, text=text(words, source="D3 S44a", looks=count(looks)))


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
_SHAVE_FOR_ONE_LOOK = replace(
    _SHAVE, text=text(_("If you shave, do it two to three hours before"), source="D3")
)
_MAKE_UP = Step(
    "make-up",
    0,
    0,
    text(_("If you wear make-up, keep it light and matt; lip balm helps everybody"), source="D3"),
    text(_("Shine and dry lips are what the light finds first"), source="D3"),
)
_CLEAN_FACE = Step(
    "make-up",
    0,
    0,
    text(_("Come with a clean face: your make-up artist begins with you"), source="D3 GK"),
    text(
        _("Their time is part of your session, so nothing has to be taken off first"), source="D3"
    ),
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
    Late(
        1, text(_("Look your glasses over: screws, pads, scratches"), claims=(54,), source="D3 B4")
    ),
)
_EVERYBODY = (
    *(_ORDER_CLOTHES, _BOOK_HAIR, _WHITEN, _HAIRCUT, _FACIAL, _NOTHING_NEW, _SHAVE_SENSITIVE),
    *(_REST, _EAT, _SHAVE, _NO_MARKS, _ARRIVE),
)
# Within a day packing comes before resting, and arriving after everything else.
_ORDER_OF_A_DAY = {"pack": -1, "make-up": 1, "no-marks": 2, "arrive": 3}
_GROUP = (
    Step(
        "agree-colours",
        21,
        14,
        text(_("Agree on the colours and lay all the clothes side by side"), source="D4 S47b"),
        text(_("Colours that do not get on are seen at once when they lie together"), source="D4"),
        Late(
            1,
            text(
                _("Lay all the clothes side by side, and swap what does not go with the rest"),
                source="D4 S47b",
            ),
        ),
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
        Late(0, text(_("Bring the names in the order in which people will come"), source="D4 T13")),
    ),
    Step(
        "tell-everybody",
        14,
        2,
        text(_("Tell everybody when they come and what to wear"), source="D4 T13"),
        text(_("Nobody waits, and the pictures go together"), source="T13"),
        Late(0, text(_("Tell everybody when they come and what to wear"), source="D4 T13")),
    ),
)
COMPANY_DAY = (
    Step(
        "invite",
        14,
        2,
        text(
            _("Put everybody on your list: each gets a letter and chooses a slot"), source="D4 GK"
        ),
        text(_("Each picture then carries the right name from the start"), source="D4 E4"),
        Late(0, text(_("Put whoever is missing on your list"), source="D4 GK")),
    ),
    Step(
        "tell-everybody",
        14,
        2,
        text(_("Remind everybody to choose a slot, and say what to wear"), source="D4 T13"),
        text(_("Nobody waits, and the pictures go together"), source="T13"),
        Late(0, text(_("Remind whoever has no slot yet, and say what to wear"), source="D4 T13")),
    ),
    Step(
        "arrive",
        0,
        0,
        text(_("Let everybody come five minutes before their slot"), source="D4 GK"),
        text(_("They begin unhurried, and nobody’s minutes are lost"), source="D4 GK"),
    ),
)
"""What is left to do for who organises a company day whose people choose their own slots:
haircuts and skin are each person's own."""
_DOCUMENT = (
    Step(
        "look-up-rules",
        14,
        1,
        text(_("Look up the newest picture rules of the authority you apply to"), source="C3 S38b"),
        text(
            _("They decide, and they change; taste does not come into it"),
            claims=(11,),
            source="T15",
        ),
        Late(0, text(_("Look up the newest picture rules before you come"), source="C3 S38b")),
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
