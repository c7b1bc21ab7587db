"""The packages as clients browse them: by kind, each kind in a sentence of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bookings.catalogue.models import Package
from guidance.texts import Text, gettext_noop, text
from guidance.vocabulary import Kind

HEADINGS: Mapping[Kind, Text] = MappingProxyType(
    {
        Kind.HEADSHOT: text(gettext_noop("Headshots"), claims=(56, 57)),
        Kind.PORTRAIT: text(gettext_noop("Portraits"), claims=(48, 49)),
        Kind.DOCUMENT: text(gettext_noop("Document photos"), claims=(11,)),
    }
)
SENTENCES: Mapping[Kind, Text] = MappingProxyType(
    {
        Kind.HEADSHOT: text(
            gettext_noop(
                "Your face, clearly: head and shoulders, for profiles, cards, badges and casting."
            ),
            claims=(5, 7, 8, 9, 22, 23, 61),
        ),
        Kind.PORTRAIT: text(
            gettext_noop(
                "More of you, and of what you do: for walls, books, features and campaigns, "
                "alone or together."
            ),
            claims=(12, 13, 14, 15, 18, 21, 25),
        ),
        Kind.DOCUMENT: text(
            gettext_noop("For a passport, visa or licence: measured by its rules, not retouched."),
            claims=(11,),
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The packages of one kind; `more` counts those that are not shown."""

    kind: Kind
    heading: Text
    sentence: Text
    packages: list[Package]
    more: int


def shelves(packages: Iterable[Package], at_most: int | None = None) -> list[Shelf]:
    """`packages` by kind, in the vocabulary's order; a kind without packages has no shelf."""
    all_packages = list(packages)
    by_kind = {kind: [one for one in all_packages if one.kind == kind] for kind in Kind}
    return [
        Shelf(
            kind,
            HEADINGS[kind],
            SENTENCES[kind],
            found[:at_most],
            len(found[at_most:]) if at_most else 0,
        )
        for kind, found in by_kind.items()
        if found
    ]
