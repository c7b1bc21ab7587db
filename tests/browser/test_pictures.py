"""A studio's own face in a real browser: its cover, its logo, its colour, uploaded by its owner."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from bookings.catalogue.models import Package
from tests.browser.conftest import Browse, Studio
from tests.drawn_pictures import file, jpeg, logo_drawing

NAVY, LIGHT_BLUE = "rgb(26, 35, 126)", "rgb(153, 177, 255)"
WORDS = "A woman in a blue coat"


@pytest.fixture(autouse=True)
def _media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def upload(content: bytes, name: str) -> Any:
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


def sign_in(page: Page, studio: Studio) -> None:
    page.goto("/admin/login/")
    page.locator("#id_username").fill("aoife")
    page.locator("#id_password").fill(studio.passwords["aoife"])
    page.locator("[type=submit]").click()
    expect(page).to_have_url(f"{studio.url}/admin/")


def test_the_owner_gives_the_site_its_own_face(browse: Browse, studio: Studio) -> None:
    owner = browse()
    sign_in(owner, studio)
    package = Package.objects.on_offer()[0]
    owner.goto(f"/admin/bookings/package/{package.pk}/change/")
    owner.get_by_label("Cover picture", exact=True).set_input_files(upload(b"words", "face.jpg"))
    owner.get_by_label("What the cover picture shows").fill(WORDS)
    owner.get_by_role("button", name="Save and continue editing").click()
    expect(owner.get_by_text("This is no JPEG, PNG, WebP or AVIF picture")).to_be_visible()
    expect(owner.get_by_label("What the cover picture shows")).to_have_value(WORDS)
    owner.get_by_label("Cover picture", exact=True).set_input_files(upload(jpeg(), "face.jpg"))
    owner.get_by_role("button", name="Save and continue editing").click()
    expect(owner.get_by_role("img", name="The picture as it is now")).to_be_visible()

    owner.goto("/admin/bookings/studio/1/change/")
    logo = upload(file(logo_drawing(), "PNG"), "logo.png")
    owner.get_by_label("Logo", exact=True).set_input_files(logo)
    owner.get_by_label("Accent colour").fill("#1A237E")
    owner.get_by_role("button", name="Save and continue editing").click()
    expect(owner.get_by_text("links #99b1ff there").first).to_be_visible()

    for scheme, link in (("light", NAVY), ("dark", LIGHT_BLUE)):
        visitor = browse(color_scheme=scheme, viewport={"width": 390, "height": 844})
        visitor.goto(package.get_absolute_url())
        cover = visitor.get_by_role("img", name=WORDS)
        expect(cover).to_be_visible()
        assert cover.evaluate("image => image.currentSrc.endsWith('.avif')")
        assert cover.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")
        box = cover.bounding_box()
        assert box is not None
        assert box["width"] == pytest.approx(box["height"], abs=1)
        expect(visitor.get_by_role("link", name="Marlow Street Studio")).to_be_visible()
        expect(visitor.get_by_role("link", name="Headshot", exact=True)).to_have_css("color", link)
