"""References can be read over the telephone."""

from bookings.booking.references import ALPHABET, new_reference


def test_a_reference_has_only_characters_that_are_not_misread() -> None:
    reference = new_reference()
    assert reference.startswith("CL-")
    assert len(reference) == 9
    assert set(reference[3:]) <= set(ALPHABET)
    assert not set("01ILOS58B") & set(ALPHABET)
