"""Form fields for what the models keep as numbers and lists: money, choices, focal lengths."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MinValueValidator
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminDecimalFieldWidget,
    UnfoldAdminTextInputWidget,
)

from bookings.wording import MINOR_DIGITS

LARGEST_PRICE = Decimal(1_000_000)


class MoneyField(forms.DecimalField):
    """An amount typed as 95.00 and kept in minor units; `currency` decides how many decimals."""

    widget = UnfoldAdminDecimalFieldWidget

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("min_value", Decimal(0))
        super().__init__(max_value=LARGEST_PRICE, **kwargs)
        self.digits = 2

    def in_currency(self, currency: str) -> None:
        """Read and show amounts of `currency`."""
        self.digits = MINOR_DIGITS.get(currency, 2)
        self.help_text = currency
        self.widget.attrs["step"] = str(Decimal(1).scaleb(-self.digits))

    def prepare_value(self, value: Any) -> Any:
        """Minor units as the amount that is typed; what was typed stays as it is."""
        return Decimal(value).scaleb(-self.digits) if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        """The amount in minor units. Raises ValidationError."""
        amount = super().clean(value)
        if amount is None:
            return None
        minor = amount.scaleb(self.digits)
        if minor != minor.to_integral_value():
            raise forms.ValidationError(
                _("This currency has %(digits)d decimals."),
                code="decimals",
                params={"digits": self.digits},
            )
        return int(minor)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class TickedField(forms.MultipleChoiceField):
    """Boxes to tick, kept as a JSON list in the order of the choices."""

    widget = UnfoldAdminCheckboxSelectMultipleWidget

    def clean(self, value: Any) -> list[str]:
        """The ticked values, each once. Raises ValidationError."""
        ticked = set(super().clean(value))
        return [key for key in _keys(list(self.widget.choices)) if key in ticked]


class FocalLengthsField(forms.CharField):
    """Lenses typed as `35, 50, 85` and kept as a sorted list of whole millimetres.

    What is no number is handed on as it is: the model refuses it together with what is no lens.
    """

    widget = UnfoldAdminTextInputWidget

    def prepare_value(self, value: Any) -> Any:
        """The list as it is typed; what was typed stays as it is."""
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[int] | list[str]:
        """The focal lengths in mm, shortest first, each once. Raises ValidationError."""
        typed = re.split(r"[\s,;]+", super().clean(value).strip(" ,;"))
        lengths = [part.lower().removesuffix("mm") for part in typed if part.lower() != "mm"]
        if not all(re.fullmatch(r"[0-9]{1,3}", length) for length in lengths):
            return lengths
        return sorted({int(length) for length in lengths})

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class DaysField(forms.CharField):
    """Days typed as `7, 2` and kept as a list of whole numbers, the most first; may be empty."""

    widget = UnfoldAdminTextInputWidget
    LONGEST = 365

    def prepare_value(self, value: Any) -> Any:
        """The list as it is typed; what was typed stays as it is."""
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[int]:
        """The days, most first, each once. Raises ValidationError."""
        typed = [part for part in re.split(r"[\s,;]+", super().clean(value)) if part]
        if not all(re.fullmatch(r"[0-9]{1,3}", part) for part in typed):
            raise forms.ValidationError(_("Write whole numbers, as in 7, 2."), code="days")
        days = {int(part) for part in typed}
        if not all(1 <= number <= self.LONGEST for number in days):
            raise forms.ValidationError(_("Each from 1 to 365."), code="range")
        return sorted(days, reverse=True)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


def at_least(form: forms.BaseForm, **least: int) -> None:
    """Let the form refuse beside the field what the database would refuse for the whole row."""
    for name, number in least.items():
        if name in form.fields:
            form.fields[name].validators.append(MinValueValidator(number))


def _keys(choices: Iterable[Any]) -> Iterable[str]:
    """The values of flat or grouped `choices`, in their order."""
    for key, label in choices:
        if isinstance(label, Sequence) and not isinstance(label, str):
            yield from (inner for inner, _label in label)
        else:
            yield key
