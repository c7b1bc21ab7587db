"""Static files: collected once, named by content, compressed under that name alone."""

import os
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from pytest_django import Settings

from studio.assets import collect_where_changed

# Long enough that compressing it is worth the while.
SHEET = "body { color: #1c1a17; background: #faf7f2; }\n" * 40


@pytest.fixture
def sheet(tmp_path: Path, settings: Settings) -> Path:
    """The one source file of a site with a static folder of its own."""
    path = tmp_path / "source" / "page.css"
    path.parent.mkdir()
    path.write_text(SHEET)
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [path.parent]
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STORAGES = {"staticfiles": {"BACKEND": "studio.assets.HashedStorage"}}
    return path


def collected_names(sheet: Path) -> list[str]:
    return sorted(path.name for path in (sheet.parents[1] / "collected").glob("page*"))


def test_only_the_name_that_pages_use_is_compressed(sheet: Path) -> None:
    collect_where_changed()
    hashed = Path(staticfiles_storage.url("page.css")).name
    assert collected_names(sheet) == sorted(["page.css", hashed, f"{hashed}.br", f"{hashed}.gz"])


def test_nothing_is_done_where_nothing_changed(sheet: Path) -> None:
    assert [collect_where_changed(), collect_where_changed()] == [True, False]


def test_a_changed_source_is_collected_again(sheet: Path) -> None:
    collect_where_changed()
    before = staticfiles_storage.url("page.css")
    sheet.write_text(SHEET + "main { margin: 0; }\n")
    later = sheet.stat().st_mtime + 1
    os.utime(sheet, (later, later))
    assert collect_where_changed() is True
    assert staticfiles_storage.url("page.css") != before
