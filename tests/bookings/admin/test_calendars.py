"""Calendars at the desk: addresses to subscribe to, and calendars that are kept elsewhere."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from bookings import moments
from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.notices.feeds import feed_path
from bookings.schedule.models import Closure, OutsideCalendar, Photographer
from tests import factories
from tests.bookings.admin.people import member, photographer_account, signed_in
from tests.bookings.schedule.calendar_server import LOOPBACK, calendar_file, calendar_server
from tests.factories import NOW, START

pytestmark = pytest.mark.django_db

BUSY = calendar_file("DTSTART:20261125T100000Z\r\nDTEND:20261125T113000Z\r\nSUMMARY:Zebra")


def page(user: User, path: str) -> Any:
    with signed_in(user) as browser:
        return browser.get(path)


def told(user: User, path: str, **typed: Any) -> Any:
    """The page after pressing a button on it."""
    with signed_in(user) as browser:
        return browser.post(path, typed, follow=True)


def said(answer: Any) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def calendars_of(person: Photographer) -> str:
    return f"/admin/bookings/photographer/{person.pk}/calendars/"


def kept(person: Photographer, **changes: Any) -> OutsideCalendar:
    words = {"photographer": person, "name": "Family", "content": BUSY.decode()} | changes
    return OutsideCalendar.objects.create(**words)


def test_the_owner_and_the_photographer_are_shown_the_address() -> None:
    factories.studio()
    person = factories.photographer()
    shown = feed_path(person)

    for user in (member(OWNER), photographer_account(person)):
        answer = page(user, calendars_of(person))
        assert [feed.address for feed in answer.context["feeds"]] == [
            f"http://127.0.0.1:8000{shown}"
        ]
        assert shown in answer.content.decode()


def test_nobody_else_is() -> None:
    person = factories.photographer()
    colleague = photographer_account(factories.photographer(name="Tove Berg"))
    room = factories.room(factories.place())

    for user in (member(FRONT_DESK), colleague):
        assert page(user, calendars_of(person)).status_code == 403
        assert told(user, calendars_of(person), renew=person.pk).status_code == 403
        assert page(user, f"/admin/bookings/place/{room.place_id}/calendars/").status_code == 403
        form = page(user, f"/admin/bookings/photographer/{person.pk}/change/")
        assert feed_path(person) not in form.content.decode()
    assert Client().get(calendars_of(person)).status_code == 302


def test_a_photographer_finds_the_way_in_their_own_menu() -> None:
    person = factories.photographer()

    own = "/admin/bookings/photographer/calendars/"

    theirs = page(photographer_account(person), "/admin/")
    desk = page(member(FRONT_DESK), "/admin/")

    assert f'href="{own}"' in theirs.content.decode()
    assert own not in desk.content.decode()
    assert Client().get("/admin/login/").status_code == 200
    assert page(person.user, own)["Location"] == calendars_of(person)
    assert page(User.objects.get(username="front-desk"), own)["Location"] == "/admin/"


def test_renewing_gives_another_address_and_ends_the_old() -> None:
    factories.studio()
    person = factories.photographer()
    old = feed_path(person)

    answer = told(photographer_account(person), calendars_of(person), renew=person.pk)

    person.refresh_from_db()
    assert said(answer) == ["The old address leads nowhere now. Here is the new one."]
    assert answer.context["feeds"][0].address.endswith(feed_path(person))
    assert [Client().get(path).status_code for path in (old, feed_path(person))] == [404, 200]


def test_looking_renews_nothing() -> None:
    factories.studio()
    person = factories.photographer()

    page(member(OWNER), f"{calendars_of(person)}?renew={person.pk}")

    assert Photographer.objects.get().feed_counter == 0


def test_a_place_shows_the_address_of_each_room() -> None:
    factories.studio()
    at = factories.place()
    rooms = [factories.room(at, name=name) for name in ("North", "South")]
    elsewhere = factories.room(factories.place(name="Elsewhere"))
    path = f"/admin/bookings/place/{at.pk}/calendars/"

    answer = told(member(OWNER), path, renew=rooms[1].pk)

    rooms[1].refresh_from_db()
    assert (rooms[0].feed_counter, rooms[1].feed_counter) == (0, 1)
    assert [feed.title for feed in answer.context["feeds"]] == ["North", "South"]
    with signed_in(User.objects.get(username="owner")) as browser:
        assert browser.post(path, {"renew": elsewhere.pk}).status_code == 404
        assert browser.post(path, {"renew": "x"}).status_code == 404


def test_read_now_reads_now_and_says_how_it_went(settings: Settings) -> None:
    settings.OUTSIDE_CALENDAR_NETWORKS = LOOPBACK
    person = factories.bookable_studio().photographer
    with calendar_server({"/a.ics": BUSY}) as server:
        good = kept(person, address=server.at("/a.ics"))
        gone = kept(person, name="Work", address=server.at("/b.ics"))
        user = photographer_account(person)
        answers = [told(user, calendars_of(person), read=one.pk) for one in (good, gone)]

    assert [said(answer) for answer in answers] == [
        ["Family was read."],
        ["Work: The server gave no calendar but the answer 404."],
    ]
    family, work = answers[1].context["outside"]
    assert (family.standing, family.busy) == (
        "Last read Mon 23 November 2026, 10:00 CET.",
        "Busy once from now on.",
    )
    assert (work.standing, work.busy, work.is_failing) == (
        "The server gave no calendar but the answer 404.",
        "",
        True,
    )


def test_nobody_reads_the_calendar_of_another() -> None:
    person = factories.bookable_studio().photographer
    other = kept(factories.photographer(name="Tove Berg"))

    with signed_in(photographer_account(person)) as browser:
        assert browser.post(calendars_of(person), {"read": other.pk}).status_code == 404
    assert not Closure.objects.exists()


def test_sessions_that_stand_where_a_calendar_says_busy_are_listed() -> None:
    bookable = factories.bookable_studio()
    booking = factories.confirmed_booking(bookable)
    factories.confirmed_booking(bookable, start=START.replace(day=26))
    calendar = moments.read_outside_calendar(kept(bookable.photographer), NOW)

    answer = page(member(OWNER), calendars_of(bookable.photographer))

    [shown] = answer.context["outside"]
    assert shown.collisions == [
        ("Wed 25 November 2026, 11:00–11:30 CET", f"/admin/bookings/booking/{booking.pk}/change/")
    ]
    assert "zebra" not in answer.content.decode().lower()
    assert calendar.closures.count() == 1


def test_the_list_of_closures_takes_as_many_queries_however_many() -> None:
    person = factories.photographer()
    taken = []
    with signed_in(member(OWNER)) as browser:
        for number in (1, 2, 3):
            calendar = kept(person, name=str(number))
            factories.closure(photographer=person, outside=calendar, reason="Family")
            with CaptureQueriesContext(connection) as queries:
                browser.get("/admin/bookings/closure/")
            taken.append(len(queries))

    assert taken[0] == taken[2]


def test_what_came_from_outside_is_read_and_not_written() -> None:
    person = factories.photographer()
    closure = factories.closure(photographer=person, outside=kept(person), reason="Family")
    path = f"/admin/bookings/closure/{closure.pk}"
    user = member(FRONT_DESK)

    answer = page(user, f"{path}/change/")

    assert answer.status_code == 200
    assert "Outside calendar “Family”" in answer.content.decode()
    assert answer.context["has_change_permission"] is False
    with signed_in(user) as browser:
        assert browser.post(f"{path}/change/", {"reason": "x"}).status_code == 403
        assert browser.post(f"{path}/delete/", {"post": "yes"}).status_code == 403
        browser.post(
            "/admin/bookings/closure/",
            {"action": "delete_selected", "_selected_action": closure.pk, "post": "yes"},
        )
    assert Closure.objects.get().reason == "Family"


def form_of(person: Photographer, **calendar: Any) -> dict[str, Any]:
    """The photographer's form with one outside calendar typed into it."""
    existing = person.outside_calendars.count()
    typed: dict[str, Any] = {
        "name": person.name,
        "slug": person.slug,
        "user": person.user_id,
        "about": "",
        "sensor_format": "full_frame",
        "focal_lengths_mm": "50",
        "long_side_px": "8256",
        "position": "0",
        "is_active": "on",
        "hours-TOTAL_FORMS": "0",
        "hours-INITIAL_FORMS": "0",
        "outside_calendars-TOTAL_FORMS": "1",
        "outside_calendars-INITIAL_FORMS": str(existing),
        "outside_calendars-0-photographer": person.pk,
    }
    given = {"name": "Family", "is_active": "on"} | calendar
    return typed | {f"outside_calendars-0-{name}": value for name, value in given.items()}


