"""The static files as they are served: collected again only where a source has changed."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):
    """Names static files by their content; compresses those names, the only ones pages use."""

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Pairs of a hashed name among `paths` and the name of one of its compressed copies."""
        hashed = set(self.hashed_files.values())
        yield from super().compress_files([path for path in paths if path in hashed])


def collect_where_changed() -> bool:
    """Collect, name by content and compress the static files; False where nothing had changed."""
    record = Path(settings.STATIC_ROOT) / ".collected-from"
    sources = _fingerprint()
    if record.exists() and record.read_text() == sources:
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    record.write_text(sources)
    return True


def _fingerprint() -> str:
    """A digest of name, size and time of every source file."""
    return hashlib.sha256("\n".join(sorted(_sources())).encode()).hexdigest()


def _sources() -> Iterator[str]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            yield f"{name} {status.st_size} {status.st_mtime_ns}"
