"""The settings of a real site, read in a process of their own with its environment."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

ROOT = Path(__file__).resolve().parents[2]

# Prints the settings that it is asked for; what is not set is null.
READING = """
import json, sys
from studio import settings
print(json.dumps([getattr(settings, name, None) for name in sys.argv[1:]]))
"""

SECURED = (
    "SECURE_SSL_REDIRECT",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "SECURE_HSTS_SECONDS",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "SECURE_PROXY_SSL_HEADER",
)


def start(folder: Path, environ: dict[str, str], *names: str) -> subprocess.CompletedProcess[str]:
    bare = {"PATH": os.environ["PATH"], "VAR_DIR": str(folder), **environ}
    command = [sys.executable, "-c", READING, *names]
    return subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True, check=False)


def read(folder: Path, environ: dict[str, str], *names: str) -> list[Any]:
    started = start(folder, environ, *names)
    assert started.stderr == ""
    values: list[Any] = json.loads(started.stdout)
    return values


def test_behind_https_cookies_and_transport_are_secured(tmp_path: Path) -> None:
    assert read(tmp_path, {"HTTPS": "1"}, *SECURED) == [
        True,
        True,
        True,
        31_536_000,
        True,
        ["HTTP_X_FORWARDED_PROTO", "https"],
    ]


def test_without_https_no_header_of_a_proxy_is_trusted(tmp_path: Path) -> None:
    assert read(tmp_path, {}, *SECURED, "TRUSTED_PROXIES") == [None] * len(SECURED) + [0]


@pytest.mark.parametrize(("written", "proxies"), [({}, 1), ({"TRUSTED_PROXIES": "2"}, 2)])
def test_https_says_that_there_is_a_proxy(
    tmp_path: Path, written: dict[str, str], proxies: int
) -> None:
    assert read(tmp_path, {"HTTPS": "1"} | written, "TRUSTED_PROXIES") == [proxies]


def test_a_new_installation_has_limits_and_asks_hasty_forms_again(tmp_path: Path) -> None:
    [limits, seconds] = read(tmp_path, {}, "RATE_LIMITS", "FASTEST_FORM_SECONDS")
    assert set(limits) >= {"start", "hold", "message", "wait", "unknown_link"}
    assert seconds == 2
    assert read(tmp_path, {"RATE_LIMITS": "0"}, "RATE_LIMITS") == [{}]


@pytest.mark.parametrize(
    ("redis", "classes"),
    [
        ({}, ["locmem.LocMemCache", "SqliteQueue"]),
        ({"REDIS_URL": "redis://redis.example"}, ["redis.RedisCache", "RedisQueue"]),
    ],
)
def test_cache_and_queue_are_in_redis_where_there_is_one(
    tmp_path: Path, redis: dict[str, str], classes: list[str]
) -> None:
    [caches, queue] = read(tmp_path, redis, "CACHES", "HUEY")
    assert [
        caches["default"]["BACKEND"].removeprefix("django.core.cache.backends."),
        queue["huey_class"].removeprefix("studio.queues."),
    ] == classes


def test_it_is_production_unless_told_otherwise(tmp_path: Path) -> None:
    assert read(tmp_path, {}, "DEBUG", "CSRF_COOKIE_HTTPONLY", "SESSION_COOKIE_HTTPONLY") == [
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example", ["mail.example", 25, False, False]),
        ("smtp+tls://mail.example", ["mail.example", 587, True, False]),
        ("smtp+ssl://mail.example", ["mail.example", 465, False, True]),
        ("smtp+tls://mail.example:2525", ["mail.example", 2525, True, False]),
    ],
)
def test_the_mail_server_has_the_port_of_its_protocol(
    tmp_path: Path, url: str, server: list[Any]
) -> None:
    names = ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_USE_TLS", "EMAIL_USE_SSL")
    assert read(tmp_path, {"EMAIL_URL": url}, *names) == server


def test_signs_in_a_mail_password_are_written_as_in_any_address(tmp_path: Path) -> None:
    environ = {"EMAIL_URL": "smtp+tls://ines%40example.com:a%2Fb@mail.example"}
    assert read(tmp_path, environ, "EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD") == [
        "ines@example.com",
        "a/b",
    ]


@pytest.mark.parametrize("url", ["mail.example:587", "https://mail.example", "smtp+tls://"])
def test_a_mail_server_that_cannot_be_read_stops_the_start(tmp_path: Path, url: str) -> None:
    started = start(tmp_path, {"EMAIL_URL": url}, "EMAIL_HOST")
    assert (started.returncode, started.stderr.splitlines()[-1]) == (
        1,
        "ValueError: EMAIL_URL must look like smtp+tls://user:password@host:587",
    )


@pytest.mark.django_db
def test_health_is_answered_where_everything_else_is_sent_to_https(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    [exempt] = read(tmp_path, {"HTTPS": "1"}, "SECURE_REDIRECT_EXEMPT")
    settings.SECURE_SSL_REDIRECT, settings.SECURE_REDIRECT_EXEMPT = True, exempt

    assert [client.get(page).status_code for page in ("/health/", "/")] == [200, 301]
