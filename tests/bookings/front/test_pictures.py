"""Covers, the logo and the accent as visitors get them: files for ever, figures where none is."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from bookings.catalogue.accents import style_sheet
from bookings.catalogue.models import Package, Picture
from bookings.catalogue.picture_files import file_of, folder, keep
from bookings.catalogue.pictures import COVER, LOGO
from bookings.templatetags.pictures import address, sizes, theme_address
from tests import factories
from tests.drawn_pictures import file, jpeg, logo_drawing
from tests.factories import NOW

pytestmark = pytest.mark.django_db

FOR_EVER = "public, max-age=31536000, immutable"
WORDS = "A woman in a blue coat laughs <at> the camera"


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def picture_row(digest: str = "a" * 64, widths: tuple[int, ...] = (480, 960, 1600)) -> Picture:
    """A picture of which only the row is asked for."""
    return Picture.objects.create(
        digest=digest, width=widths[-1], height=1200, widths=list(widths), uploaded_at=NOW
    )


def covered(**changes: Any) -> Package:
    return factories.package(cover=picture_row(), cover_words=WORDS, **changes)


@pytest.mark.parametrize(("form", "content_type"), [("avif", "image/avif"), ("webp", "image/webp")])
def test_a_file_is_served_for_ever_under_its_type(
    client: Client, form: str, content_type: str
) -> None:
    kept = keep(jpeg((600, 400)), COVER, NOW)
    answer = client.get(address(kept, 480, form))
    assert answer.status_code == 200
    assert answer.content == file_of(kept, 480, form).read_bytes()
    assert answer["Content-Type"] == content_type
    assert answer["Cache-Control"] == FOR_EVER
    assert answer["X-Content-Type-Options"] == "nosniff"
    again = client.get(address(kept, 480, form), headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content, again["Cache-Control"]) == (304, b"", FOR_EVER)


def test_a_file_costs_one_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kept = keep(jpeg((600, 400)), COVER, NOW)
    with django_assert_num_queries(1):
        client.get(address(kept, 480, "webp"))


def test_only_pictures_that_are_there_are_served(client: Client, media: Path) -> None:
    kept = keep(jpeg((600, 400)), COVER, NOW)
    there = address(kept, 480, "webp")
    (media / "pictures" / "secret.webp").write_bytes(b"secret")
    missing = [
        address(kept, 481, "webp"),
        there.replace("webp", "png"),
        there.replace("webp", "svg"),
        there.replace(kept.digest, "b" * 64),
        there.replace(kept.digest, kept.digest.upper()),
        there.replace(f"{kept.digest}-480", "secret"),
        there.replace(f"{kept.digest}-480", "..%2F..%2Fdb"),
    ]
    assert [client.get(path).status_code for path in missing] == [404] * len(missing)
    assert client.post(there).status_code == 405
    for path in folder(kept.digest).iterdir():
        path.unlink()
    assert client.get(there).status_code == 404


def test_a_package_with_a_cover_shows_it_and_says_what_it_shows(client: Client) -> None:
    factories.studio()
    package = covered()
    shown = client.get(package.get_absolute_url()).content.decode()
    (found,) = re.findall(r"<picture>.*?</picture>", shown, re.DOTALL)
    digest = "a" * 64
    assert f"/pictures/{digest}-480.avif 480w, /pictures/{digest}-960.avif 960w" in found
    assert f'src="/pictures/{digest}-480.webp"' in found
    assert 'width="1600" height="1200"' in found
    assert 'alt="A woman in a blue coat laughs &lt;at&gt; the camera"' in found
    assert 'fetchpriority="high"' in found
    assert "lazy" not in found
    assert "frame-cover" in shown


@pytest.mark.parametrize(
    ("width", "height", "place", "expected"),
    [
        (1600, 2400, "page", "(max-width: 56rem) 20rem, 26rem"),
        (1600, 1600, "page", "(max-width: 56rem) 20rem, 26rem"),
        # The square shows two thirds of it, so it is drawn half as wide again.
        (1500, 1000, "page", "(max-width: 56rem) 30rem, 39rem"),
        (480, 160, "brand", "6.75rem"),
        (100, 200, "brand", "1.125rem"),
    ],
)
def test_browsers_are_told_how_wide_a_picture_is_drawn(
    width: int, height: int, place: str, expected: str
) -> None:
    assert sizes(Picture(width=width, height=height), place) == expected


def test_a_package_without_a_cover_shows_its_figure(client: Client) -> None:
    factories.studio()
    shown = client.get(factories.package().get_absolute_url()).content.decode()
    assert "<picture>" not in shown
    assert '<figure class="frame"><div><svg' in shown


def test_only_the_first_card_in_sight_is_fetched_at_once(client: Client) -> None:
    factories.studio()
    cover = picture_row()
    for _number in range(3):
        factories.package(cover=cover, cover_words=WORDS)
    for name, firsts in (("front:packages", 1), ("front:home", 0)):
        shown = client.get(reverse(name)).content.decode()
        found = re.findall(r"<picture>.*?</picture>", shown, re.DOTALL)
        assert [one.count('fetchpriority="high"') for one in found] == [1, 0, 0][:firsts] + [0] * (
            3 - firsts
        )
        assert [one.count('loading="lazy"') for one in found] == [0] * firsts + [1] * (3 - firsts)


@pytest.mark.parametrize("packages", [1, 3])
@pytest.mark.parametrize(("page", "queries"), [("front:home", 4), ("front:packages", 2)])
def test_covers_cost_no_queries(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    packages: int,
    page: str,
    queries: int,
) -> None:
    factories.studio()
    factories.place()
    for number in range(packages):
        factories.package(cover=picture_row(f"{number:064d}"), cover_words=WORDS)
    with django_assert_num_queries(queries):
        answer = client.get(reverse(page))
    assert answer.content.decode().count("<picture>") == packages


def test_a_logo_stands_in_place_of_the_mark_and_bears_the_name(client: Client) -> None:
    kept = keep(file(logo_drawing(), "PNG"), LOGO, NOW)
    factories.studio(logo=kept, name="Halden & Daughter")
    shown = client.get(reverse("front:home")).content.decode()
    brand = shown.split('<a class="brand"')[1].split("</a>")[0]
    assert 'alt="Halden &amp; Daughter"' in brand
    assert 'width="480" height="160"' in brand
    assert 'class="mark"' not in brand
    assert "lazy" not in brand


def test_pages_link_a_theme_only_where_there_is_an_accent(client: Client) -> None:
    factories.studio()
    assert "theme." not in client.get(reverse("front:home")).content.decode()
    factories.studio(accent="#1A237E")
    shown = client.get(reverse("front:home")).content.decode()
    mark = style_sheet("#1a237e")[1]
    link = f'<link rel="stylesheet" href="/theme.1a237e.{mark}.css">'
    # Behind the tokens that it changes, before everything that uses them.
    assert shown.index("css/tokens.css") < shown.index(link) < shown.index("css/base.css")


def test_the_theme_is_a_style_sheet_kept_for_ever(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        answer = client.get(theme_address("#1a237e"))
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert answer["Cache-Control"] == FOR_EVER
    assert answer.content.decode() == style_sheet("#1a237e")[0]


def test_a_theme_of_another_day_is_todays_and_not_kept(client: Client) -> None:
    answer = client.get("/theme.1a237e.000000000000.css")
    assert answer.content.decode() == style_sheet("#1a237e")[0]
    assert answer["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("name", ["1A237E", "1a237", "1a237e7", "zzzzzz", "red;}a{"])
def test_what_is_no_colour_is_no_theme(client: Client, name: str) -> None:
    assert client.get(f"/theme.{name}.000000000000.css").status_code == 404


def test_letters_carry_the_accent() -> None:
    plain = render_to_string("letters/base.html", {"studio": factories.studio()})
    navy = render_to_string("letters/base.html", {"studio": factories.studio(accent="#1a237e")})
    assert "background: #eaa640; color: #1d1a16;" in plain
    assert "background: #1a237e; color: #fffdf9;" in navy
    assert "#eaa640" not in navy