def saved(person: Photographer, **calendar: Any) -> list[str]:
    """What the form says against the calendar that is typed; nothing where it is kept."""
    user = User.objects.filter(username="owner").first() or member(OWNER)
    with signed_in(user) as browser:
        answer = browser.post(
            f"/admin/bookings/photographer/{person.pk}/change/", form_of(person, **calendar)
        )
    if answer.status_code == 302:
        return []
    formsets = answer.context["inline_admin_formsets"]
    return [str(fault) for form in formsets[1].formset.forms for fault in form.errors.values()]


def file(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("family.ics", content)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("webcal://calendar.example/a.ics", "https://calendar.example/a.ics"),
        ("WEBCAL://calendar.example/a.ics", "https://calendar.example/a.ics"),
        ("https://calendar.example/a.ics?key=b", "https://calendar.example/a.ics?key=b"),
        ("http://calendar.example/a.ics", "http://calendar.example/a.ics"),
        ("calendar.example/a.ics", "https://calendar.example/a.ics"),
    ],
)
def test_an_address_is_typed_as_programs_write_it(typed: str, address: str) -> None:
    person = factories.photographer()

    assert saved(person, address=typed) == []

    assert OutsideCalendar.objects.get().address == address


def test_of_a_file_only_the_times_are_kept() -> None:
    person = factories.photographer()

    assert saved(person, file=file(BUSY)) == []

    content = OutsideCalendar.objects.get().content
    assert "DTSTART:20261125T100000Z" in content
    assert "Zebra" not in content


