"""The questionnaire: every key is asked once, when it matters, in precise words."""

import pytest

from guidance.answers import CARE_KEYS, KEYS, READERS, AnswerError
from guidance.claims import CLAIMS
from guidance.questionnaire import (
    BY_SLUG,
    QUESTIONS,
    Answers,
    Control,
    Field,
    asked,
    in_words,
    parse,
)
from guidance.texts import Text, render

FIELDS = [field for question in QUESTIONS for field in question.fields]


def words_of_the_page() -> list[str]:
    texts: list[Text | None] = []
    for question in QUESTIONS:
        texts += [question.title, question.help]
        for field in question.fields:
            texts += [field.label, field.help]
            for option in field.options:
                texts += [option.label, option.hint]
    return [render(shown) for shown in texts if shown]


def test_there_are_thirteen_with_addresses_of_their_own() -> None:
    assert [(question.number, question.slug) for question in QUESTIONS] == [
        ("Q1", "purpose"),
        ("Q2", "occasion"),
        ("Q3", "casting-market"),
        ("Q4", "people"),
        ("Q5", "framing"),
        ("Q6", "story"),
        ("Q7", "mood"),
        ("Q8", "setting"),
        ("Q9", "ideas"),
        ("Q10", "comfort"),
        ("Q11", "colour"),
        ("Q12", "clothes"),
        ("Q13", "casting-services"),
    ]
    assert [BY_SLUG[question.slug] for question in QUESTIONS] == list(QUESTIONS)


def test_each_answer_is_asked_for_once() -> None:
    keys = [key for question in QUESTIONS for key in question.keys]
    assert sorted(keys) == sorted(KEYS)


def test_each_control_fits_its_answer() -> None:
    assert {field.key: field.control for field in FIELDS if field.control is not Control.ONE} == {
        "uses": Control.RANKED,
        "people_in_frame": Control.NUMBER,
        "people_total": Control.NUMBER,
        "mood": Control.MANY,
        "place_note": Control.TEXT,
        "creative": Control.MANY,
        "creative_note": Control.TEXT,
        "head_covering": Control.FLAG,
        "minors": Control.NUMBER,
        "access": Control.MANY,
        "access_note": Control.TEXT,
        "clothes_note": Control.TEXT,
        "casting_services": Control.MANY,
    }


@pytest.mark.parametrize("field", [f for f in FIELDS if f.options], ids=lambda field: field.key)
def test_each_option_is_acceptable_and_none_is_missing(field: Field) -> None:
    offered = [option.value for option in field.options]
    listed = field.control in (Control.MANY, Control.RANKED)
    for value in offered:
        READERS[field.key](field.key, [value] if listed else value)
    with pytest.raises(AnswerError) as raised:
        READERS[field.key](field.key, ["nothing of this"] if listed else "nothing of this")
    assert list(raised.value.accepted) == offered


@pytest.mark.parametrize(
    "field", [f for f in FIELDS if f.control is Control.NUMBER], ids=lambda field: field.key
)
def test_numbers_have_the_limits_that_are_checked(field: Field) -> None:
    assert field.least is not None
    assert field.most is not None
    read = READERS[field.key]
    assert (read(field.key, field.least), read(field.key, field.most)) == (field.least, field.most)
    for beyond in (field.least - 1, field.most + 1):
        with pytest.raises(AnswerError):
            read(field.key, beyond)


def test_the_fields_kept_apart_are_marked() -> None:
    assert tuple(field.key for field in FIELDS if field.care) == CARE_KEYS


def test_their_claims_exist() -> None:
    claims = {number for question in QUESTIONS for number in question.claims}
    assert claims <= CLAIMS.keys()


@pytest.mark.parametrize("vague", ["social media", "my website", "advertising", "the internet"])
def test_no_word_on_the_page_is_vague(vague: str) -> None:
    assert [words for words in words_of_the_page() if vague in words.casefold()] == []


@pytest.mark.parametrize("vague", ["blog", "advert", "adverts", "website", "social networks"])
def test_no_option_is_one_vague_word(vague: str) -> None:
    labels = [render(option.label).casefold() for field in FIELDS for option in field.options]
    assert vague not in labels


def test_nobody_sees_the_vocabulary() -> None:
    assert [words for words in words_of_the_page() if "_" in words] == []


def numbers_asked(answers: Answers) -> list[str]:
    return [question.number for question in asked(answers)]


def test_casting_is_asked_about_only_where_it_is_a_use() -> None:
    everybody = ["Q1", "Q2", "Q4", "Q5", "Q6", "Q7", "Q8", "Q9", "Q10", "Q11", "Q12"]
    assert numbers_asked(Answers()) == everybody
    assert numbers_asked(parse({"uses": ["gift"]})) == everybody
    actor = parse({"uses": ["gift", "casting"]})
    assert numbers_asked(actor) == [question.number for question in QUESTIONS]


def test_a_document_alone_leaves_no_wishes_to_ask_for() -> None:
    assert numbers_asked(parse({"uses": ["identity_document"]})) == ["Q1", "Q2", "Q4", "Q10"]


def test_a_document_with_another_use_is_asked_as_that_use_is() -> None:
    with_another = parse({"uses": ["identity_document", "gift"]})
    assert numbers_asked(with_another) == numbers_asked(parse({"uses": ["gift"]}))


def test_only_the_casting_market_has_to_be_answered() -> None:
    assert [question.number for question in QUESTIONS if question.required] == ["Q3"]


def test_answers_in_words() -> None:
    answers = parse(
        {
            "uses": ["poster", "online_profile"],
            "people_total": 3,
            "people_in_frame": 1,
            "background": "plain",
            "place_note": "Backstage {here}",
            "glasses": "always",
            "head_covering": True,
            "minors": 0,
            "access": ["seated"],
        }
    )
    worded = [(render(title), [render(t) for t in given]) for title, given in in_words(answers)]
    assert worded == [
        (
            "What are the pictures for?",
            ["Poster for a concert, a show or an event", "LinkedIn or another work profile"],
        ),
        (
            "How many people are we photographing?",
            ["People altogether: 3", "People together in one picture: 1"],
        ),
        ("What should be seen behind you?", ["Plain", "Which place?: Backstage {here}"]),
        (
            "What should we know to make you comfortable?",
            [
                "Glasses: Always",
                "Somebody wears a head covering: Yes",
                "People under 18: 0",
                "Being photographed seated",
            ],
        ),
    ]


def test_nothing_answered_has_no_words() -> None:
    assert in_words(Answers()) == ()
