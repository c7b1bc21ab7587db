"""A room is long enough for what the brief will frame, with a lens that somebody has."""

from decimal import Decimal
from typing import Any

import pytest

from bookings.booking.holding import picture_of
from bookings.schedule.models import Room
from bookings.schedule.rosters import rosters
from guidance.answers import parse
from guidance.brief import Kit, RoomSize, compose
from guidance.brief.reach import least_room_length_mm
from guidance.routing import recommend
from guidance.vocabulary import Kind, Style
from tests.factories import NOW, Bookable, bookable_studio, enquiry, held_booking, package, room
from tests.guidance.people import PEOPLE

FULL_FIGURE = {"uses": ["gift"], "occasion": "personal", "framing": "full", "people_in_frame": 1}
LONG, SHORT = Decimal(9), Decimal("3.5")


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("lenses", [(85,), (35, 50, 85), (24, 105)])
def test_the_least_length_is_where_the_brief_begins_to_fit(
    who: str, lenses: tuple[int, ...]
) -> None:
    answers, kit = parse(PEOPLE[who]), Kit("full_frame", lenses)
    advice = recommend(answers)
    least_m = least_room_length_mm(answers, advice, kit) / 1000

    just = compose(answers, advice, kit, RoomSize(least_m + 0.01, 30, 5))
    assert just.framing.room_length_needed_mm <= (least_m + 0.01) * 1000
    assert just.framing.focal_mm in lenses
    below = compose(answers, advice, kit, RoomSize(max(1.0, least_m - 0.3), 30, 5))
    fits = below.framing.room_length_needed_mm <= max(1.0, least_m - 0.3) * 1000
    # Where the poster's own frame doesn't fit, a poster is cut from a tighter one, and says so.
    is_same = below.framing.wished_mm == just.framing.wished_mm
    assert not (is_same and fits and below.framing.focal_mm in lenses)


def two_rooms(short: Decimal = SHORT, long: Decimal = LONG) -> Bookable:
    """A studio with a short room and a long one; the portrait fits both by its package."""
    sold = package(name="Portrait", kind=Kind.PORTRAIT, styles=[Style.CLASSIC])
    studio = bookable_studio(package=sold)
    studio.photographer.focal_lengths_mm = [50, 85]
    studio.photographer.save()
    studio.room.length_m = short
    studio.room.save()
    room(studio.place, name="Hall", length_m=long)
    return studio


def rooms_offered(studio: Bookable, answers: dict[str, Any]) -> list[str]:
    asked = enquiry(answers, package=studio.package)
    known = rosters(studio.package, 1, [studio.place], NOW, picture_of(asked))
    return [found.name for found in known[studio.place].rooms]


@pytest.mark.django_db
def test_a_full_figure_is_given_the_long_room_and_a_head_any() -> None:
    studio = two_rooms()
    head = FULL_FIGURE | {"framing": "head_shoulders"}

    assert rooms_offered(studio, FULL_FIGURE) == ["Hall"]
    assert rooms_offered(studio, head) == [studio.room.name, "Hall"]


@pytest.mark.django_db
def test_where_every_room_is_too_short_none_is_refused() -> None:
    studio = two_rooms(long=Decimal(4))

    assert len(rooms_offered(studio, FULL_FIGURE)) == 2


@pytest.mark.django_db
def test_the_hold_takes_the_room_that_was_offered() -> None:
    studio = two_rooms()
    booking = held_booking(studio, answers=FULL_FIGURE)

    assert booking.room == Room.objects.get(name="Hall")


@pytest.mark.django_db
def test_a_colleague_s_shorter_lens_makes_the_short_room_do() -> None:
    studio = two_rooms(short=Decimal("4.2"))
    assert rooms_offered(studio, FULL_FIGURE) == ["Hall"]
    studio.photographer.focal_lengths_mm = [28, 85]
    studio.photographer.save()

    assert rooms_offered(studio, FULL_FIGURE) == [studio.room.name, "Hall"]
