"""The versions of a brief: what each says differently, and what changed since it was approved."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from bookings.admin.call_sheet import CARE
from bookings.admin.clock import moment
from bookings.admin.pages import page_of
from bookings.admin.papers import name_of
from bookings.booking.models import Booking, BookingEvent
from bookings.briefs.comparing import Difference, differences
from bookings.briefs.models import BriefEdit, ShootBrief
from bookings.briefs.reading import composed
from bookings.wording import shown
from guidance.brief import Line

NUMBER = re.compile(r"[1-9][0-9]{0,5}")

LAST_APPROVAL = Subquery(
    BookingEvent.objects.filter(booking=OuterRef("booking"), kind=BookingEvent.Kind.BRIEF_APPROVED)
    .order_by("-at", "-pk")
    .values("at")[:1]
)
"""When any version of a brief's booking was last approved, to annotate briefs with."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version in the list of them all."""

    number: int
    composed: str
    because: str
    approved: str
    page: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One line that came (no `before`), went (no `after`) or has other numbers."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SectionChanges:
    """What one section says differently."""

    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the version `after` says differently from the version `before`."""

    before: int
    after: int
    sections: tuple[SectionChanges, ...]


@dataclass(frozen=True, slots=True)
class LateChange:
    """What came after the last approval: a new version, lines that a colleague edited, or both."""

    approved_version: int
    approved_by: str
    approved: str
    because: str
    comparison: Comparison | None
    edits: tuple[str, ...]


def versions_of(booking: Booking) -> list[ShootBrief]:
    """All versions, the latest first, without their contents."""
    rows = booking.briefs.select_related("approved_by").defer("content", "basis")
    return list(rows.order_by("-version"))


def listed(briefs: Iterable[ShootBrief], opened: ShootBrief) -> list[Version]:
    """The list of `briefs` as it reads on the page of `opened`."""
    zone = opened.booking.place.zone
    return [
        Version(
            brief.version,
            moment(brief.composed_at, zone),
            "; ".join(brief.causes),
            _approval(brief, opened.booking) if brief.approved_at else "",
            page_of(brief),
            brief.pk == opened.pk,
        )
        for brief in briefs
    ]


def comparison(brief: ShootBrief, against: str, *, with_care: bool) -> Comparison | None:
    """`brief` beside the version that is `against` it; None where that is no other version."""
    if not NUMBER.fullmatch(against) or int(against) == brief.version:
        return None
    other = brief.booking.briefs.filter(version=int(against)).first()
    return compared(brief, other, with_care=with_care) if other else None


def compared(one: ShootBrief, other: ShootBrief, *, with_care: bool) -> Comparison:
    """What the later of two versions says differently from the earlier one, by sections."""
    before, after = sorted((one, other), key=lambda brief: brief.version)
    told = [
        difference
        for difference in differences(composed(before), composed(after))
        if with_care or difference.section != CARE
    ]
    by_section = groupby(told, key=lambda difference: difference.title)
    return Comparison(
        before.version,
        after.version,
        tuple(
            SectionChanges(shown(title), tuple(_change(change) for change in changes))
            for title, changes in by_section
        ),
    )


def late_change(
    brief: ShootBrief,
    versions: Iterable[ShootBrief],
    edits: Iterable[BriefEdit],
    *,
    with_care: bool,
) -> LateChange | None:
    """What is new in the current `brief` since it was last approved; None where nothing is.

    The approval itself is the booking's event: an edit by a colleague takes it off the version.
    """
    if not brief.is_current or brief.approved_at is not None:
        return None
    approvals = brief.booking.events.filter(kind=BookingEvent.Kind.BRIEF_APPROVED)
    approval = approvals.select_related("actor").last()
    if approval is None:
        return None
    approved = _version_at(approval, versions)
    since = [row for row in versions if row.version > approved.version]
    return LateChange(
        approved.version,
        name_of(approval.actor) if approval.actor else "",
        moment(approval.at, brief.booking.place.zone),
        "; ".join(dict.fromkeys(cause for row in reversed(since) for cause in row.causes)),
        compared(approved, brief, with_care=with_care) if since else None,
        tuple(
            _edit(edit)
            for edit in edits
            if edit.edited_at > approval.at and (with_care or edit.section != CARE)
        ),
    )


def _version_at(approval: BookingEvent, versions: Iterable[ShootBrief]) -> ShootBrief:
    """The version that was approved; one whose approval was taken off was the latest then."""
    of_old = [row for row in versions if row.composed_at <= approval.at]
    return next((row for row in of_old if row.approved_at == approval.at), of_old[0])


def _approval(brief: ShootBrief, booking: Booking) -> str:
    who = name_of(brief.approved_by) if brief.approved_by else ""
    return f"{who}, {moment(brief.approved_at, booking.place.zone)}"


def _change(difference: Difference) -> Change:
    return Change(_words(difference.before), _words(difference.after))


def _words(line: Line | None) -> str:
    return shown(line.text) if line else ""


def _edit(edit: BriefEdit) -> str:
    words = edit.words or _("A line was struck")
    return f"{words} ({name_of(edit.edited_by)})"
