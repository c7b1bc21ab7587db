"""How to reach the client: name, e-mail, telephone, each fit to stand in one line of a letter."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from bookings.booking.answering import Contact
from bookings.booking.models import Client
from bookings.front.by_hand import ByHandForm

TELEPHONE = RegexValidator(
    r"^\+?[0-9][0-9 ()/.-]{4,38}$", _("Write the number in digits, as in +49 761 5550100.")
)
# Control characters, line ends, and marks that turn the direction in which a name is read.
PRINTABLE = RegexValidator(
    r"^[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]*$",
    _("Some of these characters can't be shown."),
)


class OneLineField(forms.CharField):
    """Text on one line: every run of spaces, tabs and line breaks becomes one space."""

    default_validators = [PRINTABLE]

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())


class ContactForm(ByHandForm):
    """Who is coming, and how to reach them."""

    name = OneLineField(
        label=_("Your name"),
        max_length=Client._meta.get_field("name").max_length,
        widget=forms.TextInput(attrs={"autocomplete": "name", "autocapitalize": "words"}),
        error_messages={"required": _("Tell us your name.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail"),
        help_text=_(
            "We send what belongs to your session there: confirmation, private link, reminders."
        ),
        max_length=Client._meta.get_field("email").max_length,
        widget=forms.EmailInput(
            attrs={"autocomplete": "email", "inputmode": "email", "spellcheck": "false"}
        ),
        error_messages={
            "required": _("Tell us your e-mail, so that we can confirm."),
            "invalid": _(
                "This doesn't look like an e-mail address. Write it as in name@example.com."
            ),
        },
    )
    phone = OneLineField(
        label=_("Your telephone"),
        help_text=_("For the day itself, in case something comes up."),
        required=False,
        max_length=Client._meta.get_field("phone").max_length,
        validators=[TELEPHONE],
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )

    @property
    def contact(self) -> Contact:
        """What was typed, as the moments take it."""
        given = self.cleaned_data
        return Contact(name=given["name"], email=given["email"], phone=given["phone"])


def typed_before(client: Client | None) -> dict[str, str]:
    """What a form starts with when the client has been here before."""
    if client is None:
        return {}
    return {"name": client.name, "email": client.email, "phone": client.phone}
