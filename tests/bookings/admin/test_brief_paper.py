"""The call sheet as a file: the same sheet, for the same eyes, where a file can be made."""

import re
import sys
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from bookings import moments
from bookings.admin import brief_drawings
from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.booking.models import Booking
from bookings.briefs import pdf
from bookings.briefs.models import ShootBrief
from bookings.briefs.reading import composed
from tests import factories
from tests.bookings.admin.people import CARE_ANSWERS, member, photographer_account, signed_in
from tests.factories import NOW
from tests.guidance.people import PEOPLE

pytestmark = pytest.mark.django_db

needs_pango = pytest.mark.skipif(
    not pdf.is_available(), reason="PDF files need WeasyPrint and Pango, which are not here."
)

PACKAGES: Mapping[str, dict[str, Any]] = {
    "P1": {},
    "P2": {"styles": ["theatrical"]},
    "P5": {"kind": "portrait", "format": "group", "min_people": 2, "max_people": 6},
    "P13": {"kind": "portrait", "styles": ["editorial"], "on_location": True},
}


def current(booking: Booking) -> ShootBrief:
    return booking.briefs.get(is_current=True)


def path(brief: ShootBrief, deed: str = "pdf") -> str:
    return f"/admin/bookings/shootbrief/{brief.pk}/{deed}/"


def slugs(answer: Any) -> set[str]:
    return {section.slug for section in (*answer.context["lead"], *answer.context["sections"])}


def pages_of(written: bytes) -> int:
    """How many pages a PDF file has, by what its compressed objects say of themselves."""
    streams = re.findall(rb"/FlateDecode.*?stream\n(.*?)\nendstream", written, re.DOTALL)
    return sum(len(re.findall(rb"/Type /Page\b", zlib.decompress(part))) for part in streams)


@pytest.fixture
def without_pango(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine on which WeasyPrint can't be imported."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    pdf._weasyprint.cache_clear()
    yield
    pdf._weasyprint.cache_clear()


@needs_pango
def test_the_file_is_named_after_its_booking_and_version_and_kept_by_nobody() -> None:
    booking = factories.confirmed_booking()

    with signed_in(photographer_account(booking.photographer)) as browser:
        page = browser.get(path(current(booking), "change")).content.decode()
        answer = browser.get(path(current(booking)))

    assert f'href="{path(current(booking))}"' in page
    assert answer.content.startswith(b"%PDF-")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="brief-{booking.reference}-v1.pdf"'
    )
    assert "no-store" in answer.headers["Cache-Control"]


@needs_pango
@pytest.mark.parametrize("person", PACKAGES)
def test_a_typical_sheet_fits_on_two_pages(person: str) -> None:
    bookable = factories.bookable_studio(package=factories.package(**PACKAGES[person]))
    booking = factories.confirmed_booking(bookable, answers=PEOPLE[person])

    with signed_in(photographer_account(booking.photographer)) as browser:
        written = browser.get(path(current(booking))).content

    assert pages_of(written) in (1, 2)


@needs_pango
def test_the_section_on_care_is_in_the_file_of_who_runs_the_session_alone() -> None:
    booking = factories.confirmed_booking(answers=CARE_ANSWERS)

    found = {}
    for account in (photographer_account(booking.photographer), member(OWNER)):
        with signed_in(account) as browser:
            found[account.username] = "care" in slugs(browser.get(path(current(booking))))

    assert found == {"mara-lindqvist": True, "owner": False}


@needs_pango
def test_the_file_is_for_who_may_read_the_page() -> None:
    booking = factories.confirmed_booking()
    strangers = [member(FRONT_DESK), photographer_account(factories.photographer(name="Tove"))]

    statuses = []
    for account in strangers:
        with signed_in(account) as browser:
            statuses.append(browser.get(path(current(booking))).status_code)

    assert statuses == [404, 404]


@pytest.mark.usefixtures("without_pango")
def test_where_no_file_can_be_made_the_page_says_how_to_print() -> None:
    booking = factories.confirmed_booking()

    with signed_in(photographer_account(booking.photographer)) as browser:
        page = browser.get(path(current(booking), "change")).content.decode()
        answer = browser.get(path(current(booking)))

    assert path(current(booking)) not in page
    assert "print this page from the browser instead" in page
    assert answer.status_code == 404


def test_the_set_is_drawn_on_the_sheet() -> None:
    booking = factories.confirmed_booking()
    brief = composed(current(booking))

    with signed_in(photographer_account(booking.photographer)) as browser:
        answer = browser.get(path(current(booking), "change"))

    page = answer.content.decode()
    beside = [section.drawing for section in answer.context["sections"] if section.drawing]
    assert answer.context["board"] == brief_drawings.set_up(brief)
    assert page.count('class="figure figure-plate"') == len(brief_drawings.set_up(brief)) + len(
        beside
    )
    assert beside == [
        brief_drawings.beside(brief, slug) for slug in ("framing", "aperture", "deliverables")
    ]


def test_a_brief_from_before_there_were_figures_is_read_without() -> None:
    booking = factories.confirmed_booking()
    brief = current(booking)
    for name in ("width_mm", "height_mm"):
        del brief.content["framing"][name]
    brief.save()
    moments.recompose_brief(booking, NOW)

    with signed_in(photographer_account(booking.photographer)) as browser:
        old, new = (
            browser.get(path(row, "change")).content.decode() for row in (brief, current(booking))
        )

    assert ("figure-plate" in old, "figure-plate" in new) == (False, True)
