"""The recommendation as the client meets it: the best package, the runner-up, and the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bookings.booking.errors import NothingRecommended
from bookings.booking.models import Enquiry
from bookings.catalogue import matching, pricing
from bookings.catalogue.matching import Match
from bookings.catalogue.models import Package, Studio
from bookings.catalogue.pricing import Quote
from guidance.routing import Recommendation
from guidance.vocabulary import Kind, ServedBy


@dataclass(frozen=True, slots=True)
class Offer:
    """A package with the length and the price that it has for this client's people."""

    package: Package
    minutes: int
    quote: Quote
    fits_exactly: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    """What is recommended, and what can be chosen instead.

    `best` is None where no package fits or answers are missing; then `others` are all there is.
    `combined` is the nearest session that also gives the second kind of picture, where `best`
    does not. `others` are all further packages that can be booked for these people, of whatever
    kind.
    """

    recommendation: Recommendation
    best: Offer | None = None
    runner_up: Offer | None = None
    combined: Offer | None = None
    others: tuple[Offer, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether the answers are enough to recommend kind and style."""
        return bool(self.recommendation.kind and self.recommendation.style)

    def is_for(self, package: Package) -> bool:
        """Whether `package` is the one that we recommend."""
        return self.best is not None and self.best.package == package


def advice_for(enquiry: Enquiry, studio: Studio) -> Advice:
    """The advice as it was frozen for these answers. Raises NothingRecommended before any."""
    if enquiry.recommendation is None:
        raise NothingRecommended
    recommendation = Recommendation.from_stored(enquiry.recommendation)
    packages = list(Package.objects.on_offer())
    if not (recommendation.kind and recommendation.style):
        return Advice(recommendation, others=tuple(_others(recommendation, packages, (), studio)))
    fitting = matching.matches(
        recommendation,
        packages,
        studio,
        on_location=matching.wish_for_location(enquiry.answers),
    )
    first, second, *_rest = (*fitting, None, None)
    shown = [first, second, _combined(fitting, recommendation)]
    best, runner_up, combined = (_offer(match, recommendation) for match in shown)
    others = tuple(_others(recommendation, packages, shown, studio))
    return Advice(recommendation, best, runner_up, combined, others)


def further_kinds(recommendation: Recommendation) -> set[Kind]:
    """The kinds of picture that need a combined session beside the main one."""
    return {also.kind for also in recommendation.also if also.served_by == ServedBy.COMBINED}


def _combined(fitting: Sequence[Match], recommendation: Recommendation) -> Match | None:
    """The nearest combined session, unless the best one is it or none is wanted."""
    wanted = further_kinds(recommendation)
    serving = [match for match in fitting if match.package.also_kind in wanted]
    return serving[0] if serving and serving[0] is not fitting[0] else None


def _offer(match: Match | None, recommendation: Recommendation) -> Offer | None:
    if match is None:
        return None
    people = matching.people_of(recommendation)
    minutes = pricing.duration_minutes(match.package, people, ())
    return Offer(match.package, minutes, match.quote, match.fits_exactly)


def _others(
    recommendation: Recommendation,
    packages: Sequence[Package],
    shown: Sequence[Match | None],
    studio: Studio,
) -> Iterator[Offer]:
    known = {match.package for match in shown if match}
    for package in packages:
        if package not in known and (offer := offer_for(recommendation, package, studio)):
            yield offer


def offer_for(recommendation: Recommendation, package: Package, studio: Studio) -> Offer | None:
    """`package` for this client's people; None where it can't be booked for them."""
    people = matching.people_booked(package, matching.people_of(recommendation))
    if people is None:
        return None
    minutes = pricing.duration_minutes(package, people, ())
    return Offer(package, minutes, matching.price(package, people, studio))
