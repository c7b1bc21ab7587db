"""The session's record: filled from the plan, corrected by who ran the session."""

from datetime import date
from typing import Any

import pytest

from bookings.admin.permissions import OWNER
from bookings.booking.models import Booking
from bookings.records.models import SessionRecord
from bookings.wording import shown
from guidance.lighting import PATTERNS
from tests import factories
from tests.bookings.admin.people import member, photographer_account, signed_in

pytestmark = pytest.mark.django_db


def page_of(booking: Booking) -> str:
    return f"/admin/bookings/sessionrecord/{booking.record.pk}/change/"


def typed(booking: Booking, **changes: Any) -> dict[str, Any]:
    """The form as it comes, with its looks and no consent; `changes` are typed over it."""
    look = booking.record.looks.get()
    return {
        "camera": "Second body",
        "sensor_format": "full_frame",
        "aperture": "8",
        "shutter": "1/160",
        "iso": "100",
        "frames_shot": "120",
        "selects": "12",
        "looks-TOTAL_FORMS": "1",
        "looks-INITIAL_FORMS": "1",
        "looks-0-id": look.pk,
        "looks-0-record": booking.record.pk,
        "looks-0-number": "1",
        "looks-0-outfit": "Navy jacket",
        "looks-0-is_done": "on",
        "consents-TOTAL_FORMS": "0",
        "consents-INITIAL_FORMS": "0",
    } | changes


def consent(**changes: Any) -> dict[str, Any]:
    row = {"scope": "portfolio", "given_by": "Ines Okafor", "given_at": "2026-11-25"} | changes
    return {"consents-TOTAL_FORMS": "1"} | {f"consents-0-{k}": v for k, v in row.items()}


def post(booking: Booking, **changes: Any) -> Any:
    with signed_in(photographer_account(booking.photographer), booking.end) as browser:
        return browser.post(page_of(booking), typed(booking, **changes))


def test_what_was_planned_stands_beside_what_is_typed() -> None:
    booking = factories.completed_booking()
    planned = booking.record.planned

    with signed_in(photographer_account(booking.photographer), booking.end) as browser:
        form = browser.get(page_of(booking)).context["adminform"].form

    assert form.fields["focal_length_mm"].help_text == (
        f"Planned: {planned['framing']['focal_mm']} mm"
    )
    pattern = PATTERNS[planned["light"]["pattern"]]
    assert form.fields["light_pattern"].help_text == f"Planned: {shown(pattern.name)}"
    assert (pattern.key, shown(pattern.name)) in form.fields["light_pattern"].choices
    assert form.fields["aperture"].help_text == f"Planned: f/{planned['aperture']['f_number']:g}"
    assert form["focal_length_mm"].value() == planned["framing"]["focal_mm"]


@pytest.mark.parametrize(
    ("part", "key", "value", "field", "said"),
    [
        ("light", "key_over_fill_stops", 1.0, "key_over_fill_stops", "Planned: 1 stop"),
        ("light", "key_over_fill_stops", 1, "key_over_fill_stops", "Planned: 1 stop"),
        ("light", "key_over_fill_stops", 1.5, "key_over_fill_stops", "Planned: 1.5 stops"),
        ("light", "key_over_fill_stops", 2.0, "key_over_fill_stops", "Planned: 2 stops"),
        ("framing", "distance_mm", 1270, "distance_mm", "Planned: 1270 mm"),
        ("aperture", "f_number", 5.6, "aperture", "Planned: f/5.6"),
        ("aperture", "f_number", 8.0, "aperture", "Planned: f/8"),
        ("light", "pattern", "no_longer_known", "light_pattern", "Planned: no_longer_known"),
    ],
)
def test_what_was_planned_reads_with_its_unit(
    part: str, key: str, value: float | str, field: str, said: str
) -> None:
    booking = factories.completed_booking()
    booking.record.planned = {part: {key: value}}
    booking.record.save()

    with signed_in(photographer_account(booking.photographer), booking.end) as browser:
        form = browser.get(page_of(booking)).context["adminform"].form

    assert form.fields[field].help_text == said


