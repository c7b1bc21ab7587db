"""The people of the routing examples, one by one."""

import pytest

from guidance.questionnaire import AnswerError, parse
from guidance.routing import Recommendation, recommend
from tests.guidance.people import EXPECTED, PEOPLE, Expected


@pytest.fixture(params=PEOPLE)
def person(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def expected(person: str) -> Expected:
    return EXPECTED[person]


@pytest.fixture
def recommended(person: str) -> Recommendation:
    return recommend(parse(PEOPLE[person]))


def test_everybody_but_the_one_with_no_acceptable_answer_is_here() -> None:
    numbers = [f"P{number}" for number in range(1, 25) if number != 8]
    assert list(PEOPLE) == list(EXPECTED) == numbers


def test_kind_style_and_format(recommended: Recommendation, expected: Expected) -> None:
    assert (recommended.kind, recommended.style, recommended.format, recommended.ask) == (
        expected.kind,
        expected.style,
        expected.format,
        (),
    )


def test_the_decisive_claims_are_among_the_reasons(
    recommended: Recommendation, expected: Expected
) -> None:
    assert expected.claims - set(recommended.claims) == frozenset()


def test_further_pictures(recommended: Recommendation, expected: Expected) -> None:
    assert expected.also == tuple(
        (also.kind, also.style, also.served_by, also.uses) for also in recommended.also
    )


def test_conflicts(recommended: Recommendation, expected: Expected) -> None:
    assert expected.conflicts == tuple((c.answer, c.value) for c in recommended.conflicts)


def test_the_bare_words_social_media_are_no_answer() -> None:
    with pytest.raises(AnswerError) as raised:
        parse({"uses": ["social media"]})
    fault = raised.value
    assert (fault.key, fault.value, fault.accepted) == (
        "uses",
        "social media",
        (
            "business_card",
            "id_badge",
            "online_profile",
            "social_profile",
            "about_page",
            "service_advert",
            "casting",
            "wall_art",
            "gift",
            "social_post",
            "book_jacket",
            "editorial",
            "blog_article",
            "lifestyle_advert",
            "fashion_advert",
            "poster",
            "website_banner",
            "personal_brand",
            "identity_document",
        ),
    )
    assert str(fault).startswith(
        "“social media” is not an answer to “uses”. Accepted: business_card, id_badge,"
    )
