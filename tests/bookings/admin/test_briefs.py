"""The call sheet: everything of the brief with its grounds, approved by who runs the session."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from bookings import moments
from bookings.admin import call_sheet
from bookings.admin.call_sheet import SheetLine
from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.booking import preparing
from bookings.booking.models import Booking
from bookings.briefs.models import ShootBrief
from bookings.wording import shown
from guidance.brief import from_stored
from tests import factories
from tests.bookings.admin.people import (
    CARE_ANSWERS,
    another_session,
    member,
    photographer_account,
    signed_in,
)
from tests.factories import NOW

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)


def current(booking: Booking) -> ShootBrief:
    return booking.briefs.get(is_current=True)


def whole(line: SheetLine) -> str:
    """What a line reads with the heading that it stands under."""
    return f"{line.heading}: {line.words}" if line.heading else line.words


def page_of(brief: ShootBrief, deed: str = "change") -> str:
    return f"/admin/bookings/shootbrief/{brief.pk}/{deed}/"


def test_the_sheet_has_every_section_and_line_of_the_brief() -> None:
    booking = factories.confirmed_booking(answers=CARE_ANSWERS)
    stored = from_stored(current(booking).content)

    with signed_in(photographer_account(booking.photographer)) as browser:
        page = browser.get(page_of(current(booking)))

    first = ("purpose", "warnings", "care")
    expected = {
        section.slug: (shown(section.title), [shown(line.text) for line in section.lines])
        for section in stored.sections()
    }
    read = [*page.context["lead"], *page.context["sections"]]
    assert {s.slug: (s.title, [whole(line) for line in s.lines]) for s in read} == expected
    assert [section.slug for section in read] == [
        *(slug for slug in first if slug in expected),
        *(slug for slug in expected if slug not in first),
    ]
    assert page.context["when"] == "Wed 25 November 2026, 11:00–11:30 CET"
    assert "Ines Okafor" in page.content.decode()


@pytest.mark.parametrize(
    ("extras", "named"),
    [([], []), (["Make-up"], ["Make-up"]), (["Make-up", "Hair"], ["Make-up, Hair"])],
)
def test_the_head_of_the_sheet_names_the_add_ons(extras: list[str], named: list[str]) -> None:
    bookable = factories.bookable_studio()
    sold = [factories.add_on([bookable.package], name=name) for name in extras]
    booking = factories.confirmed_booking(bookable, add_ons=sold)

    with signed_in(photographer_account(booking.photographer)) as browser:
        page = browser.get(page_of(current(booking))).content.decode()

    assert re.findall(r"<dt>Add-ons</dt><dd>(.*?)</dd>", page) == named


def test_every_line_says_what_it_rests_on() -> None:
    booking = factories.confirmed_booking(answers=CARE_ANSWERS)
    brief = call_sheet.read(current(booking))

    lines = [
        line for section in call_sheet.sections(brief, with_care=True) for line in section.lines
    ]

    assert [line.words for line in lines if not line.grounds] == []
    assert all(ground.words for line in lines for ground in line.grounds)


def test_the_figures_at_the_head_are_those_of_the_brief() -> None:
    booking = factories.confirmed_booking()
    brief = call_sheet.read(current(booking))

    figures = [figure.value for figure in call_sheet.figures(brief)]

    assert figures == [
        f"{brief.framing.focal_mm} mm",
        f"{brief.framing.distance_mm / 1000:.2f} m",
        f"f/{brief.aperture.f_number:g}",
        "1 stop",
        f"{brief.framing.room_length_needed_mm / 1000:.1f} m",
    ]


@pytest.mark.parametrize("with_care", [True, False])
def test_only_the_section_on_care_is_left_out(with_care: bool) -> None:
    booking = factories.confirmed_booking(answers=CARE_ANSWERS)
    brief = call_sheet.read(current(booking))

    slugs = [section.slug for section in call_sheet.sections(brief, with_care=with_care)]

    expected = {section.slug for section in brief.sections()}
    assert set(slugs) == (expected if with_care else expected - {"care"})
    assert len(slugs) == len(set(slugs))


def test_the_photographer_approves_and_the_first_name_stands() -> None:
    booking = factories.confirmed_booking()
    brief, account = current(booking), photographer_account(booking.photographer)

    with signed_in(account, LATER) as browser:
        assert browser.get(page_of(brief, "approve")).status_code == 405
        assert browser.get(page_of(brief)).context["may_approve"]
        browser.post(page_of(brief, "approve"))
    with signed_in(account, LATER + timedelta(hours=1)) as browser:
        again = browser.post(page_of(brief, "approve"), follow=True)

    brief.refresh_from_db()
    assert (brief.approved_by, brief.approved_at) == (account, LATER)
    assert not again.context["may_approve"]
    assert "Mon 23 November 2026, 11:00 CET" in again.content.decode()


@pytest.mark.parametrize(
    ("deed", "expected"),
    [
        ("approve", {"owner": 403, "front-desk": 404, "tove-berg": 404}),
        ("recompose", {"owner": 302, "front-desk": 404, "tove-berg": 404}),
    ],
)
def test_nobody_else_approves(deed: str, expected: dict[str, int]) -> None:
    booking = factories.confirmed_booking()
    brief = current(booking)
    accounts = [member(OWNER), member(FRONT_DESK), other_photographer()]

    statuses = {}
    for account in accounts:
        with signed_in(account, LATER) as browser:
            statuses[account.username] = browser.post(page_of(brief, deed)).status_code

    assert statuses == expected
    assert not booking.briefs.filter(approved_at__isnull=False).exists()


def test_composing_anew_keeps_the_earlier_version_to_read() -> None:
    booking = factories.confirmed_booking()
    first, account = current(booking), photographer_account(booking.photographer)
    booking.photographer.focal_lengths_mm = [50]
    booking.photographer.save()

    with signed_in(account, LATER) as browser:
        answer = browser.post(page_of(first, "recompose"), follow=True)
        earlier = browser.get(page_of(first))
        refused = browser.post(page_of(first, "approve"), follow=True)
        listed = browser.get("/admin/bookings/shootbrief/")
        past = browser.get("/admin/bookings/shootbrief/?standing=earlier")

    second = current(booking)
    assert (second.version, answer.context["brief"]) == (2, second)
    assert answer.context["figures"][0].value == "50 mm"
    assert [(v.number, v.because) for v in answer.context["versions"]] == [
        (2, "the kit changed"),
        (1, "the booking was confirmed"),
    ]
    assert "This is an earlier version" in earlier.content.decode()
    assert not earlier.context["may_edit"]
    assert [str(said) for said in refused.context["messages"]] == [
        "This booking has moved on since you opened the page. Look at it again."
    ]
    assert [*listed.context["cl"].queryset] == [second]
    assert [*past.context["cl"].queryset] == [first]


def test_a_photographer_finds_their_own_briefs_alone() -> None:
    bookable = factories.bookable_studio()
    own = another_session(bookable, 0)
    other = factories.photographer([bookable.package], name="Tove Berg")
    factories.weekday_hours(other, bookable.place)
    factories.room(bookable.place, name="South room")
    another_session(bookable, 1, photographer=other)

    with signed_in(photographer_account(own.photographer)) as browser:
        listed = browser.get("/admin/bookings/shootbrief/").context["cl"]
        searched = browser.get("/admin/bookings/shootbrief/?q=Client").context["cl"]

    assert [brief.booking for brief in listed.queryset] == [own]
    assert [brief.booking for brief in searched.queryset] == [own]


def test_a_brief_of_a_session_on_location_says_so() -> None:
    package = factories.package(on_location=True)
    booking = factories.confirmed_booking(factories.bookable_studio(package=package))

    with signed_in(photographer_account(booking.photographer)) as browser:
        page = browser.get(page_of(current(booking))).content.decode()

    assert "Old town, on location" in page


def test_what_the_client_wrote_can_do_no_harm_on_the_sheet() -> None:
    booking = factories.confirmed_booking(note="<script>alert(1)</script>")

    with signed_in(photographer_account(booking.photographer)) as browser:
        page = browser.get(page_of(current(booking))).content.decode()

    assert "<script>alert(1)</script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_sheet_shows_what_the_client_has_ticked_off_so_far() -> None:
    booking = factories.confirmed_booking()
    account = photographer_account(booking.photographer)
    slug = next(line.slug for group in preparing.wardrobe(booking) for line in group.lines)

    bags = []
    for ticked in ({}, {slug: True}):
        moments.tick(booking, ticked, NOW)
        with signed_in(account) as browser:
            answer = browser.get(page_of(current(booking)))
        bags.append(answer.context["brought"])

    everything = preparing.brought(booking)
    assert [line.line for line in bags[0].ticked] == []
    assert [line.line for line in bags[0].waiting] == [line.line for line in everything]
    assert [line.line for line in bags[1].ticked] == [everything[0].line]
    assert len(bags[1].waiting) == len(everything) - 1
    assert "What the client brings" in answer.content.decode()


def test_each_heading_of_the_wardrobe_stands_once() -> None:
    booking = factories.confirmed_booking()

    with signed_in(photographer_account(booking.photographer)) as browser:
        answer = browser.get(page_of(current(booking)))

    wardrobe = next(part for part in answer.context["sections"] if part.slug == "wardrobe")
    headings = dict.fromkeys(line.heading for line in wardrobe.lines)
    found = re.findall(r'<li class="sheet-under">(.*?)</li>', answer.content.decode())
    assert found == list(headings)


def test_briefs_wait_for_approval_in_their_filter() -> None:
    bookable = factories.bookable_studio()
    open_one, approved = (current(another_session(bookable, number)) for number in range(2))
    moments.approve_brief(approved, NOW, actor=bookable.photographer.user)

    with signed_in(member(OWNER)) as browser:
        waiting = browser.get("/admin/bookings/shootbrief/?standing=open").context["cl"]
        done = browser.get("/admin/bookings/shootbrief/?standing=approved").context["cl"]

    assert ([*waiting.queryset], [*done.queryset]) == ([open_one], [approved])


def other_photographer() -> User:
    return photographer_account(factories.photographer(name="Tove Berg"))
