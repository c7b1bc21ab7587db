"""The switch of languages: kept in the browser, and with the enquiry whose page it stands on."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from bookings import moments
from bookings.booking.links import NoSuchLink, booking_behind, enquiry_behind
from bookings.booking.models import Enquiry


# The switch stands on every page, and a proof of the form would put a cookie into the browser
# of everybody who looks. All that another site can do with it is to change the language of a
# page; an enquiry's own is behind its private link.
@csrf_exempt
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remember the language and lead back to where the visitor was."""
    language = request.POST.get("language", "")
    enquiry = enquiry_of_page(request.POST.get("next", ""))
    if enquiry and language in dict(settings.LANGUAGES) and not request.user.is_staff:
        moments.speak(enquiry, language)
    response: HttpResponse = set_language(request)
    return response


def enquiry_of_page(address: str) -> Enquiry | None:
    """The enquiry whose private page is at `address`, also as a booking; else None.

    The people of a company day have pages of their own, and letters in the booking's language.
    """
    try:
        page = resolve(urlsplit(address).path)
    except (Resolver404, ValueError):
        return None
    token = page.kwargs.get("token", "")
    try:
        if page.route.startswith("e/"):
            return enquiry_behind(token)
        if page.route.startswith("b/"):
            return booking_behind(token).enquiry
    except NoSuchLink:
        pass
    return None
