"""What clients ask about headshots and portraits; each answer rests on an article or a rule."""

from __future__ import annotations

from dataclasses import dataclass

from guidance.texts import Text, text
from guidance.texts import gettext_noop as _


@dataclass(frozen=True, slots=True)
class GuideQuestion:
    """A question as clients put it, and its answer, a paragraph for each text."""

    slug: str
    question: Text
    answer: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions under one heading."""

    heading: Text
    questions: tuple[GuideQuestion, ...]


APERTURE = "aperture"
"""The question whose answer has a table, :data:`guidance.guide.curious.APERTURES`."""

_FOR_A_USE = (
    GuideQuestion(
        "social-media",
        Text(_("It is for social media. Which one?")),
        (
            text(
                _(
                    "The small picture beside your name is a headshot. What you post, and the "
                    "cover above it, is a portrait. The explainer lists both, so we ask which."
                ),
                claims=(9, 10, 17),
                source="T3",
            ),
        ),
    ),
    GuideQuestion(
        "advert",
        Text(_("It is for an advert. Which one?")),
        (
            text(
                _(
                    "Ask what people should look at. Your face, because you are what is offered: a "
                    "commercial headshot. What you wear, what you do or where you are: a portrait, "
                    "full-body for fashion."
                ),
                claims=(6, 14, 67, 78),
                source="T4",
            ),
        ),
    ),
    GuideQuestion(
        "personal-brand",
        Text(_("It is for my personal brand. Which one?")),
        (
            text(
                _(
                    "Portraits Refined names a headshot in one place and a full-body portrait in "
                    "another. Mostly you need both: the headshot for profile and “about” page, "
                    "portraits for banners and posts. One session can hold the two; where it has "
                    "to be one, its main use decides."
                ),
                claims=(60, 78),
                source="T5",
            ),
        ),
    ),
    GuideQuestion(
        "website",
        Text(_("It is for my website. Which one?")),
        (
            text(
                _(
                    "On an “about” page, beside your name, it is a headshot. In a blog post, where "
                    "it illustrates a story, it is a portrait."
                ),
                claims=(16, 59),
                source="T18",
            ),
        ),
    ),
    GuideQuestion(
        "book-jacket",
        Text(_("I wrote a book. What goes on the jacket?")),
        (
            text(
                _(
                    "A portrait of you as its author, from head and shoulders to the waist. As you "
                    "will need a profile picture too, we crop a headshot from it."
                ),
                claims=(15, 58),
                source="T17",
            ),
        ),
    ),
    GuideQuestion(
        "press",
        Text(_("A newspaper writes about my work. Headshot or portrait?")),
        (
            text(
                _(
                    "A portrait: an article tells a story, and that outranks its being about work. "
                    "We crop a headshot from it for the small picture beside a name."
                ),
                claims=(13, 93),
                source="T19",
            ),
        ),
    ),
    GuideQuestion(
        "passport",
        Text(_("Is a passport photo a headshot?")),
        (
            text(
                _(
                    "By its frame, yes: the explainer lists badges and other identification under "
                    "headshots. On a badge you may look friendly. A passport, visa or licence has "
                    "rules that outrank taste: a neutral face, measured, not retouched."
                ),
                claims=(8, 11, 73),
                source="T15 C3 S38a",
            ),
        ),
    ),
    GuideQuestion(
        "private",
        Text(_("It is only for me. Which one?")),
        (
            text(
                _(
                    "Whichever kind of portrait appeals to you. A profile picture is a headshot, "
                    "though, also a private one."
                ),
                claims=(10, 94),
                source="T14",
            ),
        ),
    ),
    GuideQuestion(
        "team",
        Text(_("We are a team. One by one, or together?")),
        (
            text(
                _(
                    "One by one, each of you gets a headshot, all in the same light. Together in "
                    "one picture you are a group portrait. We ask how many come and how many share "
                    "a picture."
                ),
                claims=(20, 21, 48),
                source="T13",
            ),
        ),
    ),
)

_LOOK = (
    GuideQuestion(
        "personality",
        Text(_("Does a headshot show personality?")),
        (
            text(
                _(
                    "Yes. The explainer says that a portrait tells more, Portraits Refined that "
                    "personality makes a headshot’s strong first impression. Both hold: a headshot "
                    "has your expression alone to speak with; a portrait aims at personality, and "
                    "has body language, light and background as well."
                ),
                claims=(18, 51, 53, 74),
                source="T6",
            ),
        ),
    ),
    GuideQuestion(
        "emotion",
        Text(_("Should there be feeling in it?")),
        (
            text(
                _(
                    "The explainer wants no strong feelings in a headshot; Portraits Refined wants "
                    "real emotion in an actor’s and happiness in a commercial one. So the use "
                    "decides: calm on a badge, confident and approachable at work, happy in an "
                    "advert, anything true on stage."
                ),
                claims=(29, 66, 70, 73),
                source="T2",
            ),
            text(
                _("A portrait may carry any feeling. It needs no strong one."),
                claims=(30, 52),
                source="T22",
            ),
        ),
    ),
    GuideQuestion(
        "head-and-shoulders",
        Text(_("Is head and shoulders always a headshot?")),
        (
            text(
                _(
                    "No. Most headshots are framed so, but portraits can be too. For your wall it "
                    "is a close-up portrait; for a profile, a headshot."
                ),
                claims=(9, 12, 23, 25, 49),
                source="T7",
            ),
        ),
    ),
    GuideQuestion(
        "place",
        Text(_("In the studio, or outdoors?")),
        (
            text(
                _(
                    "A portrait can be made in either, and the place may belong to its story. A "
                    "headshot can be made outdoors too, as long as what is behind you reads as "
                    "simple."
                ),
                claims=(35, 50, 77),
                source="T9",
            ),
        ),
    ),
    GuideQuestion(
        "colour",
        Text(_("Colour, or black and white?")),
        (
            text(
                _(
                    "Colour is today’s standard for headshots, so you always get it. Black and "
                    "white can add drama and the look of art; it can also look dated. You can have "
                    "both. For work, black and white is never the only version."
                ),
                claims=(79, 80, 81, 82),
                source="T10",
            ),
        ),
    ),
    GuideQuestion(
        "ideas",
        Text(_("Can I bring ideas of my own?")),
        (
            text(
                _(
                    "Please do. For a portrait let your imagination run: other viewpoints, play "
                    "with light, unusual light even, a prop that is yours. In a headshot likeness "
                    "comes first."
                ),
                claims=(37, 42, 55, 62, 85, 86, 87),
            ),
        ),
    ),
)

_SESSION = (
    GuideQuestion(
        "clothes",
        Text(_("What should I wear?")),
        (
            text(
                _(
                    "For a headshot, plain colours: attention belongs on your face, and a busy "
                    "pattern takes it away. Fine stripes and checks can also shimmer in the "
                    "picture."
                ),
                claims=(89, 90, 91),
                source="D1 S43a",
            ),
            text(
                _("For a portrait, clothes are one of the means; choose what serves the picture."),
                claims=(41,),
                source="T12",
            ),
        ),
    ),
    GuideQuestion(
        "glasses",
        Text(_("I wear glasses. What about reflections?")),
        (
            text(
                _(
                    "If you wear them every day, keep them on: a headshot shows what you really "
                    "look like. Glare is a known problem with known remedies, and it is ours to "
                    "solve: we place the lamps so that the lenses mirror none."
                ),
                claims=(54, 62),
                source="B4 S20b",
            ),
        ),
    ),
    GuideQuestion(
        "catchlight",
        Text(_("Why do you look for light in the eyes?")),
        (
            text(
                _(
                    "A small reflection of the lamp makes eyes look awake. Portraits Refined asks "
                    "for it in portraits; we check it in every picture."
                ),
                claims=(88,),
                source="T11 B1 S18c",
            ),
        ),
    ),
    GuideQuestion(
        APERTURE,
        Text(_("Which aperture do you use? (For the curious)")),
        (
            text(
                _(
                    "A low f-number is a wide aperture: little is sharp, and you stand out from "
                    "what is behind you. Where the background matters, a higher f-number keeps it "
                    "in focus."
                ),
                claims=(83, 84),
                source="T16",
            ),
            text(
                _(
                    "A headshot should show you in detail, so we open the aperture only as far as "
                    "it still holds your face. You stand out by distance from the background."
                ),
                claims=(62,),
                source="T16 A4",
            ),
        ),
    ),
)

QUESTION_GROUPS = (
    QuestionGroup(Text(_("Which one for my use?")), _FOR_A_USE),
    QuestionGroup(Text(_("How will it look?")), _LOOK),
    QuestionGroup(Text(_("And at the session?")), _SESSION),
)
QUESTIONS = tuple(one for group in QUESTION_GROUPS for one in group.questions)
