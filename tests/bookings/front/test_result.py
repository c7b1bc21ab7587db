"""The result: what is recommended, why, at what price, what else there is, and every way on."""

from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from bookings.booking.links import enquiry_token
from bookings.booking.models import Enquiry
from bookings.front.said import LABELS
from guidance.questionnaire import QUESTIONS, Control, Field, faults
from guidance.vocabulary import Kind, Style
from tests import factories

pytestmark = pytest.mark.django_db

WALL = {"uses": ["wall_art"], "occasion": "personal"}


@pytest.fixture(autouse=True)
def _studio(db: None) -> None:
    factories.studio()


@pytest.fixture
def catalogue() -> None:
    """One package of each format; some answers fit none of them."""
    factories.package()
    factories.group_package()
    factories.series_package()


def shown(client: Client, enquiry: Enquiry) -> Any:
    return client.get(reverse("front:result", args=[enquiry_token(enquiry)]))


def words_of(answer: Any) -> str:
    return unescape(answer.content.decode())


def question_path(enquiry: Enquiry, slug: str) -> str:
    return reverse("front:question", args=[enquiry_token(enquiry), slug])


def test_the_result_names_package_price_deposit_and_length(client: Client) -> None:
    factories.package(name="Clear view", price_minor=9500, duration_minutes=30)
    page = words_of(shown(client, factories.enquiry()))
    expected = ["Corporate headshot", "Clear view", "€95", "€47.50", "30 minutes"]
    assert [words for words in expected if words not in page] == []


def test_the_reasons_are_the_clients_own_answers_with_their_claims(client: Client) -> None:
    factories.package()
    page = shown(client, factories.enquiry())
    assert "You chose “LinkedIn or another work profile” as the main use." in words_of(page)
    assert all(reason.claims for reason in page.context["reasons"])


def test_looking_changes_nothing(client: Client) -> None:
    factories.package()
    enquiry = factories.enquiry()
    before = Enquiry.objects.values().get()
    shown(client, enquiry)
    assert Enquiry.objects.values().get() == before


def test_the_result_follows_a_changed_answer(client: Client) -> None:
    enquiry = factories.enquiry()
    client.post(question_path(enquiry, "purpose"), {"uses": "identity_document"})
    assert shown(client, enquiry).context["recommendation"].kind is Kind.DOCUMENT


def test_the_nearest_package_is_first_and_the_next_beside_it(client: Client) -> None:
    other_style = factories.package(styles=[Style.THEATRICAL], price_minor=100)
    dear = factories.package(price_minor=20000)
    cheap = factories.package(price_minor=10000)
    advice = shown(client, factories.enquiry()).context["advice"]
    assert advice.best.package == cheap
    assert advice.runner_up.package == dear
    assert [offer.package for offer in advice.others] == [other_style]


def test_only_the_exact_answer_is_called_so(client: Client) -> None:
    factories.package(styles=[Style.THEATRICAL])
    page = words_of(shown(client, factories.enquiry()))
    assert "The nearest to it" in page
    assert "Made for this" not in page


def test_a_second_need_gets_a_combined_session_as_an_offer(client: Client) -> None:
    exact = factories.package(price_minor=1000)
    combined = factories.package(
        styles=[Style.PERSONAL], also_kind=Kind.PORTRAIT, price_minor=50000
    )
    both = {"uses": ["online_profile", "wall_art"], "occasion": "work"}
    advice = shown(client, factories.enquiry(both)).context["advice"]
    assert (advice.best.package, advice.combined.package) == (exact, combined)


def test_a_combined_session_that_leads_is_not_offered_twice(client: Client) -> None:
    combined = factories.package(also_kind=Kind.PORTRAIT)
    both = {"uses": ["online_profile", "wall_art"], "occasion": "work"}
    advice = shown(client, factories.enquiry(both)).context["advice"]
    assert (advice.best.package, advice.combined) == (combined, None)


def test_further_uses_are_explained(client: Client) -> None:
    factories.package(kind=Kind.PORTRAIT, styles=[Style.AUTHOR])
    page = words_of(shown(client, factories.enquiry({"uses": ["book_jacket"]})))
    assert "Corporate headshot: Cropped from the same picture." in page


def test_conflicts_say_what_will_be_done(client: Client) -> None:
    factories.package()
    torn = {**factories.ANSWERS, "framing": "full"}
    page = words_of(shown(client, factories.enquiry(torn)))
    assert "Where your answers pull the other way" in page
    assert "You answered “Head to toe”." in page


def test_what_would_change_our_mind_leads_to_its_question(client: Client) -> None:
    factories.package()
    enquiry = factories.enquiry()
    page = words_of(shown(client, enquiry))
    link = f'<a href="{question_path(enquiry, "occasion")}">'
    assert f"{link}If you answered “For myself or my family”</a>: Personal headshot" in page


