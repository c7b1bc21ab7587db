"""The keys of lines, by which a photographer's words stay with them: each says one thing."""

from __future__ import annotations

import re

from guidance.texts import render
from tests.guidance.brief.shoots import brief
from tests.guidance.combinations import sampled_shoots
from tests.guidance.contradictions import work_out

COUNTED = re.compile("-[0-9a-f]{12}-[0-9]+$")


def test_no_line_is_known_by_its_place_among_others_alike() -> None:
    for asked in sampled_shoots(1_500, seed=77):
        for part in work_out(asked).brief.parts:
            assert [key for key in part.keyed() if COUNTED.search(key)] == [], asked


def test_two_further_pictures_say_which_of_them_a_line_is_of() -> None:
    found = brief(
        uses=["gift", "online_profile", "social_profile", "identity_document"],
        occasion="personal",
        framing="full",
    )
    (part,) = (each for each in found.parts if each.slug == "second_setups")
    pictures = {render(line.text).split(":")[0] for line in part.lines}
    assert pictures >= {"Document photo"}
    assert all(": " in render(line.text) for line in part.lines)


def test_a_key_stays_where_a_further_picture_joins() -> None:
    one = brief(uses=["gift", "online_profile"], people_in_frame=4, occasion="work")
    two = brief(
        uses=["gift", "online_profile", "identity_document"], people_in_frame=4, occasion="work"
    )
    before, after = (
        next(part for part in found.parts if part.slug == "second_setups").keyed()
        for found in (one, two)
    )
    assert before.keys() <= after.keys()
