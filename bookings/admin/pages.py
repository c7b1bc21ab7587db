"""What the staff's pages have in common: the signed-in person, lists, pages to read."""

import re
from collections.abc import Mapping
from typing import Any

from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet, TextField
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from unfold.admin import ModelAdmin
from unfold.widgets import UnfoldAdminTextareaWidget

FILTERED_BY = re.compile(r"(__id)?__exact$|__(isnull|year|month|day)$")
"""What the filters and the date hierarchy hang on the path of their column."""


class DeskAdmin(ModelAdmin):
    """A subject that staff edit in forms."""

    list_filter_sheet = False
    list_per_page = 50
    warn_unsaved_form = True
    annotations: Mapping[str, Any] = {}
    formfield_overrides = {TextField: {"widget": UnfoldAdminTextareaWidget(attrs={"rows": 4})}}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows with what the list counts of each."""
        rows: QuerySet[Any] = super().get_queryset(request).annotate(**self.annotations)
        return rows

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Boxes to tick stand alone; the theme would hang a menu for adding rows on them."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.many_to_many and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Only what the filters on the page ask for: by an address one could else follow
        relations to hidden columns, and spell out a colleague's password hash.
        """
        shown = {_filtered(by) for by in (*self.list_filter, self.date_hierarchy) if by}
        # PostgreSQL keeps no text with a NUL in it, and refuses to look for one.
        return FILTERED_BY.sub("", lookup) in shown and "\0" not in str(value)


class KeptAdmin(DeskAdmin):
    """A subject whose rows are archived, never deleted: past sales point at them."""

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class ReadingAdmin(KeptAdmin):
    """A subject that is read; only a moment changes it."""

    page_template: str
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The page of one row; GET only, since it changes nothing."""
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        row = self.get_object(request, unquote(object_id))
        if row is None:
            missing: HttpResponse = self._get_obj_does_not_exist_redirect(
                request, self.opts, object_id
            )
            return missing
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        return self.shown(request, self.page_template, row, self.page(request, row))

    def page(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        """What the page of `row` shows to whoever asks."""
        raise NotImplementedError

    def shown(
        self, request: HttpRequest, template: str, row: Model | None, page: dict[str, Any]
    ) -> TemplateResponse:
        """A page of the admin about `row`; one about no single row names itself in `page`."""
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": row,
            "title": str(row),
            **page,
        }
        return TemplateResponse(request, template, context)


def signed_in(request: HttpRequest) -> User:
    """Who is asking; the admin lets nobody else in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def _filtered(by: Any) -> str:
    """The path or parameter that a list filter goes by."""
    if isinstance(by, str):
        return by
    if isinstance(by, tuple):
        return _filtered(by[0])
    parameter: str = by.parameter_name
    return parameter


def cell(template: str, **context: Any) -> SafeString:
    """A rich cell of a list, rendered from `templates/admin/cells/`."""
    return render_to_string(f"admin/cells/{template}.html", context)


def page_of(row: Model) -> str:
    """The path of the admin's page about `row`."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
