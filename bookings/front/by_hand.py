"""Forms that write to people: a program that fills them in is asked to do it like a person.

A field that nobody sees, and the time the page was shown. No puzzle: whoever is asked once more
presses the button again.
"""

from copy import copy
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core import signing
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

_STAMPS = signing.Signer(salt="bookings.front.by_hand")


class DecoyInput(forms.TextInput):
    """A field for programs: out of sight, and out of the way of keyboard and screen reader."""

    is_decoy = True

    def __init__(self) -> None:
        super().__init__(attrs={"autocomplete": "off", "tabindex": "-1"})


def stamp() -> str:
    """The present moment, signed."""
    return _STAMPS.sign(timezone.now().isoformat())


class ByHandForm(forms.Form):
    """A form that is taken when a person can have filled it in, and else shown once more.

    `is_timed` is False where everything may stand there already and the button comes at once.
    """

    is_timed = True

    website = forms.CharField(label=_("Leave this empty"), required=False, widget=DecoyInput)
    shown_at = forms.CharField(required=False, widget=forms.HiddenInput, initial=stamp)

    def clean(self) -> dict[str, Any] | None:
        """Ask once more where a program seems to write; other faults come first."""
        given = super().clean()
        if self.errors:
            return given
        shown_at = _read(self.data.get(self.add_prefix("shown_at"), ""))
        if not (self.data.get(self.add_prefix("website")) or self._is_hasty(shown_at)):
            return given
        self._show_again(shown_at)
        raise forms.ValidationError(
            _(
                "Please send it once more. It came back quicker than people write, or with a "
                "field filled in that people don’t see, and we want to be sure it is you."
            ),
            "once_more",
        )

    def _is_hasty(self, shown_at: datetime | None) -> bool:
        """Whether less time has passed than a person needs; without a stamp nobody can say."""
        least = timedelta(seconds=settings.FASTEST_FORM_SECONDS)
        if not (self.is_timed and least):
            return False
        return shown_at is None or timezone.now() - shown_at < least

    def _show_again(self, shown_at: datetime | None) -> None:
        """All that was typed, an empty decoy, and a stamp that can be read."""
        typed: Any = copy(self.data)
        typed[self.add_prefix("website")] = ""
        if shown_at is None:
            typed[self.add_prefix("shown_at")] = stamp()
        self.data = typed


def _read(written: str) -> datetime | None:
    """The moment that was stamped; None where the stamp is missing or not ours."""
    try:
        return datetime.fromisoformat(_STAMPS.unsign(written))
    except signing.BadSignature:
        return None
