"""Uploaded pictures: checked by what is in them, and encoded anew so that nothing else survives.

Plain functions on bytes. `bookings.catalogue.encoder` runs them in a process of its own; where
the files are kept, `bookings.catalogue.picture_files` knows.
"""

import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

MOST_BYTES = 25_000_000
MOST_PIXELS = 40_000_000
TYPES = ("JPEG", "PNG", "WEBP", "AVIF")
"""Drawings (SVG) are programs, so they are no pictures here."""

STILL_BY_NATURE = ("JPEG", "MPO")
"""Telephones put further pictures behind the first one of a JPEG file; the first one counts."""

PAPER = "#faf6ef"
"""What lies under the transparent parts of a cover (static/css/tokens.css)."""

FORMATS = ("avif", "webp")
FINEST_STEP = 1.2
"""A size that would be nearer than this to the next one is left out."""


class Refusal(StrEnum):
    """Why a file can't be taken as a picture."""

    TOO_LARGE = "too_large"
    NO_PICTURE = "no_picture"
    TOO_MANY_PIXELS = "too_many_pixels"
    MOVES = "moves"
    TOO_SMALL = "too_small"
    TOO_NARROW = "too_narrow"
    BROKEN = "broken"
    TOO_LIGHT = "too_light"
    TOO_LONG = "too_long"


class PictureRefused(Exception):
    """`refusal` says why, `limit` the pixels or the megabytes that it is about."""

    def __init__(self, refusal: Refusal, limit: int = 0) -> None:
        super().__init__(refusal, limit)
        self.refusal, self.limit = refusal, limit


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a picture is for: its sizes and least side in pixels, and how it is encoded."""

    name: str
    widths: tuple[int, ...]
    greatest_height: int
    least_side: int
    longest_ratio: int
    keeps_alpha: bool
    avif_quality: int
    webp_quality: int

    @property
    def box(self) -> tuple[int, int]:
        """What the largest size fits into."""
        return self.widths[-1], self.greatest_height


COVER = Purpose(
    "cover",
    widths=(480, 960, 1600),
    greatest_height=2400,
    least_side=320,
    longest_ratio=3,
    keeps_alpha=False,
    avif_quality=55,
    webp_quality=80,
)
LOGO = Purpose(
    "logo",
    widths=(240, 480),
    greatest_height=240,
    least_side=24,
    longest_ratio=12,
    keeps_alpha=True,
    avif_quality=80,
    webp_quality=92,
)
PURPOSES = {purpose.name: purpose for purpose in (COVER, LOGO)}


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture in its sizes: `files` by width in pixels and format, `width` x `height` the
    largest.
    """

    width: int
    height: int
    files: dict[tuple[int, str], bytes]

    @property
    def widths(self) -> list[int]:
        """The widths that it is kept in, the smallest first."""
        return sorted({width for width, _format in self.files})


def encode(upload: bytes, purpose: Purpose) -> Encoded:
    """The picture in `upload`, in the sizes and formats of `purpose`, never enlarged.

    Turned as its camera was held, in sRGB, without a byte of what else the file held.
    Raises PictureRefused.
    """
    largest = _largest(upload, purpose)
    if purpose.keeps_alpha and _is_light(largest):
        raise PictureRefused(Refusal.TOO_LIGHT)
    files: dict[tuple[int, str], bytes] = {}
    for width in _widths(largest.width, purpose):
        height = max(1, round(largest.height * width / largest.width))
        sized = largest.resize((width, height), Image.Resampling.LANCZOS)
        files |= {(width, name): _encoded(sized, name, purpose) for name in FORMATS}
    return Encoded(largest.width, largest.height, files)


def check_length(upload: bytes) -> None:
    """Refuse more bytes than a picture needs. Raises PictureRefused."""
    if len(upload) > MOST_BYTES:
        raise PictureRefused(Refusal.TOO_LARGE, MOST_BYTES // 1_000_000)


def _largest(upload: bytes, purpose: Purpose) -> Image.Image:
    """The picture in its largest size, RGB or RGBA, with nothing attached."""
    check_length(upload)
    _check(upload, purpose)
    try:
        with Image.open(BytesIO(upload), formats=TYPES) as image:
            # A JPEG can be read at a half or a quarter of its size, which spares the memory.
            image.draft(None, (max(purpose.box) * 2, max(purpose.box) * 2))
            image.load()
            return _plain(image, purpose)
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError) as broken:
        raise PictureRefused(Refusal.BROKEN) from broken


