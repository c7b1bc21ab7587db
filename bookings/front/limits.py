"""How often one connection, or one enquiry, may do what costs the studio something.

Counters in the cache, a fixed window each. No library: django-ratelimit refuses the local memory
that a small studio runs on, and none says when to come back without more code than this.
"""

import logging
from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv6Address, IPv6Network, ip_address
from math import ceil

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext
from redis.exceptions import RedisError

from bookings.booking.models import Enquiry

logger = logging.getLogger(__name__)

IPV6_NETWORK_BITS = 64
"""What one household or office is given; within it addresses cost nothing."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """It was too often; the next one is taken after `seconds`."""

    seconds: int

    @property
    def notice(self) -> str:
        """Why, and when to try again."""
        minutes = ceil(self.seconds / 60)
        return ngettext(
            "We received many requests from your connection. Wait a minute, then try again: "
            "nothing you told us is lost.",
            "We received many requests from your connection. Wait %(minutes)d minutes, then try "
            "again: nothing you told us is lost.",
            minutes,
        ) % {"minutes": minutes}

    def stamped(self, response: HttpResponse) -> HttpResponse:
        """`response` as a 429 that says when to come back."""
        response.status_code = 429
        response["Retry-After"] = str(self.seconds)
        return response

    def page(self, request: HttpRequest, next_url: str = "") -> HttpResponse:
        """The page for where there is no form to show again; `next_url` leads back."""
        page = {"message": self.notice, "next_url": next_url}
        return self.stamped(render(request, "429.html", page))


def refusal(request: HttpRequest, what: str, enquiry: Enquiry | None = None) -> Refusal | None:
    """Count one more `what` from this connection and for `enquiry`; None where it may go on.

    How many are taken stands in `settings.RATE_LIMITS`. Staff are counted and never refused.
    """
    now = timezone.now()
    counted = [_counted(what, client_network(request), now)]
    if enquiry is not None:
        counted.append(_counted(f"{what}_of_enquiry", str(enquiry.pk), now))
    waits = [seconds for seconds in counted if seconds]
    if not waits or request.user.is_staff:
        return None
    return Refusal(max(waits))


def client_network(request: HttpRequest) -> str:
    """Where the request came from: an IPv4 address, or the network of an IPv6 address.

    Each trusted proxy adds the address it was asked from at the end of `X-Forwarded-For`; what
    stands before those is the visitor's own claim and is not read.
    """
    claimed = request.headers.get("X-Forwarded-For", "")
    chain = [one.strip() for one in claimed.split(",") if one.strip()]
    chain.append(request.META.get("REMOTE_ADDR", ""))
    written = chain[max(len(chain) - 1 - settings.TRUSTED_PROXIES, 0)]
    try:
        address = ip_address(written)
    except ValueError:
        return written
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(IPv6Network((int(address), IPV6_NETWORK_BITS), strict=False))
    return str(address)


def _counted(what: str, whose: str, now: datetime) -> int:
    """Count one more; gives the seconds to wait, 0 where it is not too often."""
    if what not in settings.RATE_LIMITS:
        return 0
    times, seconds = settings.RATE_LIMITS[what]
    window, gone = divmod(int(now.timestamp()), seconds)
    # An address is not kept readable.
    name = salted_hmac("bookings.front.limits", whose).hexdigest()
    if _added(f"limit:{what}:{name}:{window}", seconds) <= times:
        return 0
    return int(seconds - gone)


def _added(key: str, seconds: int) -> int:
    """The count at `key` after one more. A cache that is gone keeps nobody from booking."""
    try:
        cache.add(key, 0, timeout=seconds)
        return cache.incr(key)
    except ValueError:  # made room for others between the two
        return 1
    except RedisError:
        logger.exception("Limits are not counted: the cache can't be reached.")
        return 0
