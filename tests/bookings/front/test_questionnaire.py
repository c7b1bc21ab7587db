"""The questionnaire page by page: saved as it is given, n of m, Back, Skip, and bad input."""

from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from bookings.booking.links import enquiry_token
from bookings.booking.models import Enquiry
from guidance.questionnaire import QUESTIONS
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _studio(db: None) -> None:
    factories.studio()


@pytest.fixture
def enquiry(client: Client) -> Enquiry:
    client.post(reverse("front:start"))
    return Enquiry.objects.get()


def path(enquiry: Enquiry, slug: str) -> str:
    return reverse("front:question", args=[enquiry_token(enquiry), slug])


def result_path(enquiry: Enquiry) -> str:
    return reverse("front:result", args=[enquiry_token(enquiry)])


def text_of(answer: Any) -> str:
    return unescape(answer.content.decode())


def answer_all(client: Client, enquiry: Enquiry, **given: Any) -> str:
    """Send each asked question once, `given` where it belongs; the address where it ends."""
    where = path(enquiry, "purpose")
    while "/q/" in where:
        screen = client.get(where).context["screen"].question
        posted = {key: given[key] for key in screen.keys if key in given}
        where = client.post(where, posted).headers["Location"]
    return where


def test_the_start_page_changes_nothing(client: Client) -> None:
    assert client.get(reverse("front:start")).status_code == 200
    assert Enquiry.objects.count() == 0


def test_starting_leads_to_the_first_question(client: Client) -> None:
    answer = client.post(reverse("front:start"))
    assert answer.headers["Location"] == path(Enquiry.objects.get(), "purpose")


def test_an_answer_is_kept_and_leads_on(client: Client, enquiry: Enquiry) -> None:
    answer = client.post(path(enquiry, "purpose"), {"uses": ["casting", "wall_art"]})
    enquiry.refresh_from_db()
    assert enquiry.answers == {"uses": ["casting", "wall_art"]}
    assert enquiry.answered == ["purpose"]
    assert answer.headers["Location"] == path(enquiry, "occasion")


def test_each_answer_renews_what_is_recommended(client: Client, enquiry: Enquiry) -> None:
    client.post(path(enquiry, "purpose"), {"uses": "wall_art"})
    client.post(path(enquiry, "purpose"), {"uses": "id_badge"})
    enquiry.refresh_from_db()
    assert (enquiry.kind, enquiry.style) == ("headshot", "id_badge")


def test_looking_at_a_question_changes_nothing(client: Client, enquiry: Enquiry) -> None:
    before = Enquiry.objects.values().get()
    client.get(path(enquiry, "framing"))
    client.head(path(enquiry, "framing"))
    assert Enquiry.objects.values().get() == before


def test_without_a_script_the_main_use_is_asked_for_and_comes_first(
    client: Client, enquiry: Enquiry
) -> None:
    posted = {"uses": ["business_card", "casting"], "main_use": "casting"}
    client.post(path(enquiry, "purpose"), posted)
    enquiry.refresh_from_db()
    assert enquiry.answers["uses"] == ["casting", "business_card"]


def test_a_main_use_that_was_not_ticked_is_one_of_the_uses(
    client: Client, enquiry: Enquiry
) -> None:
    client.post(path(enquiry, "purpose"), {"main_use": "gift"})
    enquiry.refresh_from_db()
    assert enquiry.answers["uses"] == ["gift"]


def test_the_ranked_order_is_shown_again(client: Client, enquiry: Enquiry) -> None:
    client.post(path(enquiry, "purpose"), {"uses": ["wall_art", "business_card"]})
    shown = text_of(client.get(path(enquiry, "purpose")))
    assert 'data-ranked="wall_art business_card"' in shown
    assert '<option value="wall_art" selected>' in shown


