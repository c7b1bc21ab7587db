"""Turns a rendered page into a PDF file, where the extra `pdf` and Pango are installed.

WeasyPrint is imported when it is first asked for: it takes half a second, and a site without it
works as well.
"""

import logging
import warnings
from functools import cache
from importlib import import_module
from typing import Any

# The page's style sheet serves the screen too; what paper has no use for is passed over.
logging.getLogger("weasyprint").setLevel(logging.ERROR)


class AskedForFile(ValueError):
    """The page or its styles name a file, which no page of ours does."""


def is_available() -> bool:
    """Whether this machine can make PDF files."""
    return _weasyprint() is not None


def write(page: str, styles: str) -> bytes:
    """The PDF of the HTML `page`, styled by `styles`, both whole: nothing may be fetched.

    LookupError where WeasyPrint or Pango is missing; AskedForFile, wherever that file is.
    """
    weasyprint = _weasyprint()
    if weasyprint is None:
        raise LookupError("WeasyPrint or Pango is missing")
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=(), fail_on_errors=True)
    sheet = weasyprint.CSS(string=styles, url_fetcher=nothing)
    document = weasyprint.HTML(string=page, url_fetcher=nothing)
    try:
        written: bytes = document.write_pdf(stylesheets=[sheet])
    except weasyprint.urls.FatalURLFetchingError as asked:  # no Exception: nobody would catch it
        raise AskedForFile(str(asked)) from asked
    return written


@cache
def _weasyprint() -> Any:
    try:
        with warnings.catch_warnings():
            # Systems with an older HarfBuzz are told that a later WeasyPrint will ask for more.
            warnings.simplefilter("ignore", DeprecationWarning)
            return import_module("weasyprint")
    except (ImportError, OSError):  # an OSError says that Pango is missing
        return None
