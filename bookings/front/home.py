"""The first page: what the studio does, what it costs, where it is, and the way in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bookings.catalogue.models import Package
from bookings.front.common_questions import COMMON_QUESTIONS
from bookings.front.shelves import shelves
from bookings.schedule.models import Place

ON_A_SHELF = 3


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the studio does, in one breath, and the button that starts."""
    page = {
        "shelves": shelves(Package.objects.on_offer(), at_most=ON_A_SHELF),
        "places": Place.objects.filter(is_active=True),
        "questions": COMMON_QUESTIONS,
    }
    return render(request, "front/home.html", page)
