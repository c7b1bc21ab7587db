"""What to wear for each style of picture, each with its reason (D1)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guidance.texts import gettext_noop as _
from guidance.texts import text
from guidance.wardrobe_lines import Advice

BY_STYLE: Mapping[str, Advice] = MappingProxyType(
    {
        "id_badge": Advice(
            "badge",
            text(_("What you wear at work on an ordinary day"), claims=(8,), source="D1"),
            text(_("People should recognise you by it at the door"), claims=(62,)),
        ),
        "corporate": Advice(
            "corporate",
            text(
                _("What you would wear to meet your best client; company colours as an accent"),
                claims=(4, 28),
                source="D1",
            ),
            text(_("It represents you professionally wherever it is used"), claims=(46,)),
        ),
        "commercial": Advice(
            "commercial",
            text(
                _("Lighter, warmer or stronger plain colours, neat as on a good day"),
                claims=(71,),
                source="D1 S19a S19b",
            ),
            text(_("They should look lively and bright"), claims=(71, 72)),
        ),
        "theatrical": Advice(
            "theatrical",
            text(
                _("Darker, muted tones with texture: a person, not a costume"),
                claims=(65,),
                source="D1 S19b S19c",
            ),
            text(_("The feeling in your face should carry the picture"), claims=(66,)),
        ),
        "two_looks": Advice(
            "two-looks",
            text(
                _("One light or colourful outfit and one darker, muted one with texture"),
                claims=(63,),
                source="D1 S19a S19c",
            ),
            text(_("Each casting market looks for something else"), claims=(64, 67)),
        ),
        "personal": Advice(
            "personal",
            text(_("What your friends would recognise you in"), claims=(74,), source="D1"),
            text(_("It should look like you on a good day"), claims=(62, 74)),
        ),
        "fashion": Advice(
            "fashion",
            text(
                _("The pieces to be shown, with everything that belongs under them"), claims=(78,)
            ),
            text(
                _("Here the clothes are what the viewer should look at"), claims=(78,), source="T4"
            ),
        ),
        "performance": Advice(
            "performance",
            text(
                _("What you perform in, and your instrument or one thing of your art"), claims=(42,)
            ),
            text(_("The poster should look like the evening"), claims=(41, 42)),
        ),
        "lifestyle": Advice(
            "lifestyle",
            text(_("Clothes you can really move in, as you would on such a day"), claims=(14, 41)),
            text(_("The picture is about a way of living, so it should look lived"), claims=(14,)),
        ),
        "brand": Advice(
            "brand",
            text(
                _("Two outfits: one for the profile, one for what you do"),
                claims=(60, 78),
                source="T5",
            ),
            text(
                _("Profile, website and posts ask for different pictures of you"), claims=(60, 78)
            ),
        ),
    }
)
"""Styles without a row wear what their kind says."""
