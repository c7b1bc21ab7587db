"""The owner's catalogue: money, styles and rules as people type them, faults in words."""

from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User

from bookings.admin.permissions import OWNER
from bookings.booking.snapshots import policy_of
from bookings.catalogue.models import AddOn, FeeTier, Package, Studio
from bookings.wording import shown
from tests import factories
from tests.bookings.admin.people import faults, member, post, signed_in

pytestmark = pytest.mark.django_db

PACKAGE = {
    "name": "Quick headshot",
    "slug": "quick-headshot",
    "summary": "One look.",
    "description": "Twenty minutes.",
    "kind": "headshot",
    "styles": ["personal", "corporate"],
    "format": "single",
    "min_people": "1",
    "max_people": "1",
    "price_minor": "95.50",
    "price_per_extra_person_minor": "0",
    "duration_minutes": "20",
    "minutes_per_extra_person": "0",
    "looks": "1",
    "finals": "1",
    "buffer_before_minutes": "10",
    "buffer_after_minutes": "10",
    "min_room_length_m": "0",
    "position": "0",
    "is_active": "on",
}


def test_a_package_is_typed_in_money_and_ticked_in_words() -> None:
    factories.studio()

    assert post("/admin/bookings/package/add/", PACKAGE).status_code == 302

    package = Package.objects.get()
    assert (package.price_minor, package.styles) == (9550, ["corporate", "personal"])


def test_a_package_comes_back_as_it_was_typed() -> None:
    factories.studio(currency="JPY")
    package = factories.package(price_minor=14000)

    with signed_in(member(OWNER)) as browser:
        form = (
            browser.get(f"/admin/bookings/package/{package.pk}/change/").context["adminform"].form
        )

    assert form["price_minor"].value() == Decimal(14000)
    assert form["styles"].value() == ["corporate", "personal"]
    assert form.fields["price_minor"].help_text == "JPY"


NOBODY = "Clients don't see this package yet: no active photographer offers it."
NO_ROOM = "Clients find no times for this package yet: no room in use is long and large enough."


def test_the_photographers_of_a_package_are_ticked() -> None:
    bookable = factories.bookable_studio()
    other = factories.photographer(name="Tove Berg")
    page = f"/admin/bookings/package/{bookable.package.pk}/change/"

    with signed_in(member(OWNER)) as browser:
        form = browser.get(page).context["adminform"].form
        browser.post(page, PACKAGE | {"photographers": [other.pk]})

    assert [*form["photographers"].value()] == [bookable.photographer.pk]
    assert [*bookable.package.photographers.all()] == [other]


@pytest.mark.parametrize(
    ("typed", "is_active", "reasons"),
    [
        ({}, True, []),
        ({}, False, [NOBODY]),
        ({"photographers": []}, True, [NOBODY]),
        ({"photographers": [], "is_active": ""}, True, []),
        ({"min_room_length_m": "7.21"}, True, [NO_ROOM]),
        ({"min_room_length_m": "7.21", "on_location": "on"}, True, []),
        ({"min_room_length_m": "7.21", "photographers": []}, True, [NOBODY, NO_ROOM]),
    ],
)
def test_a_package_that_nobody_can_book_is_saved_with_a_warning(
    typed: dict[str, Any], is_active: bool, reasons: list[str]
) -> None:
    bookable = factories.bookable_studio(photographer=factories.photographer(is_active=is_active))
    ticked = {"slug": "another", "photographers": [bookable.photographer.pk]}

    with signed_in(member(OWNER)) as browser:
        answer = browser.post("/admin/bookings/package/add/", PACKAGE | ticked | typed, follow=True)

    warnings = [said.message for said in answer.context["messages"] if said.level_tag == "warning"]
    assert Package.objects.filter(slug="another").exists()
    assert warnings == reasons


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"price_minor": "0"}, {"price_minor": ["The price must be more than nothing."]}),
        ({"price_minor": "9.999"}, {"price_minor": ["This currency has 2 decimals."]}),
        ({"price_minor": "a lot"}, {"price_minor": ["Enter a number."]}),
        (
            {"price_minor": "1e9"},
            {"price_minor": ["Ensure this value is less than or equal to 1000000."]},
        ),
        ({"price_minor": ""}, {"price_minor": ["This field is required."]}),
        (
            {"styles": ["classic"]},
            {"styles": ["Choose at least one style, each of the package's kind."]},
        ),
        (
            {"styles": ["holographic"]},
            {
                "styles": [
                    "Select a valid choice. holographic is not one of the available choices.",
                    "Choose at least one style, each of the package's kind.",
                ]
            },
        ),
        (
            {"max_people": "4"},
            {"max_people": ["A package for one person takes one person."]},
        ),
        (
            {"format": "series"},
            {"max_people": ["A package for several people takes at least two."]},
        ),
        (
            {"format": "group", "min_people": "5", "max_people": "3"},
            {"max_people": ["This is fewer than “people, at least”."]},
        ),
        (
            {"duration_minutes": "0"},
            {"duration_minutes": ["Ensure this value is greater than or equal to 1."]},
        ),
        (
            {"duration_minutes": "721"},
            {"duration_minutes": ["Ensure this value is less than or equal to 720."]},
        ),
        ({"looks": "0"}, {"looks": ["Ensure this value is greater than or equal to 1."]}),
        (
            {"name": "x" * 81},
            {"name": ["Ensure this value has at most 80 characters (it has 81)."]},
        ),
    ],
)
def test_a_package_with_a_fault_says_it_beside_the_field(
    typed: dict[str, Any], expected: dict[str, list[str]]
) -> None:
    factories.studio()

    answer = post("/admin/bookings/package/add/", PACKAGE | typed)

    assert faults(answer) == expected
    assert not Package.objects.exists()


