"""The addresses of the site."""

from django.contrib import admin
from django.urls import include, path

from studio import health, styleguide

urlpatterns = [
    path("admin/", admin.site.urls),
    path("health/", health.health, name="health"),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
    path("", include("bookings.front.urls")),
]

handler400 = "studio.errors.bad_request"
handler403 = "studio.errors.forbidden"
handler404 = "studio.errors.not_found"
handler500 = "studio.errors.broken"