def test_back_goes_to_the_question_before_with_its_answer(client: Client, enquiry: Enquiry) -> None:
    client.post(path(enquiry, "purpose"), {"uses": "gift"})
    client.post(path(enquiry, "occasion"), {"occasion": "personal"})
    page = client.get(path(enquiry, "people"))
    assert page.context["back"] == path(enquiry, "occasion")
    before = client.get(page.context["back"])
    assert before.context["form"]["occasion"].value() == "personal"


def test_the_first_question_has_no_way_back(client: Client, enquiry: Enquiry) -> None:
    assert client.get(path(enquiry, "purpose")).context["back"] is None


def test_n_of_m_counts_the_questions_that_are_asked(client: Client, enquiry: Enquiry) -> None:
    def counted(slug: str) -> tuple[int, int]:
        screen = client.get(path(enquiry, slug)).context["screen"]
        return screen.step, screen.steps

    assert counted("purpose") == (1, len(QUESTIONS) - 2)
    client.post(path(enquiry, "purpose"), {"uses": "casting"})
    assert counted("casting-market") == (3, len(QUESTIONS))
    client.post(path(enquiry, "purpose"), {"uses": "identity_document"})
    assert counted("comfort") == (4, 4)


def test_a_question_left_out_by_these_answers_leads_to_where_one_is(
    client: Client, enquiry: Enquiry
) -> None:
    answer = client.get(path(enquiry, "casting-market"))
    assert answer.headers["Location"] == reverse("front:resume", args=[enquiry_token(enquiry)])


def test_no_such_question_is_a_404(client: Client, enquiry: Enquiry) -> None:
    assert client.get(path(enquiry, "no-such-question")).status_code == 404


def test_skipping_marks_the_question_as_seen_and_keeps_what_was_said(
    client: Client, enquiry: Enquiry
) -> None:
    client.post(path(enquiry, "framing"), {"framing": "waist"})
    client.post(path(enquiry, "framing"), {"framing": "full", "skip": "yes"})
    client.post(path(enquiry, "story"), {"skip": "yes"})
    enquiry.refresh_from_db()
    assert enquiry.answers == {"framing": "waist"}
    assert enquiry.answered == ["framing", "story"]


def test_an_open_question_can_be_left_open(client: Client, enquiry: Enquiry) -> None:
    client.post(path(enquiry, "occasion"), {"occasion": "work"})
    client.post(path(enquiry, "occasion"), {"occasion": ""})
    enquiry.refresh_from_db()
    assert enquiry.answers == {}


def test_a_deep_link_goes_on_to_what_was_not_seen(client: Client, enquiry: Enquiry) -> None:
    answer = client.post(path(enquiry, "clothes"), {"clothes": "plain"})
    assert answer.headers["Location"] == path(enquiry, "purpose")


def test_the_whole_questionnaire_ends_at_the_result(client: Client, enquiry: Enquiry) -> None:
    assert answer_all(client, enquiry, uses="gift") == result_path(enquiry)


def test_changing_one_answer_at_the_end_leads_straight_back(
    client: Client, enquiry: Enquiry
) -> None:
    answer_all(client, enquiry, uses="gift")
    answer = client.post(path(enquiry, "framing"), {"framing": "full"})
    assert answer.headers["Location"] == result_path(enquiry)


def test_a_new_use_that_raises_new_questions_leads_to_them(
    client: Client, enquiry: Enquiry
) -> None:
    answer_all(client, enquiry, uses="gift")
    answer = client.post(path(enquiry, "purpose"), {"uses": ["casting"]})
    assert answer.headers["Location"] == path(enquiry, "casting-market")


def test_a_script_follows_from_question_to_question_and_leaves_for_the_result(
    client: Client, enquiry: Enquiry
) -> None:
    by_script = {"HX-Request": "true"}
    on = client.post(path(enquiry, "purpose"), {"uses": "gift"}, headers=by_script)
    assert on.headers["Location"] == path(enquiry, "occasion")
    answer_all(client, enquiry, uses="gift")
    last = client.post(path(enquiry, "clothes"), {}, headers=by_script)
    assert last.headers["HX-Redirect"] == result_path(enquiry)


