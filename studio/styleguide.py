"""The style page: each component in each state, for the staff. What it shows is in `specimens`."""

from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from studio import specimens


@require_safe
@staff_member_required
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component with its name, its use and its states; others are asked to sign in."""
    page = render(request, "styleguide/page.html", specimens.page(timezone.now()))
    page["X-Robots-Tag"] = "noindex, nofollow"
    return page