def test_an_add_on_is_typed_in_money_too() -> None:
    factories.studio()
    package = factories.package()
    typed = {
        "name": "Rush",
        "slug": "rush",
        "summary": "In a day.",
        "extra_minutes": "0",
        "extra_looks": "0",
    }

    free = post("/admin/bookings/addon/add/", typed | {"price_minor": "0", "position": "0"})
    with signed_in(User.objects.get(username="owner")) as browser:
        browser.post(
            "/admin/bookings/addon/add/",
            typed | {"price_minor": "35", "position": "0", "packages": [package.pk]},
        )

    assert faults(free) == {"price_minor": ["The price must be more than nothing."]}
    add_on = AddOn.objects.get()
    assert (add_on.price_minor, [*add_on.packages.all()]) == (3500, [package])


def test_what_was_sold_is_taken_off_offer_and_never_deleted() -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(OWNER)) as browser:
        for row in (booking.package, booking.place, booking.photographer, booking.client):
            assert row is not None
            page = f"/admin/bookings/{row._meta.model_name}/{row.pk}/delete/"
            assert browser.post(page, {"post": "yes"}).status_code == 403


def studio_typed(**changes: Any) -> dict[str, Any]:
    return {
        "name": "Studio Halden",
        "tagline": "Headshots",
        "email": "hello@studio-halden.example",
        "phone": "1",
        "currency": "EUR",
        "hold_minutes": "15",
        "notice_hours": "24",
        "horizon_days": "120",
        "deposit_percent": "50",
        "free_change_hours": "48",
        "late_arrival_minutes": "30",
        "most_moves": "2",
        "offer_hours": "12",
        "care_retention_days": "30",
        "reminder_days": "7, 2",
        "fee_tiers-TOTAL_FORMS": "0",
        "fee_tiers-INITIAL_FORMS": "0",
    } | changes


def test_there_is_one_studio_to_change_and_none_to_add() -> None:
    studio = factories.studio()
    page = f"/admin/bookings/studio/{studio.pk}/change/"

    with signed_in(member(OWNER)) as browser:
        assert browser.get("/admin/bookings/studio/").headers["Location"] == page
        assert browser.get("/admin/bookings/studio/add/").status_code == 403
        assert browser.post(page, studio_typed(free_change_hours="72")).status_code == 302
        words = unescape(browser.get(page).content.decode())

    studio.refresh_from_db()
    policy = policy_of(studio)
    assert studio.free_change_hours == 72
    assert [sentence for sentence in map(shown, policy.sentences()) if sentence not in words] == []


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("horizon_days", "0", "Ensure this value is greater than or equal to 1."),
        ("horizon_days", "731", "Ensure this value is less than or equal to 730."),
        ("hold_minutes", "4", "Ensure this value is greater than or equal to 5."),
        ("deposit_percent", "101", "Ensure this value is less than or equal to 100."),
        ("currency", "eur", "Three capital letters, such as EUR."),
        ("offer_hours", "0", "Ensure this value is greater than or equal to 1."),
        ("offer_hours", "73", "Ensure this value is less than or equal to 72."),
        ("reminder_days", "7, soon", "Write whole numbers, as in 7, 2."),
        ("reminder_days", "-1", "Write whole numbers, as in 7, 2."),
        ("reminder_days", "0, 2", "Each from 1 to 365."),
        ("reminder_days", "366", "Each from 1 to 365."),
    ],
)
def test_a_rule_beyond_reason_is_refused_beside_its_field(
    name: str, value: str, fault: str
) -> None:
    studio = factories.studio()

    answer = post(f"/admin/bookings/studio/{studio.pk}/change/", studio_typed(**{name: value}))

    assert faults(answer) == {name: [fault]}
    assert Studio.objects.get() == studio


