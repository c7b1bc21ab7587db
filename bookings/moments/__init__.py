"""The business moments: each is one event in one transaction and reads like a sentence.

Views, admin actions and commands parse their input, call one moment and show the result.
A moment locks and re-checks, changes state, writes the event, drafts the brief and queues
the letters. "Now" is always the caller's, taken once.
"""

from bookings.booking.answering import Contact
from bookings.booking.holding import people_for, wanted_for
from bookings.booking.moving import NewTime
from bookings.briefs.editing import NoSuchLine
from bookings.moments.booking import (
    cancel,
    complete,
    confirm,
    deliver,
    expire_holds,
    give_details,
    hold,
    miss,
    release,
)
from bookings.moments.briefing import (
    add_brief_line,
    approve_brief,
    put_brief_line_back,
    recompose_brief,
    refresh_briefs,
    reword_brief_line,
)
from bookings.moments.calendars import (
    let_go_unused_calendars,
    read_outside_calendar,
    read_outside_calendars,
    renew_feed,
)
from bookings.moments.changing import extend, move, undo
from bookings.moments.enquiring import answer, choose, enquire, recommend, write_to_studio
from bookings.moments.erasing import erase_client, forget_care
from bookings.moments.linking import renew_attendee_link, renew_enquiry_link, renew_link
from bookings.moments.preparing import AMENDABLE, amend, tick
from bookings.moments.series import (
    answer_as_attendee,
    choose_slot,
    invite,
    miss_attendee,
    uninvite,
)
from bookings.moments.speaking import speak
from bookings.moments.telephoning import Call, book_by_telephone
from bookings.moments.waiting import stop_waiting, sweep_waiting, wait

__all__ = [
    "AMENDABLE",
    "Call",
    "Contact",
    "NewTime",
    "NoSuchLine",
    "add_brief_line",
    "amend",
    "answer",
    "answer_as_attendee",
    "approve_brief",
    "book_by_telephone",
    "cancel",
    "choose",
    "choose_slot",
    "complete",
    "confirm",
    "deliver",
    "enquire",
    "erase_client",
    "expire_holds",
    "extend",
    "forget_care",
    "give_details",
    "hold",
    "invite",
    "let_go_unused_calendars",
    "miss",
    "miss_attendee",
    "move",
    "people_for",
    "put_brief_line_back",
    "read_outside_calendar",
    "read_outside_calendars",
    "recommend",
    "recompose_brief",
    "refresh_briefs",
    "release",
    "renew_attendee_link",
    "renew_enquiry_link",
    "renew_feed",
    "renew_link",
    "reword_brief_line",
    "speak",
    "stop_waiting",
    "sweep_waiting",
    "tick",
    "undo",
    "uninvite",
    "wait",
    "wanted_for",
    "write_to_studio",
]