def test_the_photographer_corrects_the_record() -> None:
    booking = factories.completed_booking()

    assert post(booking).status_code == 302

    record = SessionRecord.objects.get()
    look = record.looks.get()
    assert (record.camera, record.shutter, record.frames_shot) == ("Second body", "1/160", 120)
    assert (look.outfit, look.is_done) == ("Navy jacket", True)


def test_who_notes_a_consent_signs_it() -> None:
    booking = factories.completed_booking()

    assert post(booking, **consent(noted_by="1")).status_code == 302

    noted = booking.record.consents.get()
    assert (noted.noted_by, noted.given_at) == (booking.photographer.user, date(2026, 11, 25))


def test_a_later_hand_does_not_sign_over_the_first() -> None:
    booking = factories.completed_booking()
    post(booking, **consent())
    noted = booking.record.consents.get()
    withdrawn = consent(id=noted.pk, record=booking.record.pk, withdrawn_at="2026-11-26")

    with signed_in(member(OWNER), booking.end) as browser:
        browser.post(
            page_of(booking), typed(booking, **withdrawn, **{"consents-INITIAL_FORMS": "1"})
        )

    noted.refresh_from_db()
    assert (noted.withdrawn_at, noted.noted_by) == (date(2026, 11, 26), booking.photographer.user)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"frames_shot": "10", "selects": "11"},
            {"selects": ["There can't be more selects than frames shot."]},
        ),
        ({"iso": "0"}, {"iso": ["ISO starts at 1; leave it empty where it isn't known."]}),
        ({"shutter": "fast"}, {"shutter": ["Write it as 1/125 or 0.5."]}),
        (
            {"aperture": "0"},
            {"aperture": ["Ensure this value is greater than or equal to 0.7."]},
        ),
        (
            {"frames_shot": "-1"},
            {"frames_shot": ["Ensure this value is greater than or equal to 0."]},
        ),
        (
            {"sensor_format": "8x10"},
            {"sensor_format": ["Select a valid choice. 8x10 is not one of the available choices."]},
        ),
    ],
)
def test_a_fault_is_said_beside_its_field(
    changes: dict[str, str], expected: dict[str, list[str]]
) -> None:
    booking = factories.completed_booking()

    answer = post(booking, **changes)

    form = answer.context["adminform"].form
    assert {name: [*said] for name, said in form.errors.items()} == expected
    assert SessionRecord.objects.get().camera == ""
    assert form["camera"].value() == "Second body"


@pytest.mark.parametrize(
    ("prefix", "changes", "expected"),
    [
        (
            "consents",
            consent(withdrawn_at="2026-11-24"),
            {"withdrawn_at": ["It can't be withdrawn before it was given."]},
        ),
        ("consents", consent(given_by=""), {"given_by": ["This field is required."]}),
        (
            "looks",
            {"looks-0-number": "0"},
            {"number": ["Ensure this value is greater than or equal to 1."]},
        ),
    ],
)
def test_a_fault_in_a_line_is_said_beside_it(
    prefix: str, changes: dict[str, Any], expected: dict[str, list[str]]
) -> None:
    booking = factories.completed_booking()

    answer = post(booking, **changes)

    formsets = {
        shown.formset.prefix: shown.formset for shown in answer.context["inline_admin_formsets"]
    }
    assert formsets[prefix].forms[0].errors == expected


def test_a_record_is_neither_added_nor_deleted_by_hand() -> None:
    booking = factories.completed_booking()

    with signed_in(member(OWNER), booking.end) as browser:
        assert browser.get("/admin/bookings/sessionrecord/add/").status_code == 403
        page = f"/admin/bookings/sessionrecord/{booking.record.pk}/delete/"
        assert browser.post(page, {"post": "yes"}).status_code == 403


def test_another_photographer_can_not_write_in_it() -> None:
    booking = factories.completed_booking()
    other = photographer_account(factories.photographer(name="Tove Berg"))

    with signed_in(other, booking.end) as browser:
        browser.post(page_of(booking), typed(booking))

    assert SessionRecord.objects.get().camera == ""
