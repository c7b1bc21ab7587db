"""What a claim is: one statement of a source article, numbered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from guidance.texts import Text


class ClaimClass(StrEnum):
    """What a claim is good for."""

    DEFINITION = "DEF"
    ROUTING = "ROUTE"
    BRIEF = "BRIEF"
    WARDROBE = "WARD"
    BUSINESS = "BIZ"
    ABOUT_THE_ARTICLE = "META"


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim.

    `source_file` names the article; the first of `classes` is the main one. `feeds` names what
    it is used for: keys of the answers, parts of the brief and of the advice, or `vocabulary`
    for what the words mean and `provenance` for what is only said about the article.
    """

    number: int
    source_file: str
    classes: tuple[ClaimClass, ...]
    text: Text
    feeds: tuple[str, ...]


def claim(number: int, source_file: str, classes: str, feeds: str, words: str) -> Claim:
    """A claim from a row of a table, where classes and feeds are separated by blanks."""
    return Claim(
        number,
        source_file,
        tuple(ClaimClass(name) for name in classes.split()),
        Text(words, claims=(number,)),
        tuple(feeds.split()),
    )
