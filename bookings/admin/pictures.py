"""Pictures in the staff's forms: uploaded, looked at, kept, removed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bookings.admin.pages import KeptAdmin
from bookings.catalogue.models import Picture
from bookings.catalogue.picture_files import keep, sentence
from bookings.catalogue.pictures import MOST_BYTES, PictureRefused, Purpose
from bookings.templatetags.pictures import address

ACCEPTED = "image/jpeg,image/png,image/webp,image/avif"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an upload: a picture that is kept, or the sentence why not."""

    picture: Picture | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the form says of its picture: a new one, the one that it had, or none."""

    upload: Taken | None
    kept: str
    is_removed: bool


class PictureWidget(forms.Widget):
    """The current picture, a box to remove it, and a place for another one."""

    template_name = "admin/desk/partials/picture.html"
    needs_multipart_form = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Chosen:
        return Chosen(
            upload=files.get(name),
            kept=data.get(f"{name}-kept", ""),
            is_removed=f"{name}-removed" in data,
        )

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        picture = _shown(value)
        context["widget"] |= {
            "picture": picture,
            "address": picture and address(picture, min(picture.widths), "webp"),
            "accepted": ACCEPTED,
            "is_removed": isinstance(value, Chosen) and value.is_removed,
        }
        return context


class PictureField(forms.Field):
    """A picture of the studio's own; its value is a Picture or None."""

    widget = PictureWidget

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def clean(self, value: Chosen) -> Picture | None:
        """The picture that the form shall have. Raises ValidationError."""
        if value.upload is not None:
            if value.upload.refused:
                raise forms.ValidationError(value.upload.refused, code="refused")
            return value.upload.picture
        if value.is_removed or not value.kept:
            return None
        picture = _with_key(value.kept, is_ours=True)
        if picture is None:
            raise forms.ValidationError(
                _("The picture of this form is no longer there. Upload it again."), code="gone"
            )
        return picture

    def has_changed(self, initial: Any, data: Any) -> bool:
        if data.upload is not None:
            return True
        return str(initial or "") != ("" if data.is_removed else data.kept)


class PicturedAdmin(KeptAdmin):
    """A subject with pictures: `pictures` says for each such field what it is for."""

    pictures: Mapping[str, Purpose] = {}

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Uploads are encoded before the form's transaction begins: it takes seconds, and on
        SQLite nobody could book while it is open.
        """
        if request.method == "POST" and self._may_save(request, object_id):
            uploads: Any = request.FILES
            for name in self.pictures.keys() & uploads.keys():
                uploads[name] = taken(uploads[name], self.pictures[name])
        page: HttpResponse = super().changeform_view(request, object_id, form_url, extra_context)
        return page

    def _may_save(self, request: HttpRequest, object_id: str | None) -> bool:
        if object_id is None:
            return bool(self.has_add_permission(request))
        return bool(self.has_change_permission(request))


def taken(file: UploadedFile, purpose: Purpose) -> Taken:
    """The upload as a picture that is kept, or why it can't be one; seconds."""
    try:
        # A byte too many is enough to be refused; the rest need not be read.
        return Taken(keep(file.read(MOST_BYTES + 1), purpose, timezone.now()))
    except PictureRefused as why:
        return Taken(refused=sentence(why))


def _shown(value: Any) -> Picture | None:
    """The picture that a form shows beside its field."""
    if isinstance(value, Chosen):
        new = value.upload and value.upload.picture
        return new or _with_key(value.kept)
    return _with_key(value)


def _with_key(key: Any, *, is_ours: bool = False) -> Picture | None:
    """The picture of that number; locked where the form is about to refer to it, so that
    `sweep` can't remove it before that is saved.
    """
    pictures = Picture.objects.select_for_update() if is_ours else Picture.objects.all()
    return pictures.filter(pk=key).first() if str(key or "").isdecimal() else None
