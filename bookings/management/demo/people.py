"""The demo studio's clients: who they are and how they answered. All of them are invented."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Sitter:
    """One client of the demo: a name, the answers, and what they add to the package."""

    name: str
    answers: dict[str, Any]
    add_ons: tuple[str, ...] = ()
    note: str = ""
    phone: str = ""
    package: str = ""
    override_reason: str = ""

    @property
    def email(self) -> str:
        """An address that reaches nobody."""
        local = self.name.lower().replace(" ", ".").replace("'", "")
        return f"{local.encode('ascii', 'ignore').decode()}@clients.example"


@dataclass(frozen=True, slots=True)
class Visit:
    """A booking of the demo: who, how many days from now, and what became of it.

    `outcome` is a state of the booking; `place` is the slug of where.
    """

    sitter: Sitter
    days: int
    outcome: str = "confirmed"
    place: str = "marlow-street"
    reason: str = field(default="")


LINKEDIN = {"uses": ["online_profile", "business_card"], "occasion": "work", "background": "plain"}
ABOUT = {"uses": ["about_page"], "occasion": "work", "framing": "head_shoulders"}
AVATAR = {"uses": ["social_profile"], "occasion": "personal", "mood": ["warm"]}
STAGE = {
    "uses": ["casting"],
    "casting_market": "stage_screen",
    "mood": ["intense"],
    "casting_services": ["spotlight"],
}
BOTH_MARKETS = {
    "uses": ["casting"],
    "casting_market": "both",
    "casting_services": ["spotlight", "backstage"],
}
ADVERTS = {"uses": ["casting"], "casting_market": "adverts", "mood": ["joy", "warm"]}
FAMILY = {
    "uses": ["wall_art"],
    "occasion": "personal",
    "people_in_frame": 5,
    "people_total": 5,
    "minors": 3,
    "framing": "full",
    "mood": ["joy"],
}
NOVEL = {
    "uses": ["book_jacket"],
    "occasion": "work",
    "story": "central",
    "framing": "waist",
    "colour": "both",
}
COACH = {
    "uses": ["personal_brand", "website_banner", "social_post", "online_profile"],
    "occasion": "work",
    "story": "some",
    "mood": ["warm"],
}
KITCHEN = {
    "uses": ["editorial"],
    "occasion": "work",
    "background": "recognisable_place",
    "place": "location",
    "place_note": "Our kitchen on Capel Street, before the evening service",
    "story": "central",
}
VIOLIN = {
    "uses": ["poster"],
    "occasion": "work",
    "creative": ["props", "light"],
    "creative_note": "With the violin, please; dark green dress",
    "framing": "knees",
}
GIFT = {"uses": ["gift"], "occasion": "personal", "colour": "bw", "mood": ["intense"]}
PASSPORT = {"uses": ["identity_document"]}
BADGE = {"uses": ["id_badge"], "occasion": "work"}

SITTERS: dict[str, Sitter] = {
    sitter.name: sitter
    for sitter in (
        Sitter("Siobhán Keane", LINKEDIN, note="I start the new job on the first of the month."),
        Sitter("Tomasz Nowak", {**LINKEDIN, "glasses": "always", "clothes": "plain"}),
        Sitter("Priya Raman", {**ABOUT, "colour": "bw"}, ("black-and-white-set",)),
        Sitter("Eoin Gallagher", STAGE, ("extra-retouched",), phone="+353 85 555 0116"),
        Sitter("Lena Hoffmann", BOTH_MARKETS, ("make-up-artist",)),
        Sitter("Dara O'Neill", ADVERTS),
        Sitter("The Byrne family", FAMILY, note="The twins nap from one to two."),
        Sitter("Marguerite Duval", NOVEL, ("black-and-white-set",)),
        Sitter("Ruth Adeyemi", COACH, ("make-up-artist", "extra-look")),
        Sitter("Chef Ciarán Doyle", KITCHEN),
        Sitter("Ingrid Solheim", VIOLIN),
        Sitter("Paula Reyes", GIFT, ("black-and-white-set",)),
        Sitter("Karim Haddad", PASSPORT),
        Sitter("Nuala Fitzgerald", {**BADGE, "head_covering": True}),
        Sitter("Ben Whitaker", AVATAR),
        Sitter(
            "Harbour Legal",
            {**LINKEDIN, "people_in_frame": 1, "people_total": 5},
            note="Five of us, starting with the partners.",
        ),
        Sitter(
            "Fjord Software",
            {"uses": ["online_profile"], "occasion": "work", "people_total": 14},
            phone="+353 1 555 0177",
        ),
        Sitter(
            "Aylin Demir",
            {
                **LINKEDIN,
                "access": ["step_free", "low_stimulus"],
                "access_note": "I use a wheelchair and would like to stay in it.",
            },
        ),
        Sitter(
            "Quartet Nord",
            {"uses": ["poster"], "occasion": "work", "people_in_frame": 4, "people_total": 4},
        ),
        Sitter(
            "Grace and Michael Ward",
            {"uses": ["gift"], "occasion": "personal", "people_in_frame": 2, "people_total": 2},
        ),
        Sitter(
            "Samuel Osei",
            {**LINKEDIN, "framing": "full", "creative": ["props"], "mood": ["melancholy"]},
            package="classic-portrait",
            override_reason="I want something for the wall too, and my old headshot still works.",
        ),
        Sitter("Hannah Vogel", {**STAGE, "casting_services": ["casting_networks"]}),
        Sitter("Matteo Ricci", {**ABOUT, "glasses": "sometimes"}, ("rush",)),
        Sitter("Yuki Tanaka", {**AVATAR, "clothes": "patterned"}),
    )
}


def _visit(name: str, days: int, *rest: str, **more: str) -> Visit:
    return Visit(SITTERS[name], days, *rest, **more)


VISITS: tuple[Visit, ...] = (
    _visit("Siobhán Keane", -36, "delivered"),
    _visit("Ingrid Solheim", -35, "delivered"),
    _visit("Karim Haddad", -33, "delivered"),
    _visit("Quartet Nord", -31, "delivered"),
    _visit("Ben Whitaker", -30, "delivered"),
    _visit("Fjord Software", -28, "delivered"),
    _visit("Lena Hoffmann", -27, "delivered", "berlin-loft"),
    _visit("Dara O'Neill", -26, "delivered"),
    _visit("Grace and Michael Ward", -24, "delivered"),
    _visit("Nuala Fitzgerald", -23, "cancelled", reason="The employer takes its own pictures"),
    _visit("Marguerite Duval", -21, "delivered"),
    _visit("Matteo Ricci", -20, "delivered"),
    _visit("Yuki Tanaka", -18, "no_show"),
    _visit("Hannah Vogel", -17, "delivered", "berlin-loft"),
    _visit("Tomasz Nowak", -16, "delivered"),
    _visit("The Byrne family", -14, "completed"),
    _visit("Paula Reyes", -13, "completed"),
    _visit("Chef Ciarán Doyle", -11, "completed"),
    _visit("Ruth Adeyemi", -10, "completed"),
    _visit("Samuel Osei", -8, "completed"),
    _visit("Karim Haddad", -7, "completed"),
    _visit("Harbour Legal", -5, "completed"),
    _visit("Dara O'Neill", -4, "no_show"),
    _visit("Lena Hoffmann", -3, "completed", "berlin-loft"),
    _visit("Priya Raman", -2, "completed"),
    _visit("Aylin Demir", 2),
    _visit("Eoin Gallagher", 2),
    _visit("Ben Whitaker", 3, "released"),
    _visit("Nuala Fitzgerald", 3),
    _visit("Matteo Ricci", 4),
    _visit("Marguerite Duval", 4, "confirmed", "berlin-loft"),
    _visit("Ingrid Solheim", 5),
    _visit("Hannah Vogel", 5, "expired"),
    _visit("Yuki Tanaka", 6),
    _visit("Grace and Michael Ward", 7),
    _visit("Harbour Legal", 8, "cancelled", reason="Two partners are travelling"),
    _visit("Quartet Nord", 9),
    _visit("Tomasz Nowak", 9, "confirmed", "berlin-loft"),
    _visit("Siobhán Keane", 10),
    _visit("The Byrne family", 12),
    _visit("Fjord Software", 13),
    _visit("Paula Reyes", 14),
    _visit("Samuel Osei", 15),
    _visit("Ruth Adeyemi", 17),
    _visit("Priya Raman", 19),
    _visit("Chef Ciarán Doyle", 22),
    _visit("Lena Hoffmann", 29, "held"),
)