def test_other_packages_for_these_people_can_be_chosen_all_the_same(client: Client) -> None:
    factories.package()
    portrait = factories.package(kind=Kind.PORTRAIT, styles=[Style.CLASSIC])
    factories.group_package()
    advice = shown(client, factories.enquiry()).context["advice"]
    assert [offer.package for offer in advice.others] == [portrait]


def test_a_series_is_priced_for_its_people(client: Client) -> None:
    factories.series_package()
    team = {"uses": ["online_profile"], "people_total": 5}
    best = shown(client, factories.enquiry(team)).context["advice"].best
    assert (best.minutes, best.quote.total_minor) == (70, 28000)


def test_where_no_package_fits_the_way_out_is_a_message(client: Client) -> None:
    factories.package()
    crowd = {"uses": ["wall_art"], "people_in_frame": 80, "people_total": 80}
    enquiry = factories.enquiry(crowd)
    page = words_of(shown(client, enquiry))
    assert "No session on our list fits this" in page
    assert f'href="{reverse("front:message", args=[enquiry_token(enquiry)])}"' in page


def test_where_answers_are_missing_the_next_step_is_to_give_them(client: Client) -> None:
    factories.package()
    enquiry = factories.enquiry({"framing": "waist"})
    page = shown(client, enquiry)
    assert [question.slug for question in page.context["ask"]] == ["occasion", "setting", "story"]
    assert f'href="{question_path(enquiry, "occasion")}"' in words_of(page)


def test_a_casting_market_that_is_missing_is_asked_for(client: Client) -> None:
    factories.package()
    page = shown(client, factories.enquiry({"uses": ["casting"]}))
    assert [question.slug for question in page.context["ask"]] == ["casting-market"]


def test_before_any_answer_there_is_no_result(client: Client) -> None:
    client.post(reverse("front:start"))
    enquiry = Enquiry.objects.get()
    answer = client.get(reverse("front:result", args=[enquiry_token(enquiry)]), follow=True)
    assert answer.redirect_chain[-1][0] == question_path(enquiry, "purpose")


@pytest.mark.parametrize("packages", [1, 3])
def test_the_result_costs_six_queries_however_much_is_on_offer(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, packages: int
) -> None:
    for _number in range(packages):
        factories.package()
    enquiry = factories.enquiry()
    with django_assert_num_queries(6):
        shown(client, enquiry)


def test_the_result_takes_no_form(client: Client) -> None:
    token = enquiry_token(factories.enquiry())
    assert client.post(reverse("front:result", args=[token])).status_code == 405


def test_every_option_has_words_for_what_would_change() -> None:
    options = [
        (field.key, option.value)
        for question in QUESTIONS
        for field in question.fields
        for option in field.options
    ]
    assert list(LABELS) == options


def posts(field: Field) -> st.SearchStrategy[Any]:
    """What a page can send for `field`: any of its choices, or nothing."""
    values = [option.value for option in field.options]
    if field.control == Control.ONE:
        return st.sampled_from(["", *values])
    if field.control in (Control.MANY, Control.RANKED):
        return st.lists(st.sampled_from(values), unique=True, max_size=4)
    if field.control == Control.NUMBER:
        return st.sampled_from(["", *map(str, range(field.least or 0, 5)), "80"])
    if field.control == Control.FLAG:
        return st.sampled_from(["", "on"])
    return st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)


@st.composite
def walks(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """For each question what is sent; pages that are never seen are left out."""
    return {
        question.slug: {field.key: draw(posts(field)) for field in question.fields}
        for question in QUESTIONS
        if draw(st.booleans()) or question.slug in ("purpose", "casting-market")
    }


@given(walk=walks())
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_walk_through_the_questions_ends_with_a_way_on(
    client: Client, catalogue: None, walk: dict[str, dict[str, Any]]
) -> None:
    client.post(reverse("front:start"))
    enquiry = Enquiry.objects.latest("pk")
    for slug, posted in walk.items():
        client.post(question_path(enquiry, slug), posted)
    enquiry.refresh_from_db()
    page = shown(client, enquiry)
    assert page.status_code == 200
    assert faults(enquiry.all_answers) == []
    assert ways_on(page)


def ways_on(page: Any) -> list[str]:
    """Where the result leads: to a missing answer, to a package, or to the studio."""
    advice, token = page.context["advice"], page.context["token"]
    paths = [reverse("front:question", args=[token, one.slug]) for one in page.context["ask"]]
    if advice.best:
        paths.append(reverse("front:choose", args=[token, advice.best.package.slug]))
    elif advice.is_settled:
        paths.append(reverse("front:message", args=[token]))
    linked = page.content.decode()
    assert all(f'href="{path}"' in linked for path in paths)
    return paths
