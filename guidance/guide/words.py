"""The two words in a sentence each, and both views on whether the one belongs to the other."""

from __future__ import annotations

from dataclasses import dataclass

from guidance.texts import Text, text
from guidance.texts import gettext_noop as _


@dataclass(frozen=True, slots=True)
class View:
    """Who says so, and what."""

    holder: Text
    words: Text


LEAD = text(
    _(
        "What the pictures are for decides between them. Both articles behind this page say so, "
        "and so do we: the use is the first thing we ask, and it is settled before your session "
        "starts."
    ),
    claims=(2, 45, 75, 92),
)

WORDS = (
    text(
        _("Your face, clearly: a close picture of head and shoulders that stands for you at work."),
        claims=(22, 46, 57, 61, 93),
    ),
    text(
        _(
            "More about you: as much of the figure as serves, a place, a mood, other people beside "
            "you."
        ),
        claims=(18, 21, 25, 48),
    ),
)
"""The headshot and the portrait in one breath each."""

VIEWS = (
    View(
        Text(_("The explainer keeps them apart")),
        text(
            _(
                "They are two different things: a headshot is made for official, businesslike "
                "ends, a portrait describes a person and tells a story."
            ),
            claims=(1, 3, 4),
        ),
    ),
    View(
        Text(_("Portraits Refined counts it in")),
        text(
            _(
                "A headshot is one kind of portrait: the close one, named after the head and "
                "shoulders it shows."
            ),
            claims=(56, 57),
        ),
    ),
    View(
        Text(_("How we use the words")),
        text(
            _(
                "To us every headshot belongs to the family of portraits. On our price list "
                "“Headshot” is the close picture for profile, work and casting, and “Portrait” is "
                "every other kind. Use either word; we go by what the picture is for."
            ),
            claims=(1, 56),
            source="T1",
        ),
    ),
)
