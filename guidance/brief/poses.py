"""Where body, hands and camera go: by framing for portraits, chin and turn for headshots."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

FACE_TO_THE_LENS = text(
    _("Camera at eye level; shoulders turned a little, face back to the lens; try both sides"),
    source="S42c GK",
)
FACE_TO_THE_KEY = text(
    _(
        "Camera at eye level; the face a little off the lens, towards the key, and the eyes back "
        "to the lens; try both sides"
    ),
    source="B1 S17 S42c GK",
)
"""Short light has its shadow on the side that the turned face shows to the camera (B1)."""

SECOND_FACE_TO_THE_KEY = text(
    _("In the second look the face a little off the lens, towards the key, the eyes back to it"),
    claims=(65,),
    source="B1 S17 GK",
)
CHIN = text(
    _("Chin a little forward, then a touch down: show it, and they mirror you"),
    source="D5 GK",
)

_CLOSE = text(
    _("Posture shows even here: long neck, lean in from the hips, turn the head by degrees"),
    claims=(39, 53),
    source="GK",
)
_CLOSE_VIEWPOINTS = text(
    _("Viewpoints: eye level first, then a hand’s width above it, and the profile"),
    claims=(86,),
    source="GK",
)

POSES: Mapping[str, Text] = MappingProxyType(
    {
        "face": _CLOSE,
        "head_shoulders": _CLOSE,
        "waist": text(
            _("Hands are in the picture: give them something to do, fingers loose, wrists long"),
            claims=(39, 53),
            source="GK",
        ),
        "knees": text(
            _("Weight on the back foot, front knee loose; a gap between arms and body; hands busy"),
            claims=(39, 53),
            source="GK",
        ),
        "full": text(
            _("From the ground up: weight on one foot, then hips, shoulders, hands; the face last"),
            claims=(39, 53),
            source="GK",
        ),
    }
)
"""Body language by framing."""

VIEWPOINTS: Mapping[str, Text] = MappingProxyType(
    {
        "face": _CLOSE_VIEWPOINTS,
        "head_shoulders": _CLOSE_VIEWPOINTS,
        "waist": text(
            _("Viewpoints: eye level first, then the side, then chest height, past a shoulder"),
            claims=(86,),
            source="GK",
        ),
        "knees": text(
            _("Viewpoints: from chest height first, then lower, then through something near"),
            claims=(86,),
            source="GK",
        ),
        "full": text(
            _("Viewpoints: lens at hip height, which keeps the figure in scale; then from above"),
            claims=(86,),
            source="GK",
        ),
    }
)
"""From where else to look, by framing."""

_FROM_THE_EYES = text(
    _("Viewpoints: eye level first, then a little above it; from lower down watch the glasses"),
    claims=(54, 86),
    source="B4 GK",
)
GLASSES_VIEWPOINTS: Mapping[str, Text] = MappingProxyType(
    {"knees": _FROM_THE_EYES, "full": _FROM_THE_EYES}
)
"""Where the lens would else stand lower than the eyes."""

WISHES: Mapping[str, Text] = MappingProxyType(
    {
        "pose": text(_("Expressive poses are wanted: start from a movement"), claims=(39,)),
        "props": text(_("Props are wanted: hands first, then the object, then both"), claims=(42,)),
        "attire": text(
            _("The clothes say something here: show them whole at least once"), claims=(41,)
        ),
        "viewpoint": text(
            _(
                "Unusual viewpoints are wanted: from the floor, from above, through something "
                "near, in a mirror"
            ),
            claims=(86,),
        ),
    }
)
"""What a portrait does about a wish."""

HEADSHOT_WISHES: Mapping[str, Text] = MappingProxyType(
    {
        "pose": text(
            _("Poses were wished for: vary the turn and the tilt of the head instead"),
            claims=(22, 39),
        ),
        "attire": text(
            _("Clothes that say something were wished for: look at them beside the plain ones"),
            claims=(41, 89, 90),
        ),
    }
)
"""What a headshot can do about a wish."""
