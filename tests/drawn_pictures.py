"""Pictures that tests upload, drawn here: what a camera, a telephone or a designer would send."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw


def drawing(size: tuple[int, int] = (1800, 1200), mode: str = "RGB") -> Image.Image:
    """A warm ground with a dark oval in it: its upper left corner is red, the lower right blue."""
    image = Image.new("RGB", size, "#c9a27c")
    pen = ImageDraw.Draw(image)
    width, height = size
    pen.ellipse((width * 0.3, height * 0.2, width * 0.7, height * 0.8), fill="#3a2c22")
    pen.rectangle((0, 0, width // 4, height // 4), fill="#d02020")
    pen.rectangle((width * 3 // 4, height * 3 // 4, width, height), fill="#2020d0")
    return image.convert(mode)


def logo_drawing(colour: str = "#20407a", size: tuple[int, int] = (900, 300)) -> Image.Image:
    """Three bars on nothing: a logo as designers send it."""
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    width, height = size
    for number in range(3):
        left = width * (number * 3 + 1) // 10
        pen.rectangle((left, height // 6, left + width // 5, height * 5 // 6), fill=colour)
    return image


def file(image: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    """`image` as a file of that format."""
    written = BytesIO()
    image.save(written, form, **options)
    return written.getvalue()


def jpeg(size: tuple[int, int] = (1800, 1200), **options: Any) -> bytes:
    """A photograph as a camera writes it."""
    return file(drawing(size), "JPEG", **options)
