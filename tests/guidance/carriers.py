"""Where each claim stands in what the knowledge really produces: claim, place, sentence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from guidance import guide
from guidance.preparation import timeline
from guidance.questions import QUESTIONS
from guidance.texts import Text
from guidance.wardrobe import advise
from tests.guidance.contradictions import Worked, work_out

Carriers = Mapping[int, Mapping[str, set[str]]]
Said = tuple[str, Text | None]


def carriers(shoots: Iterable[dict[str, Any]]) -> Carriers:
    """For each claim the places that carry it, each with its sentences.

    Places are `reason`, `conflict`, `brief: <section>`, `wardrobe`, `preparation`,
    `question: <number>` and `guide`.
    """
    carried: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for question in QUESTIONS:
        for claim in question.claims:
            carried[claim][f"question: {question.number}"].add(question.title.message)
    for text in guide.texts():
        for claim, sentence in _claimed(text):
            carried[claim]["guide"].add(sentence)
    for asked in shoots:
        for place, said in _said(work_out(asked)):
            for claim, sentence in _claimed(said):
                carried[claim][place].add(sentence)
    return {claim: dict(places) for claim, places in carried.items()}


def _said(worked: Worked) -> Iterator[Said]:
    """Every sentence of one session with its place."""
    found, brief = worked.recommendation, worked.brief
    yield from (("reason", reason.text) for reason in found.reasons)
    yield from (("conflict", conflict.text) for conflict in found.conflicts)
    for part in brief.parts:
        for line in part.lines:
            yield from ((f"brief: {part.slug}", said) for said in (line.text, line.why))
    yield from (("brief: aperture", brief.aperture.reason), ("brief: light", brief.light.reason))
    for group in advise(worked.answers, found):
        for advice in group.advice:
            yield from (("wardrobe", advice.line), ("wardrobe", advice.why))
    for step in timeline(worked.answers, found):
        yield from (("preparation", step.text), ("preparation", step.why))


def _claimed(said: object) -> Iterator[tuple[int, str]]:
    """The claims of a sentence and of the sentences in it."""
    if isinstance(said, Text):
        yield from ((claim, said.message) for claim in said.claims)
        for _name, parameter in said.parameters:
            yield from _claimed(parameter)
    elif isinstance(said, tuple):
        for part in said:
            yield from _claimed(part)
