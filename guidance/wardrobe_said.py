"""What the client said they would wear, quoted back, with advice that fits it (T12).

The words themselves are never read: what fits follows from the choice beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guidance.answers import Answers
from guidance.routing import Recommendation
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _
from guidance.wardrobe_lines import Advice

LONGEST_QUOTE = 160
"""Letters of the client's own words that are quoted back."""


def what_you_said(answers: Answers, recommendation: Recommendation) -> Advice | None:
    """The client's own choice and words with what we make of them; None where nothing was said."""
    if answers.clothes is None and not answers.clothes_note:
        return None
    fitting = _FITTING[_purpose(recommendation)]
    return Advice("your-clothes", _said(answers), fitting[str(answers.clothes or _OWN_WORDS)])


def _said(answers: Answers) -> Text:
    if answers.clothes_note:
        return text(_("You said: “{note}”"), source="D1 T12", note=_quoted(answers.clothes_note))
    return _CHOSEN[str(answers.clothes)]


def _quoted(note: str) -> str:
    """The note on one line, cut after a whole word where it is long."""
    words = " ".join(note.split())
    if len(words) <= LONGEST_QUOTE:
        return words
    cut = words[: LONGEST_QUOTE - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _purpose(recommendation: Recommendation) -> str:
    """Which row fits; while the kind is open, the careful one of headshots."""
    if recommendation.kind == "document":
        return "document"
    if recommendation.style == "fashion":
        return "fashion"
    if recommendation.format == "group":
        return "group"
    return "portrait" if recommendation.kind == "portrait" else "headshot"


_OWN_WORDS = "own words"
_CHOSEN: Mapping[str, Text] = MappingProxyType(
    {
        "plain": text(_("You said: plain colours"), claims=(89,)),
        "patterned": text(_("You said: patterns or prints"), claims=(91,)),
        "undecided": text(_("You have not decided yet, and there is no hurry"), source="D1"),
    }
)
_DARKER = text(_("A plain top, darker than a light wall, is all it takes"), source="C3")
_GIVEN = text(
    _("Here the clothes are the picture: bring them with all that belongs to them"),
    claims=(78,),
    source="T4",
)
_FITTING: Mapping[str, Mapping[str, Text]] = MappingProxyType(
    {
        "document": {
            "plain": _DARKER,
            "patterned": text(
                _("For this picture bring a plain top, darker than a light wall"), source="C3"
            ),
            "undecided": _DARKER,
            _OWN_WORDS: _DARKER,
        },
        "fashion": dict.fromkeys(("plain", "patterned", "undecided", _OWN_WORDS), _GIVEN),
        "group": {
            "plain": text(
                _("Plain pieces go together easily: lay them out side by side"), source="D4"
            ),
            "patterned": text(
                _("One person in a small pattern is fine; then the others wear plain colours"),
                source="D4",
            ),
            "undecided": text(
                _("Begin with a piece that somebody loves, and take the colours from it"),
                source="D4 S47b",
            ),
            _OWN_WORDS: text(_("Choose what the others wear to go with it"), source="D4"),
        },
        "portrait": {
            "plain": text(
                _("Good: plain colours leave the picture to you and to what you do"),
                claims=(41, 90),
                source="T12",
            ),
            "patterned": text(
                _("In a portrait a pattern may speak; keep the rest calm, and the pattern bold"),
                claims=(41,),
                source="T12 D1",
            ),
            "undecided": text(
                _("Think of what the picture should tell about you, and bring two ideas"),
                claims=(41,),
                source="T12",
            ),
            _OWN_WORDS: text(
                _("Bring it: clothes may tell their part in a portrait"), claims=(41,), source="T12"
            ),
        },
        "headshot": {
            "plain": text(
                _("That is right for it: attention stays with your face"), claims=(89, 90)
            ),
            "patterned": text(
                _("Bring it, and a plain piece too: we look at both on the screen, you choose"),
                claims=(89, 91),
                source="T12",
            ),
            "undecided": text(
                _("Bring what you like wearing, plain where you can; we choose together"),
                claims=(89,),
                source="D1",
            ),
            _OWN_WORDS: text(
                _("Bring it, and a plain piece too: in a headshot plain works best"),
                claims=(89, 90),
                source="T12",
            ),
        },
    }
)
"""What to say to each choice, by what the picture is."""
