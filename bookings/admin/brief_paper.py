"""The call sheet as a file: the page's own sheet and print style, without the admin around it."""

from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from bookings.briefs import pdf

STYLES = "css/admin-brief.css"


def written(sheet: dict[str, Any]) -> bytes:
    """The PDF of `sheet`, the context of the sheet's partial. LookupError as :func:`pdf.write`."""
    page = render_to_string("admin/desk/brief_paper.html", {**sheet, "on_paper": True})
    return pdf.write(page, Path(str(finders.find(STYLES))).read_text(encoding="utf-8"))
