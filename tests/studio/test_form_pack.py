"""The form pack `catchlight`: what each widget of the site becomes, at rest and refused.

Beside the pack's own class a control has that of its widget, which crispy-forms adds.

The markup is compared whole, so that a label, a tie or a word that goes missing is seen here.
"""

from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.test.html import parse_html
from django.utils.safestring import mark_safe

from bookings.front.cards import CheckboxCards, RadioCards

ALL_OF_IT = Template("{% load crispy_forms_tags %}{{ form|crispy }}")
SUMMARY = """<div class="banner banner-error" role="alert" tabindex="-1" autofocus>
  <h2>One thing needs another look.</h2><ul><li><a href="#id_it">It: {fault}</a></li></ul></div>"""
FAULT = """<div id="id_it_error"><p class="field-error"><span>
  <span class="visually-hidden">Error: </span>{fault}</span></p></div>"""
HELP = '<p class="field-hint" id="id_it_helptext">Why.</p>'
REQUIRED = '<span class="field-need">(required)</span>'
MISSING = "This field is required."


def rendered(field: forms.Field, posted: dict[str, Any] | None = None) -> Any:
    """The pack's markup of a form with `field` alone, called It."""
    field.label = "It"
    form = type("Alone", (forms.Form,), {"it": field})(posted)
    return parse_html(ALL_OF_IT.render(Context({"form": form})))


def expected(markup: str, fault: str = "") -> Any:
    """The markup that is to come, with the summary where there is a fault."""
    return parse_html((SUMMARY.format(fault=fault) if fault else "") + markup)


def labelled(what: str, *, fault: str = "", above: str = "", need: str = REQUIRED) -> str:
    """A control under its label, its help and its fault."""
    state = " field-has-error" if fault else ""
    said = FAULT.format(fault=fault) if fault else ""
    label = f'<label for="id_it">It {need}</label>'
    return f'<div class="field{state}">{label}{above}{said}{what}</div>'


def control(kind: str, attributes: str) -> str:
    """A required input of `kind`."""
    return f'<input type="{kind}" id="id_it" name="it" required {attributes}>'


@pytest.mark.parametrize(
    ("field", "markup"),
    [
        (
            forms.CharField(max_length=80),
            control("text", 'class="control textinput" maxlength="80"'),
        ),
        (
            forms.CharField(widget=forms.Textarea(attrs={"rows": 4, "cols": False})),
            '<textarea class="control textarea" id="id_it" name="it" required rows="4"></textarea>',
        ),
        (
            forms.EmailField(
                max_length=80,
                widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
            ),
            control(
                "email",
                'class="control emailinput" autocomplete="email" inputmode="email" maxlength="80"',
            ),
        ),
        (
            forms.CharField(widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})),
            control("tel", 'class="control textinput" autocomplete="tel"'),
        ),
        (
            forms.DateField(widget=forms.DateInput(attrs={"type": "date"})),
            control("date", 'class="control dateinput"'),
        ),
        (
            forms.FileField(widget=forms.FileInput(attrs={"accept": ".csv"})),
            control("file", 'class="control fileinput" accept=".csv"'),
        ),
        (
            forms.ChoiceField(choices=[("a", "One"), ("b", "Two")]),
            (
                '<select class="control select" id="id_it" name="it">'
                '<option value="a">One</option><option value="b">Two</option></select>'
            ),
        ),
    ],
    ids=["text", "textarea", "e-mail", "telephone", "date", "file", "select"],
)
def test_a_control_stands_under_its_label(field: forms.Field, markup: str) -> None:
    assert rendered(field) == expected(labelled(markup))


def test_help_and_fault_are_tied_to_the_control_and_lead_to_it() -> None:
    field = forms.CharField(max_length=80, help_text="Why.")
    tied = 'aria-describedby="id_it_helptext id_it_error" aria-invalid="true"'
    refused = control("text", f'class="control textinput" maxlength="80" {tied}')
    markup = labelled(refused, fault=MISSING, above=HELP)
    assert rendered(field, {"it": ""}) == expected(markup, MISSING)


def test_what_may_be_left_open_says_so() -> None:
    left_open = '<input class="control textinput" id="id_it" name="it" type="text">'
    optional = labelled(left_open, need='<span class="field-need">(optional)</span>')
    assert rendered(forms.CharField(required=False)) == expected(optional)


def test_a_number_has_buttons_that_wait_for_the_script() -> None:
    number = (
        '<input class="numberinput" id="id_it" inputmode="numeric" max="9" min="1" '
        'name="it" required type="number">'
    )
    stepper = f"""<div class="stepper" data-stepper>
      <button type="button" data-step="-1" aria-label="One less: It" hidden>−</button>{number}
      <button type="button" data-step="1" aria-label="One more: It" hidden>+</button></div>"""
    assert rendered(forms.IntegerField(min_value=1, max_value=9)) == expected(labelled(stepper))


