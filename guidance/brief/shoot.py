"""Everything the parts of a brief look at, settled once: who, what, with which gear, where."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from guidance.answers import Answers
from guidance.brief.backdrop import BACKDROPS, Backdrop, Rendering, backdrop_key
from guidance.brief.further_pictures import further_pictures, is_taken_apart
from guidance.brief.kit import Kit, RoomSize
from guidance.brief.recipes import RECIPES, Recipe
from guidance.brief.session import UNSETTLED, Session
from guidance.framing import (
    FRAMINGS,
    HEADSHOT_MASTER,
    NEAREST_MM,
    STANDARD_FOCAL_LENGTHS_MM,
    CameraPosition,
    Framing,
    Setting,
    group_framing,
    level_group_framing,
    loosened,
    rank_lenses,
    rows_depth_mm,
    rows_of,
    with_space_above,
    with_space_beside,
)
from guidance.further_uses import Also
from guidance.lighting import Sitters
from guidance.optics import (
    SENSOR_FORMATS,
    SensorFormat,
    circle_for_print_mm,
    diffraction_cap,
    marked_stop_within,
    working_ceiling,
)
from guidance.outputs import Output, largest_print_mm, outputs_due
from guidance.routing import Recommendation

DOCUMENT_NEAREST_MM = 1500.0
"""Distance of the camera for identity documents (C3, S36c)."""

WALL_PRINT_MM = 600.0
"""From this long side on, people walk up to a print (A2)."""
WALL_PRINT_VIEWED_MM = 500.0

WIDEST_FRAME = 1.6
"""Width over height that no camera's frame exceeds; a wider file wants empty space (C1)."""

DEFAULT_STYLES = {"headshot": "corporate", "portrait": "classic", "document": "document"}
MOVING_STYLES = frozenset({"lifestyle", "performance"})


