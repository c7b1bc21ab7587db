"""Uploaded pictures: what is taken, what becomes of it, and why the rest is refused."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageFile

from bookings.catalogue.pictures import (
    COVER,
    LOGO,
    MOST_BYTES,
    MOST_PIXELS,
    Encoded,
    PictureRefused,
    Purpose,
    Refusal,
    encode,
)
from tests.drawn_pictures import drawing, file, jpeg, logo_drawing

RED, BLUE, GROUND = (208, 32, 32), (32, 32, 208), (201, 162, 124)
SMALL = (600, 400)
SECRET = b"51.3456 N, camera 0815"
MARKS_OF_METADATA = (b"Exif", b"EXIF", b"exif", b"ICCP", b"colrprof", b"XMP", b"xmp", SECRET)


def opened(encoded: Encoded, form: str, width: int | None = None) -> Image.Image:
    image = Image.open(BytesIO(encoded.files[width or encoded.width, form]))
    image.load()
    return image


def near(one: Any, other: Any, by: int = 12) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


def refused(upload: bytes, purpose: Purpose = COVER) -> tuple[Refusal, int]:
    with pytest.raises(PictureRefused) as why:
        encode(upload, purpose)
    return why.value.refusal, why.value.limit


@pytest.mark.parametrize(
    ("size", "sizes"),
    [
        ((4000, 2000), [(480, 240), (960, 480), (1600, 800)]),
        ((2000, 3000), [(480, 720), (960, 1440), (1600, 2400)]),
        ((1300, 1300), [(480, 480), (960, 960), (1300, 1300)]),
        ((700, 500), [(480, 343), (700, 500)]),
        ((500, 500), [(500, 500)]),
        ((400, 330), [(400, 330)]),
        ((1000, 3000), [(480, 1440), (800, 2400)]),
    ],
)
def test_a_cover_is_kept_in_three_sizes_and_never_enlarged(
    size: tuple[int, int], sizes: list[tuple[int, int]]
) -> None:
    encoded = encode(jpeg(size), COVER)
    assert (encoded.width, encoded.height) == sizes[-1]
    assert encoded.widths == [width for width, _height in sizes]
    for width, height in sizes:
        for form in ("avif", "webp"):
            image = opened(encoded, form, width)
            assert (image.format, image.size, image.mode) == (form.upper(), (width, height), "RGB")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_four_types_are_taken_by_what_is_in_them(form: str) -> None:
    encoded = encode(file(drawing(SMALL), form), COVER)
    for kept in ("avif", "webp"):
        image = opened(encoded, kept)
        assert near(image.getpixel((20, 20)), RED)
        assert near(image.getpixel((580, 380)), BLUE)


def test_the_same_upload_gives_the_same_files() -> None:
    upload = jpeg(SMALL)
    assert encode(upload, COVER) == encode(upload, COVER)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_as_its_camera_was_held(orientation: int) -> None:
    undo: dict[int, list[Image.Transpose]] = {
        1: [],
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }
    lying = drawing((400, 700))
    for step in undo[orientation]:
        lying = lying.transpose(step)
    exif = Image.Exif()
    exif[0x0112] = orientation

    encoded = encode(file(lying, "JPEG", exif=exif), COVER)

    assert (encoded.width, encoded.height) == (400, 700)
    image = opened(encoded, "webp")
    assert near(image.getpixel((20, 20)), RED)
    assert near(image.getpixel((390, 690)), BLUE)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_nothing_but_pixels_survives(form: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    upload = file(drawing(SMALL), form, exif=exif, icc_profile=profile)
    assert SECRET in upload

    for (_width, kept), content in encode(upload, COVER).files.items():
        assert [mark for mark in MARKS_OF_METADATA if mark in content] == []
        image = Image.open(BytesIO(content))
        assert {"exif", "icc_profile", "xmp"}.isdisjoint(image.info), kept


TAILS = {
    "a page": b"<html><script>alert(document.domain)</script></html>",
    "an archive": b"PK\x03\x04" + b"payload.exe" * 20 + b"PK\x05\x06" + b"end of central dir",
    "a program": b"\x7fELF" + b"/bin/sh -c true" * 10,
}


@pytest.mark.parametrize("tail", TAILS.values(), ids=list(TAILS))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_of_a_picture_that_is_also_something_else_the_picture_is_kept(
    form: str, tail: bytes
) -> None:
    clean = encode(file(drawing(SMALL), form), COVER)
    encoded = encode(file(drawing(SMALL), form) + tail, COVER)
    assert encoded == clean
    for content in encoded.files.values():
        assert not any(tail[at : at + 8] in content for at in range(len(tail) - 8))


def test_a_comment_in_a_jpeg_does_not_survive() -> None:
    encoded = encode(jpeg(SMALL, comment=TAILS["a page"]), COVER)
    assert not any(b"<script" in content for content in encoded.files.values())


OTHERS = {
    "nothing": b"",
    "words": b"A picture of me",
    "a drawing": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "a page": TAILS["a page"],
    "a document": b"%PDF-1.7\n" + bytes(200),
    "an archive": TAILS["an archive"],
    "a GIF": file(drawing(SMALL), "GIF"),
    "a bitmap": file(drawing(SMALL), "BMP"),
    "a TIFF": file(drawing(SMALL), "TIFF"),
    "an icon": file(drawing((256, 256)), "ICO"),
    "a telephone's HEIC": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(200),
    "a PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
}


@pytest.mark.parametrize("upload", OTHERS.values(), ids=list(OTHERS))
def test_whatever_else_it_is_by_content_is_refused(upload: bytes) -> None:
    assert refused(upload)[0] == Refusal.NO_PICTURE


def png_of(width: int, height: int, rows: bytes) -> bytes:
    """A PNG file that claims to be that large, with `rows` unpacked."""

    def chunk(name: bytes, content: bytes) -> bytes:
        checksum = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    packed = zlib.compress(rows, 9)
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def webp_of(width: int, height: int) -> bytes:
    """A WebP file whose canvas claims to be that large."""
    canvas = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    inside = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + canvas
    return b"RIFF" + struct.pack("<I", len(inside)) + inside


@pytest.mark.parametrize(
    "bomb",
    [
        png_of(6400, 6251, bytes(801) * 6251),
        png_of(10_000, 10_000, bytes(1251) * 10_000),
        png_of(60_000, 60_000, b""),
        png_of(0x7FFFFFFF, 0x7FFFFFFF, b""),
        webp_of(16_383, 16_383),
        webp_of(1 << 24, 1 << 24),
    ],
    ids=["40.006 MP", "100 MP", "3600 MP", "4 EP", "WebP, 268 MP", "WebP, 281 TP"],
)
def test_a_bomb_is_refused_by_its_header(bomb: bytes) -> None:
    assert refused(bomb) == (Refusal.TOO_MANY_PIXELS, 40)


def test_forty_megapixels_are_taken() -> None:
    assert MOST_PIXELS == 8000 * 5000
    encoded = encode(png_of(8000, 5000, bytes(1001) * 5000), COVER)
    assert (encoded.width, encoded.height) == (1600, 1000)


def test_more_bytes_than_a_picture_needs_are_refused() -> None:
    assert refused(jpeg(SMALL) + bytes(MOST_BYTES)) == (Refusal.TOO_LARGE, 25)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_half_a_picture_is_refused(
    form: str, share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What makes PDF files turns this on for its whole process; uploads are read in their own.
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", False)
    whole = file(drawing(SMALL), form)
    kind, _limit = refused(whole[: int(len(whole) * share)])
    # Of some a part has no header that could be read.
    assert kind in (Refusal.BROKEN, Refusal.NO_PICTURE)


def test_a_picture_with_a_wrong_checksum_is_refused() -> None:
    whole = bytearray(file(drawing(SMALL), "PNG"))
    whole[-30] ^= 0xFF
    assert refused(bytes(whole))[0] == Refusal.BROKEN


@pytest.mark.parametrize("form", ["PNG", "WEBP", "AVIF"])
def test_a_moving_picture_is_refused(form: str) -> None:
    frames = [drawing(SMALL), drawing(SMALL).rotate(180)]
    moving = file(frames[0], form, save_all=True, append_images=frames[1:], duration=100)
    assert refused(moving)[0] == Refusal.MOVES


def test_of_a_telephones_several_pictures_the_first_counts() -> None:
    frames = [drawing(SMALL), drawing((300, 200)).rotate(180)]
    upload = file(frames[0], "MPO", save_all=True, append_images=frames[1:])
    assert Image.open(BytesIO(upload)).format == "MPO"
    image = opened(encode(upload, COVER), "webp")
    assert image.size == SMALL
    assert near(image.getpixel((20, 20)), RED)


@pytest.mark.parametrize(
    ("size", "purpose", "expected"),
    [
        ((319, 800), COVER, (Refusal.TOO_SMALL, 320)),
        ((1, 1), COVER, (Refusal.TOO_SMALL, 320)),
        ((1600, 500), COVER, (Refusal.TOO_NARROW, 3)),
        ((500, 1600), COVER, (Refusal.TOO_NARROW, 3)),
        ((200, 20), LOGO, (Refusal.TOO_SMALL, 24)),
        ((1300, 100), LOGO, (Refusal.TOO_NARROW, 12)),
    ],
)
def test_a_picture_that_would_look_bad_in_its_place_is_refused(
    size: tuple[int, int], purpose: Purpose, expected: tuple[Refusal, int]
) -> None:
    assert refused(jpeg(size), purpose) == expected


@pytest.mark.parametrize("mode", ["L", "CMYK", "YCbCr"])
def test_other_colours_of_a_jpeg_are_converted(mode: str) -> None:
    image = opened(encode(file(drawing(SMALL, mode), "JPEG"), COVER), "webp")
    expected = (image.convert("L").getpixel((20, 20)),) * 3 if mode == "L" else RED
    assert image.mode == "RGB"
    assert near(image.getpixel((20, 20)), expected, by=30)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_way_to_write_a_png_is_read(mode: str) -> None:
    plain = drawing(SMALL, "L" if mode in ("1", "I;16") else "RGB")
    if mode == "I;16":
        written = plain.convert("I").point(lambda level: level * 256).convert("I;16")
    else:
        written = plain.convert(mode)
    image = opened(encode(file(written, "PNG"), COVER), "webp").convert("L")
    # Dots of black and white are no grey, but together they look like one.
    read = image.resize((6, 4), Image.Resampling.BOX).getpixel((3, 2))
    assert near((read,), (drawing(SMALL, "L").getpixel((300, 200)),))


def linear_profile() -> bytes:
    """An ICC profile with the primaries of sRGB and no gamma: 128 of 255 is half of the light."""

    def fixed(*numbers: float) -> bytes:
        return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)

    def described(words: bytes) -> bytes:
        return b"desc" + bytes(4) + struct.pack(">I", len(words) + 1) + words + bytes(79)

    parts = {
        b"desc": described(b"linear"),
        b"cprt": b"text" + bytes(4) + b"none" + bytes(4),
        b"wtpt": b"XYZ " + bytes(4) + fixed(0.9642, 1, 0.8249),
        b"rXYZ": b"XYZ " + bytes(4) + fixed(0.4361, 0.2225, 0.0139),
        b"gXYZ": b"XYZ " + bytes(4) + fixed(0.3851, 0.7169, 0.0971),
        b"bXYZ": b"XYZ " + bytes(4) + fixed(0.1431, 0.0606, 0.7141),
        **{name: b"curv" + bytes(8) for name in (b"rTRC", b"gTRC", b"bTRC")},
    }
    table, contents = struct.pack(">I", len(parts)), b""
    for name, part in parts.items():
        padded = part + bytes(-len(part) % 4)
        begin = 128 + 4 + 12 * len(parts) + len(contents)
        table += name + struct.pack(">II", begin, len(part))
        contents += padded
    head = struct.pack(">I", 128 + len(table) + len(contents)) + bytes(4) + b"\x02\x10\x00\x00"
    head += b"mntrRGB XYZ " + bytes(12) + b"acsp" + bytes(28) + fixed(0.9642, 1, 0.8249)
    return head + bytes(128 - len(head)) + table + contents


def test_what_is_transparent_in_a_cover_lies_on_paper() -> None:
    image = drawing(SMALL, "RGBA")
    image.putalpha(Image.new("L", SMALL, 0))
    assert near(opened(encode(file(image, "PNG"), COVER), "webp").getpixel((9, 9)), (250, 246, 239))


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_colours_are_those_that_the_profile_means(mode: str) -> None:
    half = file(Image.new(mode, SMALL, "#808080"), "PNG", icc_profile=linear_profile())
    for form in ("avif", "webp"):
        assert near(opened(encode(half, COVER), form).getpixel((9, 9)), (188, 188, 188), by=3)


def test_a_profile_that_means_nothing_is_left_out() -> None:
    # One of LAB can't describe RGB.
    odd = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for profile in (b"no profile at all", odd):
        image = opened(encode(jpeg(SMALL, icc_profile=profile), COVER), "webp")
        assert near(image.getpixel((20, 20)), RED)


@pytest.mark.parametrize(
    ("size", "widths", "height"),
    [((900, 300), [240, 480], 160), ((1000, 1000), [240], 240), ((200, 50), [200], 50)],
)
def test_a_logo_keeps_what_is_transparent_and_is_small(
    size: tuple[int, int], widths: list[int], height: int
) -> None:
    encoded = encode(file(logo_drawing(size=size), "PNG"), LOGO)
    assert (encoded.widths, encoded.height) == (widths, height)
    for form in ("avif", "webp"):
        image = opened(encoded, form)
        assert image.mode == "RGBA"
        corner, bar = image.getpixel((0, 0)), image.getpixel((image.width // 5, height // 2))
        assert isinstance(corner, tuple)
        assert corner[3] == 0
        assert near(bar, (32, 64, 122, 255))


def test_a_logo_made_for_dark_grounds_is_refused() -> None:
    assert refused(file(logo_drawing("#ffffff"), "PNG"), LOGO)[0] == Refusal.TOO_LIGHT
    assert encode(file(logo_drawing("#ffcc00"), "PNG"), LOGO).width == 480


def test_a_logo_of_nothing_is_refused() -> None:
    nothing = Image.new("RGBA", (300, 100), (0, 0, 0, 0))
    assert refused(file(nothing, "PNG"), LOGO)[0] == Refusal.TOO_LIGHT
