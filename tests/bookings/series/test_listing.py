"""A pasted list is read line by line, and every fault is told at once."""

from hypothesis import given
from hypothesis import strategies as st

from bookings.series.listing import Person, read


def faults(listed: str) -> list[tuple[int, str]]:
    return [(fault.number, fault.message) for fault in read(listed)[1]]


def test_the_usual_ways_to_write_a_list() -> None:
    people, wrong = read(
        "\ufeffName;E-Mail\n"
        "Ada Lovelace; ada@example.com\n"
        "Ben Okafor <ben@example.com>\n"
        '"Demir, Cem", cem@example.com\n'
        "Dev\tdev@example.com\n"
        "Bob Birch bob@example.com\n"
        "\n"
        "Eve\n"
        ";;\n"
    )

    assert wrong == []
    assert people == [
        Person("Ada Lovelace", "ada@example.com"),
        Person("Ben Okafor", "ben@example.com"),
        Person("Demir, Cem", "cem@example.com"),
        Person("Dev", "dev@example.com"),
        Person("Bob Birch", "bob@example.com"),
        Person("Eve"),
    ]


def test_every_fault_is_told_with_its_line() -> None:
    assert faults(
        "Ada, ada@example\n"
        "ben@example.com\n"
        ", cem@example.com\n"
        "Dev, dev@example.com\n"
        "DEV; Dev@Example.com\n"
        f"{'x' * 121}\n"
    ) == [
        (1, "“ada@example” is no e-mail address."),
        (2, "Write the name first, then the e-mail."),
        (3, "The name is missing."),
        (5, "The same person stands in line 4."),
        (6, "The name is longer than 120 characters."),
    ]


def test_a_name_in_two_columns_is_refused_with_an_example() -> None:
    told = "Write the whole name without a comma, as in “Ida Oak, ida@example.com”."
    assert faults("Oak, Ida, ida@example.com\nIda; Oak; ida@example.com") == [(1, told), (2, told)]


def test_a_list_without_end_is_cut_off_with_a_word() -> None:
    people, wrong = read("\n".join(f"Person {n}" for n in range(1, 700)))

    assert len(people) == 500
    assert [(fault.number, fault.message) for fault in wrong] == [
        (501, "The list stops here: 500 lines at most.")
    ]


@given(st.text())
def test_whatever_is_pasted_is_people_or_faults(listed: str) -> None:
    people, wrong = read(listed)

    assert all(person.name and "@" not in person.name for person in people)
    assert len({(p.name.casefold(), p.email.casefold()) for p in people}) == len(people)
    assert all(fault.message for fault in wrong)