@pytest.mark.parametrize(
    ("typed", "kept", "shown_again", "words"),
    [
        (
            "2, 14,7 2",
            [14, 7, 2],
            "14, 7, 2",
            "A reminder comes 14 days, 7 days and 2 days before the session",
        ),
        ("", [], "", "No reminder is sent; the confirmation says when and where."),
    ],
)
def test_reminders_are_typed_as_days(
    typed: str, kept: list[int], shown_again: str, words: str
) -> None:
    page = f"/admin/bookings/studio/{factories.studio().pk}/change/"

    with signed_in(member(OWNER)) as browser:
        assert browser.post(page, studio_typed(reminder_days=typed)).status_code == 302
        again = browser.get(page)

    assert Studio.objects.get().reminder_days == kept
    assert again.context["adminform"].form["reminder_days"].value() == shown_again
    assert words in unescape(again.content.decode())


def test_each_rule_stands_with_what_clients_meet_of_it() -> None:
    studio = factories.studio(most_moves=3, offer_hours=6, care_retention_days=14)

    with signed_in(member(OWNER)) as browser:
        page = browser.get(f"/admin/bookings/studio/{studio.pk}/change/").content.decode()

    words = unescape(page)
    for sentence in (
        "up to 48 hours before it, 3 times at most.",
        "6 hours after it was offered, until nine where that is at night, and an hour before",
        "and it is deleted afterwards.”",
        "That is 14 days after it, or after the last answer where no session came.",
    ):
        assert sentence in words


def test_fees_of_late_cancellations_are_typed_line_by_line() -> None:
    page = f"/admin/bookings/studio/{factories.studio().pk}/change/"
    tiers = {
        "fee_tiers-TOTAL_FORMS": "2",
        "fee_tiers-0-hours_before": "24",
        "fee_tiers-0-percent": "80",
        "fee_tiers-1-hours_before": "2",
        "fee_tiers-1-percent": "100",
    }

    with signed_in(member(OWNER)) as browser:
        assert browser.post(page, studio_typed(**tiers)).status_code == 302
        words = unescape(browser.get(page).content.decode())
        refused = browser.post(page, studio_typed(**tiers | {"fee_tiers-0-percent": "101"}))

    kept = FeeTier.objects.values_list("hours_before", "percent")
    assert list(kept) == [(24, 80), (2, 100)]
    sentences = [shown(sentence) for sentence in policy_of(Studio.objects.get()).sentences()]
    assert len(sentences) == 8
    assert [sentence for sentence in sentences if sentence not in words] == []
    assert "Ensure this value is less than or equal to 100." in refused.content.decode()


def test_a_deposit_above_a_fee_is_refused_beside_the_fee_that_would_never_count() -> None:
    studio = factories.studio()
    tier = studio.fee_tiers.create(hours_before=24, percent=60)
    page = f"/admin/bookings/studio/{studio.pk}/change/"
    stands = {
        "fee_tiers-TOTAL_FORMS": "1",
        "fee_tiers-INITIAL_FORMS": "1",
        "fee_tiers-0-id": str(tier.pk),
        "fee_tiers-0-studio": str(studio.pk),
        "fee_tiers-0-hours_before": "24",
        "fee_tiers-0-percent": "60",
    }

    with signed_in(member(OWNER)) as browser:
        refused = browser.post(page, studio_typed(**stands, deposit_percent="70"))
        taken = browser.post(
            page, studio_typed(**stands | {"fee_tiers-0-percent": "80"}, deposit_percent="70")
        )

    assert "More than the deposit" in refused.content.decode()
    assert taken.status_code == 302
    studio.refresh_from_db()
    assert (studio.deposit_percent, studio.fee_tiers.get().percent) == (70, 80)
