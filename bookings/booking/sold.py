"""What was sold, as it was frozen and as the knowledge reads it: pictures, looks, artist."""

from collections.abc import Collection
from dataclasses import replace

from bookings.booking.errors import NothingRecommended
from bookings.booking.models import Booking
from guidance.routing import Recommendation
from guidance.vocabulary import STYLES, Kind, Style


def recommendation_as_sold(booking: Booking) -> Recommendation:
    """The recommendation as the client was shown it, turned to the kind that they bought.

    Where their answers left kind or style open, the package decides.

    Raises NothingRecommended.
    """
    if booking.enquiry.recommendation is None:
        raise NothingRecommended
    shown = Recommendation.from_stored(booking.enquiry.recommendation)
    kind = Kind(booking.package_as_sold["kind"])
    if kind == shown.kind and shown.style:
        return shown
    also = tuple(further for further in shown.also if further.kind != kind)
    style = _style_of(kind, booking.package_as_sold["styles"])
    return replace(shown, kind=kind, style=style, also=also)


def looks_as_sold(booking: Booking) -> int:
    """The looks of the package and of what was added to it."""
    looks: int = booking.package_as_sold["looks"]
    return looks


def has_make_up(booking: Booking) -> bool:
    """Whether somebody for hair and make-up was booked; nobody was before that was frozen."""
    return bool(booking.package_as_sold.get("has_make_up"))


def _style_of(kind: Kind, named: Collection[str]) -> Style:
    """The first style that the package names for its kind, else the kind's own first."""
    return next((style for style in STYLES[kind] if style in named), STYLES[kind][0])
