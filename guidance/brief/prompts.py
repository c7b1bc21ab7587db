"""What the photographer can say to the sitter, by style and by mood, in words to be spoken.

Kind to everybody: nothing about bodies, nothing that only one age or ability could do.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

Prompts = tuple[Text, ...]

_COMMERCIAL: Prompts = (
    text(_("“Who made you laugh last? Tell me how”")),
    text(_("“Say yes to the best news of the week”")),
    text(_("“Let the laugh go, and look here while it goes”")),
)
_THEATRICAL: Prompts = (
    text(_("“One line that you know by heart; now keep quiet and think it”")),
    text(_("“You know something that I don’t. Don’t tell me”")),
    text(_("“Somebody has just gone out by that door: look at me after that”")),
)

BY_STYLE: Mapping[str, Prompts] = MappingProxyType(
    {
        "document": (
            text(_("“Head upright, and look straight into the lens, please”")),
            text(_("“Mouth closed, both eyes open, and no smile this once”")),
            text(_("“Shoulders level, and keep still: that is all”")),
        ),
        "id_badge": (
            text(_("“Look into the lens as you would at somebody at the door”")),
            text(_("“Lips together, and breathe out”")),
        ),
        "corporate": (
            text(_("“A colleague you like comes in: look up at them”")),
            text(_("“Think of the first thing that you say to a new client”")),
            text(_("“Now without the smile, as if you were listening”")),
        ),
        "personal": (
            text(_("“Look at me as at a friend across the table”")),
            text(_("“What was good about last weekend? Tell me, then look here”")),
            text(_("“Eyes closed, breathe out, and open them into the lens”")),
        ),
        "commercial": _COMMERCIAL,
        "theatrical": _THEATRICAL,
        "classic": (
            text(_("“Look towards the light and, when you feel like it, at me”")),
            text(_("“Which picture of you do you like? What was going on?”")),
            text(_("“Breathe out, and let your face do as it likes”")),
        ),
        "author": (
            text(_("“How does the book begin? Say it without a voice”")),
            text(_("“Look past me, at the page that gave you most trouble”")),
            text(_("“Now at me: it is finished”")),
        ),
        "editorial": (
            text(_("“Show me how you begin when nobody is watching”")),
            text(_("“Stop there and look up, as if I had asked you something”")),
            text(_("“What do people get wrong about it? Only think the answer”")),
        ),
        "lifestyle": (
            text(_("“Forget me, and do it once more from the beginning”")),
            text(_("“Look where you would go next”")),
        ),
        "fashion": (
            text(_("“The floor is yours”")),
            text(_("“Turn away; now back over the shoulder, slowly”")),
            text(_("“Show me the cloth: one hand, no hurry”")),
        ),
        "performance": (
            text(_("“The moment before it begins: breathe in, and wait”")),
            text(_("“Now the moment after the last note or word”")),
            text(_("“Play it for me, without a sound”")),
        ),
        "brand": (
            text(_("“Explain to me what you do, as to somebody who needs it”")),
            text(_("“What do clients thank you for? Think of one of them”")),
            text(_("“Laugh if you like; I start again in a second”")),
        ),
    }
)
"""Two to four by style; two looks take those of their two registers."""

TWO_LOOKS = (_COMMERCIAL, _THEATRICAL)

TOGETHER_QUIETLY: Prompts = (
    text(_("“Everybody closer, until the shoulders nearly meet”")),
    text(_("“Look at the person beside you; now at me”")),
    text(_("“Eyes closed, all of you, and open them on three”")),
)
TOGETHER: Prompts = (
    *TOGETHER_QUIETLY,
    text(_("“One for fun: as you are when nobody photographs you”")),
)
"""For several people in one frame, without and with a reason to laugh."""

BY_MOOD: Mapping[str, Prompts] = MappingProxyType(
    {
        "professional": (
            text(_("“It went well, and you knew it would”")),
            text(_("“Look as if it were your turn to speak”")),
        ),
        "warm": (
            text(_("“Somebody you like has just come in”")),
            text(_("“Smile with the eyes first; the mouth may follow”")),
        ),
        "joy": (
            text(_("“Who laughs loudest at your table? Be them for a second”")),
            text(_("“Shake it all out, then look up”")),
        ),
        "contentment": (
            text(_("“A long breath out; stay there”")),
            text(_("“Close your eyes; open them when you want to”")),
        ),
        "excitement": (
            text(_("“On three, look round as if the doors had just opened”")),
            text(_("“Again, and bigger: this one is only for us”")),
        ),
        "melancholy": (
            text(_("“Look out there, farther than this room goes”")),
            text(_("“No need to talk; I can wait”")),
        ),
        "grief": (
            text(_("“We have time, and nothing has to come of it”")),
            text(_("“Think of them, or of nothing; both are right”")),
            text(_("“Say stop, and we stop”")),
        ),
        "intense": (
            text(_("“Hold my eyes, as long as you can”")),
            text(_("“One thought, and don’t give it away”")),
        ),
    }
)
"""Two to four by mood."""
