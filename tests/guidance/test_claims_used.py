"""Each claim that could be of use is used: where, is found in what is really produced."""

from collections.abc import Collection
from itertools import chain

import pytest

from guidance.claims import CLAIMS, ClaimClass
from guidance.texts import render
from tests.guidance.carriers import Carriers, carriers
from tests.guidance.combinations import sampled_shoots
from tests.guidance.people import PEOPLE

KIT = {"format": "full_frame", "focal_lengths_mm": [35, 50, 85, 105]}

# Asked, but pushing to neither kind: studio or location (T9), and that the purpose is settled
# before the session, which the questionnaire itself sees to.
ASKED_ALONE = {50: "question: Q8", 75: "question: Q1"}


@pytest.fixture(scope="module")
def carried() -> Carriers:
    people = ({"answers": answers, "kit": KIT, "room": None} for answers in PEOPLE.values())
    return carriers(chain(people, sampled_shoots(1_000, seed=97)))


def unused(claim_class: ClaimClass, carried: Carriers, places: Collection[str]) -> dict[int, str]:
    """The claims of a class that no such place carries, with their words and where they stand."""
    return {
        number: f"{render(claim.text)} Carried by: {sorted(carried.get(number, ()))}"
        for number, claim in CLAIMS.items()
        if claim_class in claim.classes and not set(places).intersection(carried.get(number, ()))
    }


def test_each_claim_on_routing_is_a_reason_or_a_conflict(carried: Carriers) -> None:
    found = unused(ClaimClass.ROUTING, carried, {"reason", "conflict"})
    assert {number: ASKED_ALONE.get(number, why) for number, why in found.items()} == ASKED_ALONE
    assert all(place in carried[number] for number, place in ASKED_ALONE.items())


def test_each_claim_on_the_brief_is_in_a_line_of_one(carried: Carriers) -> None:
    lines = {place for places in carried.values() for place in places if place.startswith("brief")}
    assert unused(ClaimClass.BRIEF, carried, lines) == {}


def test_each_claim_on_clothes_is_in_the_clients_advice(carried: Carriers) -> None:
    assert unused(ClaimClass.WARDROBE, carried, {"wardrobe"}) == {}


def test_each_claim_on_business_is_told_to_somebody(carried: Carriers) -> None:
    told = {
        place for places in carried.values() for place in places if not place.startswith("question")
    }
    assert unused(ClaimClass.BUSINESS, carried, told) == {}


def test_nothing_is_left_but_which_picture_an_article_shows(carried: Carriers) -> None:
    assert CLAIMS.keys() - carried.keys() == {95}
    assert CLAIMS[95].classes == (ClaimClass.ABOUT_THE_ARTICLE,)


def test_no_sentence_names_a_claim_that_there_is_not(carried: Carriers) -> None:
    assert carried.keys() - CLAIMS.keys() == set()


@pytest.mark.parametrize(
    ("claim", "place", "sentence"),
    [
        (7, "reason", "Casting is done by the face, close and true: that is a headshot."),
        (66, "reason", "Theatrical headshots show presence and real feeling."),
        (79, "brief: colour", "The master is in colour, in full size"),
        (91, "wardrobe", "Busy patterns and prints"),
    ],
)
def test_the_map_names_the_sentence(
    carried: Carriers, claim: int, place: str, sentence: str
) -> None:
    assert sentence in carried[claim][place]