def card(
    kind: str, number: int, value: str, words: str, *, parts: str = "", state: str = ""
) -> str:
    """One choice card, as a line of the list."""
    where = f'for="id_it_{number}"'
    return (
        f'<li><label class="choice" {where}>{parts}<input type="{kind}" name="it" '
        f'value="{value}" id="id_it_{number}"{state}>'
        f'<span class="choice-text"><span data-label>{words}</span></span></label></li>'
    )


def test_one_of_several_is_a_group_of_cards_with_figures() -> None:
    drawn = mark_safe('<svg class="figure"></svg>')
    widget = RadioCards(figures={"a": drawn}, layout="figures")
    field = forms.ChoiceField(choices=[("a", "One"), ("b", "Two")], widget=widget)
    figure = f'<span class="choice-figure" aria-hidden="true">{drawn}</span>'
    cards = card("radio", 0, "a", "One", parts=figure, state=" required") + card(
        "radio", 1, "b", "Two", state=" required"
    )
    assert rendered(field) == expected(
        f'<fieldset class="field" id="id_it" tabindex="-1"><legend>It {REQUIRED}</legend>'
        f'<div class="choices choices-figures"><ul role="list">{cards}</ul></div></fieldset>'
    )


def test_a_refused_group_carries_its_fault_as_a_whole() -> None:
    field = forms.MultipleChoiceField(
        choices=[("a", "One"), ("b", "Two")], widget=CheckboxCards, help_text="Why."
    )
    cards = "".join(
        card("checkbox", place, value, words, state=' aria-invalid="true"')
        for place, (value, words) in enumerate((("a", "One"), ("b", "Two")))
    )
    assert rendered(field, {}) == expected(
        '<fieldset class="field field-has-error" id="id_it" tabindex="-1" '
        f'aria-describedby="id_it_helptext id_it_error"><legend>It {REQUIRED}</legend>{HELP}'
        f"{FAULT.format(fault=MISSING)}"
        f'<div class="choices"><ul role="list">{cards}</ul></div></fieldset>',
        MISSING,
    )


def test_ranked_ticks_say_their_number() -> None:
    widget = CheckboxCards(ranked=True, icons={"a": mark_safe("<svg></svg>")}, hints={"a": "Note"})
    field = forms.MultipleChoiceField(choices=[("a", "One")], widget=widget, required=False)
    markup = rendered(field, {"it": ["a"]})
    assert markup == expected("""<fieldset class="field" id="id_it" tabindex="-1">
      <legend>It <span class="field-need">(optional)</span></legend>
      <div class="choices" data-ranked="a" data-ranked-said="{label}: number {rank}">
        <ul role="list"><li><label class="choice choice-icon" for="id_it_0">
          <input type="checkbox" name="it" value="a" id="id_it_0" checked>
          <span class="choice-figure" aria-hidden="true"><svg></svg></span>
          <span class="choice-text"><span data-label>One</span>
            <span class="choice-hint">Note</span></span>
          <span data-rank-shown aria-hidden="true"></span></label></li></ul>
        <p class="visually-hidden" role="status" data-rank-status></p></div></fieldset>""")


def test_consent_is_one_card_with_its_help_inside() -> None:
    tick = (
        '<input aria-describedby="id_it_helptext id_it_error" aria-invalid="true" id="id_it" '
        'name="it" required type="checkbox">'
    )
    said = f"It {REQUIRED}"
    hint = '<span class="choice-hint" id="id_it_helptext">Why.</span>'
    assert rendered(forms.BooleanField(help_text="Why."), {}) == expected(
        f'<div class="field consent field-has-error">{FAULT.format(fault=MISSING)}'
        f'<label class="choice" for="id_it">{tick}<span class="choice-text"><span>{said}</span>'
        f"{hint}</span></label></div>",
        MISSING,
    )


def test_faults_of_the_whole_form_and_of_hidden_fields_are_said() -> None:
    class Stale(forms.Form):
        number = forms.IntegerField(widget=forms.HiddenInput)

        def clean(self) -> None:
            raise forms.ValidationError("It came too late.")

    markup = ALL_OF_IT.render(Context({"form": Stale({})}))
    assert parse_html(markup) == parse_html(
        '<div class="banner banner-error" role="alert" tabindex="-1" autofocus>'
        "<h2>2 things need another look.</h2><p>It came too late.</p>"
        f"<ul><li>{MISSING}</li></ul></div>"
        '<input id="id_number" name="number" type="hidden">'
    )
