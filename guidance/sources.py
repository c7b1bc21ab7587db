"""Where a fact comes from: the project's own tables and tensions, and the pages behind them.

A `Text.source` holds ids separated by spaces, the table first: `"B2 S17"`. The claims of the two
seed articles are numbers, not sources; they are in :mod:`guidance.claims`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from guidance.texts import Text, text
from guidance.texts import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Source:
    """A table, a tension or a page; `url` is empty for the project's own."""

    id: str
    title: Text
    url: str = ""


def resolve(source: str) -> tuple[Source, ...]:
    """The sources that a `Text.source` names, in its order. KeyError for an unknown id."""
    return tuple(SOURCES[source_id] for source_id in source.split())


_TABLES = {
    "A1": _("Lens and sensor arithmetic"),
    "A2": _("Sensor formats and circles of confusion"),
    "A3": _("Framing, distance and focal length"),
    "A4": _("Depth of field and the choice of aperture"),
    "A5": _("The loose headshot master"),
    "B1": _("Lighting patterns"),
    "B2": _("Light by kind of picture"),
    "B3": _("Backgrounds"),
    "B4": _("Glare on glasses"),
    "C1": _("Pictures for screens"),
    "C2": _("Pictures for casting"),
    "C3": _("Identity documents"),
    "C4": _("Pictures for print"),
    "D1": _("Clothes"),
    "D2": _("Colour and skin, inclusively"),
    "D3": _("The weeks before the session"),
    "D4": _("Groups"),
    "D5": _("Access, dignity and safety"),
    "E1": _("Typical sessions"),
    "E2": _("Rights"),
    "E3": _("Deliverables"),
    "E4": _("The record of a session"),
    "GK": _("General professional knowledge"),
    "calc": _("Computed from the stated formula"),
}

_TENSIONS = {
    "T1": _("Is a headshot a portrait?"),
    "T2": _("Do headshots carry emotion?"),
    "T3": _("Social media on both sides"),
    "T4": _("Advertising on both sides"),
    "T5": _("Personal brand is a mixed need"),
    "T6": _("Does a headshot show personality?"),
    "T7": _("Head and shoulders in both kinds"),
    "T8": _("Bright and dramatic headshots"),
    "T9": _("Plain, blurred and real backgrounds"),
    "T10": _("Colour or black and white"),
    "T11": _("Light in the eyes, always"),
    "T12": _("Plain or expressive clothes"),
    "T13": _("People in one frame or one by one"),
    "T14": _("Personal pictures as avatars"),
    "T15": _("Badges and identity documents"),
    "T16": _("Wide apertures against likeness"),
    "T17": _("Book jackets"),
    "T18": _("Blog posts and about pages"),
    "T19": _("Press about a professional"),
    "T20": _("Formal or friendly"),
    "T21": _("Tight crop or cut-out"),
    "T22": _("Emotion is optional"),
}

