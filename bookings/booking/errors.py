"""Why a booking can't go on, each with a sentence fit for the person who meets it."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class BookingError(Exception):
    """A business event that was refused; `message` says why and what to do next."""

    message: str | Promise = _("That can't be done with this booking.")

    def __str__(self) -> str:
        return str(self.message)


class SlotTaken(BookingError):
    """Someone else was quicker; `alternatives` are the nearest openings that are still free."""

    message = _("Someone has just taken that time. These are the nearest that are still free.")

    def __init__(self, alternatives: Sequence[Any] = ()) -> None:
        super().__init__()
        self.alternatives = tuple(alternatives)


class NotOffered(SlotTaken):
    """The start was never on offer: outside hours, off the raster, too soon or too far."""

    message = _("We can't offer that time. These are the nearest that are free.")


class BookedAlready(BookingError):
    """The caller has this very session at this very time: a second click, or a colleague's."""

    message = _("This client is booked for this session at that time already.")


class HoldExpired(BookingError):
    """The hold ran out before the booking was confirmed."""

    message = _(
        "We held this time for you, and the hold has run out. Your answers are kept: "
        "choose a time again."
    )


class ExtendedAlready(BookingError):
    """A hold is made longer once; whoever needs more time takes the time anew."""

    message = _("This time was held longer once already. Confirm it, or choose it again later.")


class MoveTooLate(BookingError):
    """The session is too near to be moved on the site."""

    message = _(
        "It is too late to move this session here. If you are ill, or something about access "
        "changed, you may move it once all the same; else call or write to us."
    )


class MovedMeanwhile(BookingError):
    """Somebody else moved the session since it was looked at."""

    message = _("Somebody else moved this session meanwhile. See where it is now, then decide.")


class MovedTooOften(BookingError):
    """The client has moved the session as often as the terms allow."""

    message = _(
        "You have moved this session as often as our terms allow. Call or write to us, and we "
        "look for a way."
    )


class TooLate(BookingError):
    """What was noted about a session stays after a day."""

    message = _("This was noted more than a day ago and stands.")


class DayNotFull(BookingError):
    """There are times on that day, so there is nothing to wait for."""

    message = _("There are still times on that day: choose one of them.")


class StillToCome(BookingError):
    """The client has a session ahead, for which the studio must know them."""

    message = _("This client has a session ahead. Cancel it first, then erase the client.")


class LetterUnderWay(BookingError):
    """The letter that their session is off has not gone out to the client yet."""

    message = _(
        "The letter that tells the client of the cancellation is about to go out. Try again in "
        "a minute."
    )


class ClientErased(BookingError):
    """The client asked to be forgotten, and was."""

    message = _("This client was erased. Type who is calling as somebody new.")


class SlotGone(BookingError):
    """Somebody else of the company was quicker."""

    message = _("A colleague has just taken that slot. Choose another one.")


class TooManyPeople(BookingError):
    """More people are invited than the session has slots."""

    message = _(
        "There are more people than this session was booked for. Call us, and we make room."
    )


class HoldOutdated(BookingError):
    """The client changed the session since the time was held: its length and price may differ."""

    message = _(
        "The session was changed since this time was picked. Choose a time for it as it is now."
    )


class PackageUnavailable(BookingError):
    """The package is no longer offered, or not for these people."""

    message = _("This package can't be booked for these answers. Choose another one.")


class DetailsMissing(BookingError):
    """Nobody said yet who is coming."""

    message = _("Tell us your name and e-mail first, so that we can confirm.")


class IllegalMove(BookingError):
    """The booking is in a state from which this can't follow."""

    message = _("This booking has moved on since you opened the page. Look at it again.")


class NothingRecommended(BookingError):
    """The answers do not lead to a recommendation yet."""

    message = _("A few answers are still missing before we can recommend a package.")


class TooEarly(BookingError):
    """The session has not begun, so it can be neither completed nor missed."""

    message = _("This session hasn't begun yet.")
