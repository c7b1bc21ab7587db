"""The two articles as the guide names them, and what stands behind some of its sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guidance import claims_on_differences, claims_on_purpose
from guidance.claims import CLAIMS, Claim
from guidance.sources import SOURCES, Source, resolve
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Article:
    """An article: the name the guide gives it, and what it is."""

    file: str
    name: Text
    about: Text


ARTICLES = (
    Article(
        claims_on_differences.FILE,
        Text(_("the explainer")),
        text(
            _(
                "An explainer that nobody signed. It contrasts headshots and portraits by the "
                "number of people, framing, atmosphere, setting and room for ideas."
            ),
            claims=(19,),
        ),
    ),
    Article(
        claims_on_purpose.FILE,
        Text(_("Portraits Refined")),
        text(
            _(
                "An article signed by David Em, who founded Portraits Refined, photographs "
                "portraits and teaches others. The site gives portrait tips, reviews gear and "
                "advises businesses; it says that it may earn when readers buy through its links."
            ),
            claims=(44, 96, 97),
        ),
    ),
)

ABOUT = text(
    _(
        "Where the two articles disagree, the studio has a rule for which holds when. Numbers come "
        "from tables that we keep with their own sources."
    ),
    source="T1 T2",
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What an article says, in our words."""

    article: Article
    claim: Claim


@dataclass(frozen=True, slots=True)
class OwnSource:
    """A table, a rule or a page that the studio works by; `kind` says which."""

    kind: Text
    source: Source


@dataclass(frozen=True, slots=True)
class Cited:
    """What stands behind some sentences: names to show at once, statements and sources to open."""

    names: tuple[Text, ...]
    statements: tuple[Statement, ...]
    sources: tuple[OwnSource, ...]


def cited_by(lines: Iterable[Text]) -> Cited:
    """The claims and the sources of `lines`, each once, by number and by id."""
    told = tuple(lines)
    numbers = sorted({number for line in told for number in line.claims})
    ids = {source.id for line in told for source in resolve(line.source)}
    statements = tuple(_statement(CLAIMS[number]) for number in numbers)
    sources = tuple(_own(SOURCES[one]) for one in SOURCES if one in ids)
    names = dict.fromkeys([one.article.name for one in statements] + [one.kind for one in sources])
    return Cited(tuple(names), statements, sources)


def _statement(claim: Claim) -> Statement:
    return Statement(next(one for one in ARTICLES if one.file == claim.source_file), claim)


def _own(source: Source) -> OwnSource:
    if source.url:
        return OwnSource(Text(_("further reading")), source)
    rule_or_table = _("our rule") if source.id.startswith("T") else _("our tables")
    return OwnSource(Text(rule_or_table), source)
