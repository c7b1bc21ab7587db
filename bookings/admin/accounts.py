"""Staff accounts and groups, in the admin's own dress."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from bookings.admin.pages import KeptAdmin, signed_in

# Both bases of the classes below have methods whose annotations differ, not their behaviour.
admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class UserAdmin(DjangoUserAdmin, KeptAdmin):  # type: ignore[misc]
    """Staff accounts: closed by taking “active” away, so that history keeps its names."""

    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("username", "first_name", "last_name", "email", "is_active")
    list_filter = ("is_active", "groups")
    filter_horizontal = ()
    add_fieldsets = ((None, {"fields": ("username", "usable_password", "password1", "password2")}),)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("first_name", "last_name", "email")}),
        (_("Access"), {"fields": ("is_active", "is_staff", "groups")}),
    )

    def formfield_for_manytomany(self, db_field: Any, request: Any = None, **kwargs: Any) -> Any:
        kwargs |= {"widget": UnfoldAdminCheckboxSelectMultipleWidget, "help_text": ""}
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody changes an account that may do more than they may themselves."""
        above = isinstance(obj, User) and obj.is_superuser and not signed_in(request).is_superuser
        return super().has_change_permission(request, obj) and not above


@admin.register(Group)
class GroupAdmin(DjangoGroupAdmin, KeptAdmin):  # type: ignore[misc]
    """The groups, for reading: what they may do is part of the program."""

    fieldsets = ((None, {"fields": ("name", "what_they_may_do")}),)
    readonly_fields = ("what_they_may_do",)

    @display(description=_("what they may do"))
    def what_they_may_do(self, group: Group) -> str:
        return "\n".join(group.permissions.values_list("name", flat=True))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
