"""Photographers, places, closures and accounts: lenses and times as people type them."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.schedule.models import Closure, Photographer, Place
from tests import factories
from tests.bookings.admin.people import faults, member, post, signed_in

pytestmark = pytest.mark.django_db


def photographer_typed(user: User, **changes: Any) -> dict[str, Any]:
    return {
        "name": "Tove Berg",
        "slug": "tove-berg",
        "user": user.pk,
        "about": "",
        "sensor_format": "aps_c",
        "focal_lengths_mm": "85 mm, 35;50",
        "long_side_px": "8256",
        "position": "0",
        "is_active": "on",
        "hours-TOTAL_FORMS": "0",
        "hours-INITIAL_FORMS": "0",
        "outside_calendars-TOTAL_FORMS": "0",
        "outside_calendars-INITIAL_FORMS": "0",
    } | changes


def test_lenses_are_typed_as_a_list_and_kept_in_order() -> None:
    answer = post("/admin/bookings/photographer/add/", photographer_typed(factories.staff("tove")))

    assert answer.status_code == 302
    assert Photographer.objects.get().focal_lengths_mm == [35, 50, 85]


@pytest.mark.parametrize("typed", ["fifty", "50.5", "5", "801", "-50", "50, , x", "\u0665\u0660"])
def test_lenses_that_are_none_are_refused_beside_the_field(typed: str) -> None:
    user = factories.staff("tove")

    answer = post(
        "/admin/bookings/photographer/add/", photographer_typed(user, focal_lengths_mm=typed)
    )

    assert faults(answer) == {
        "focal_lengths_mm": ["List whole millimetres from 8 to 800, such as 35, 50, 85."]
    }


@pytest.mark.parametrize(
    ("opens", "closes", "fault"),
    [
        ("09:00", "17:00", []),
        ("18:00", "00:00", []),
        ("17:00", "09:00", ["The end must be after the start; 00:00 is midnight."]),
        ("09:00", "09:00", ["The end must be after the start; 00:00 is midnight."]),
        ("25:00", "26:00", ["Enter a valid time."]),
    ],
)
def test_hours_end_after_they_begin(opens: str, closes: str, fault: list[str]) -> None:
    place = factories.place()
    hours = {
        "hours-TOTAL_FORMS": "1",
        "hours-0-place": place.pk,
        "hours-0-weekday": "0",
        "hours-0-opens": opens,
        "hours-0-closes": closes,
    }

    answer = post(
        "/admin/bookings/photographer/add/", photographer_typed(factories.staff("tove"), **hours)
    )

    if fault:
        formset, _calendars = answer.context["inline_admin_formsets"]
        assert formset.formset.forms[0].errors["closes"] == fault
    assert Photographer.objects.exists() is not bool(fault)


SKIPPED = (
    "2026-03-29 02:30:00 couldn’t be interpreted in time zone Europe/Berlin; "
    "it may be ambiguous or it may not exist."
)


def closure_typed(at: Place, **changes: Any) -> dict[str, Any]:
    return {
        "kind": "closed",
        "place": at.pk,
        "reason": "Painting",
        "clock": at.time_zone,
        "start_0": "2026-12-01",
        "start_1": "09:00",
        "end_0": "2026-12-01",
        "end_1": "17:00",
    } | changes


def test_a_closure_is_typed_on_the_clock_that_it_names() -> None:
    factories.place(time_zone="Europe/Berlin")
    porto = factories.place(name="Porto", time_zone="Europe/Lisbon", position=1)

    answer = post("/admin/bookings/closure/add/", closure_typed(porto), FRONT_DESK)

    assert answer.status_code == 302
    closure = Closure.objects.get()
    assert closure.start == datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    with signed_in(User.objects.get(username="front-desk")) as browser:
        form = (
            browser.get(f"/admin/bookings/closure/{closure.pk}/change/").context["adminform"].form
        )
    assert (form["start"].value(), form["clock"].value()) == (
        datetime(2026, 12, 1, 9, 0),  # noqa: DTZ001 - as the wall clock shows it
        "Europe/Lisbon",
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"end_1": "09:00"}, {"end": ["The end must be after the start."]}),
        ({"place": ""}, {"kind": ["Close one thing: a place, a room or a photographer."]}),
        (
            {"kind": "extra"},
            {"kind": ["An extra opening needs a photographer and a place."]},
        ),
        (
            {"clock": "Mars/Base"},
            {"clock": ["Select a valid choice. Mars/Base is not one of the available choices."]},
        ),
        ({"start_0": "2026-13-01"}, {"start": ["Enter a valid date."]}),
        (
            {"start_0": "2026-03-29", "start_1": "02:30"},
            {"start": [SKIPPED]},
        ),
    ],
)
def test_a_closure_with_a_fault_says_it(
    typed: dict[str, Any], expected: dict[str, list[str]]
) -> None:
    answer = post("/admin/bookings/closure/add/", closure_typed(factories.place(), **typed))

    assert faults(answer) == expected
    assert not Closure.objects.exists()


def test_a_room_of_no_length_is_refused_beside_its_field() -> None:
    place = factories.place()
    typed = {
        "name": place.name,
        "slug": place.slug,
        "address": place.address,
        "time_zone": "Europe/Nowhere",
        "raster_minutes": "30",
        "position": "0",
        "rooms-TOTAL_FORMS": "1",
        "rooms-INITIAL_FORMS": "0",
        "rooms-0-name": "Cupboard",
        "rooms-0-length_m": "0",
        "rooms-0-width_m": "2",
        "rooms-0-height_m": "2",
        "rooms-0-max_people": "0",
    }

    answer = post(f"/admin/bookings/place/{place.pk}/change/", typed)

    assert faults(answer) == {"time_zone": ["Write the zone as in Europe/Berlin."]}
    [rooms] = answer.context["inline_admin_formsets"]
    assert rooms.formset.forms[0].errors == {
        "length_m": ["Ensure this value is greater than or equal to 1."],
        "max_people": ["Ensure this value is greater than or equal to 1."],
    }


def test_the_owner_makes_a_staff_account() -> None:
    account = member(OWNER)
    typed = {
        "username": "tove",
        "usable_password": "true",
        "password1": "a long enough phrase",
        "password2": "a long enough phrase",
    }

    with signed_in(account) as browser:
        weak = browser.post("/admin/auth/user/add/", typed | {"password1": "1", "password2": "1"})
        browser.post("/admin/auth/user/add/", typed)
        made = User.objects.get(username="tove")
        photographers = Group.objects.get(name="Photographer")
        browser.post(
            f"/admin/auth/user/{made.pk}/change/",
            {"username": "tove", "is_active": "on", "is_staff": "on", "groups": photographers.pk},
        )

    assert "password2" in faults(weak)
    assert Client().login(username="tove", password="a long enough phrase")
    assert [*made.groups.all()] == [photographers]


def test_hours_typed_together_do_not_overlap() -> None:
    place = factories.place()
    hours: dict[str, Any] = {"hours-TOTAL_FORMS": "3"}
    for row, (day, opens, closes) in enumerate(
        [("0", "18:00", "00:00"), ("0", "22:00", "23:00"), ("1", "22:00", "23:00")]
    ):
        span = {"place": place.pk, "weekday": day, "opens": opens, "closes": closes}
        hours |= {f"hours-{row}-{name}": value for name, value in span.items()}

    answer = post(
        "/admin/bookings/photographer/add/", photographer_typed(factories.staff("tove"), **hours)
    )

    formset, _calendars = answer.context["inline_admin_formsets"]
    assert [dict(form.errors) for form in formset.formset.forms[:3]] == [
        {},
        {"opens": ["These hours overlap others of the same day."]},
        {},
    ]