@pytest.mark.parametrize(
    ("calendar", "fault"),
    [
        ({}, "Give the calendar’s address, or a file of it."),
        ({"address": "ftp://calendar.example/"}, "Begin with https://, http:// or webcal://."),
        ({"address": "https://"}, "Enter a valid URL."),
        ({"file": file(b"<html>")}, "This file is no calendar."),
        ({"file": file(b"x" * 2_000_001)}, "The file is larger than 2 MB."),
        (
            {"file": file(BUSY), "address": "https://calendar.example/"},
            "Give an address or a file, not both.",
        ),
    ],
)
def test_what_cannot_be_followed_is_refused_beside_the_field(
    calendar: dict[str, Any], fault: str
) -> None:
    person = factories.photographer()

    [said] = saved(person, **calendar)

    assert fault in said
    assert not OutsideCalendar.objects.exists()


def test_another_source_is_read_anew_and_the_same_is_not() -> None:
    person = factories.photographer()
    calendar = kept(person, content="", address="https://a.example/", etag='"1"', read_at=NOW)

    saved(person, id=calendar.pk, name="Home", address="https://a.example/")
    calendar.refresh_from_db()
    assert (calendar.name, calendar.etag, calendar.read_at) == ("Home", '"1"', NOW)

    saved(person, id=calendar.pk, name="Home", address="https://b.example/")
    calendar.refresh_from_db()
    assert (calendar.address, calendar.etag, calendar.read_at) == ("https://b.example/", "", None)


def test_put_out_of_use_it_closes_nothing() -> None:
    person = factories.bookable_studio().photographer
    calendar = moments.read_outside_calendar(kept(person), NOW)
    assert calendar.closures.count() == 1

    typed = form_of(person, id=calendar.pk)
    del typed["outside_calendars-0-is_active"]
    with signed_in(member(OWNER)) as browser:
        browser.post(f"/admin/bookings/photographer/{person.pk}/change/", typed)

    calendar.refresh_from_db()
    assert (calendar.is_active, calendar.closures.count()) == (False, 0)


def test_who_only_looks_sees_that_a_calendar_is_followed_but_not_where_it_is() -> None:
    person = factories.photographer()
    kept(person, address="https://calendar.example/secret.ics", content="")

    answer = page(member(FRONT_DESK), f"/admin/bookings/photographer/{person.pk}/change/")

    shown = answer.content.decode()
    assert "Family" in shown
    assert "secret.ics" not in shown
