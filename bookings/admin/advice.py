"""A stored recommendation as the client read it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bookings.booking.models import Enquiry
from bookings.wording import shown
from guidance.routing import Recommendation
from guidance.vocabulary import Format, Kind, Style, Use


@dataclass(frozen=True, slots=True)
class Advice:
    """What we recommended, why, what else, and what did not fit together."""

    what: str
    people: str
    reasons: list[str]
    further: list[str]
    conflicts: list[str]


def advice_of(enquiry: Enquiry) -> Advice | None:
    """The recommendation of `enquiry` as it was shown; None where none was shown yet."""
    if enquiry.recommendation is None:
        return None
    shown_then = Recommendation.from_stored(enquiry.recommendation)
    return Advice(
        style_in_words(shown_then.style or "") or _("Not decided: a question is still open"),
        shown(Format(shown_then.format).label),
        [shown(reason.text) for reason in shown_then.reasons],
        [_further(also.kind, also.style, also.uses) for also in shown_then.also],
        [shown(conflict.text) for conflict in shown_then.conflicts],
    )


def style_in_words(style: str) -> str:
    """The name of a style; nothing for none, the value itself for one that is no more."""
    try:
        return shown(Style(style).label)
    except ValueError:
        return style


def _further(kind: str, style: str | None, uses: tuple[Use, ...]) -> str:
    what = style_in_words(style or "") or shown(Kind(kind).label)
    named = ", ".join(shown(Use(use).label) for use in uses)
    return _("%(what)s, for: %(uses)s") % {"what": what, "uses": named}
