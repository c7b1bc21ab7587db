"""The questionnaire: which questions are asked when, and the answers as a reader sees them.

The checks of the answers are in :mod:`guidance.answers`, the words of the questions in
:mod:`guidance.questions`; both are imported from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from guidance.answers import CARE_KEYS, AnswerError, Answers, faults, parse
from guidance.questions import QUESTIONS, Control, Field, Option, Question
from guidance.texts import Text, gettext_noop, text
from guidance.version import KNOWLEDGE_VERSION
from guidance.vocabulary import Term, Use

__all__ = [
    "BY_SLUG",
    "CARE_KEYS",
    "KNOWLEDGE_VERSION",
    "QUESTIONS",
    "AnswerError",
    "Answers",
    "Control",
    "Field",
    "Option",
    "Question",
    "asked",
    "faults",
    "in_words",
    "parse",
]

YES_NO: Final = (Text(gettext_noop("No")), Text(gettext_noop("Yes")))
NEEDS_LABEL: Final = frozenset({"glasses"})

CASTING_QUESTIONS: Final = frozenset({"Q3", "Q13"})
# The rules of the authority settle all that these would ask (T15).
SETTLED_BY_A_DOCUMENT: Final = frozenset({"Q5", "Q6", "Q7", "Q8", "Q9", "Q11", "Q12"})

BY_SLUG: Final[Mapping[str, Question]] = MappingProxyType({q.slug: q for q in QUESTIONS})


def asked(answers: Answers) -> tuple[Question, ...]:
    """The questions that somebody with these answers is asked, in their order."""
    left_out: set[str] = set()
    if Use.CASTING not in answers.uses:
        left_out |= CASTING_QUESTIONS
    if answers.uses == (Use.IDENTITY_DOCUMENT,):
        left_out |= SETTLED_BY_A_DOCUMENT
    return tuple(question for question in QUESTIONS if question.number not in left_out)


def in_words(answers: Answers) -> tuple[tuple[Text, tuple[Text, ...]], ...]:
    """Each answered question's title with the answers as a reader sees them."""
    sheet = ((question.title, _given(question, answers)) for question in QUESTIONS)
    return tuple((title, given) for title, given in sheet if given)


def _given(question: Question, answers: Answers) -> tuple[Text, ...]:
    return tuple(
        words for field in question.fields for words in _worded(field, getattr(answers, field.key))
    )


def _worded(field: Field, answer: Any) -> Iterable[Text]:
    if answer is None:
        return ()
    if isinstance(answer, tuple):
        return tuple(term.label for term in answer)
    if isinstance(answer, Term):
        return (_alone(field, answer.label),)
    if isinstance(answer, bool):
        return (text(gettext_noop("{what}: {answer}"), what=field.label, answer=YES_NO[answer]),)
    return (text(gettext_noop("{what}: {answer}"), what=field.label, answer=answer),)


def _alone(field: Field, answer: Text) -> Text:
    """A choice that would not be understood without its field's label carries it."""
    if field.key not in NEEDS_LABEL:
        return answer
    return text(gettext_noop("{what}: {answer}"), what=field.label, answer=answer)
