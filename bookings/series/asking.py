"""The two questions that each person of a company day answers for themselves, worded to them."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from guidance.questionnaire import BY_SLUG, Control, Field, Question
from guidance.texts import Text, gettext_noop

_IS_COVERED = Text(gettext_noop("I wear a head covering"))
_IS_MINOR = Text(gettext_noop("I am under 18"))
_WHO_READS = Text(
    gettext_noop(
        "All of this is optional. What you say about glasses is read by the studio. What you say "
        "about access, faith and age is read only by the photographer who runs the day, and it is "
        "deleted afterwards. Your company reads none of it."
    )
)
_STUDIO_READS = Text(
    gettext_noop("The studio reads this, so that the light suits it. Your company does not.")
)


def _to_one_person(field: Field) -> Field:
    if field.key == "head_covering":
        return replace(field, label=_IS_COVERED)
    if field.key == "minors":
        return replace(field, control=Control.FLAG, label=_IS_MINOR, help=None)
    return field


def _asked(slug: str, help_text: Text) -> Question:
    question = BY_SLUG[slug]
    fields = tuple(_to_one_person(field) for field in question.fields)
    return replace(question, fields=fields, help=help_text)


THEIRS: Mapping[str, Question] = MappingProxyType(
    {"comfort": _asked("comfort", _WHO_READS), "clothes": _asked("clothes", _STUDIO_READS)}
)
"""The questions by their slug, in the order in which they are asked."""


def counted(given: Mapping[str, Any]) -> dict[str, Any]:
    """`given` as the knowledge reads it: one person who is under 18 is one."""
    return {key: 1 if key == "minors" and value is True else value for key, value in given.items()}
