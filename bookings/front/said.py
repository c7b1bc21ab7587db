"""The client's answers in the words of the questionnaire, and where each was given."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.translation import gettext

from bookings.wording import shown
from guidance.questionnaire import QUESTIONS, Question
from guidance.routing import Change
from guidance.texts import Text

QUESTION_OF: Mapping[str, Question] = MappingProxyType(
    {key: question for question in QUESTIONS for key in question.keys}
)
LABELS: Mapping[tuple[str, str], Text] = MappingProxyType(
    {
        (field.key, option.value): option.label
        for question in QUESTIONS
        for field in question.fields
        for option in field.options
    }
)


def change_in_words(change: Change) -> str:
    """The condition under which we would recommend something else."""
    if change.answer == "people_in_frame":
        return _people(change)
    answer = _first_label(change)
    if answer is None:
        return gettext("If you wished for nothing out of the ordinary")
    if change.answer == "uses":
        return gettext("If the main use were “%(use)s”") % {"use": answer}
    return gettext("If you answered “%(answer)s”") % {"answer": answer}


def _people(change: Change) -> str:
    if change.value == 1:
        return gettext("If everybody had a picture alone")
    return gettext("If two or more people shared one picture")


def _first_label(change: Change) -> str | None:
    """Of a list only the first item is new."""
    values = change.value if isinstance(change.value, tuple) else (change.value,)
    return shown(LABELS[change.answer, str(values[0])]) if values else None
