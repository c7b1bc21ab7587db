"""What people ask before they start, answered from the knowledge."""

from dataclasses import dataclass

from guidance.texts import Text, gettext_noop, text


@dataclass(frozen=True, slots=True)
class CommonQuestion:
    """A question as clients put it, and the answer with the claims it stands on."""

    question: Text
    answer: Text


COMMON_QUESTIONS = (
    CommonQuestion(
        Text(gettext_noop("Headshot or portrait: what is the difference?")),
        text(
            gettext_noop(
                "What the picture is for. A headshot shows your face clearly, head and shoulders, "
                "for work: a profile, a card, a badge, an audition. A portrait tells more: it may "
                "show more of you, other people, a place and a mood. Some call a headshot one "
                "kind of portrait, others keep the two apart; either way you needn't decide. Tell "
                "us the use and we recommend."
            ),
            claims=(1, 2, 3, 18, 22, 45, 46, 56, 57),
        ),
    ),
    CommonQuestion(
        Text(gettext_noop("What should I wear?")),
        text(
            gettext_noop(
                "For a headshot, plain colours: attention belongs on your face, and a busy "
                "pattern takes it away. For a portrait, clothes may say something about you. "
                "Once you have booked you get a list made for your session, with the reasons."
            ),
            claims=(41, 89, 90, 91),
        ),
    ),
    CommonQuestion(
        Text(gettext_noop("Colour, or black and white?")),
        text(
            gettext_noop(
                "Colour is today's standard for headshots, so you always get your pictures in "
                "colour. Black and white can add drama, but can also look dated. You can have "
                "both."
            ),
            claims=(79, 80, 81, 82),
        ),
    ),
    CommonQuestion(
        Text(gettext_noop("Do I have to smile?")),
        text(
            gettext_noop(
                "Only where it is true. A work headshot looks confident and approachable; an "
                "actor's may be intense; a picture for a feature or for yourself may carry any "
                "feeling. A passport has its own rule: a neutral face."
            ),
            claims=(28, 30, 66, 70, 73),
        ),
    ),
    CommonQuestion(
        Text(gettext_noop("There are several of us. Together, or one by one?")),
        text(
            gettext_noop(
                "Both work. One by one, each of you gets a headshot in the same light. All in "
                "one picture, it is a group portrait. We ask for both numbers."
            ),
            claims=(20, 21, 48),
        ),
    ),
    CommonQuestion(
        Text(gettext_noop("I wear glasses. Is that a problem?")),
        text(
            gettext_noop(
                "No. Wear them if you usually do. Tell us, and the photographer sets the lamps "
                "so that the lenses mirror none of them."
            ),
            claims=(54,),
        ),
    ),
)
