"""What the people of a company day read, and what its organiser is asked to do."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bookings import moments
from bookings.booking.links import booking_path, booking_token
from bookings.notices.delivery import deliver_due
from bookings.notices.letters import Letter, letter_for
from bookings.notices.models import Notice
from bookings.series.links import attendee_path
from bookings.series.listing import Person
from bookings.series.models import Attendee
from tests import factories
from tests.bookings.notices.writing import SITE, letter, links
from tests.bookings.series.days import company_day, invited, named, turn
from tests.factories import NOW, START

MINUTE = timedelta(minutes=1)

pytestmark = pytest.mark.django_db


def test_each_of_a_company_gets_a_link_of_their_own() -> None:
    booking = factories.confirmed_booking(
        factories.bookable_studio(package=factories.series_package()),
        answers={"uses": ["online_profile"], "people_in_frame": 1, "people_total": 4},
    )
    ada, ben = moments.invite(
        booking, [Person("Ada", "ada@example.com"), Person("Ben", "ben@example.com")], NOW
    )
    moments.choose_slot(ada, START + timedelta(minutes=10), NOW)
    invitations = booking.notices.filter(kind="invitation").order_by("pk")

    first, second = (links(letter_for(notice).html)[0] for notice in invitations)
    sent = letter("slot_chosen", booking)

    assert (first, second) == (f"{SITE}{attendee_path(ada)}", f"{SITE}{attendee_path(ben)}")
    assert first != second
    assert sent.subject == "Your slot: Wednesday 25 November 2026, 11:10"
    assert "11:10 (CET, Europe/Berlin), 10 minutes" in sent.text


def test_the_organiser_is_led_to_the_list_first() -> None:
    booking = company_day()
    link = f"{SITE}{reverse('front:people', args=[booking_token(booking)])}"
    [notice] = booking.notices.filter(kind="confirmation")

    sent, kept = letter_for(notice), letter_for(notice, private_link=False)

    assert links(sent.html) == [f"{SITE}{booking_path(booking)}", link]
    assert links(kept.html) == []
    assert link not in kept.text
    assert "INVITE YOUR PEOPLE\n\nDo this next: paste the names" in sent.text
    assert f"{link}\n" in sent.text


def test_the_organiser_s_plan_has_no_haircut() -> None:
    booking = company_day(start=START + timedelta(days=28))

    said = letter("confirmation", booking).text

    assert "Remind everybody to choose a slot, and say what to wear" in said
    assert "in the order in which people" not in said
    assert "Let everybody come five minutes before their slot" in said
    for private in ("hair", "shave", "teeth", "alcohol"):
        assert private not in said.partition("WHAT TO WEAR")[0]


def test_who_is_off_the_list_reads_of_no_slot() -> None:
    booking = company_day()
    ada, ben = invited(booking, *named("Ada", "Ben"))
    moments.choose_slot(ben, turn(1), NOW)
    for attendee in (ada, ben):
        Notice.objects.filter(attendee_id=attendee.pk).update(sent_at=NOW)
        moments.uninvite(attendee, NOW + MINUTE)
    off = [letter_for(notice) for notice in booking.notices.filter(kind="uninvited").order_by("pk")]

    assert ["Your slot is" in letter.text + letter.html for letter in off] == [False, False]


def moved(attendee: Attendee) -> Letter:
    """The letter about the new time to one person, as it would be sent now."""
    return letter_for(Notice.objects.get(attendee_id=attendee.pk, kind="moved"))


def test_the_old_slot_is_named_beside_the_new() -> None:
    booking = company_day()
    ada, ben = invited(booking, *named("Ada", "Ben"))
    moments.choose_slot(ada, turn(1), NOW)
    deliver_due(NOW)
    later = moments.NewTime(booking.place, START + timedelta(hours=1))
    moments.move(booking, later, NOW + MINUTE, by="staff")

    hers, his = (moved(one) for one in (ada, ben))

    assert (
        "Your slot was on Wednesday 25 November 2026, 11:10 (CET, Europe/Berlin).\n"
        "Now it is on:\n\nWednesday 25 November 2026\n12:10 (CET, Europe/Berlin), 10 minutes\n"
    ) in hers.text
    assert (
        "It was on Wednesday 25 November 2026, 11:00 (CET, Europe/Berlin). Now it\nis on:\n"
    ) in his.text


def test_who_chose_a_slot_on_the_moved_day_knows_it() -> None:
    booking = company_day()
    (ada,) = invited(booking, *named("Ada"))
    moments.choose_slot(ada, turn(1), NOW)
    later = moments.NewTime(booking.place, START + timedelta(hours=1))
    moments.move(booking, later, NOW + MINUTE, by="staff")
    moments.choose_slot(ada, turn(8), NOW + 2 * MINUTE)

    assert "was on" not in moved(ada).text
