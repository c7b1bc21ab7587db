"""Every combination of the answers that can decide something, and shoots with all the others.

One line of a shoot is what the `brief` command reads: answers, kit and perhaps a room.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from random import Random
from typing import Any, Final

from guidance.answers import Answers
from guidance.optics import SENSOR_FORMATS
from guidance.vocabulary import (
    AccessNeed,
    Background,
    CastingMarket,
    CastingService,
    Clothes,
    Colour,
    CreativeWish,
    Framing,
    Glasses,
    Mood,
    Occasion,
    Place,
    Story,
    Term,
    Use,
)

MAIN_USES: Final[tuple[Use | None, ...]] = (None, *Use)

# One person, several one by one, several in one frame.
PEOPLE: Final[tuple[dict[str, Any], ...]] = ({}, {"people_total": 3}, {"people_in_frame": 4})
DIMENSIONS: Final[dict[str, tuple[Any, ...]]] = {
    "occasion": (None, *Occasion),
    "framing": (None, *Framing),
    "story": (None, *Story),
    "background": (None, *Background),
    "place": (None, *Place),
}


def combinations(main_use: Use | None) -> Iterator[Answers]:
    """Each occasion, market, framing, story, background, place and format with `main_use`."""
    uses = () if main_use is None else (main_use,)
    markets = (None, *CastingMarket) if main_use is Use.CASTING else (None,)
    for market, people, *values in product(markets, PEOPLE, *DIMENSIONS.values()):
        chosen = dict(zip(DIMENSIONS, values, strict=True))
        yield Answers(uses=uses, casting_market=market, **people, **chosen)


def every_combination() -> Iterator[Answers]:
    """All of them, main use by main use; about 116,000."""
    for main_use in MAIN_USES:
        yield from combinations(main_use)


def shoot(answers: Answers, dice: Random) -> dict[str, Any]:
    """A line for the `brief` command: `answers` with all the others, a kit and a room at random."""
    given = answers.as_mapping() | _looks(dice) | _care(answers.total, dice)
    given["uses"] = [*given.get("uses", ()), *_further_uses(answers, dice)]
    if "casting" in given["uses"]:
        given["casting_services"] = _some(CastingService, dice)
    return {"answers": given, "kit": _kit(dice), "room": _room(dice)}


def sampled_shoots(number: int, seed: int) -> Iterator[dict[str, Any]]:
    """So many lines out of the same product, the same for the same `seed`."""
    dice = Random(seed)
    for _ in range(number):
        yield shoot(_one_combination(dice), dice)


def _one_combination(dice: Random) -> Answers:
    main_use = dice.choice(MAIN_USES)
    uses = () if main_use is None else (main_use,)
    market = dice.choice((None, *CastingMarket)) if main_use is Use.CASTING else None
    chosen = {key: dice.choice(values) for key, values in DIMENSIONS.items()}
    return Answers(uses=uses, casting_market=market, **dice.choice(PEOPLE), **chosen)


def _further_uses(answers: Answers, dice: Random) -> list[str]:
    """Up to two, only beside a main use: without one it is the tie-break that is tried."""
    if not answers.uses or dice.random() < 0.5:
        return []
    return [use.value for use in dice.sample(list(Use), 2) if use not in answers.uses]


def _looks(dice: Random) -> dict[str, Any]:
    return {
        "mood": _some(Mood, dice),
        "creative": _some(CreativeWish, dice),
        "creative_note": dice.choice(("", "My violin, an old one")),
        "place_note": dice.choice(("", "The kitchen of the restaurant")),
        "colour": dice.choice(_values(Colour)),
        "clothes": dice.choice(_values(Clothes)),
        "clothes_note": dice.choice(("", "A green suit")),
        "glasses": dice.choice(_values(Glasses)),
    }


def _care(people: int, dice: Random) -> dict[str, Any]:
    """Access, faith and minors; nothing of them for half of the shoots."""
    if dice.random() < 0.5:
        return {}
    return {
        "head_covering": dice.random() < 0.5,
        "minors": dice.randint(0, people),
        "access": _some(AccessNeed, dice),
        "access_note": dice.choice(("", "A bench to rest on")),
    }


def _kit(dice: Random) -> dict[str, Any]:
    lenses = dice.choice(((85,), (50,), (35, 50, 85, 105), (24, 70, 200), (12, 25, 45, 75)))
    kit: dict[str, Any] = {
        "format": dice.choice(list(SENSOR_FORMATS)),
        "focal_lengths_mm": list(lenses),
    }
    return kit if dice.random() < 0.5 else {**kit, "long_side_px": dice.choice((3_000, 9_500))}


def _room(dice: Random) -> dict[str, float] | None:
    if dice.random() < 0.2:
        return None
    return {
        "length_m": round(dice.uniform(1.5, 14), 1),
        "width_m": round(dice.uniform(1.5, 9), 1),
        "height_m": round(dice.uniform(2, 5), 1),
    }


def _some(terms: type[Term], dice: Random) -> list[str]:
    return dice.sample(_values(terms), dice.choice((0, 0, 1, 2, 3)))


def _values(terms: type[Term]) -> Sequence[str]:
    return [term.value for term in terms]