def test_coming_back_leads_to_the_first_question_not_seen(client: Client, enquiry: Enquiry) -> None:
    client.post(path(enquiry, "purpose"), {"uses": "gift"})
    resume = reverse("front:resume", args=[enquiry_token(enquiry)])
    assert client.get(resume).headers["Location"] == path(enquiry, "occasion")
    answer_all(client, enquiry, uses="gift")
    assert client.get(resume).headers["Location"] == result_path(enquiry)


def test_coming_back_while_a_time_is_held_leads_to_it(client: Client) -> None:
    Enquiry.objects.all().delete()
    now = timezone.now()
    bookable = factories.bookable_studio()
    enquiry = factories.enquiry(package=bookable.package, now=now)
    enquiry.answered = [question.slug for question in QUESTIONS]
    enquiry.save()
    token = enquiry_token(enquiry)
    page = client.get(reverse("front:times", args=[token]))
    opening = page.context["timetable"].first[0].start
    client.post(
        reverse("front:hold", args=[token]),
        {"place": bookable.place.slug, "start": opening.isoformat()},
    )
    resume = client.get(reverse("front:resume", args=[token]))
    assert resume.headers["Location"] == reverse("front:review", args=[token])


def test_the_link_for_another_device_is_on_the_page(client: Client, enquiry: Enquiry) -> None:
    resume = reverse("front:resume", args=[enquiry_token(enquiry)])
    assert f"http://testserver{resume}" in text_of(client.get(path(enquiry, "people")))


def test_a_required_question_says_so_beside_the_field(client: Client, enquiry: Enquiry) -> None:
    client.post(path(enquiry, "purpose"), {"uses": "casting"})
    page = client.post(path(enquiry, "casting-market"), {})
    assert page.context["form"].errors == {"casting_market": ["Choose from the answers shown."]}


TAMPERED = [
    ("purpose", {"uses": "moon"}, "uses", "Choose from the answers shown."),
    ("purpose", {"main_use": "moon"}, "main_use", "Choose from the answers shown."),
    ("purpose", {"uses": ["gift", "gift"]}, "uses", "Choose from the answers shown."),
    ("occasion", {"occasion": "⚡"}, "occasion", "Choose from the answers shown."),
    ("mood", {"mood": ["joy", "rage"]}, "mood", "Choose from the answers shown."),
    ("people", {"people_total": "0"}, "people_total", "Write a whole number from 1 to 500."),
    ("people", {"people_total": "many"}, "people_total", "Write a whole number from 1 to 500."),
    ("people", {"people_total": "9" * 4000}, "people_total", None),
    (
        "people",
        {"people_total": "2", "people_in_frame": "3"},
        "people_in_frame",
        "There can't be more people in one picture than altogether.",
    ),
    (
        "setting",
        {"place_note": "x" * 2001},
        "place_note",
        "Keep it to 2000 characters; this has 2001.",
    ),
    (
        "setting",
        {"place_note": "bell\x07"},
        "place_note",
        "Some of these characters can't be shown. Type it again in plain text.",
    ),
    (
        "setting",
        {"place_note": "null\x00"},
        "place_note",
        "Some of these characters can't be shown. Type it again in plain text.",
    ),
]


@pytest.mark.parametrize(("slug", "posted", "key", "words"), TAMPERED)
def test_bad_input_is_refused_beside_its_field_and_nothing_is_kept(
    client: Client,
    enquiry: Enquiry,
    slug: str,
    posted: dict[str, Any],
    key: str,
    words: str | None,
) -> None:
    page = client.post(path(enquiry, slug), posted)
    assert list(page.context["form"].errors) == [key]
    if words:
        assert page.context["form"].errors[key] == [words]
    enquiry.refresh_from_db()
    assert (enquiry.answers, enquiry.answered) == ({}, [])


