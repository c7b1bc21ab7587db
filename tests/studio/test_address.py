"""HOST and PORT: what is taken, what is refused, and in which words."""

import socket
from collections.abc import Iterator

import pytest

from studio.address import Address, AddressError, from_environment, require_free
from tests.benchmarks.ports import free_port


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@pytest.mark.parametrize(
    ("environ", "address"),
    [
        ({}, Address("127.0.0.1", 8000)),
        ({"HOST": "", "PORT": ""}, Address("127.0.0.1", 8000)),
        ({"HOST": "::1", "PORT": "8123"}, Address("::1", 8123)),
    ],
)
def test_host_and_port_come_from_the_environment(environ: dict[str, str], address: Address) -> None:
    assert from_environment(environ) == address


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "80.0", "²", " 8000"])
def test_a_port_that_is_no_port_is_named_in_a_sentence(port: str) -> None:
    with pytest.raises(AddressError) as error:
        from_environment({"PORT": port})
    assert str(error.value) == f"PORT must be a whole number from 1 to 65535, not {port!r}."


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),  # noqa: S104 - shown only
        ("::", "http://[::1]:8000"),
        ("studio.example", "http://studio.example:8000"),
    ],
)
def test_the_url_can_be_opened_on_this_machine(host: str, url: str) -> None:
    assert Address(host, 8000).url == url


def test_a_taken_port_is_said_plainly(taken_port: int) -> None:
    with pytest.raises(AddressError) as error:
        require_free(Address("127.0.0.1", taken_port))
    assert str(error.value) == (
        f"Port {taken_port} on 127.0.0.1 is taken by another program. "
        "Choose another one, for example: make run PORT=8123"
    )


def test_a_free_port_stays_free() -> None:
    port = free_port()
    require_free(Address("127.0.0.1", port))
    require_free(Address("127.0.0.1", port))


def test_a_host_of_another_machine_is_said_plainly() -> None:
    with pytest.raises(AddressError) as error:
        require_free(Address("192.0.2.1", 8000))
    assert str(error.value).startswith("HOST must name this machine, and '192.0.2.1' does not (")
