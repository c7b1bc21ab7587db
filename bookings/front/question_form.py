"""A question of the questionnaire as a form: its fields, its cards, its words for faults.

The knowledge's own refusals name keys and values for those who send JSON; here the same
faults are said in the words of the page.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bookings.front.cards import CheckboxCards, RadioCards, figures_for, icons_for
from bookings.wording import shown
from guidance.questionnaire import AnswerError, Control, Field, Question

# Without JavaScript ticks come in the order of the page, so the page asks which one leads.
MAIN_USE = "main_use"

# No answer has this value: before a question was seen no card is chosen, not even "leave open".
UNSEEN = "-"

CHOOSE = _("Choose from the answers shown.")
LEFT_OPEN = _("I'd rather leave this open")
UNREADABLE = _("Some of these characters can't be shown. Type it again in plain text.")
CONTRADICTIONS = {
    "people_in_frame": _("There can't be more people in one picture than altogether."),
    "minors": _("There can't be more people under 18 than people altogether."),
}


class QuestionForm(forms.Form):
    """One screen of the questionnaire, filled with what the client said before."""

    def __init__(
        self,
        question: Question,
        posted: Mapping[str, Any] | None = None,
        *,
        answers: Mapping[str, Any],
        is_seen: bool,
    ) -> None:
        super().__init__(posted)
        self.question = question
        for field in question.fields:
            self.fields[field.key] = form_field(field, is_required=question.required)
            self.initial[field.key] = answers.get(field.key, opening(field, is_seen=is_seen))
        if self.is_one_field:
            carry_question(self.fields[question.fields[0].key], question)
        if any(field.control == Control.RANKED for field in question.fields):
            self._ask_for_the_main_use(question.fields[0], answers)

    @property
    def is_one_field(self) -> bool:
        """Whether the question is its field's own label, so that the page says it once."""
        return len(self.question.fields) == 1

    @property
    def shown_fields(self) -> list[forms.BoundField]:
        """The question's own fields; the main use is shown apart."""
        return [self[field.key] for field in self.question.fields]

    def clean(self) -> dict[str, Any]:
        """Put the main use first where the page had to ask for it; a tick not set is no answer."""
        given = {key: None if value is False else value for key, value in self.cleaned_data.items()}
        if main := given.pop(MAIN_USE, None):
            given["uses"] = [main, *(use for use in given.get("uses") or () if use != main)]
        return given

    def refuse(self, fault: AnswerError) -> None:
        """Say beside the field what the knowledge refuses about it."""
        key = fault.key if fault.key in self.fields else None
        is_note = key is not None and isinstance(self.fields[key], Note)
        self.add_error(key, UNREADABLE if is_note else CONTRADICTIONS.get(key or "", CHOOSE))

    def _ask_for_the_main_use(self, field: Field, answers: Mapping[str, Any]) -> None:
        self.fields[MAIN_USE] = forms.ChoiceField(
            label=_("Which of them matters most?"),
            choices=[("", _("The first one ticked")), *choices(field)],
            required=False,
            error_messages={"invalid_choice": CHOOSE},
        )
        self.initial[MAIN_USE] = next(iter(answers.get(field.key, ())), "")


class Note(forms.CharField):
    """Some lines of the client's own words; a line's end counts as one character."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """The note with the line ends that are stored."""
        return str(super().to_python(value)).replace("\r\n", "\n")


def form_field(field: Field, *, is_required: bool) -> forms.Field:
    """The form's field for a field of the questionnaire."""
    made = FORM_FIELDS[field.control](field)
    if isinstance(made, forms.ChoiceField) and not is_required and _lacks_unsure(field):
        made.choices = [*choices(field), ("", LEFT_OPEN)]
    made.label = shown(field.label)
    made.help_text = shown(field.help) if field.help else ""
    made.required = is_required
    return made


def carry_question(only_field: forms.Field, question: Question) -> None:
    """The question itself names its only field."""
    only_field.label = shown(question.title)
    if question.help:
        only_field.help_text = shown(question.help)


def choices(field: Field) -> list[tuple[str, str]]:
    """The values and labels of the field's options."""
    return [(option.value, shown(option.label)) for option in field.options]


def opening(field: Field, *, is_seen: bool) -> Any:
    """What stands in a field without an answer: one person to begin with, else nothing."""
    if field.control == Control.NUMBER and field.least and not is_seen:
        return field.least
    return UNSEEN if field.control == Control.ONE and not is_seen else None


def _one(field: Field) -> forms.Field:
    return forms.ChoiceField(
        choices=choices(field),
        widget=RadioCards(**_looks(field)),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )


def _lacks_unsure(field: Field) -> bool:
    values = {option.value for option in field.options}
    return field.control == Control.ONE and values.isdisjoint({"unsure", "undecided"})


def _many(field: Field, *, ranked: bool = False) -> forms.Field:
    return forms.MultipleChoiceField(
        choices=choices(field),
        widget=CheckboxCards(ranked=ranked, **_looks(field)),
        error_messages=dict.fromkeys(("required", "invalid_choice", "invalid_list"), CHOOSE),
    )


def _ranked(field: Field) -> forms.Field:
    return _many(field, ranked=True)


def _number(field: Field) -> forms.Field:
    words = _("Write a whole number from %(least)s to %(most)s.") % {
        "least": field.least,
        "most": field.most,
    }
    return forms.IntegerField(
        min_value=field.least,
        max_value=field.most,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), words),
    )


def _note(field: Field) -> forms.Field:
    too_long = _("Keep it to %(limit_value)d characters; this has %(show_value)d.")
    return Note(
        max_length=field.most,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": too_long, "null_characters_not_allowed": UNREADABLE},
    )


def _flag(field: Field) -> forms.Field:
    del field  # a tick needs nothing but its label
    return forms.BooleanField()


def _looks(field: Field) -> dict[str, Any]:
    figures, icons = figures_for(field), icons_for(field)
    hints = {option.value: shown(option.hint) for option in field.options if option.hint}
    layout = "figures" if figures else "pair"
    return {"figures": figures, "icons": icons, "hints": hints, "layout": layout}


FORM_FIELDS = {
    Control.RANKED: _ranked,
    Control.ONE: _one,
    Control.MANY: _many,
    Control.NUMBER: _number,
    Control.TEXT: _note,
    Control.FLAG: _flag,
}