_PAGES = {
    "S1": _("depth-of-field equations (after Greenleaf 1950); f-number as powers of √2"),
    "S3": _("0.03 mm and division by crop factor"),
    "S4": _("circles of confusion of larger formats"),
    "S5": _("0.2 mm of blur on a print seen from 25 cm"),
    "S6": _("framing distance and angle of view"),
    "S7": _("sensor sides and factors"),
    "S8": _("distance and the social judgement of faces (Bryan, Perona, Adolphs 2012)"),
    "S9": _("80-120 mm and about 30 minutes for corporate headshots"),
    "S10": _("practitioners on focal length"),
    "S11": _("studio settings, flash sync, high-speed sync"),
    "S12": _("f/8, 1/125 s, ISO 100 in the studio"),
    "S13": _("studio groups at f/8 to f/13"),
    "S14a": _("focus part-way into the group"),
    "S14b": _("focus on the front row, f/5.6 or smaller"),
    "S15": _("Airy disc and f-number"),
    "S16": _("reciprocal rule with crop factor"),
    "S16b": _("the stricter reciprocal rule"),
    "S17": _("lighting patterns, broad and short light"),
    "S18a": _("clamshell light at about 2.5:1"),
    "S18b": _("clamshell for series, fill one to two stops under the key"),
    "S18c": _("the catchlight check"),
    "S19a": _("commercial and theatrical light and colours"),
    "S19b": _("expression, styling and light of both casting registers"),
    "S19c": _("theatrical pictures are darker in tone"),
    "S20a": _("glare and the angle of incidence"),
    "S20b": _("raise the light; glare is the photographer’s responsibility"),
    "S20c": _("curved lenses and broad light"),
    "S21a": _("against two stops over on white"),
    "S21b": _("one to one and a half stops over on white"),
    "S21c": _("spill from the white on the back of the subject"),
    "S21d": _("three to four and a half metres of space for white"),
    "S22a": _("ratio of highlight to shadow"),
    "S23": _("inverse-square background example"),
    "S24": _("worn frames lean forward by about 7°"),
    "S25a": _("large sources and upward exposure for deep skin"),
    "S25b": _("“harder to photograph” is a myth"),
    "S26a": _("LinkedIn limits as restated by a studio"),
    "S26b": _("a face at 60 % of the avatar"),
    "S27a": _("table of avatar sizes"),
    "S27b": _("avatar and post sizes"),
    "S27c": _("limits of X"),
    "S27d": _("sizes stored and shown on Instagram"),
    "S28": _("Actors Access: 500×700 px, categories, free slots"),
    "S29": _("Spotlight: 10×8 crop, truthful pictures, no dramatic studio light"),
    "S30": _("Casting Workbook: file limits"),
    "S31": _("Casting Networks: file formats"),
    "S32": _("Central Casting: background work, no retouching"),
    "S33": _("Backstage: file formats, consent under 16"),
    "S35a": _("US passport and visa print"),
    "S35b": _("US visa digital image"),
    "S35c": _("eye line and two lights for the US photo"),
    "S35d": _("no glasses on US photos"),
    "S35e": _("head 50-69 % of the US photo"),
    "S36a": _("UK passport digital sizes"),
    "S36b": _("UK head height 29-34 mm"),
    "S36c": _("UK camera at 1.5 m, 0.5 m from the wall, no crop"),
    "S37a": _("Schengen head height 32-36 mm"),
    "S37b": _("Schengen sizes in pixels"),
    "S38a": _("ICAO list: neutral face, head 70-80 %"),
    "S38b": _("states set the print size"),
    "S38c": _("90 px between the eyes; head coverings"),
    "S39a": _("badge of 1×1.25 in (a vendor’s page)"),
    "S39b": _("a university’s badge photo of 150×180 px"),
    "S39c": _("employee photo: head 60 % or more, neutral or smiling"),
    "S40a": _("viewing distance of 1.5 diagonals"),
    "S40b": _("resolution that the eye sees at a distance"),
    "S40c": _("least resolutions of a print lab"),
    "S40d": _("file rules of a print lab"),
    "S40e": _("sRGB at 200-300 ppi for a lab"),
    "S41a": _("press picture size, caption and credit"),
    "S41b": _("file rules of a picture agency"),
    "S41c": _("press picture: landscape and colour"),
    "S42a": _("author picture 2000×3000 px at 300 ppi"),
    "S42b": _("author pictures by genre"),
    "S42c": _("casting: colour, 8×10, eye level, likeness"),
    "S43a": _("what moiré is"),
    "S43b": _("fabrics that cause moiré"),
    "S44a": _("fit, neon, lint"),
    "S44b": _("necklines and crops"),
    "S46a": _("haircut one to two weeks before"),
    "S46b": _("haircut a week or more before"),
    "S46c": _("shave or wax two to three days before"),
    "S46d": _("facial a week before; hair and marks"),
    "S46e": _("nothing new on the skin in the last week"),
    "S47a": _("three colours and an accent"),
    "S47b": _("a palette of three to four colours"),
    "S48a": _("eye level and speed for people with limited mobility"),
    "S48b": _("ask what the chair can do"),
    "S48c": _("beeps, flash and a visit beforehand"),
    "S48d": _("adjust the setting, not the child"),
    "S48e": _("transitions and stimming, by an autistic photographer"),
    "S48f": _("longer slots and kind rescheduling"),
    "S49": _("gallery approved by the client"),
    "S50a": _("photosensitive epilepsy: 5-30 flashes a second"),
    "S50b": _("strobes limited to four flashes a second"),
    "S50c": _("single flashes can hurt too"),
    "S51a": _("second adult and written consent"),
    "S51b": _("verbal posing"),
    "S51c": _("no identifying text with pictures of children"),
    "S56a": _("a look is an outfit, a background, hair and make-up"),
    "S56b": _("three looks and more tops than looks"),
    "S58": _("a lighting diagram keeps a team’s pictures alike"),
    "S60": _("head length and the depth of the eyes"),
}


def _sources() -> dict[str, Source]:
    urls = tomllib.loads(Path(__file__).with_name("sources.toml").read_text(encoding="utf-8"))
    titles = {**_TABLES, **_TENSIONS, **_PAGES}
    return {
        source_id: Source(source_id, text(title, source=source_id), urls.get(source_id, ""))
        for source_id, title in titles.items()
    }


SOURCES: Mapping[str, Source] = MappingProxyType(_sources())
