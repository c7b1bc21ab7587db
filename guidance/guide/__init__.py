"""The guide for clients, "Headshot or portrait?": what its page says, and the figures by name.

Which session is recommended is decided elsewhere; this page only tells why the two words differ.
"""

from __future__ import annotations

from guidance.guide.articles import ABOUT, ARTICLES, Cited, cited_by
from guidance.guide.comparison import AXES, MEASURES
from guidance.guide.curious import APERTURES
from guidance.guide.questions import QUESTION_GROUPS, QUESTIONS
from guidance.guide.types import HEADSHOT_TYPES, PORTRAIT_TYPES, TWO_TYPES
from guidance.guide.words import LEAD, VIEWS, WORDS
from guidance.texts import Text

__all__ = [
    "ABOUT",
    "APERTURES",
    "ARTICLES",
    "AXES",
    "HEADSHOT_TYPES",
    "LEAD",
    "MEASURES",
    "PORTRAIT_TYPES",
    "QUESTION_GROUPS",
    "TWO_TYPES",
    "VIEWS",
    "WORDS",
    "Cited",
    "cited_by",
    "texts",
]


def texts() -> tuple[Text, ...]:
    """Every sentence and label of the page that stands on a claim or a table."""
    compared = (line for axis in AXES for line in (axis.name, *axis.lines))
    asked = (line for question in QUESTIONS for line in question.answer)
    types = (line for one in (*HEADSHOT_TYPES, *PORTRAIT_TYPES) for line in one.lines)
    viewed = (view.words for view in VIEWS)
    articles = (article.about for article in ARTICLES)
    return (
        *(LEAD, *WORDS, MEASURES, *compared, *viewed, TWO_TYPES, *types),
        *(*asked, *APERTURES.lines, ABOUT, *articles),
    )
