"""Letters: each can be read, harmlessly; one that was given up can be tried again."""

from datetime import timedelta
from html import unescape

import pytest

from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.booking.links import booking_token
from bookings.notices import outbox
from bookings.notices.letters import letter_for
from bookings.notices.models import Notice
from tests import factories
from tests.bookings.admin.people import member, signed_in
from tests.factories import NOW

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(days=1)


def letter(kind: str = "confirmation") -> Notice:
    factories.confirmed_booking()
    return Notice.objects.get(kind=kind)


def given_up() -> Notice:
    notice = letter()
    Notice.objects.update(given_up_at=NOW, attempts=7, last_error="The mail server said no.")
    notice.refresh_from_db()
    return notice


def page_of(notice: Notice, deed: str = "change") -> str:
    return f"/admin/bookings/notice/{notice.pk}/{deed}/"


def test_a_letter_that_waits_is_read_as_it_would_go_out_but_for_its_link() -> None:
    notice = letter()
    written = letter_for(notice, private_link=False)

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.get(page_of(notice))

    assert (page.context["subject"], page.context["text"]) == (written.subject, written.text)
    assert notice.booking is not None
    assert booking_token(notice.booking) not in page.content.decode()


def test_a_letter_that_cannot_be_written_still_shows_its_error() -> None:
    # A confirmation that is about no booking.
    broken = factories.notice(
        kind=Notice.Kind.CONFIRMATION, last_error="The letter can't be written (ValueError)."
    )

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.get(page_of(broken))

    assert page.status_code == 200
    assert page.context["is_written"] is False
    assert "(ValueError)" in page.content.decode()


def test_a_letter_that_was_sent_is_read_as_it_was_sent() -> None:
    notice = letter()
    Notice.objects.update(
        sent_at=LATER, subject="As it was", body_text="Then", body_html="<p>Then</p>"
    )

    with signed_in(member(FRONT_DESK)) as browser:
        context = browser.get(page_of(notice)).context

    assert (context["subject"], context["text"], context["html"]) == (
        "As it was",
        "Then",
        "<p>Then</p>",
    )


def test_a_letters_page_runs_in_a_frame_that_may_do_nothing() -> None:
    notice = letter()
    Notice.objects.update(sent_at=LATER, body_html='"><script>alert(1)</script>')

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.get(page_of(notice)).content.decode()

    assert "<script>alert(1)</script>" not in page
    frame = page[page.index("<iframe") : page.index("</iframe>")]
    assert 'sandbox=""' in frame
    assert '"><script>alert(1)</script>' in unescape(frame)


def test_a_letter_that_was_given_up_goes_back_among_the_waiting() -> None:
    notice = given_up()

    with signed_in(member(FRONT_DESK), LATER) as browser:
        assert browser.get(page_of(notice, "try-again")).status_code == 405
        assert "The mail server said no." in browser.get(page_of(notice)).content.decode()
        answer = browser.post(page_of(notice, "try-again"), follow=True)

    notice.refresh_from_db()
    assert [str(said) for said in answer.context["messages"]] == [
        "The letter goes out within a minute."
    ]
    assert (notice.given_up_at, notice.due_at, notice.attempts) == (None, LATER, 0)
    assert Notice.objects.due(LATER).filter(pk=notice.pk).exists()


@pytest.mark.parametrize("standing", ["waiting", "sent", "withdrawn"])
def test_any_other_letter_is_left_alone(standing: str) -> None:
    notice = letter()
    if standing != "waiting":
        Notice.objects.update(**{f"{standing}_at": NOW})
    due_at = notice.due_at

    with signed_in(member(FRONT_DESK), LATER) as browser:
        answer = browser.post(page_of(notice, "try-again"), follow=True)

    notice.refresh_from_db()
    assert notice.due_at == due_at
    assert [str(said) for said in answer.context["messages"]] == [
        "This letter is not given up, so nothing was done."
    ]


def test_trying_again_twice_does_it_once() -> None:
    notice = given_up()

    assert outbox.try_again(notice, NOW)
    assert not outbox.try_again(notice, LATER)


def test_a_letter_leads_to_all_letters_of_its_booking() -> None:
    notice = letter()

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.get(page_of(notice))

    assert page.context["previews_page"] == f"/admin/bookings/booking/{notice.booking_id}/letters/"


def test_letters_are_found_by_how_they_stand() -> None:
    factories.cancelled_booking()
    waiting = Notice.objects.waiting()
    sent = waiting.first()
    assert sent is not None
    Notice.objects.filter(pk=sent.pk).update(sent_at=NOW)

    with signed_in(member(OWNER)) as browser:
        found = {
            standing: browser.get(f"/admin/bookings/notice/?standing={standing}")
            .context["cl"]
            .result_count
            for standing in ("waiting", "sent", "given_up", "withdrawn")
        }

    assert found == {"waiting": 1, "sent": 1, "given_up": 0, "withdrawn": 2}
