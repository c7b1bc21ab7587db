"""The package is chosen: what may be added to it and, where it is not our advice, why."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from bookings import moments
from bookings.booking.errors import PackageUnavailable
from bookings.booking.links import enquiry_token
from bookings.booking.models import Enquiry
from bookings.catalogue.models import Package, Studio
from bookings.front.advice import Advice, Offer, advice_for, offer_for
from bookings.front.catalogue import active_add_ons
from bookings.front.choosing_form import ChoosingForm
from bookings.front.private import with_enquiry


@with_enquiry
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, enquiry: Enquiry, slug: str) -> HttpResponse:
    """Extras and, for another package than the recommended one, the reason; then the times."""
    try:
        return _choose(request, enquiry, slug)
    except PackageUnavailable as refusal:
        messages.warning(request, str(refusal))
        return redirect("front:result", enquiry_token(enquiry))


def _choose(request: HttpRequest, enquiry: Enquiry, slug: str) -> HttpResponse:
    studio = Studio.objects.get()
    advice, offer = what_is_chosen(enquiry, slug, studio)
    form = form_for(enquiry, advice, offer, request)
    if form.is_bound and form.is_valid():
        keep(enquiry, offer, form)
        return redirect("front:times", enquiry_token(enquiry))
    page = {"studio": studio, "token": enquiry_token(enquiry)}
    return render(
        request, "front/choose.html", page | {"advice": advice, "offer": offer, "form": form}
    )


def what_is_chosen(enquiry: Enquiry, slug: str, studio: Studio) -> tuple[Advice, Offer]:
    """The advice, and the package at `slug` at its price for these people.

    Raises Http404, NothingRecommended before any answer, PackageUnavailable.
    """
    package = get_object_or_404(Package.objects.prefetch_related(active_add_ons()), slug=slug)
    advice = advice_for(enquiry, studio)
    offer = offer_for(advice.recommendation, package, studio)
    if offer is None or not package.is_active:
        raise PackageUnavailable
    return advice, offer


def form_for(enquiry: Enquiry, advice: Advice, offer: Offer, request: HttpRequest) -> ChoosingForm:
    """The form, filled with what was chosen of this package before."""
    before: dict[str, Any] = {}
    if enquiry.package == offer.package:
        before = {
            "add_ons": [add_on.slug for add_on in enquiry.add_ons.all()],
            "reason": enquiry.override_reason,
        }
    return ChoosingForm(
        request.POST if request.method == "POST" else None,
        offered=list(offer.package.add_ons.all()),
        currency=offer.quote.currency,
        is_advised=not advice.is_settled or advice.is_for(offer.package),
        initial=before,
    )


def keep(enquiry: Enquiry, offer: Offer, form: ChoosingForm) -> None:
    """The choice is the client's; a reason is kept only where it overrides our advice."""
    reason = form.cleaned_data.get("reason", "")
    moments.choose(enquiry, offer.package, form.chosen_add_ons, reason, timezone.now())
