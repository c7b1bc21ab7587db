"""Who of the staff may do what: the groups as data, and the rules about single sessions.

Django's permissions say what a group may do with a subject; the functions below say what a
person may do with one session. Nobody is above them: a superuser who does not run a session
doesn't see what its client said about access, faith and minors.
"""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group, Permission, User
from django.db.models import Model, QuerySet

from bookings.booking.models import Booking, Enquiry
from bookings.schedule.models import Photographer
from bookings.series.models import Attendee

OWNER = "Owner"
PHOTOGRAPHER = "Photographer"
FRONT_DESK = "Front desk"

Person = User | AbstractBaseUser | AnonymousUser
Row = TypeVar("Row", bound=Model)


def _may(deeds: str, subjects: str, app: str = "bookings") -> Iterator[str]:
    for subject in subjects.split():
        for deed in deeds.split():
            yield f"{app}.{deed}_{subject}"


GROUPS: Mapping[str, tuple[str, ...]] = {
    OWNER: (
        *_may("view change", "studio booking client notice shootbrief sessionrecord"),
        *_may("view", "enquiry"),
        *_may("view change", "waitingentry"),
        *_may("delete", "client"),
        *_may("view add change", "package addon place room photographer"),
        *_may("view add change delete", "openinghours closure look consent"),
        *_may("view add change delete", "feetier attendee outsidecalendar"),
        *_may("view add change", "user", app="auth"),
        *_may("view", "group", app="auth"),
    ),
    PHOTOGRAPHER: (
        *_may("view", "booking shootbrief photographer"),
        *_may("view change", "sessionrecord attendee"),
        *_may("view add change delete", "look consent"),
    ),
    FRONT_DESK: (
        *_may("view change", "booking client notice waitingentry"),
        *_may("view", "enquiry place photographer openinghours outsidecalendar"),
        *_may("view add change delete", "closure attendee"),
    ),
}


def sync_groups() -> None:
    """Give the groups exactly the permissions listed here; safe to run again.

    Raises Permission.DoesNotExist for a name that no model has.
    """
    for name, names in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set([_permission(dotted) for dotted in names])


def runs(person: Person, booking: Booking) -> bool:
    """Whether `person` is the photographer of this session: only they see its care answers."""
    return person.pk is not None and booking.photographer.user_id == person.pk


def works_for_all(person: Person) -> bool:
    """Whether `person` works with everybody's sessions, not only with their own."""
    return isinstance(person, User) and person.has_perm("bookings.change_booking")


def sees_answers(person: Person, booking: Booking) -> bool:
    """Whether `person` sees who comes to this session and what they answered."""
    return works_for_all(person) or runs(person, booking)


def sees_kit(person: Person, photographer: Photographer) -> bool:
    """Whether `person` may look at the kit of `photographer`: the desk at all, others at theirs."""
    return works_for_all(person) or (person.pk is not None and photographer.user_id == person.pk)


def gives_link(person: Person, whose: Enquiry | Attendee, *, runs_it: bool) -> bool:
    """Whether `person` may hand out a private link: of an enquiry, its booking, or an attendee.

    All open questions, filled in: care answers too.
    """
    return works_for_all(person) and (runs_it or not whose.care)


def may_erase(person: Person) -> bool:
    """Whether `person` may have a client forgotten. Clients are never deleted as rows."""
    return isinstance(person, User) and person.has_perm("bookings.delete_client")


def within_reach(person: Person, rows: QuerySet[Row], booking: str = "") -> QuerySet[Row]:
    """Of `rows`, those about sessions that `person` works with; `booking` is the path there."""
    if works_for_all(person):
        return rows
    return rows.filter(**{f"{booking}photographer__user": person.pk})


def _permission(dotted: str) -> Permission:
    app, codename = dotted.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)
