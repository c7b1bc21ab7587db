"""Where pictures are kept: one row and one folder each, and none is removed that is in use."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from bookings.catalogue import encoder, picture_files
from bookings.catalogue.models import Picture
from bookings.catalogue.picture_files import (
    KEPT_UNUSED,
    SENTENCES,
    encoded_apart,
    file_of,
    folder,
    keep,
    sentence,
    sweep,
)
from bookings.catalogue.pictures import (
    COVER,
    FORMATS,
    LOGO,
    MOST_BYTES,
    PictureRefused,
    Refusal,
    encode,
)
from tests import factories
from tests.drawn_pictures import drawing, file, jpeg, logo_drawing
from tests.factories import NOW

pytestmark = pytest.mark.django_db

SMALL = (600, 400)
LATER = NOW + KEPT_UNUSED + timedelta(seconds=1)


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path / "pictures"


def names(of: Path) -> list[str]:
    return sorted(path.name for path in of.iterdir()) if of.is_dir() else []


def test_an_upload_becomes_a_row_and_its_files(media: Path) -> None:
    picture = keep(jpeg(SMALL), COVER, NOW)
    assert (picture.width, picture.height, picture.widths) == (600, 400, [480, 600])
    assert picture.uploaded_at == NOW
    assert names(media) == [picture.digest]
    assert names(media / picture.digest) == ["480.avif", "480.webp", "600.avif", "600.webp"]
    encoded = encode(jpeg(SMALL), COVER)
    for width in picture.widths:
        for name in FORMATS:
            assert file_of(picture, width, name).read_bytes() == encoded.files[width, name]


def test_the_process_apart_says_what_the_function_says() -> None:
    for upload, purpose in ((jpeg(SMALL), COVER), (file(logo_drawing(), "PNG"), LOGO)):
        assert encoded_apart(upload, purpose) == encode(upload, purpose)
    with pytest.raises(PictureRefused) as why:
        encoded_apart(jpeg((200, 200)), COVER)
    assert (why.value.refusal, why.value.limit) == (Refusal.TOO_SMALL, 320)


def test_the_same_upload_is_the_same_picture(media: Path) -> None:
    first = keep(jpeg(SMALL), COVER, NOW)
    written = (media / first.digest).stat().st_mtime_ns
    again = keep(jpeg(SMALL), COVER, LATER)
    assert (again.pk, again.digest, again.uploaded_at) == (first.pk, first.digest, LATER)
    assert (media / first.digest).stat().st_mtime_ns == written
    assert Picture.objects.count() == 1


def test_a_picture_that_lost_its_files_gets_them_back_with_its_upload() -> None:
    first = keep(jpeg(SMALL), COVER, NOW)
    for path in folder(first.digest).iterdir():
        path.unlink()
    folder(first.digest).rmdir()
    assert keep(jpeg(SMALL), COVER, LATER).pk == first.pk
    assert file_of(first, 600, "avif").exists()


def test_one_upload_as_cover_and_as_logo_is_two_pictures() -> None:
    upload = file(drawing(SMALL), "PNG")
    assert keep(upload, COVER, NOW).digest != keep(upload, LOGO, NOW).digest


def test_what_is_refused_leaves_nothing_behind(media: Path) -> None:
    for upload in (b"no picture", jpeg(SMALL)[:3000], bytes(MOST_BYTES + 1)):
        with pytest.raises(PictureRefused):
            keep(upload, COVER, NOW)
    assert (Picture.objects.count(), names(media)) == (0, [])


def test_files_that_can_not_be_written_leave_neither_row_nor_folder(
    media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        keep(jpeg(SMALL), COVER, NOW)
    assert (Picture.objects.count(), names(media)) == (0, [])


def test_who_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_files, "ENCODING_SECONDS", 0.01)
    with pytest.raises(PictureRefused) as why:
        encoded_apart(jpeg(SMALL), COVER)
    assert why.value.refusal == Refusal.TOO_LONG


def test_each_refusal_has_a_sentence() -> None:
    assert set(SENTENCES) == set(Refusal)
    sentences = {refusal: sentence(PictureRefused(refusal, 40)) for refusal in Refusal}
    assert sentences[Refusal.TOO_MANY_PIXELS] == (
        "This picture has more than 40 megapixels. Export it smaller; 2400 pixels on its longer "
        "side are plenty."
    )
    assert not any("%" in words for words in sentences.values())


def test_the_limits_of_the_process_are_below_those_of_the_machine() -> None:
    assert encoder.MOST_CPU_SECONDS >= picture_files.ENCODING_SECONDS / 2


def test_a_picture_that_nothing_shows_goes_after_a_day(media: Path) -> None:
    picture = keep(jpeg(SMALL), COVER, NOW)
    assert sweep(NOW + KEPT_UNUSED) == 0
    assert sweep(LATER) == 1
    assert (Picture.objects.filter(pk=picture.pk).exists(), names(media)) == (False, [])
    assert sweep(LATER) == 0


def test_pictures_that_are_shown_stay(media: Path) -> None:
    cover, logo = keep(jpeg(SMALL), COVER, NOW), keep(file(logo_drawing(), "PNG"), LOGO, NOW)
    factories.package(cover=cover, cover_words="A face.", is_active=False)
    factories.studio(logo=logo)
    assert sweep(LATER) == 0
    assert names(media) == sorted([cover.digest, logo.digest])


def test_an_upload_that_comes_again_is_kept_for_another_day() -> None:
    keep(jpeg(SMALL), COVER, NOW)
    keep(jpeg(SMALL), COVER, LATER)
    assert sweep(LATER) == 0


def test_files_without_a_row_go_once_they_are_old(media: Path) -> None:
    digest = "5" * 64
    for name in (digest, ".unfinished-abc", "notes"):
        (media / name).mkdir(parents=True)
        at = NOW.timestamp()
        os.utime(media / name, (at, at))
    (media / "readme.txt").write_text("not ours")

    assert sweep(NOW) == 0
    assert names(media) == [".unfinished-abc", digest, "notes", "readme.txt"]
    assert sweep(LATER) == 1
    assert names(media) == ["notes", "readme.txt"]


def test_nothing_is_swept_where_there_are_no_pictures_yet() -> None:
    assert sweep(NOW) == 0


def test_a_removal_that_is_rolled_back_loses_no_row() -> None:
    picture = keep(jpeg(SMALL), COVER, NOW)
    with transaction.atomic():
        sweep(LATER)
        transaction.set_rollback(True)
    assert Picture.objects.get() == picture
    # Its files come back with the upload, and nothing showed them.
    assert keep(jpeg(SMALL), COVER, LATER) == picture
    assert file_of(picture, 480, "webp").exists()
