"""The photographer's own hand on the brief's page: the form of one edit, and what it does."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.db import models
from django.utils.translation import gettext_lazy as _

from bookings import moments
from bookings.admin.call_sheet import CARE, read
from bookings.briefs.models import BriefEdit, ShootBrief
from bookings.moments import NoSuchLine

LONGEST = BriefEdit._meta.get_field("words").max_length
DIGITS_OF_A_KEY = 18


class Deed(models.TextChoices):
    """What can be done to a brief's lines; each edit's `target` is what its comment names."""

    REWORD = "reword"  # the line's key
    STRIKE = "strike"  # the line's key
    ADD = "add"  # the section's slug
    PUT_BACK = "put_back"  # the number of the edit


class EditForm(forms.Form):
    """One edit of one line."""

    deed = forms.ChoiceField(choices=Deed.choices)
    target = forms.CharField(max_length=60)
    words = forms.CharField(
        required=False,
        max_length=LONGEST,
        error_messages={
            "max_length": _(
                "A line holds %(limit_value)d characters; this has %(show_value)d. Shorten it, or"
                " make two lines of it."
            )
        },
    )

    def clean(self) -> dict[str, Any]:
        """Words are asked for where something is to be written."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if typed.get("words") == "" and typed.get("deed") == Deed.REWORD:
            self.add_error("words", _("Write the line anew, or strike it."))
        if typed.get("words") == "" and typed.get("deed") == Deed.ADD:
            self.add_error("words", _("Write the line first."))
        return typed


def carry_out(
    brief: ShootBrief, form: EditForm, now: datetime, *, actor: User, with_care: bool
) -> str:
    """Make the edit that `form` asks for; gives the section it is in.

    Raises NoSuchLine, IllegalMove for an earlier version. Without `with_care` the lines on care
    are as if they were not there.
    """
    if not form.is_valid():
        raise NoSuchLine(form.data.get("target"))
    deed, target, words = (form.cleaned_data[name] for name in ("deed", "target", "words"))
    section = _section(brief, deed, target)
    if section == CARE and not with_care:
        raise NoSuchLine(target)
    if deed == Deed.ADD:
        moments.add_brief_line(brief, target, words, now, actor=actor)
    elif deed == Deed.PUT_BACK:
        moments.put_brief_line_back(brief, int(target), now, actor=actor)
    else:
        wanted = words if deed == Deed.REWORD else ""
        moments.reword_brief_line(brief, target, wanted, now, actor=actor)
    return section


def _section(brief: ShootBrief, deed: str, target: str) -> str:
    """The slug of the section that the edit is about. Raises NoSuchLine."""
    if deed == Deed.ADD:
        return target
    if deed == Deed.PUT_BACK:
        if not (target.isascii() and target.isdecimal() and len(target) <= DIGITS_OF_A_KEY):
            raise NoSuchLine(target)
        edits = brief.booking.brief_edits.filter(pk=target)
        slugs = list(edits.values_list("section", flat=True))
    else:
        slugs = [part.slug for part in read(brief).parts if target in part.keyed()]
    if not slugs:
        raise NoSuchLine(target)
    return slugs[0]
