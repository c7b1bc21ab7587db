"""The organiser's list of people: typed, pasted or uploaded; every fault is told at once."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bookings.series.listing import Fault, Person, read
from bookings.series.text_files import ENDINGS, MOST_BYTES, NotText, text_of


class ListForm(forms.Form):
    """One person on each line; a file that was uploaded takes the place of what is typed."""

    people = forms.CharField(
        label=_("One person on each line"),
        help_text=_(
            "The name, then the e-mail, with a comma between. A list copied from a spreadsheet or "
            "an address book does as well. Who has no e-mail is listed by name alone."
        ),
        required=False,
        max_length=MOST_BYTES,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
        error_messages={
            "max_length": _("Keep it to %(limit_value)d characters; this has %(show_value)d.")
        },
    )
    file = forms.FileField(
        label=_("Or a file"),
        help_text=_("A CSV or text file of at most 200 kB, as spreadsheets save it."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,text/csv,text/plain"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.listed = ""
        self.faults: list[Fault] = []

    def clean_file(self) -> str:
        """The text of the file, empty without one. Raises ValidationError where it is no text."""
        file: UploadedFile | None = self.cleaned_data["file"]
        if file is None:
            return ""
        if not (file.name or "").lower().endswith(ENDINGS):
            raise forms.ValidationError(
                _("This is no CSV or text file. In the spreadsheet, save the list as CSV."), "kind"
            )
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("This file is larger than 200 kB."), "size")
        try:
            return text_of(file.read())
        except NotText:
            raise forms.ValidationError(
                _("This file can't be read as text. In the spreadsheet, save the list as CSV."),
                "binary",
            ) from None

    def clean(self) -> dict[str, Any]:
        """Add `persons`, who the list names; keep the list and its faults to be shown."""
        given = super().clean() or {}
        self.listed = given.get("file") or given.get("people", "")
        if self.errors:
            return given
        # What came as a file is mended in the box.
        self.data = {"people": self.listed}
        given["persons"], self.faults = read(self.listed)
        if self.faults:
            self.add_error("people", _said_of(self.faults))
        elif not given["persons"]:
            self.add_error("people", _("Name at least one person, or choose a file."))
        return given

    @property
    def persons(self) -> list[Person]:
        """Who the list names, once it is valid."""
        persons: list[Person] = self.cleaned_data["persons"]
        return persons


def _said_of(faults: list[Fault]) -> str:
    return ngettext(
        "%(count)d line can’t be read. Mend it here; nobody is invited until every line is right.",
        "%(count)d lines can’t be read. Mend them here; nobody is invited until every line is "
        "right.",
        len(faults),
    ) % {"count": len(faults)}
