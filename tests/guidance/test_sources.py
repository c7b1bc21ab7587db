"""Whatever the knowledge cites can be looked up, and nothing stands in the list unused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import guidance
from guidance.claims import CLAIMS
from guidance.sources import SOURCES, resolve

MODULES = sorted(Path(guidance.__path__[0]).rglob("*.py"))
CITED = {
    source_id
    for module in MODULES
    for cited in re.findall(r'source="([^"]*)"', module.read_text(encoding="utf-8"))
    for source_id in cited.split()
}


def test_every_source_cited_resolves() -> None:
    assert CITED - set(SOURCES) == set()


def test_every_page_listed_is_used() -> None:
    words = {
        word
        for module in MODULES
        if module.name != "sources.py"
        for word in re.findall(r"\bS\d+\w?\b", module.read_text(encoding="utf-8"))
    }
    assert {source_id for source_id, source in SOURCES.items() if source.url} - words == set()


def test_a_page_has_an_address_and_a_table_has_none() -> None:
    pages = {source_id for source_id in SOURCES if source_id.startswith("S")}
    with_address = {source_id for source_id, source in SOURCES.items() if source.url}
    assert with_address == pages
    assert all(SOURCES[page].url.startswith("http") for page in pages)


def test_every_claim_cited_exists() -> None:
    cited = {
        int(number)
        for module in MODULES
        for claims in re.findall(r"claims=\(([\d, ]*)\)", module.read_text(encoding="utf-8"))
        for number in claims.replace(",", " ").split()
    }
    assert cited - set(CLAIMS) == set()


def test_sources_resolve_in_their_order() -> None:
    assert [source.id for source in resolve("B2 S17")] == ["B2", "S17"]
    with pytest.raises(KeyError):
        resolve("B2 S999")
