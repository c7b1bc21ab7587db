"""Sentences as values."""

import json

import pytest

from guidance.texts import Quantity, Text, Unit, english_quantity, from_json, render, text

NESTED = text(
    "{who} stands {distance} away: {what}.",
    claims=(22, 61),
    source="framing",
    who=Text("The client"),
    distance=Quantity(1.275, Unit.METRE, 2),
    what=(Text("close"), Text("but not too close")),
)


def test_a_sentence_is_rendered_with_its_parameters() -> None:
    assert render(NESTED) == "The client stands 1.27 m away: close; but not too close."


def test_a_sentence_without_parameters_may_have_braces() -> None:
    assert render(Text("Use {braces} freely")) == "Use {braces} freely"


def test_the_clients_own_words_are_neither_translated_nor_read_as_fields() -> None:
    said = text("You wrote: {words}", words="{who} {0} %s")
    shown = render(said, translate=lambda message: message.replace("You wrote", "Sie schrieben"))
    assert shown == "Sie schrieben: {who} {0} %s"


def test_messages_are_translated_and_quantities_written_for_the_reader() -> None:
    german = {"{who} stands {distance} away: {what}.": "{who}, {distance}: {what}."}
    shown = render(
        NESTED,
        translate=lambda message: german.get(message, message),
        format_quantity=lambda quantity: english_quantity(quantity).replace(".", ","),
    )
    assert shown == "The client, 1,27 m: close; but not too close."


def test_a_sentence_is_kept_as_json_and_read_back() -> None:
    assert from_json(json.loads(json.dumps(NESTED.as_json()))) == NESTED


@pytest.mark.parametrize(
    ("quantity", "shown"),
    [
        (Quantity(12, Unit.COUNT), "12"),
        (Quantity(85, Unit.MILLIMETRE), "85 mm"),
        (Quantity(1.5, Unit.METRE, 1), "1.5 m"),
        (Quantity(5.6, Unit.F_NUMBER, 1), "f/5.6"),
        (Quantity(2, Unit.STOP), "2 stops"),
        (Quantity(1, Unit.STOP), "1 stop"),
        (Quantity(0.5, Unit.STOP, 1), "0.5 stops"),
        (Quantity(30, Unit.DEGREE), "30°"),
        (Quantity(60, Unit.PERCENT), "60 %"),
        (Quantity(45, Unit.MINUTE), "45 min"),
        (Quantity(125, Unit.SECOND_FRACTION), "1/125 s"),
        (Quantity(2400, Unit.PIXEL), "2400 px"),
    ],
)
def test_quantities_in_english(quantity: Quantity, shown: str) -> None:
    assert english_quantity(quantity) == shown


def test_every_unit_can_be_written() -> None:
    assert [english_quantity(Quantity(1, unit)) for unit in Unit] == [
        "1",
        "1 mm",
        "1 m",
        "f/1",
        "1 stop",
        "1°",
        "1 %",
        "1 min",
        "1/1 s",
        "1 px",
    ]


def test_a_claim_is_named_once() -> None:
    assert text("Said", claims=(8, 20, 20, 2)).claims == (8, 20, 2)
