"""The vocabulary: values that travel, labels that are shown."""

import copy
import pickle

import pytest

from guidance.answers import READERS
from guidance.vocabulary import (
    HEADSHOT_USES,
    PORTRAIT_USES,
    SIDES,
    STYLES,
    Kind,
    Side,
    Style,
    Term,
    Use,
)

TERMS = [term for terms in Term.__subclasses__() for term in terms]


def test_the_uses_and_their_sides() -> None:
    assert [use.value for use in HEADSHOT_USES] == [
        "business_card",
        "id_badge",
        "online_profile",
        "social_profile",
        "about_page",
        "service_advert",
        "casting",
    ]
    assert [use.value for use in PORTRAIT_USES] == [
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
    ]
    assert SIDES[Use.PERSONAL_BRAND] is Side.BOTH
    assert SIDES[Use.IDENTITY_DOCUMENT] is Side.DOCUMENT
    assert SIDES.keys() == set(Use)


def test_each_style_belongs_to_one_kind() -> None:
    assert list(STYLES) == list(Kind)
    assert [style for styles in STYLES.values() for style in styles] == list(Style)


@pytest.mark.parametrize("term", TERMS, ids=repr)
def test_a_term_is_its_value_and_has_a_label(term: Term) -> None:
    assert type(term)(term.value) is term
    assert (str(term), f"{term}") == (term.value, term.value)
    assert term.label.message.strip() not in ("", term.value)


def test_a_term_survives_copying_and_pickling() -> None:
    copies = copy.deepcopy(Use.GIFT), pickle.loads(pickle.dumps(Use.GIFT))  # noqa: S301
    assert [one is Use.GIFT for one in copies] == [True, True]


def test_labels_of_one_vocabulary_differ() -> None:
    for terms in Term.__subclasses__():
        labels = [term.label.message for term in terms]
        assert len(set(labels)) == len(labels)


def test_the_answers_accept_exactly_the_vocabulary() -> None:
    assert list(READERS) == [
        "uses",
        "occasion",
        "casting_market",
        "people_in_frame",
        "people_total",
        "framing",
        "story",
        "mood",
        "background",
        "place",
        "place_note",
        "creative",
        "creative_note",
        "glasses",
        "head_covering",
        "minors",
        "access",
        "access_note",
        "colour",
        "clothes",
        "clothes_note",
        "casting_services",
    ]