def test_minors_who_outnumber_all_are_refused_in_words(client: Client, enquiry: Enquiry) -> None:
    client.post(path(enquiry, "people"), {"people_total": "2", "people_in_frame": "2"})
    page = client.post(path(enquiry, "comfort"), {"minors": "3"})
    assert page.context["form"].errors == {
        "minors": ["There can't be more people under 18 than people altogether."]
    }


def test_what_was_typed_stays_where_another_field_is_refused(
    client: Client, enquiry: Enquiry
) -> None:
    posted = {"background": "plain", "place": "nowhere", "place_note": "Am alten Hafen, 7½"}
    page = client.post(path(enquiry, "setting"), posted)
    assert "Am alten Hafen, 7½" in text_of(page)
    assert page.context["form"]["background"].value() == "plain"


@pytest.mark.parametrize(
    "words", ["Ærøskøbing ✿ 北京 — “quoted”", "אבג العربية", "👩🏽‍🎤", "a\r\nb", "<b>&amp;</b>"]
)
def test_notes_keep_every_script(client: Client, enquiry: Enquiry, words: str) -> None:
    client.post(path(enquiry, "ideas"), {"creative_note": words})
    enquiry.refresh_from_db()
    assert enquiry.answers["creative_note"] == words.replace("\r\n", "\n")
    assert words.replace("\r\n", "\n") in text_of(client.get(path(enquiry, "ideas")))


def test_markup_in_a_note_is_shown_and_never_run(client: Client, enquiry: Enquiry) -> None:
    client.post(path(enquiry, "ideas"), {"creative_note": "<script>alert(1)</script>"})
    page = client.get(path(enquiry, "ideas")).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_care_answers_are_kept_apart(client: Client, enquiry: Enquiry) -> None:
    posted = {"glasses": "always", "head_covering": "on", "access": ["seated"], "minors": "0"}
    client.post(path(enquiry, "comfort"), posted)
    enquiry.refresh_from_db()
    assert enquiry.answers == {"glasses": "always"}
    assert enquiry.care == {"head_covering": True, "access": ["seated"], "minors": 0}


def test_a_tick_not_set_is_no_answer(client: Client, enquiry: Enquiry) -> None:
    client.post(path(enquiry, "comfort"), {"head_covering": "on"})
    client.post(path(enquiry, "comfort"), {})
    enquiry.refresh_from_db()
    assert enquiry.care == {}


def test_what_no_longer_fits_is_dropped(client: Client, enquiry: Enquiry) -> None:
    client.post(path(enquiry, "purpose"), {"uses": "casting"})
    client.post(path(enquiry, "casting-market"), {"casting_market": "both"})
    client.post(path(enquiry, "purpose"), {"uses": "gift"})
    enquiry.refresh_from_db()
    assert enquiry.answers == {"uses": ["gift"]}


@pytest.mark.parametrize("slug", [question.slug for question in QUESTIONS])
def test_every_question_says_itself_once_as_the_heading(
    client: Client, enquiry: Enquiry, slug: str
) -> None:
    client.post(path(enquiry, "purpose"), {"uses": "casting"})
    page = text_of(client.get(path(enquiry, slug)))
    title = next(question for question in QUESTIONS if question.slug == slug).title.message
    assert page.count(f"<h1>{title}</h1>") == 1
    assert page.count("<h1") == 1


def test_a_question_costs_three_queries(
    client: Client, enquiry: Enquiry, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        client.get(path(enquiry, "purpose"))


def test_only_get_and_post_are_taken(client: Client, enquiry: Enquiry) -> None:
    assert client.put(path(enquiry, "purpose")).status_code == 405
    assert client.post(reverse("front:resume", args=[enquiry_token(enquiry)])).status_code == 405
    assert client.delete(reverse("front:start")).status_code == 405