def _check(upload: bytes, purpose: Purpose) -> None:
    """Refuse by the header what shall not be decoded, and by its checksums what is damaged."""
    if (said := _webp_size(upload)) is not None:
        _check_pixels(said)
    with warnings.catch_warnings():
        # Pillow only warns of most bombs; ours are refused below, at a smaller size.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(BytesIO(upload), formats=TYPES) as image:
                _check_pixels(image.size)
                _check_shape(image, purpose)
                image.verify()
        except Image.DecompressionBombError as bomb:
            raise _too_many_pixels() from bomb
        except UnidentifiedImageError as unknown:
            raise PictureRefused(Refusal.NO_PICTURE) from unknown
        except (OSError, SyntaxError, ValueError, EOFError, MemoryError) as broken:
            raise PictureRefused(Refusal.BROKEN) from broken


def _check_pixels(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MOST_PIXELS:
        raise _too_many_pixels()


def _too_many_pixels() -> PictureRefused:
    return PictureRefused(Refusal.TOO_MANY_PIXELS, MOST_PIXELS // 1_000_000)


def _check_shape(image: Image.Image, purpose: Purpose) -> None:
    shorter, longer = sorted(image.size)
    if image.format not in STILL_BY_NATURE and getattr(image, "n_frames", 1) > 1:
        raise PictureRefused(Refusal.MOVES)
    if shorter < purpose.least_side:
        raise PictureRefused(Refusal.TOO_SMALL, purpose.least_side)
    if longer > purpose.longest_ratio * shorter:
        raise PictureRefused(Refusal.TOO_NARROW, purpose.longest_ratio)


def _webp_size(upload: bytes) -> tuple[int, int] | None:
    """The canvas that a WebP file asks for: its decoder takes the memory as it is opened.

    The layouts are those of RFC 9649, sections 2.5 to 2.7.
    """
    if upload[:4] != b"RIFF" or upload[8:12] != b"WEBP" or len(upload) < 30:
        return None
    if upload[12:16] == b"VP8X":
        return _little(upload[24:27]) + 1, _little(upload[27:30]) + 1
    if upload[12:16] == b"VP8L":
        bits = _little(upload[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return _little(upload[26:28]) & 0x3FFF, _little(upload[28:30]) & 0x3FFF


def _little(number: bytes) -> int:
    return int.from_bytes(number, "little")


def _plain(image: Image.Image, purpose: Purpose) -> Image.Image:
    """Upright, in the largest size, in sRGB; pixels only."""
    profile = image.info.get("icc_profile")
    # Reduced first, since what follows copies the picture several times.
    small = _with_plain_mode(image)
    small.thumbnail(_turned(image, purpose.box), Image.Resampling.LANCZOS)
    small = _in_srgb(ImageOps.exif_transpose(small), profile)
    if not purpose.keeps_alpha and small.mode == "RGBA":
        paper = Image.new("RGBA", small.size, PAPER)
        small = Image.alpha_composite(paper, small).convert("RGB")
    pixels_only = Image.new(small.mode, small.size)
    pixels_only.paste(small)
    return pixels_only


def _turned(image: Image.Image, box: tuple[int, int]) -> tuple[int, int]:
    """`box` as the picture lies in its file: orientations from 5 on lie on their side."""
    width, height = box
    return (height, width) if image.getexif().get(0x0112, 1) >= 5 else (width, height)


def _with_plain_mode(image: Image.Image) -> Image.Image:
    """Grey, RGB, RGBA or CMYK with 8 bits each, whatever the file had."""
    if image.mode.startswith("I"):
        # 16 bits of grey: converted as they are, all but the darkest would be white.
        return image.convert("I").point(lambda level: level / 256).convert("L").convert("RGB")
    if image.mode in ("RGB", "RGBA", "CMYK"):
        return image
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as their profile means them; a profile that can't be read says nothing."""
    to = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            changed = ImageCms.profileToProfile(image, source, target, outputMode=to)
            if changed is not None:
                return changed
    return image.convert(to)


def _is_light(image: Image.Image) -> bool:
    """Whether nothing of it is dark enough to be seen on paper, or all of it is transparent."""
    if image.mode != "RGBA":
        return False
    alpha = image.getchannel("A")
    levels = image.convert("L").histogram(mask=alpha.point(lambda level: 255 * (level >= 128)))
    return sum(levels[:200]) <= sum(levels) / 50


def _widths(largest: int, purpose: Purpose) -> Iterator[int]:
    """The widths to keep of a picture `largest` pixels wide, the smallest first."""
    yield from (width for width in purpose.widths if width * FINEST_STEP < largest)
    yield largest


def _encoded(image: Image.Image, name: str, purpose: Purpose) -> bytes:
    written = BytesIO()
    if name == "avif":
        # Edges of letters need their colours in full; of photographs nobody sees it.
        fineness = "4:4:4" if purpose.keeps_alpha else "4:2:0"
        quality = purpose.avif_quality
        image.save(written, "AVIF", quality=quality, speed=8, subsampling=fineness, max_threads=2)
    else:
        image.save(written, "WEBP", quality=purpose.webp_quality, method=4)
    return written.getvalue()
