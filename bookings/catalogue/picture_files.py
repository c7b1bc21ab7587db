"""The pictures that the studio uploaded: their rows, and their files under MEDIA_ROOT.

Whoever writes or removes a picture's files holds its row, so that nobody removes what somebody
else is just about to use.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bookings.catalogue.models import Package, Picture, Studio
from bookings.catalogue.pictures import Encoded, PictureRefused, Purpose, Refusal, check_length

EDITION = 1
"""Raise it when the same upload shall be encoded in another way: its files get new names."""

ENCODING_SECONDS = 60
KEPT_UNUSED = timedelta(days=1)
"""How long a picture waits for the form that it was uploaded with."""

DIGEST = re.compile(r"[0-9a-f]{64}")
UNFINISHED = ".unfinished-"

SENTENCES: Mapping[Refusal, str | Promise] = {
    Refusal.TOO_LARGE: _(
        "This file is larger than %(limit)d MB. Export the picture smaller; 2400 pixels are plenty."
    ),
    Refusal.NO_PICTURE: _(
        "This is no JPEG, PNG, WebP or AVIF picture, whatever its name says. Export it as one of "
        "these and upload that."
    ),
    Refusal.TOO_MANY_PIXELS: _(
        "This picture has more than %(limit)d megapixels. Export it smaller; 2400 pixels on its "
        "longer side are plenty."
    ),
    Refusal.MOVES: _("This picture moves. Upload a still one."),
    Refusal.TOO_SMALL: _(
        "This picture is too small to be sharp here. Upload one of at least %(limit)d pixels on "
        "each side."
    ),
    Refusal.TOO_NARROW: _(
        "This picture is too long for its place. One side may be at most %(limit)d times the other."
    ),
    Refusal.BROKEN: _("This file is damaged and can’t be opened to its end. Export it once more."),
    Refusal.TOO_LIGHT: _(
        "This logo is nearly white and would not be seen on paper. Upload it in a dark colour."
    ),
    Refusal.TOO_LONG: _(
        "This picture takes too long to read. Export it as a plain JPEG and upload that."
    ),
}


def sentence(why: PictureRefused) -> str:
    """Why a file was not taken and what to do next, for whoever uploaded it."""
    return str(SENTENCES[why.refusal]) % {"limit": why.limit}


def keep(upload: bytes, purpose: Purpose, now: datetime) -> Picture:
    """The picture in `upload`, checked and encoded, its row and files written.

    The same upload gives the same picture. Takes seconds, so it must not be called while a
    transaction is open: on SQLite nobody could book meanwhile. Raises PictureRefused.
    """
    check_length(upload)
    recipe = f"{EDITION} {purpose.name} ".encode()
    digest = hashlib.sha256(recipe + upload).hexdigest()
    with transaction.atomic():
        known = Picture.objects.select_for_update().filter(digest=digest).first()
        if known is not None and folder(digest).is_dir():
            known.uploaded_at = now
            known.save(update_fields=["uploaded_at"])
            return known
    encoded = encoded_apart(upload, purpose)
    with transaction.atomic():
        picture, _created = Picture.objects.update_or_create(
            digest=digest,
            defaults={
                "width": encoded.width,
                "height": encoded.height,
                "widths": encoded.widths,
                "uploaded_at": now,
            },
        )
        write(digest, encoded)
    return picture


def encoded_apart(upload: bytes, purpose: Purpose) -> Encoded:
    """What `pictures.encode` says, asked of a process that can be stopped.

    Raises PictureRefused.
    """
    try:
        # Only our own program is started, and the file goes in as bytes.
        run = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "bookings.catalogue.encoder", purpose.name],
            input=upload,
            capture_output=True,
            cwd=settings.BASE_DIR,
            timeout=ENCODING_SECONDS,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as stopped:
        raise PictureRefused(Refusal.TOO_LONG) from stopped
    line, contents = run.stdout.split(b"\n", 1)
    said = json.loads(line)
    if "refusal" in said:
        raise PictureRefused(Refusal(said["refusal"]), said["limit"])
    files, begin = {}, 0
    for width, name, length in said["files"]:
        files[width, name] = contents[begin : begin + length]
        begin += length
    return Encoded(said["width"], said["height"], files)


def write(digest: str, encoded: Encoded) -> None:
    """Write the files of a picture, all of them or none; the caller holds its row."""
    final = folder(digest)
    final.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=final.parent))
    try:
        unfinished.chmod(0o755)
        for (width, name), content in encoded.files.items():
            with (unfinished / f"{width}.{name}").open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        if final.exists():
            # A row that lost its place once; nobody else touches it meanwhile.
            shutil.rmtree(final)
        unfinished.rename(final)
    except OSError:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def folder(digest: str) -> Path:
    """Where the files of a picture lie."""
    return Path(settings.MEDIA_ROOT) / "pictures" / digest


def file_of(picture: Picture, width: int, name: str) -> Path:
    """One file of a picture: `name` is its format, `width` one of its widths in pixels."""
    return folder(picture.digest) / f"{width}.{name}"


def unused(before: datetime) -> QuerySet[Picture]:
    """Pictures uploaded before that instant which nothing shows."""
    covers = Package.objects.filter(cover=OuterRef("pk"))
    logos = Studio.objects.filter(logo=OuterRef("pk"))
    return Picture.objects.filter(~Exists(covers), ~Exists(logos), uploaded_at__lt=before)


def sweep(now: datetime) -> int:
    """Remove the pictures that nothing shows, with their files; how many.

    Files that lost their row, or never got one, are given one first, so that there is one way
    to remove them, and it holds the row.
    """
    before = now - KEPT_UNUSED
    for digest, written_at in _left_on_disk(before):
        found = {"width": 1, "height": 1, "uploaded_at": written_at}
        Picture.objects.get_or_create(digest=digest, defaults=found)
    removed = 0
    for pk in unused(before).values_list("pk", flat=True):
        with transaction.atomic():
            picture = Picture.objects.select_for_update().filter(pk=pk).first()
            # Asked anew once it is ours: a form may have taken it while we waited.
            if picture is not None and unused(before).filter(pk=pk).exists():
                shutil.rmtree(folder(picture.digest), ignore_errors=True)
                picture.delete()
                removed += 1
    return removed


def _left_on_disk(before: datetime) -> Iterator[tuple[str, datetime]]:
    """Finished folders without a row, with the instant of their writing; removes unfinished ones.

    Raises nothing where there are no pictures yet.
    """
    place = folder("")
    for path in sorted(place.iterdir()) if place.is_dir() else ():
        written_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        if written_at >= before:
            continue
        if path.name.startswith(UNFINISHED):
            shutil.rmtree(path, ignore_errors=True)
        elif DIGEST.fullmatch(path.name) and not _is_known(path.name):
            yield path.name, written_at


def _is_known(digest: str) -> bool:
    return Picture.objects.filter(digest=digest).exists()
