"""The studio's accent in its form: what had to be corrected, and how it looks."""

from collections.abc import Iterator

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bookings.catalogue.accents import DARK, LIGHT, Shades, Theme, shades


def corrections(accent: str) -> list[str]:
    """What of `accent` (#rrggbb) is shown in another lightness, a sentence for each."""
    light, dark = shades(accent, LIGHT), shades(accent, DARK)
    return [
        *_said(accent, light, _("%(accent)s is too light for text on paper.")),
        *_said(accent, dark, _("%(accent)s is too dark for text where visitors use dark colours.")),
        _on_grounds(accent, light),
    ]


def preview(accent: str) -> SafeString:
    """Buttons, marks and links in the accent, on paper and in the dark."""
    themes = [
        _themed(pgettext("theme", "Light"), accent, LIGHT),
        _themed(pgettext("theme", "Dark"), accent, DARK),
    ]
    page = {"themes": themes, "corrections": corrections(accent) if accent else []}
    return render_to_string("admin/desk/partials/accent.html", page)


def _said(accent: str, used: Shades, why: str) -> Iterator[str]:
    if used.accent_mark != accent:
        words = _("Marks use %(mark)s and links %(text)s there.")
    elif used.accent_text != accent:
        words = _("Links use %(text)s there, marks keep it.")
    else:
        return
    names = {"accent": accent, "mark": used.accent_mark, "text": used.accent_text}
    yield f"{why} {words}" % names


def _on_grounds(accent: str, used: Shades) -> str:
    if used.accent == accent:
        return _("Buttons keep %(accent)s.") % {"accent": accent}
    return _("Text on %(accent)s would be hard to read, so buttons use %(ground)s.") % {
        "accent": accent,
        "ground": used.accent,
    }


def _themed(name: str, accent: str, theme: Theme) -> dict[str, object]:
    return {"name": name, "theme": theme, "shades": shades(accent, theme)}
