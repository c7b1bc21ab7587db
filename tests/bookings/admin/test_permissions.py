"""Who sees what: each group on each page, and the care answers for one person alone."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from bookings.admin import permissions
from bookings.admin.permissions import FRONT_DESK, GROUPS, OWNER, PHOTOGRAPHER, sync_groups
from bookings.booking.links import booking_path, enquiry_path
from bookings.booking.models import Booking
from tests import factories
from tests.bookings.admin import people
from tests.bookings.admin.people import ACCESS_NOTE, CARE_ANSWERS, member, signed_in

pytestmark = pytest.mark.django_db

LISTS = (
    "auth/group",
    "auth/user",
    "bookings/addon",
    "bookings/booking",
    "bookings/client",
    "bookings/closure",
    "bookings/enquiry",
    "bookings/notice",
    "bookings/package",
    "bookings/photographer",
    "bookings/place",
    "bookings/sessionrecord",
    "bookings/shootbrief",
    "bookings/studio",
    "bookings/waitingentry",
)
OPEN_TO = {
    OWNER: set(LISTS),
    PHOTOGRAPHER: {
        "bookings/booking",
        "bookings/photographer",
        "bookings/sessionrecord",
        "bookings/shootbrief",
    },
    FRONT_DESK: {
        "bookings/booking",
        "bookings/client",
        "bookings/closure",
        "bookings/enquiry",
        "bookings/notice",
        "bookings/photographer",
        "bookings/place",
        "bookings/waitingentry",
    },
}


def opened(browser: Client) -> set[str]:
    """The lists that answer with a page, or lead to the one row that there is."""
    answers = {name: browser.get(f"/admin/{name}/") for name in LISTS}
    return {
        name
        for name, answer in answers.items()
        if answer.status_code == 200 or "/change/" in answer.headers.get("Location", "")
    }


@pytest.mark.parametrize("group", GROUPS)
def test_each_group_opens_its_lists_and_no_others(group: str) -> None:
    factories.studio()

    with signed_in(member(group)) as browser:
        assert opened(browser) == OPEN_TO[group]


def test_a_staff_account_without_a_group_opens_nothing() -> None:
    with signed_in(factories.staff("new")) as browser:
        assert opened(browser) == set()
        assert "Ask the owner" in browser.get("/admin/").content.decode()


def test_nobody_opens_nothing() -> None:
    with signed_in(None) as browser:
        assert opened(browser) == set()


def test_the_groups_are_given_exactly_what_is_listed() -> None:
    sync_groups()
    photographers = Group.objects.get(name=PHOTOGRAPHER)
    photographers.permissions.clear()
    sync_groups()

    held = {
        group.name: {
            f"{permission.content_type.app_label}.{permission.codename}"
            for permission in group.permissions.select_related("content_type")
        }
        for group in Group.objects.all()
    }
    assert held == {name: set(listed) for name, listed in GROUPS.items()}


def runner(booking: Booking) -> User:
    return people.photographer_account(booking.photographer)


def another_photographer(booking: Booking) -> User:
    other = factories.photographer(name="Tove Berg")
    return people.photographer_account(other)


def owner(booking: Booking) -> User:
    return member(OWNER)


def superuser(booking: Booking) -> User:
    return member(OWNER, "root", is_superuser=True)


def front_desk(booking: Booking) -> User:
    return member(FRONT_DESK)


def nobody(booking: Booking) -> None:
    return None


Who = Callable[[Booking], User | None]


@pytest.mark.parametrize(
    ("who", "statuses"),
    [
        (runner, (200, 200, 200, 403)),
        (another_photographer, (403, 302, 302, 403)),
        (owner, (200, 200, 200, 200)),
        (superuser, (200, 200, 200, 200)),
        (front_desk, (200, 403, 403, 200)),
        (nobody, (302, 302, 302, 302)),
    ],
)
def test_the_pages_of_one_session(who: Who, statuses: tuple[int, ...]) -> None:
    booking = factories.completed_booking(answers=CARE_ANSWERS)
    pages = session_pages(booking)

    with signed_in(who(booking), booking.end) as browser:
        assert tuple(browser.get(page).status_code for page in pages) == statuses


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (runner, {"booking", "brief"}),
        (another_photographer, set()),
        (owner, set()),
        (superuser, set()),
        (front_desk, set()),
        (nobody, set()),
    ],
)
def test_care_answers_are_read_by_who_runs_the_session_alone(who: Who, expected: set[str]) -> None:
    booking = factories.completed_booking(answers=CARE_ANSWERS)
    names = ("booking", "brief", "record", "enquiry")
    pages = dict(zip(names, session_pages(booking), strict=True))
    letters = {f"letter {row.pk}": f"notice/{row.pk}/change/" for row in booking.notices.all()}
    lists = {
        f"list of {name}": f"{name}/" for name in ("booking", "shootbrief", "enquiry", "notice")
    }
    for name, page in (letters | lists).items():
        pages[name] = f"/admin/bookings/{page}"

    with signed_in(who(booking), booking.end) as browser:
        shown = {name for name, page in pages.items() if ACCESS_NOTE in said(browser, page)}

    assert shown == expected


@pytest.mark.parametrize("group", [OWNER, FRONT_DESK])
def test_no_private_link_takes_the_desk_to_the_care_answers(group: str) -> None:
    held = factories.held_booking(answers=CARE_ANSWERS)
    plain = factories.enquiry()

    with signed_in(member(group)) as browser:
        pages = (
            said(browser, f"/admin/bookings/booking/{held.pk}/change/"),
            said(browser, f"/admin/bookings/enquiry/{held.enquiry_id}/change/"),
            said(browser, f"/admin/bookings/enquiry/{plain.pk}/change/"),
        )

    links = (booking_path(held), enquiry_path(held.enquiry), enquiry_path(plain))
    shown = [link in page for link, page in zip(links, pages, strict=True)]
    assert shown == [False, False, True]


def test_an_owner_who_photographs_reads_the_care_answers_of_their_own_sessions() -> None:
    account = member(OWNER)
    photographer = factories.photographer(user=account)
    bookable = factories.bookable_studio(photographer=photographer)
    booking = factories.confirmed_booking(bookable, answers=CARE_ANSWERS)

    with signed_in(account) as browser:
        assert ACCESS_NOTE in said(browser, f"/admin/bookings/enquiry/{booking.enquiry_id}/change/")


@pytest.mark.parametrize(
    "asked", ["care__has_key=minors", "care__access_note=x", "care__minors=1", "kind__exact=%00"]
)
def test_nobody_asks_for_care_answers_by_an_address(asked: str) -> None:
    factories.confirmed_booking(answers=CARE_ANSWERS)

    with signed_in(member(FRONT_DESK)) as browser:
        assert browser.get(f"/admin/bookings/enquiry/?{asked}").status_code == 400


@pytest.mark.parametrize(
    "asked",
    [
        "booking/?photographer__user__password__startswith=x",
        "booking/?place__address__contains=x",
        "closure/?photographer__user__password__startswith=x",
        "sessionrecord/?photographer__user__password__startswith=x",
        "shootbrief/?booking__enquiry__care__has_key=minors",
        "shootbrief/?booking__note__contains=x",
    ],
)
def test_no_filter_follows_a_relation_to_a_hidden_column(asked: str) -> None:
    factories.confirmed_booking(answers=CARE_ANSWERS)

    with signed_in(member(OWNER)) as browser:
        assert browser.get(f"/admin/bookings/{asked}").status_code == 400


def test_no_filter_of_accounts_follows_a_group_to_a_password() -> None:
    with signed_in(member(OWNER)) as browser:
        spelled = browser.get("/admin/auth/user/?groups__user__password__startswith=x")

    assert spelled.status_code == 400


@pytest.mark.parametrize(
    "asked",
    [
        "booking/?photographer__id__exact=1&state__exact=held&place__id__exact=1",
        "booking/?start__year=2026&start__month=11&start__day=25",
        "enquiry/?came_of_it=open&kind__exact=headshot",
        "package/?is_active__exact=1",
        "shootbrief/?booking__photographer__id__exact=1&standing=open",
    ],
)
def test_the_filters_on_the_page_work(asked: str) -> None:
    factories.confirmed_booking()

    with signed_in(member(OWNER)) as browser:
        assert browser.get(f"/admin/bookings/{asked}").status_code == 200


def test_the_diary_shows_a_photographer_when_and_on_what_others_work_and_no_more() -> None:
    booking = factories.confirmed_booking()

    with signed_in(another_photographer(booking)) as browser:
        diary = said(browser, "/admin/bookings/booking/")
        by_name = said(browser, "/admin/bookings/booking/?q=Okafor")
        by_note = browser.get("/admin/bookings/booking/?note__icontains=x")

    assert "Wed 25 November 2026, 11:00–11:30 CET" in diary
    assert "Mara Lindqvist" in diary
    assert "North room" in diary
    assert "Professional headshot" in diary
    assert "a colleague’s" in diary
    for private in ("Ines Okafor", "/change/"):
        assert private not in diary
    assert booking.reference not in by_name
    assert by_note.status_code == 400


def test_an_owner_does_not_change_an_account_that_may_do_more() -> None:
    above = factories.staff("root", is_superuser=True)
    beside = factories.staff("new")

    with signed_in(member(OWNER)) as browser:
        for page in ("change", "password"):
            answer = browser.post(
                f"/admin/auth/user/{above.pk}/{page}/",
                {"username": "taken", "password1": "a-new-password", "password2": "a-new-password"},
            )
            assert answer.status_code == 403
        assert browser.get(f"/admin/auth/user/{beside.pk}/password/").status_code == 200

    above.refresh_from_db()
    assert above.username == "root"


def test_reach_goes_by_the_sessions_photographer() -> None:
    booking = factories.confirmed_booking()

    assert permissions.runs(booking.photographer.user, booking)
    assert not permissions.runs(member(OWNER), booking)


def session_pages(booking: Booking) -> tuple[str, str, str, str]:
    """The pages of the booking, its brief, its record and its enquiry."""
    brief = booking.briefs.get()
    return (
        f"/admin/bookings/booking/{booking.pk}/change/",
        f"/admin/bookings/shootbrief/{brief.pk}/change/",
        f"/admin/bookings/sessionrecord/{booking.record.pk}/change/",
        f"/admin/bookings/enquiry/{booking.enquiry_id}/change/",
    )


def said(browser: Client, page: str) -> str:
    """What the page says, and nothing of where it leads."""
    return browser.get(page).content.decode()


@pytest.mark.parametrize("group", GROUPS)
def test_no_page_leads_where_its_reader_may_not_go(group: str) -> None:
    """Every link into the admin, on every page that the group can open, opens."""
    booking = factories.completed_booking()
    account = member(group)
    if group == PHOTOGRAPHER:
        account = people.photographer_account(booking.photographer)
    note_consent(booking)

    with signed_in(account, booking.end) as browser:
        seen, closed = {"/admin/"}, set()
        waiting = ["/admin/"]
        while waiting:
            page = waiting.pop()
            answer = browser.get(page)
            if answer.status_code not in (200, 302):
                closed.add(page)
            for link in LINKS.findall(answer.content.decode(errors="replace")):
                if link not in seen and not link.startswith(NOT_FOLLOWED):
                    seen.add(link)
                    waiting.append(link)

    assert closed == set()
    assert f"/admin/bookings/booking/{booking.pk}/change/" in seen


LINKS = re.compile(r'href="(/admin/[^"?#]*)')
NOT_FOLLOWED = ("/admin/logout", "/admin/jsi18n")


def note_consent(booking: Booking) -> None:
    booking.record.consents.create(
        scope="portfolio",
        given_by="Ines Okafor",
        given_at=booking.end.date(),
        noted_by=booking.photographer.user,
    )
