"""Pictures and the accent in the owner's forms: taken, kept, removed, refused in plain words."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from bookings.admin.accents import corrections
from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.catalogue.models import Package, Picture, Studio
from bookings.catalogue.picture_files import keep
from tests import factories
from tests.bookings.admin.people import faults, member, signed_in
from tests.bookings.admin.test_catalogue import PACKAGE, studio_typed
from tests.drawn_pictures import drawing, file, jpeg, logo_drawing

pytestmark = pytest.mark.django_db

SMALL = (600, 400)
WORDS = "A woman in a blue coat"
PACKAGE_ADD = "/admin/bookings/package/add/"
STUDIO_PAGE = "/admin/bookings/studio/1/change/"
NO_PICTURE = (
    "This is no JPEG, PNG, WebP or AVIF picture, whatever its name says. Export it as one of "
    "these and upload that."
)
SAY = "Say in a sentence what the picture shows."


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path / "pictures"


def uploaded(content: bytes | None = None, name: str = "face.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, jpeg(SMALL) if content is None else content, "image/jpeg")


def sent(page: str, typed: dict[str, Any], group: str = OWNER) -> Any:
    account = User.objects.filter(groups__name=group).first() or member(group)
    with signed_in(account) as browser:
        return browser.post(page, typed)


def page_of(package: Package) -> str:
    return f"/admin/bookings/package/{package.pk}/change/"


def test_a_cover_is_uploaded_with_its_words() -> None:
    factories.studio()
    typed = PACKAGE | {"cover": uploaded(), "cover_words": WORDS}
    assert sent(PACKAGE_ADD, typed).status_code == 302
    package = Package.objects.get()
    assert package.cover == Picture.objects.get()
    assert package.cover_words == WORDS


def test_the_form_shows_the_picture_and_keeps_it() -> None:
    factories.studio()
    sent(PACKAGE_ADD, PACKAGE | {"cover": uploaded(), "cover_words": WORDS})
    package = Package.objects.get()
    with signed_in(User.objects.get(groups__name=OWNER)) as browser:
        shown = browser.get(page_of(package)).content.decode()
        kept = f'<input type="hidden" name="cover-kept" value="{package.cover_id}">'
        assert kept in shown
        assert f"/pictures/{package.cover.digest}-480.webp" in shown  # type: ignore[union-attr]
        assert 'enctype="multipart/form-data"' in shown
        browser.post(
            page_of(package), PACKAGE | {"cover-kept": package.cover_id, "cover_words": "B"}
        )
    before = package.cover_id
    package.refresh_from_db()
    assert (package.cover_id, package.cover_words) == (before, "B")


def test_a_picture_is_removed_by_its_box() -> None:
    factories.studio()
    sent(PACKAGE_ADD, PACKAGE | {"cover": uploaded(), "cover_words": WORDS})
    package = Package.objects.get()
    typed = {"cover-kept": package.cover_id, "cover-removed": "on", "cover_words": WORDS}
    assert sent(page_of(package), PACKAGE | typed).status_code == 302
    package.refresh_from_db()
    assert package.cover is None


def test_a_cover_needs_words_and_waits_for_them() -> None:
    factories.studio()
    answer = sent(PACKAGE_ADD, PACKAGE | {"cover": uploaded()})
    assert faults(answer) == {"cover_words": [SAY]}
    picture = Picture.objects.get()
    # What was uploaded need not be chosen again.
    assert f'name="cover-kept" value="{picture.pk}"' in answer.content.decode()
    sent(PACKAGE_ADD, PACKAGE | {"cover-kept": picture.pk, "cover_words": WORDS})
    assert Package.objects.get().cover == picture


@pytest.mark.parametrize(
    "content",
    [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a" + bytes(99), b"%PDF-1.7" + bytes(99)],
)
def test_a_wrong_file_is_refused_beside_its_field_and_nothing_typed_is_lost(content: bytes) -> None:
    factories.studio()
    typed = PACKAGE | {"cover": uploaded(content), "cover_words": WORDS, "name": "Typed by hand"}
    answer = sent(PACKAGE_ADD, typed)
    assert faults(answer) == {"cover": [NO_PICTURE]}
    shown = answer.content.decode()
    assert 'value="Typed by hand"' in shown
    assert f'value="{WORDS}"' in shown
    assert (Package.objects.count(), Picture.objects.count()) == (0, 0)


def test_a_wrong_file_leaves_the_picture_that_was_there() -> None:
    factories.studio()
    sent(PACKAGE_ADD, PACKAGE | {"cover": uploaded(), "cover_words": WORDS})
    package = Package.objects.get()
    typed = {"cover": uploaded(b"no"), "cover-kept": package.cover_id, "cover_words": WORDS}
    answer = sent(page_of(package), PACKAGE | typed)
    assert faults(answer) == {"cover": [NO_PICTURE]}
    assert f'name="cover-kept" value="{package.cover_id}"' in answer.content.decode()


@pytest.mark.parametrize("key", ["999", "0", "-1", "abc", "1; drop", "٣"])
def test_a_picture_that_is_gone_is_said_so(key: str) -> None:
    factories.studio()
    answer = sent(PACKAGE_ADD, PACKAGE | {"cover-kept": key, "cover_words": WORDS})
    gone = "The picture of this form is no longer there. Upload it again."
    assert faults(answer) == {"cover": [gone]}


def test_who_may_not_change_packages_has_nothing_encoded(media: Path) -> None:
    factories.studio()
    answer = sent(PACKAGE_ADD, PACKAGE | {"cover": uploaded(), "cover_words": WORDS}, FRONT_DESK)
    assert answer.status_code == 403
    assert (Picture.objects.count(), media.exists()) == (0, False)


@pytest.mark.django_db(transaction=True)
def test_uploads_are_encoded_while_no_transaction_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    factories.studio()
    open_ones: list[bool] = []

    def watched(*args: Any) -> Picture:
        open_ones.append(connection.in_atomic_block)
        return keep(*args)

    monkeypatch.setattr("bookings.admin.pictures.keep", watched)
    sent(PACKAGE_ADD, PACKAGE | {"cover": uploaded(), "cover_words": WORDS})
    assert open_ones == [False]


def test_the_history_says_that_the_picture_changed() -> None:
    factories.studio()
    package = factories.package()
    with signed_in(member(OWNER)) as browser:
        form = browser.get(page_of(package)).context["adminform"].form
        browser.post(page_of(package), PACKAGE | {"cover": uploaded(), "cover_words": WORDS})
        history = browser.get(f"/admin/bookings/package/{package.pk}/history/").content.decode()
    assert "cover" not in form.changed_data
    assert "Cover picture" in history


def test_a_logo_is_uploaded() -> None:
    factories.studio()
    logo = uploaded(file(logo_drawing(), "PNG"), "logo.png")
    assert sent(STUDIO_PAGE, studio_typed() | {"logo": logo}).status_code == 302
    assert Studio.objects.get().logo == Picture.objects.get()
    white = uploaded(file(logo_drawing("#fff"), "PNG"), "logo.png")
    assert faults(sent(STUDIO_PAGE, studio_typed() | {"logo": white})) == {
        "logo": [
            "This logo is nearly white and would not be seen on paper. Upload it in a dark colour."
        ]
    }


def test_a_photograph_is_no_logo_only_by_its_shape() -> None:
    factories.studio()
    answer = sent(
        STUDIO_PAGE, studio_typed() | {"logo": uploaded(file(drawing((1000, 40)), "PNG"))}
    )
    assert faults(answer) == {
        "logo": [
            "This picture is too long for its place. One side may be at most 12 times the other."
        ]
    }


TOO_LIGHT, TOO_DARK = (
    "%s is too light for text on paper.",
    "%s is too dark for text where visitors use dark colours.",
)


@pytest.mark.parametrize(
    ("accent", "said"),
    [
        (
            "#ffee00",
            [
                f"{TOO_LIGHT} Marks use #756d00 and links #575000 there.",
                "Buttons keep %s.",
            ],
        ),
        (
            "#1a237e",
            [
                f"{TOO_DARK} Marks use #6f8aed and links #99b1ff there.",
                "Buttons keep %s.",
            ],
        ),
        (
            "#c0392b",
            [
                f"{TOO_LIGHT} Links use #9e1007 there, marks keep it.",
                f"{TOO_DARK} Marks use #ec6251 and links #ff9686 there.",
                "Text on %s would be hard to read, so buttons use #aa2116.",
            ],
        ),
    ],
)
def test_an_accent_is_corrected_in_words(accent: str, said: list[str]) -> None:
    factories.studio()
    sentences = [sentence.replace("%s", accent) for sentence in said]
    with signed_in(member(OWNER)) as browser:
        typed = studio_typed(accent=accent.upper())
        answer = browser.post(STUDIO_PAGE, typed, follow=True)
        shown = browser.get(STUDIO_PAGE).content.decode()
    assert corrections(accent) == sentences
    assert " ".join(sentences) in [str(message) for message in answer.context["messages"]]
    assert Studio.objects.get().accent == accent
    assert all(f'<p class="desk-sentence">{sentence}</p>' in shown for sentence in sentences)


def test_no_accent_is_the_amber_without_a_word() -> None:
    factories.studio()
    with signed_in(member(OWNER)) as browser:
        answer = browser.post(STUDIO_PAGE, studio_typed(), follow=True)
        shown = browser.get(STUDIO_PAGE).content.decode()
    assert [m for m in answer.context["messages"] if m.level_tag == "info"] == []
    assert "background: #eaa640" in shown


@pytest.mark.parametrize("typed", ["red", "#12345", "ffee00", "#ffee0g"])
def test_what_is_no_colour_is_refused(typed: str) -> None:
    factories.studio()
    assert faults(sent(STUDIO_PAGE, studio_typed() | {"accent": typed})) == {
        "accent": ["A colour such as #eaa640, or nothing."]
    }
