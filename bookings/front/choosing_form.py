"""What the client adds to a package, and why they would rather have another one."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bookings.catalogue.models import AddOn
from bookings.catalogue.wording import extra_cost
from bookings.front.cards import CheckboxCards


class ChoosingForm(forms.Form):
    """Add-ons to tick and, where we advised another package, the client's reason."""

    def __init__(
        self,
        posted: Mapping[str, Any] | None,
        *,
        offered: Sequence[AddOn],
        currency: str,
        is_advised: bool,
        initial: dict[str, Any],
    ) -> None:
        super().__init__(posted, initial=initial)
        self.offered = offered
        if offered:
            self.fields["add_ons"] = extras_field(offered, currency)
        if not is_advised:
            self.fields["reason"] = reason_field()

    @property
    def chosen_add_ons(self) -> list[AddOn]:
        """The add-ons that were ticked."""
        ticked = self.cleaned_data.get("add_ons", ())
        return [add_on for add_on in self.offered if add_on.slug in ticked]


def extras_field(offered: Sequence[AddOn], currency: str) -> forms.Field:
    """One card for each add-on, with what it costs and how much longer it takes."""
    hints = {add_on.slug: f"{add_on.summary} {extra_cost(add_on, currency)}" for add_on in offered}
    return forms.MultipleChoiceField(
        label=_("Would you like anything with it?"),
        help_text=_("It is added to the total, which you see again before you confirm."),
        choices=[(add_on.slug, add_on.name) for add_on in offered],
        widget=CheckboxCards(hints=hints),
        required=False,
        error_messages={"invalid_choice": _("Choose from what is shown.")},
    )


def reason_field() -> forms.Field:
    """Why another package than the recommended one."""
    return forms.CharField(
        label=_("What speaks for this session?"),
        help_text=_("One line is enough. The photographer reads it and prepares for it."),
        max_length=500,
        error_messages={
            "required": _("Say in a few words why you would rather have this one."),
            "max_length": _("Keep it to %(limit_value)d characters; this has %(show_value)d."),
        },
    )
