"""`erase_client`: by number or e-mail, asks first, and says no more than it must."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from bookings.booking.models import Client
from tests import factories

pytestmark = pytest.mark.django_db

Answer = Callable[[str], None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Type a line at the command's question."""

    def typed(line: str) -> None:
        monkeypatch.setattr("sys.stdin", StringIO(line))

    return typed


def erase(who: str, *options: str) -> str:
    out = StringIO()
    call_command("erase_client", who, *options, stdout=out)
    return out.getvalue()


def test_a_client_is_erased_by_number() -> None:
    client, other = factories.client(), factories.client(name="Wes", email="wes@example.com")

    assert erase(str(client.pk), "--yes") == f"Client {client.pk} is erased.\n"

    assert list(Client.objects.filter(erased_at=None)) == [other]


def test_everybody_of_an_address_is_erased() -> None:
    pks = [factories.client(name=name).pk for name in ("Ines", "Ines Okafor")]

    said = erase("INES@example.com", "--yes")

    assert said == "".join(f"Client {pk} is erased.\n" for pk in pks)
    assert not Client.objects.filter(erased_at=None).exists()


@pytest.mark.parametrize(("line", "is_erased"), [("y\n", True), ("no\n", False), ("", False)])
def test_it_asks_first(answer: Answer, line: str, is_erased: bool) -> None:
    client = factories.client()
    answer(line)

    said = erase(str(client.pk))

    client.refresh_from_db()
    assert (client.erased_at is not None) == is_erased
    assert ("Nothing was erased." in said) != is_erased
    assert client.pk
    assert "ines@example.com" not in said


@pytest.mark.parametrize("who", ["0", "nobody@example.com", "", "'; --"])
def test_who_is_not_known_is_said(who: str) -> None:
    factories.client()

    with pytest.raises(CommandError, match=r"^No client of that number or e-mail\.$"):
        erase(who, "--yes")


def test_a_session_to_come_is_said_while_others_are_erased() -> None:
    booked = factories.confirmed_booking().client
    assert booked is not None
    other = factories.client(name="Another name, same address")

    with pytest.raises(CommandError, match=f"^Client {booked.pk}: This client has a session ahead"):
        erase(booked.email, "--yes")

    assert list(Client.objects.filter(erased_at=None)) == [booked]
    assert Client.objects.get(pk=other.pk).name == "–"
