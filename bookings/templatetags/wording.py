"""Sentences of the knowledge, money, lengths of time and the catalogue, in templates.

`{{ text|shown }}`, `{{ package.price_minor|money:studio.currency }}`,
`{{ package.duration_minutes|duration }}`; what each filter takes and gives is said where it
is defined.
"""

from django import template

from bookings.catalogue.wording import (
    duration,
    extra_cost,
    pictures,
    price_from,
    several_lines,
)
from bookings.wording import money, shown, shown_stored

register = template.Library()

for words in (
    shown,
    shown_stored,
    money,
    duration,
    pictures,
    price_from,
    extra_cost,
    several_lines,
):
    register.filter(words.__name__, words)
