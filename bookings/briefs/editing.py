"""The photographer's own hand on a brief: lines reworded, struck, added, and put back."""

from datetime import datetime

from django.contrib.auth.models import User

from bookings.briefs.models import BriefEdit, ShootBrief
from bookings.briefs.reading import composed


class NoSuchLine(LookupError):
    """The brief has no such line or section, or the edit is gone."""


def reword(brief: ShootBrief, key: str, words: str, now: datetime, actor: User) -> BriefEdit:
    """Let the line `key` read `words`; empty words strike it. Raises NoSuchLine."""
    for part in composed(brief).parts:
        if line := part.keyed().get(key):
            made = {
                "section": part.slug,
                "words": words,
                "original": line.text.as_json(),
                "edited_by": actor,
                "edited_at": now,
            }
            edit, _is_new = BriefEdit.objects.update_or_create(
                booking=brief.booking, line_key=key, defaults=made
            )
            return edit
    raise NoSuchLine(key)


def add(brief: ShootBrief, section: str, words: str, now: datetime, actor: User) -> BriefEdit:
    """Write a line of the photographer's own under `section`. Raises NoSuchLine."""
    if section not in {part.slug for part in composed(brief).parts}:
        raise NoSuchLine(section)
    return BriefEdit.objects.create(
        booking=brief.booking, section=section, words=words, edited_by=actor, edited_at=now
    )


def put_back(brief: ShootBrief, edit_pk: int) -> BriefEdit:
    """Let the line read as it was composed; a line of one's own goes. Raises NoSuchLine."""
    edit = brief.booking.brief_edits.filter(pk=edit_pk).first()
    if edit is None:
        raise NoSuchLine(str(edit_pk))
    edit.delete()
    return edit