@dataclass(frozen=True)
class Shoot:
    """One session as the brief sees it; the derived values are worked out when first asked for.

    `served_elsewhere` are files of the same uses that another picture of the session gives.
    """

    answers: Answers
    recommendation: Recommendation
    kit: Kit
    room: RoomSize | None
    session: Session = UNSETTLED
    served_elsewhere: frozenset[Output] = frozenset()

    @cached_property
    def kind(self) -> str:
        """The kind, or the nearest sensible one while the recommendation still asks."""
        if self.recommendation.kind is not None:
            return str(self.recommendation.kind)
        return "headshot" if self.answers.occasion == "work" else "portrait"

    @cached_property
    def style(self) -> str:
        """The style, or the widest of its kind while the recommendation still asks."""
        if self.recommendation.style is not None:
            return str(self.recommendation.style)
        if "casting" in self.answers.uses and self.kind == "headshot":
            return "two_looks"
        return DEFAULT_STYLES[self.kind]

    @cached_property
    def recipe(self) -> Recipe:
        return RECIPES[self.style]

    @cached_property
    def sensor(self) -> SensorFormat:
        return SENSOR_FORMATS[self.kit.format]

    @cached_property
    def lenses_mm(self) -> tuple[int, ...]:
        """The lenses of the kit, or all that can be had where none is noted."""
        return self.kit.focal_lengths_mm or STANDARD_FOCAL_LENGTHS_MM

    @cached_property
    def is_group(self) -> bool:
        """Several people share the frame; documents are always taken one by one (C3)."""
        return self.recommendation.format == "group" and self.kind != "document"

    @cached_property
    def people_in_frame(self) -> int:
        return max(2, self.recommendation.people.in_frame) if self.is_group else 1

    @cached_property
    def is_series(self) -> bool:
        return not self.is_group and self.recommendation.people.total > 1

    @cached_property
    def rows(self) -> tuple[int, ...]:
        return rows_of(self.people_in_frame)

    @cached_property
    def glasses(self) -> bool:
        """Glasses may be worn, so the light is set for them."""
        return self.answers.glasses in {"sometimes", "always"}

    @cached_property
    def children(self) -> bool:
        return bool(self.answers.minors)

    @cached_property
    def outputs(self) -> tuple[Output, ...]:
        """The files that are due, turned as the frame is."""
        is_level = self.is_group and not self.framing.upright
        return tuple(row.turned() for row in self._due) if is_level else self._due

    @cached_property
    def _due(self) -> tuple[Output, ...]:
        """Before they are turned; a document's own come first (T15).

        Nobody hangs a banner for each person of a series whose use has another file.
        """
        uses = [str(use) for use in self.answers.uses]
        if self.kind == "document":
            uses.insert(0, "identity_document")
        due = outputs_due(uses, self.answers.casting_services)
        due = tuple(row for row in due if row not in self.served_elsewhere) or due
        if self.is_series:
            return _without_spare_banners(due)
        return due

    @cached_property
    def further(self) -> tuple[Also, ...]:
        """The pictures that the main one can't serve."""
        return further_pictures(
            self.answers, self.recommendation, self.kind, self.style, is_group=self.is_group
        )

    @cached_property
    def main_outputs(self) -> tuple[Output, ...]:
        """The files that ask for the light, the face and the rules of the main picture."""
        main_use = next(iter(self.answers.uses), None)
        return tuple(
            row
            for row in self.outputs
            if not is_taken_apart(row, self.kind, main_use, self.further)
        )

    @cached_property
    def framing(self) -> Framing:
        """A3; with empty space where only banners or posters are due; else as loose as A5 asks.

        Headshots, and close portraits from which a headshot is cut, are the master of A5; other
        portraits get its air around them where several ratios are cut from one frame. A room too
        short for a poster's space leaves the framing as it is.
        """
        if self.is_group:
            only_banners = all(is_banner(row) for row in self._due)
            framed = level_group_framing if only_banners else group_framing
            return framed(self.people_in_frame, self.body_field_mm, self.sensor)
        if self.kind != "portrait":
            return HEADSHOT_MASTER
        wished = FRAMINGS[self._framing_word]
        if all(is_banner(row) for row in self.outputs):
            return with_space_beside(wished)
        if all(is_titled(row) for row in self.outputs) and self._has_height_for_title:
            return with_space_above(wished)
        if self.cropped_from and wished.field_mm < HEADSHOT_MASTER.field_mm:
            return HEADSHOT_MASTER
        return loosened(wished, self.sensor) if len(self.crop_ratios) > 1 else wished

    @property
    def _has_height_for_title(self) -> bool:
        framing = with_space_above(FRAMINGS[self._framing_word])
        return rank_lenses(framing, self.setting, self.lenses_mm)[0].fits

    @cached_property
    def is_loose(self) -> bool:
        """The frame has air around the framing, for the crops that are cut from it (A5)."""
        if self.is_group or not self.framing.upright:
            return False
        return self.framing is HEADSHOT_MASTER or len(self.crop_ratios) > 1

    @cached_property
    def crop_ratios(self) -> tuple[str, ...]:
        """The upright and square ratios that are cut from the main frame, as “4:5”, each once."""
        upright = (row for row in self.main_outputs if row.ratio <= 1)
        cut = (row for row in upright if not (row.whole_frame or is_titled(row)))
        return tuple(dict.fromkeys(_ratio(row) for row in cut))

    @cached_property
    def cropped_from(self) -> bool:
        """A further use is cut from the main picture (section 4, mixed rule)."""
        return any(also.served_by == "crop" for also in self.recommendation.also)

    @cached_property
    def is_too_tight_for_clothes(self) -> bool:
        """A close frame was wished for where clothes must be seen; it is taken besides (T4)."""
        close = self.answers.framing in {"face", "head_shoulders"}
        return self.style == "fashion" and close and not self.is_group

    @cached_property
    def backdrop_name(self) -> str:
        return backdrop_key(self.kind, self._background_word, self.recipe.tone)

    @cached_property
    def backdrop(self) -> Backdrop:
        return BACKDROPS[self.backdrop_name]

    @cached_property
    def is_seamless(self) -> bool:
        return self.backdrop.rendering is Rendering.SEAMLESS

    @cached_property
    def big_print_mm(self) -> float | None:
        """Long side of the largest print that people walk up to; None where there is none (A2)."""
        print_mm = largest_print_mm(self.main_outputs)
        return print_mm if print_mm >= WALL_PRINT_MM else None

    def used_side_mm(self, position: CameraPosition) -> float:
        """What the picture uses of the sensor's long side."""
        return self.sensor.long_side_mm * position.used_share

    def circle_mm(self, position: CameraPosition) -> float:
        """The circle of confusion on the sensor from here (A2).

        The sensor's own where the whole frame is the picture; smaller where a crop is enlarged
        more, or for a big print. Files for screens ask for no smaller one than that.
        """
        circle_mm = self.sensor.circle_mm * position.used_share
        if self.big_print_mm is None:
            return circle_mm
        side_mm = self.used_side_mm(position)
        for_print_mm = circle_for_print_mm(self.big_print_mm, side_mm, WALL_PRINT_VIEWED_MM)
        return min(circle_mm, for_print_mm)

    def last_stop(self, position: CameraPosition) -> float:
        """The last marked stop before diffraction softens this picture (A1)."""
        return marked_stop_within(diffraction_cap(self.circle_mm(position)))

    def working_ceiling(self, position: CameraPosition) -> float:
        """The last stop that is used without need (A4).

        A stop under the cap of the sensor, of which a crop is a smaller one.
        """
        of_format = working_ceiling(self.sensor.circle_mm * position.used_share)
        return min(of_format, self.last_stop(position))

    @cached_property
    def setting(self) -> Setting:
        return Setting(
            sensor=self.sensor,
            gap_mm=self.backdrop.gap_mm,
            least_gap_mm=self.backdrop.least_gap_mm,
            nearest_mm=DOCUMENT_NEAREST_MM if self.kind == "document" else NEAREST_MM,
            room_length_mm=None if self.room is None else self.room.length_m * 1000,
            depth_of_rows_mm=rows_depth_mm(self.people_in_frame),
        )

    @cached_property
    def sitters(self) -> Sitters:
        return Sitters(
            group=self.is_group,
            children=self.children,
            glasses=self.glasses,
            moods=self.answers.mood,
            casting_services=self.answers.casting_services,
        )

    @property
    def body_field_mm(self) -> float:
        """How much of each person a group shows, in mm."""
        wished = self.answers.framing
        # Three quarters of a figure is what a group shows unless it asks for something else.
        word = "knees" if wished is None or wished == "unsure" else str(wished)
        return FRAMINGS[word].field_mm

    @property
    def _framing_word(self) -> str:
        wished = self.answers.framing
        if wished is None or wished == "unsure" or self.is_too_tight_for_clothes:
            return self.recipe.framing
        return str(wished)

    @property
    def _background_word(self) -> str:
        wished = self.answers.background
        if wished is not None and wished != "unsure":
            return str(wished)
        if self.answers.place == "location":
            return "recognisable_place" if self.answers.story == "central" else "blurred_place"
        return self.recipe.background


def is_banner(row: Output) -> bool:
    """Whether the file wants empty space beside the person (C1)."""
    return row.ratio > WIDEST_FRAME


def is_titled(row: Output) -> bool:
    """Whether the file wants empty space above the head, for words (C4)."""
    return row.use == "poster"


def _without_spare_banners(rows: tuple[Output, ...]) -> tuple[Output, ...]:
    """The banners of such uses alone as have nothing else."""
    served = {row.use for row in rows if not is_banner(row)}
    return tuple(row for row in rows if not (is_banner(row) and row.use in served))


def _ratio(row: Output) -> str:
    """The ratio as the trade says it; bleed and rounding to pixels don't count."""
    sides = Fraction(row.width_px, row.height_px).limit_denominator(11)
    return f"{sides.numerator}:{sides.denominator}"
