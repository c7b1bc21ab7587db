"""The claims: complete, in their classes, and fed to something that exists."""

from collections import Counter

from guidance.answers import KEYS
from guidance.claims import CLAIMS, ClaimClass
from guidance.texts import render

PARTS_OF_THE_WORK = {
    "aperture",
    "booking",
    "checklist",
    "deliverables",
    "expression",
    "light",
    "pose",
    "preparation",
    "props",
    "provenance",
    "retouching",
    "viewpoint",
    "vocabulary",
    "wardrobe",
}


def test_there_are_97_numbered_in_order() -> None:
    assert [(number, claim.number) for number, claim in CLAIMS.items()] == [
        (number, number) for number in range(1, 98)
    ]


def test_43_are_from_the_first_article_and_54_from_the_second() -> None:
    assert Counter(claim.source_file for claim in CLAIMS.values()) == {
        "000_fc21de2ccfbe84ab.txt": 43,
        "002_920f1dd5865d6a3c.txt": 54,
    }
    assert CLAIMS[43].source_file != CLAIMS[44].source_file


def test_what_is_only_said_about_the_articles() -> None:
    about = [n for n, claim in CLAIMS.items() if claim.classes[0] is ClaimClass.ABOUT_THE_ARTICLE]
    assert about == [19, 44, 54, 95, 96, 97]


def test_what_the_client_is_told_to_wear() -> None:
    wardrobe = [n for n, claim in CLAIMS.items() if ClaimClass.WARDROBE in claim.classes]
    assert wardrobe == [41, 89, 90, 91]


def test_each_feeds_an_answer_or_a_part_of_the_work() -> None:
    fed = {feed for claim in CLAIMS.values() for feed in claim.feeds}
    assert fed - set(KEYS) == PARTS_OF_THE_WORK
    assert all(claim.feeds for claim in CLAIMS.values())


def test_each_has_a_sentence_of_its_own_that_names_its_claim() -> None:
    sentences = [render(claim.text) for claim in CLAIMS.values()]
    assert len(set(sentences)) == 97
    assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in sentences)
    assert [claim.text.claims for claim in CLAIMS.values()] == [(n,) for n in range(1, 98)]
