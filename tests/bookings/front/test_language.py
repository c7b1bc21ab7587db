"""The language of a page, and of the letters to whoever chose it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client, override_settings
from django.urls import reverse

from bookings import moments
from bookings.booking.links import booking_path, enquiry_path, enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.notices.models import Notice
from bookings.series.links import attendee_path
from bookings.series.listing import Person
from tests import factories
from tests.factories import NOW, START
from tests.walking import Walker

pytestmark = pytest.mark.django_db

COOKIE = settings.LANGUAGE_COOKIE_NAME
SWITCH = reverse("front:language")


@pytest.fixture(autouse=True)
def _all_languages() -> Iterator[None]:
    with override_settings(LANGUAGES=settings.KNOWN_LANGUAGES):
        yield


def switch(client: Client, language: str, page: str) -> str:
    answer = client.post(SWITCH, {"language": language, "next": page})
    assert answer.status_code == 302
    return answer.headers["Location"]


def language_of(client: Client, path: str, **headers: str) -> str:
    answer = client.get(path, headers=headers)
    assert f'<html lang="{answer.headers["Content-Language"]}">' in answer.content.decode()
    return str(answer.headers["Content-Language"])


def languages_of(booking: Booking) -> dict[str, str]:
    return dict(booking.notices.values_list("kind", "language"))


def test_the_browser_says_which_language_and_the_switch_says_it_louder(client: Client) -> None:
    factories.bookable_studio()
    asked = {"accept-language": "es-MX,es;q=0.9,en;q=0.5"}

    assert language_of(client, "/") == "en"
    assert language_of(client, "/", **asked) == "es"
    assert language_of(client, "/", **{"accept-language": "fr"}) == "en"

    switch(client, "de", "/")
    assert language_of(client, "/", **asked) == "de"


def test_a_stored_page_is_for_its_language_alone(client: Client) -> None:
    factories.bookable_studio()
    vary = client.get("/").headers["Vary"].split(", ")
    assert {"Accept-Language", "Cookie"} <= set(vary)


def test_the_switch_keeps_the_place_and_the_choice(client: Client) -> None:
    factories.bookable_studio()
    page = reverse("front:packages") + "?kind=portrait&for=2"

    assert switch(client, "de", page) == page
    kept = client.cookies[COOKIE]
    assert (kept.value, kept["httponly"], kept["samesite"]) == ("de", True, "Lax")
    assert kept["max-age"] == 365 * 24 * 3600


def test_the_switch_leads_to_no_other_site(client: Client) -> None:
    for elsewhere in ("https://example.com/", "//example.com/", "https:///example.com", "/\\a.b"):
        assert switch(client, "de", elsewhere) == "/"


def test_the_switch_works_without_script_and_stands_on_a_private_page_too() -> None:
    asked = factories.enquiry()
    visitor = Walker()
    path = reverse("front:message", args=[enquiry_token(asked)])
    visitor.go(path)
    [form] = [form for form in visitor.forms if form.action == SWITCH]

    assert form.values["next"] == [path]
    assert form.buttons == [("language", "en"), ("language", "de"), ("language", "es")]
    assert visitor.client.post(SWITCH, {"language": "de", "next": path}).status_code == 302


def test_each_language_is_named_in_itself(client: Client) -> None:
    factories.bookable_studio()
    page = client.get("/", headers={"accept-language": "de"}).content.decode()
    for code, name in (("en", "English"), ("de", "Deutsch"), ("es", "Español")):
        current = ' aria-current="true"' if code == "de" else ""
        assert f'value="{code}" lang="{code}"{current}>{name}</button>' in page


@override_settings(LANGUAGES=[("en", "English")])
def test_one_language_needs_no_switch(client: Client) -> None:
    factories.bookable_studio()
    assert SWITCH not in client.get("/").content.decode()


def test_a_switch_after_a_form_that_was_refused_leads_to_the_page_of_the_form(
    client: Client,
) -> None:
    asked = factories.enquiry()
    path = reverse("front:message", args=[enquiry_token(asked)])
    answer = client.post(path, {}, headers={"referer": f"http://testserver{path}?from=result"})
    assert f'name="next" value="{path}?from=result"' in answer.content.decode()


def test_an_enquiry_begins_in_the_language_of_the_page(client: Client) -> None:
    factories.bookable_studio()
    client.post(reverse("front:start"), headers={"accept-language": "de"})
    assert Enquiry.objects.get().language == "de"


def test_a_switch_in_the_middle_is_kept_on_the_enquiry_and_used_for_what_is_booked(
    client: Client,
) -> None:
    bookable = factories.bookable_studio()
    asked = factories.enquiry(package=bookable.package)
    page = reverse("front:times", args=[enquiry_token(asked)])

    assert switch(client, "de", page) == page
    asked.refresh_from_db()
    assert asked.language == "de"

    held = moments.hold(asked, bookable.place, START, None, NOW)
    assert held.language == "de"
    switch(client, "es", page)
    held.refresh_from_db()
    assert held.language == "es"


def test_letters_that_were_not_sent_yet_follow_and_those_to_staff_stay(client: Client) -> None:
    booked = factories.confirmed_booking()
    switch(client, "de", booking_path(booked))
    assert languages_of(booked) == {Notice.Kind.CONFIRMATION: "de", Notice.Kind.ASSIGNMENT: "en"}

    booked.notices.update(sent_at=NOW)
    switch(client, "es", booking_path(booked))
    assert languages_of(booked) == {Notice.Kind.CONFIRMATION: "de", Notice.Kind.ASSIGNMENT: "en"}
    booked.refresh_from_db()
    assert (booked.language, booked.enquiry.language) == ("es", "es")


def test_what_is_over_keeps_its_language(client: Client) -> None:
    cancelled = factories.cancelled_booking()
    switch(client, "de", enquiry_path(cancelled.enquiry))
    assert Booking.objects.get().language == "en"
    assert Enquiry.objects.get().language == "de"


def test_a_person_of_a_company_day_chooses_for_their_own_page_only(client: Client) -> None:
    bookable = factories.bookable_studio()
    day = factories.series_package(offered_by=[bookable.photographer])
    team = factories.Bookable(
        bookable.studio, bookable.place, bookable.room, bookable.photographer, day
    )
    answers = {
        "uses": ["online_profile"], "occasion": "work", "people_in_frame": 1, "people_total": 3,
    }  # fmt: skip
    booked = factories.confirmed_booking(team, answers=answers)
    [person] = moments.invite(booked, [Person("Ada", "ada@example.com")], NOW)

    page = attendee_path(person)
    assert switch(client, "de", page) == page
    assert language_of(client, page) == "de"
    assert Booking.objects.get().language == "en"

    switch(client, "de", booking_path(booked))
    [another] = moments.invite(
        Booking.objects.get(), [Person("Ben", "ben@example.com")], NOW + timedelta(hours=1)
    )
    assert [one.language for one in another.notices.all()] == ["de"]


def test_staff_who_look_at_a_clients_page_change_only_what_they_see(client: Client) -> None:
    asked = factories.enquiry()
    client.force_login(User.objects.create_user("desk", is_staff=True))
    page = reverse("front:message", args=[enquiry_token(asked)])

    switch(client, "de", page)
    asked.refresh_from_db()
    assert asked.language == "en"
    assert language_of(client, page) == "de"


def test_a_language_that_is_not_offered_and_a_link_that_leads_nowhere_change_nothing(
    client: Client,
) -> None:
    asked = factories.enquiry()
    page = reverse("front:message", args=[enquiry_token(asked)])
    switch(client, "fr", page)
    switch(client, "de", page.replace("~", "~x"))
    switch(client, "de", "/e/")
    asked.refresh_from_db()
    assert asked.language == "en"
    assert client.get(SWITCH).status_code == 405
