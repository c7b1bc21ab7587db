"""The brief follows what it stands on; the photographer's edits and approvals stand beside it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from bookings import moments
from bookings.booking.errors import IllegalMove
from bookings.booking.models import Booking
from bookings.briefs.models import BriefEdit, ShootBrief
from bookings.briefs.reading import composed
from tests.factories import (
    NOW,
    START,
    add_on,
    bookable_studio,
    cancelled_booking,
    confirmed_booking,
    package,
    photographer,
    room,
    staff,
    weekday_hours,
)

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
LATER = NOW + HOUR


def current(booking: Booking) -> ShootBrief:
    return booking.briefs.get(is_current=True)


def events(booking: Booking) -> list[tuple[str, str, str]]:
    """What happened to the brief of `booking` since it was confirmed."""
    rows = booking.events.filter(kind__startswith="brief").order_by("pk")
    return [(event.kind, event.by, event.note) for event in rows]


def first_key(brief: ShootBrief, section: str) -> str:
    part = next(part for part in composed(brief).parts if part.slug == section)
    return next(iter(part.keyed()))


def account(booking: Booking) -> User:
    return booking.photographer.user


def test_the_first_brief_says_that_the_booking_was_confirmed() -> None:
    brief = confirmed_booking().briefs.get()

    assert (brief.version, brief.because) == (1, ["first"])


def test_nothing_changed_and_no_brief_is_composed_anew() -> None:
    booking = confirmed_booking()

    assert moments.refresh_briefs(LATER) == 0
    assert booking.briefs.count() == 1


def test_another_kit_gives_the_next_version_to_every_coming_session() -> None:
    studio = bookable_studio()
    bookings = [confirmed_booking(studio), confirmed_booking(studio, start=START + 2 * HOUR)]
    studio.photographer.focal_lengths_mm = [50]
    studio.photographer.save()

    assert moments.refresh_briefs(LATER, photographer=studio.photographer) == 2

    versions = [(current(booking).version, current(booking).because) for booking in bookings]
    assert versions == [(2, ["kit"]), (2, ["kit"])]
    assert composed(current(bookings[0])).framing.focal_mm == 50
    assert events(bookings[0]) == [("brief", "clock", "v2")]


def test_another_photographer_s_briefs_are_left_alone() -> None:
    studio = bookable_studio()
    booking = confirmed_booking(studio)
    second = photographer([studio.package], name="Second", focal_lengths_mm=[135])
    weekday_hours(second, studio.place)

    assert moments.refresh_briefs(LATER, photographer=second) == 0
    assert current(booking).version == 1


def test_a_shorter_room_and_the_rooms_beside_it_are_noticed() -> None:
    studio = bookable_studio()
    booking = confirmed_booking(studio)
    assert booking.room is not None
    booking.room.length_m = Decimal("3.2")
    booking.room.save()
    moments.refresh_briefs(LATER, place=studio.place)
    room(studio.place, name="Hall", length_m=Decimal(12))
    moments.refresh_briefs(LATER, place=studio.place)

    assert [brief.because for brief in booking.briefs.order_by("version")] == [
        ["first"],
        ["room"],
        ["room"],
    ]
    size = composed(current(booking)).room
    assert size is not None
    assert size.length_m == 3.2


def test_a_revision_of_the_knowledge_is_noticed() -> None:
    booking = confirmed_booking()
    brief = current(booking)
    brief.basis = {**brief.basis, "knowledge": "2020.1"}
    brief.save()

    assert moments.refresh_briefs(LATER) == 1
    assert current(booking).because == ["knowledge"]


def test_sessions_that_are_over_or_called_off_keep_their_brief() -> None:
    studio = bookable_studio()
    over, off = confirmed_booking(studio), cancelled_booking(studio, start=START + 2 * HOUR)
    studio.photographer.focal_lengths_mm = [50]
    studio.photographer.save()

    assert moments.refresh_briefs(over.start) == 0
    assert [over.briefs.count(), off.briefs.count()] == [1, 1]


def test_composing_anew_says_why_or_that_somebody_asked() -> None:
    studio = bookable_studio()
    booking = confirmed_booking(studio)
    asked = moments.recompose_brief(booking, LATER, actor=account(booking))
    studio.photographer.sensor_format = "aps_c"
    studio.photographer.save()
    changed = moments.recompose_brief(booking, LATER, actor=account(booking))

    assert [asked.because, changed.because] == [["asked"], ["kit"]]
    assert changed.causes == ["the kit changed"]


def test_edits_survive_the_next_version_and_keep_their_origin() -> None:
    booking = confirmed_booking()
    brief = current(booking)
    key = first_key(brief, "light")
    moments.reword_brief_line(brief, key, "Window light only", NOW, actor=account(booking))
    moments.add_brief_line(brief, "light", "Bring the big flag", NOW, actor=account(booking))
    moments.recompose_brief(booking, LATER)

    edits = BriefEdit.objects.filter(booking=booking)
    assert [(edit.line_key, edit.words) for edit in edits] == [
        (key, "Window light only"),
        ("", "Bring the big flag"),
    ]
    original = next(part for part in composed(brief).parts if part.slug == "light").keyed()[key]
    assert edits[0].original == original.text.as_json()
    assert events(booking)[:2] == [("brief_edited", "staff", "v1")] * 2


def test_rewording_twice_keeps_one_edit_and_putting_back_none() -> None:
    booking = confirmed_booking()
    brief = current(booking)
    key = first_key(brief, "lens")
    for words in ("Closer", "", "Further away"):
        moments.reword_brief_line(brief, key, words, NOW, actor=account(booking))
    edit = BriefEdit.objects.get()
    assert edit.words == "Further away"

    moments.put_brief_line_back(brief, edit.pk, NOW, actor=account(booking))
    assert not BriefEdit.objects.exists()
    with pytest.raises(moments.NoSuchLine):
        moments.put_brief_line_back(brief, edit.pk, NOW, actor=account(booking))


@pytest.mark.parametrize("key", ["light-000000000000", "", "purpose"])
def test_a_line_that_is_not_there_can_not_be_reworded(key: str) -> None:
    booking = confirmed_booking()

    with pytest.raises(moments.NoSuchLine):
        moments.reword_brief_line(current(booking), key, "x", NOW, actor=account(booking))
    with pytest.raises(moments.NoSuchLine):
        moments.add_brief_line(current(booking), "nowhere", "x", NOW, actor=account(booking))
    assert not BriefEdit.objects.exists()
    assert events(booking) == []


def test_an_edit_of_another_booking_is_out_of_reach() -> None:
    studio = bookable_studio()
    mine, other = confirmed_booking(studio), confirmed_booking(studio, start=START + 2 * HOUR)
    key = first_key(current(other), "light")
    moments.reword_brief_line(current(other), key, "Dark", NOW, actor=account(other))

    with pytest.raises(moments.NoSuchLine):
        moments.put_brief_line_back(
            current(mine), BriefEdit.objects.get().pk, NOW, actor=account(mine)
        )
    assert BriefEdit.objects.count() == 1


def test_an_earlier_version_takes_no_edit() -> None:
    booking = confirmed_booking()
    first = current(booking)
    moments.recompose_brief(booking, LATER)

    with pytest.raises(IllegalMove):
        moments.add_brief_line(first, "light", "x", LATER, actor=account(booking))


def test_only_the_current_brief_can_be_approved() -> None:
    booking = confirmed_booking()
    first = current(booking)
    second = moments.recompose_brief(booking, NOW)
    approver = staff("approver")
    with pytest.raises(IllegalMove):
        moments.approve_brief(first, NOW, actor=approver)
    approved = moments.approve_brief(second, NOW, actor=approver)
    moments.approve_brief(second, LATER, actor=staff("another"))

    assert (approved.version, approved.approved_by) == (2, approver)
    second.refresh_from_db()
    assert (second.approved_by, second.approved_at) == (approver, NOW)
    assert events(booking) == [("brief", "staff", "v2"), ("brief_approved", "staff", "v2")]


def test_what_is_edited_after_it_was_approved_is_approved_anew() -> None:
    booking = confirmed_booking()
    brief = current(booking)
    moments.approve_brief(brief, NOW, actor=account(booking))
    own = moments.add_brief_line(brief, "light", "Mine", LATER, actor=account(booking))
    assert (own.approved_by, own.approved_at) == (None, None)

    moments.approve_brief(brief, LATER, actor=account(booking))
    others = moments.add_brief_line(brief, "light", "Not mine", LATER, actor=staff("owner"))
    assert (others.approved_by, others.approved_at) == (None, None)


def test_the_brief_is_of_the_pictures_that_were_sold() -> None:
    """Advised a headshot, the client chose a portrait: that is what is photographed."""
    sold = package(name="Portrait", kind="portrait", styles=["author", "classic"])
    booking = confirmed_booking(bookable_studio(package=sold))

    brief = composed(current(booking))
    assert (brief.kind, brief.style, brief.format) == ("portrait", "classic", "single")


def test_what_was_added_to_the_package_reaches_the_brief() -> None:
    studio = bookable_studio()
    extra = add_on([studio.package], name="Look", extra_looks=2)
    artist = add_on([studio.package], name="Artist", includes_make_up=True)
    plain = confirmed_booking(studio)
    booking = confirmed_booking(studio, add_ons=[extra, artist], start=START + 2 * HOUR)

    assert current(plain).basis["booking"] != current(booking).basis["booking"]
