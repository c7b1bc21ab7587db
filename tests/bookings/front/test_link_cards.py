"""The picture of a link: a PNG file of the agreed size, drawn once for the same words."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from bookings.catalogue.models import Package
from bookings.front.card_picture import Card, png_of
from bookings.front.raster import Box, draw_figure
from bookings.templatetags.figures import kind_figure, style_figure
from guidance.vocabulary import STYLES, Format, Kind
from tests import factories

CARD = reverse("front:card")
FIGURE = kind_figure("headshot")
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" stroke="none">{}</svg>'


def picture(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def drawn(shapes: str) -> Image.Image:
    """`shapes` of a sheet of ten by ten, drawn a hundred pixels wide on white."""
    image = Image.new("RGB", (100, 100), "white")
    draw_figure(image, SQUARE.format(shapes), Box(0, 0, 100, 100), "black")
    return image


@pytest.mark.django_db
def test_the_pictures_have_the_size_that_pages_say(client: Client) -> None:
    factories.studio()
    package = factories.package()

    for path in (CARD, reverse("front:package_card", args=[package.slug])):
        answer = client.get(path)
        shown = picture(answer.content)
        assert (answer.headers["Content-Type"], shown.format, shown.size) == (
            "image/png",
            "PNG",
            (1200, 630),
        )


@pytest.mark.django_db
def test_who_has_the_picture_is_not_sent_it_again_until_it_changes(client: Client) -> None:
    factories.studio()
    package = factories.package()
    path = reverse("front:package_card", args=[package.slug])
    first = client.get(path)

    again = client.get(path, headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert "public" in again.headers["Cache-Control"]

    Package.objects.filter(pk=package.pk).update(price_minor=9900)
    changed = client.get(path, headers={"if-none-match": first.headers["ETag"]})
    assert changed.status_code == 200
    assert changed.content != first.content


@pytest.mark.django_db
def test_a_package_that_is_not_on_offer_has_no_picture(client: Client) -> None:
    factories.studio()
    package = factories.package(is_active=False)

    assert client.get(reverse("front:package_card", args=[package.slug])).status_code == 404


def test_letters_of_europe_are_drawn_and_words_too_long_are_cut_off() -> None:
    plain = png_of(Card("Studio", "Portrat", "", FIGURE))
    assert png_of(Card("Studio", "Porträt", "", FIGURE)) != plain
    assert png_of(Card("Studio", "Portrăt", "", FIGURE)) != png_of(
        Card("Studio", "Portřt", "", FIGURE)
    )
    endless = png_of(Card("N" * 80, f"{'Donaudampfschiff' * 5} {'und ' * 40}", "€" * 90, FIGURE))
    assert picture(endless).size == (1200, 630)


@pytest.mark.parametrize("kind", Kind)
def test_every_figure_of_a_package_can_be_drawn(kind: Kind) -> None:
    for style in STYLES[kind]:
        for people in Format:
            image = Image.new("RGB", (80, 100), "white")
            draw_figure(image, style_figure(kind, style, people), Box(0, 0, 80, 100), "#1d1a16")
            colours = image.getcolors(80 * 100)
            assert colours is not None
            assert {(29, 26, 22), (234, 166, 64)} <= {colour for _count, colour in colours}


def test_shapes_lie_where_their_numbers_say() -> None:
    image = drawn('<circle cx="5" cy="5" r="3" fill="#ff0000"/>')
    assert image.getpixel((50, 50)) == image.getpixel((50, 25)) == (255, 0, 0)
    assert image.getpixel((25, 25)) == (255, 255, 255)

    image = drawn('<path d="M0 0C0 5 0 10 0 10L10 10 10 0Z" fill="currentColor"/>')
    assert image.getpixel((95, 5)) == image.getpixel((5, 95)) == (0, 0, 0)

    image = drawn('<rect width="10" height="10" fill="#000000" fill-opacity="0.5"/>')
    assert image.getpixel((50, 50)) == (127, 127, 127)


def test_groups_move_and_inner_drawings_are_cut_at_their_edges() -> None:
    square = '<rect width="2" height="2" fill="#0000ff"/>'
    image = drawn(f'<g transform="translate(4 6) scale(2)">{square}</g>')
    assert image.getpixel((41, 61)) == image.getpixel((79, 99)) == (0, 0, 255)
    assert image.getpixel((39, 61)) == image.getpixel((81, 99)) == (255, 255, 255)

    image = drawn(f'<g transform="translate(5 5) rotate(180)">{square}</g>')
    assert image.getpixel((40, 40)) == (0, 0, 255)

    inner = '<svg x="5" y="0" width="5" height="5" viewBox="0 0 1 1">{}</svg>'
    image = drawn(inner.format('<circle cx="0" cy="0" r="1" fill="#00ff00"/>'))
    assert image.getpixel((55, 5)) == (0, 255, 0)
    assert image.getpixel((45, 5)) == (255, 255, 255)


def test_a_line_is_as_thick_as_its_figure_is_large() -> None:
    line = '<path d="M2 5L8 5" fill="none" stroke="currentColor" stroke-width="2"/>'
    image = drawn(line)
    assert image.getpixel((50, 45)) == image.getpixel((50, 55)) == (0, 0, 0)
    assert image.getpixel((50, 35)) == image.getpixel((50, 65)) == (255, 255, 255)
