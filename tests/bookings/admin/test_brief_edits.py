"""The photographer's own hand on the brief's page: what is kept, what is refused, who may."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from bookings import moments
from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.booking.models import Booking
from bookings.briefs.models import BriefEdit, ShootBrief
from bookings.briefs.reading import composed
from bookings.wording import shown
from tests import factories
from tests.bookings.admin.people import CARE_ANSWERS, member, photographer_account, signed_in
from tests.factories import NOW

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)
OWN_WORDS = "Loop light from her left; the parting is there"


def current(booking: Booking) -> ShootBrief:
    return booking.briefs.get(is_current=True)


def path(brief: ShootBrief, deed: str = "change") -> str:
    return f"/admin/bookings/shootbrief/{brief.pk}/{deed}/"


def key_of(brief: ShootBrief, section: str, number: int = 0) -> str:
    part = next(part for part in composed(brief).parts if part.slug == section)
    return list(part.keyed())[number]


def words_of(brief: ShootBrief, key: str) -> str:
    return next(
        shown(part.keyed()[key].text) for part in composed(brief).parts if key in part.keyed()
    )


def post(browser: Client, brief: ShootBrief, deed: str, target: Any, words: str = "") -> Any:
    asked = {"deed": deed, "target": target, "words": words}
    return browser.post(path(brief, "lines"), asked, follow=True)


def lines(page: Any, section: str) -> dict[str, Any]:
    """The lines of one section on the page by what they read."""
    sections = [*page.context["lead"], *page.context["sections"]]
    found = next(part for part in sections if part.slug == section)
    return {line.words: line for line in found.lines}


def said(page: Any) -> list[str]:
    return [str(message) for message in page.context["messages"]]


def test_a_reworded_line_keeps_its_origin_in_sight_and_is_put_back() -> None:
    booking = factories.confirmed_booking()
    brief, account = current(booking), photographer_account(booking.photographer)
    key = key_of(brief, "light")
    before = words_of(brief, key)

    with signed_in(account, LATER) as browser:
        answer = post(browser, brief, "reword", key, f"  {OWN_WORDS} ")
        page = browser.get(path(brief))
        edit = booking.brief_edits.get()
        after = post(browser, brief, "put_back", edit.pk)

    assert answer.redirect_chain == [(f"{path(brief)}?edit=1#section-light", 302)]
    line = lines(page, "light")[OWN_WORDS]
    assert (line.composed, line.is_own) == (before, False)
    assert line.edited == "mara-lindqvist, Mon 23 November 2026, 11:00 CET"
    assert f"Composed: {before}" in page.content.decode()
    assert lines(after, "light")[before].edited == ""
    assert not BriefEdit.objects.exists()


def test_a_struck_line_is_shown_struck() -> None:
    booking = factories.confirmed_booking()
    brief, account = current(booking), photographer_account(booking.photographer)
    key = key_of(brief, "checklist")

    with signed_in(account, LATER) as browser:
        post(browser, brief, "strike", key)
        page = browser.get(path(brief))

    words = words_of(brief, key)
    assert lines(page, "checklist")[words].is_struck
    assert f"<s>{words}</s>" in page.content.decode()


def test_a_line_of_one_s_own_goes_into_any_section_and_out_again() -> None:
    booking = factories.confirmed_booking()
    brief, account = current(booking), photographer_account(booking.photographer)

    with signed_in(account, LATER) as browser:
        for section in composed(brief).parts:
            page = post(browser, brief, "add", section.slug, f"Mine, for {section.slug}")
        added = lines(page, "warnings")["Mine, for warnings"]
        post(browser, brief, "put_back", added.edit_pk)

    assert added.is_own
    assert booking.brief_edits.count() == len(composed(brief).parts) - 1
    assert not booking.brief_edits.filter(section="warnings").exists()


def test_edits_stay_when_the_brief_is_composed_anew() -> None:
    booking = factories.confirmed_booking()
    first, account = current(booking), photographer_account(booking.photographer)
    lens = words_of(first, key_of(first, "lens"))

    with signed_in(account, LATER) as browser:
        post(browser, first, "reword", key_of(first, "lens"), "The long one")
        post(browser, first, "strike", key_of(first, "checklist"))
        post(browser, first, "add", "expression", "Ask about the marathon")
        booking.photographer.focal_lengths_mm = [50]
        booking.photographer.save()
        page = browser.post(path(first, "recompose"), follow=True)

    assert page.context["brief"].version == 2
    reworded = lines(page, "lens")["The long one"]
    assert reworded.composed != lens
    assert reworded.written_over == lens
    assert lines(page, "expression")["Ask about the marathon"].is_own
    assert [line.is_struck for line in lines(page, "checklist").values()].count(True) == 1


def test_a_line_that_outlived_its_origin_says_what_it_was_written_over() -> None:
    booking = factories.confirmed_booking()
    brief, account = current(booking), photographer_account(booking.photographer)
    written = {"message": "An older line", "parameters": {}, "claims": [], "source": "GK"}
    BriefEdit.objects.create(
        booking=booking,
        section="light",
        line_key="light-gone",
        words="As I said then",
        original=written,
        edited_by=account,
        edited_at=NOW,
    )

    with signed_in(account, LATER) as browser:
        page = browser.get(path(brief))

    assert lines(page, "light")["As I said then"].written_over == "An older line"
    assert "Written over a line that this version no longer has: An older line" in (
        page.content.decode()
    )


@pytest.mark.parametrize(
    ("deed", "words", "fault"),
    [
        ("reword", "  ", "Write the line anew, or strike it."),
        ("add", "", "Write the line first."),
        (
            "reword",
            "long " * 120,
            "A line holds 500 characters; this has 599. Shorten it, or make two lines of it.",
        ),
        (
            "add",
            "x" * 501,
            "A line holds 500 characters; this has 501. Shorten it, or make two lines of it.",
        ),
    ],
)
def test_a_slip_stands_beside_its_field_with_what_was_typed(
    deed: str, words: str, fault: str
) -> None:
    booking = factories.confirmed_booking()
    brief, account = current(booking), photographer_account(booking.photographer)
    target = "light" if deed == "add" else key_of(brief, "light")

    with signed_in(account, LATER) as browser:
        answer = post(browser, brief, deed, target, words)

    page = answer.content.decode()
    field = f'<textarea class="desk-input" id="words-{deed}-{target}" name="words" rows="3" '
    assert answer.context["slip"].errors == {"words": [fault]}
    assert f'{field}aria-invalid="true" aria-describedby="slip" autofocus>\n{words}<' in page
    assert page.count(f'<p class="desk-error" id="slip" role="alert">{fault}</p>') == 1
    assert not booking.brief_edits.exists()


@pytest.mark.parametrize(
    ("deed", "target"),
    [
        ("reword", "light-0123456789ab"),
        ("strike", ""),
        ("add", "weather"),
        ("put_back", "4711"),
        ("put_back", "9" * 40),
        ("put_back", "²"),
        ("reword", "x" * 61),
        ("explode", "light"),
    ],
)
def test_a_line_that_is_not_there_changes_nothing(deed: str, target: str) -> None:
    booking = factories.confirmed_booking()
    brief, account = current(booking), photographer_account(booking.photographer)

    with signed_in(account, LATER) as browser:
        answer = post(browser, brief, deed, target, "Words")

    assert said(answer) == ["That line is no longer there. Nothing was changed."]
    assert not booking.brief_edits.exists()


def test_the_edit_of_another_booking_is_not_there() -> None:
    bookable = factories.bookable_studio()
    mine = factories.confirmed_booking(bookable)
    other = factories.confirmed_booking(bookable, start=factories.START + timedelta(hours=3))
    account = photographer_account(bookable.photographer)
    moments.add_brief_line(current(other), "light", "Stay", NOW, actor=account)

    with signed_in(account, LATER) as browser:
        post(browser, current(mine), "put_back", other.brief_edits.get().pk)

    assert [edit.words for edit in other.brief_edits.all()] == ["Stay"]


def test_an_earlier_version_is_not_edited() -> None:
    booking = factories.confirmed_booking()
    first, account = current(booking), photographer_account(booking.photographer)
    moments.recompose_brief(booking, NOW, actor=account)

    with signed_in(account, LATER) as browser:
        answer = post(browser, first, "strike", key_of(first, "light"))
        page = browser.get(path(first) + "?edit=1")

    assert said(answer) == [
        "This booking has moved on since you opened the page. Look at it again."
    ]
    assert not page.context["is_edited"]
    assert not booking.brief_edits.exists()


def test_only_who_may_edits_and_only_by_a_form() -> None:
    booking = factories.confirmed_booking()
    brief = current(booking)
    accounts = [
        member(OWNER),
        member(FRONT_DESK),
        photographer_account(factories.photographer(name="Tove Berg")),
        photographer_account(booking.photographer),
    ]

    statuses = {}
    for account in accounts:
        asked = {"deed": "add", "target": "light", "words": account.username}
        with signed_in(account, LATER) as browser:
            statuses[account.username] = (
                browser.get(path(brief, "lines")).status_code,
                browser.post(path(brief, "lines"), asked).status_code,
            )

    assert statuses == {
        "owner": (405, 302),
        "front-desk": (405, 404),
        "tove-berg": (405, 404),
        "mara-lindqvist": (405, 302),
    }
    assert [edit.words for edit in booking.brief_edits.all()] == ["owner", "mara-lindqvist"]


def test_lines_on_care_are_not_there_for_who_does_not_run_the_session() -> None:
    booking = factories.confirmed_booking(answers=CARE_ANSWERS)
    brief, account = current(booking), photographer_account(booking.photographer)
    moments.add_brief_line(brief, "care", "A chair by the door", NOW, actor=account)
    edit = booking.brief_edits.get()
    tries = [
        ("reword", key_of(brief, "care")),
        ("strike", key_of(brief, "care")),
        ("add", "care"),
        ("put_back", str(edit.pk)),
    ]

    with signed_in(member(OWNER), LATER) as browser:
        answers = [post(browser, brief, deed, target, "Words") for deed, target in tries]
        page = browser.get(path(brief) + "?edit=1").content.decode()

    assert [said(answer) for answer in answers] == [
        ["That line is no longer there. Nothing was changed."]
    ] * len(tries)
    assert [*booking.brief_edits.all()] == [edit]
    assert "A chair by the door" not in page
    assert 'id="section-care"' not in page


def test_an_edit_lets_the_brief_wait_for_approval_again() -> None:
    booking = factories.confirmed_booking()
    brief, account = current(booking), photographer_account(booking.photographer)
    moments.approve_brief(brief, NOW, actor=account)

    with signed_in(account, LATER) as browser:
        own = post(browser, brief, "strike", key_of(brief, "light"))
    with signed_in(member(OWNER), LATER) as browser:
        owner = post(browser, brief, "add", "light", "Bring the big softbox")

    brief.refresh_from_db()
    assert said(own) == ["The line is changed. The brief waits for approval again."]
    assert said(owner) == []
    assert brief.approved_at is None


def test_what_is_typed_can_do_no_harm() -> None:
    booking = factories.confirmed_booking()
    brief, account = current(booking), photographer_account(booking.photographer)
    harm = "</textarea><script>alert(1)</script>"

    with signed_in(account, LATER) as browser:
        post(browser, brief, "add", "light", harm)
        post(browser, brief, "reword", key_of(brief, "light"), harm)
        pages = [
            browser.get(path(brief) + query).content.decode()
            for query in ("", "?edit=1", "?why=all")
        ]
        pages.append(post(browser, brief, "add", "light", harm * 20).content.decode())

    assert [page.count("<script>alert") for page in pages] == [0, 0, 0, 0]
    assert all("&lt;script&gt;alert(1)&lt;/script&gt;" in page for page in pages)


def test_every_control_of_a_line_says_which_line_it_is_about() -> None:
    booking = factories.confirmed_booking()
    brief, account = current(booking), photographer_account(booking.photographer)
    words = words_of(brief, key_of(brief, "light"))

    with signed_in(account, LATER) as browser:
        read = browser.get(path(brief)).content.decode()
        edited = browser.get(path(brief) + "?edit=1").content.decode()

    assert read.count(f'<span class="sheet-unseen">Why: {words}</span>') == 1
    assert edited.count(f'Reword<span class="sheet-unseen">: {words}</span>') == 1
    assert edited.count(f'Strike<span class="sheet-unseen">: {words}</span>') == 1
