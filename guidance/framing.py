"""How much of the person the frame holds, and which lens in the bag does it from where.

Table A3 (framings, head share, focal lengths), the loose headshot master of A5, groups in rows,
and the length of room that each choice needs. Lengths are millimetres.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from guidance.optics import SensorFormat, field_seen_mm, sensor_to_subject_mm, subject_distance_mm

HEAD_HEIGHT_MM = 230.0
"""Chin to crown, the design value of A3."""

HEADROOM_SHARE = 0.09
"""Air above the crown, as a share of the frame's height (GK)."""

NEAREST_MM = 1200.0
"""No face is taken from nearer: nose and forehead grow, trust falls (A3, S8)."""

GROUP_SHORTEST_FOCAL_MM = 35.0
"""On full frame; a shorter lens stretches the faces at the edges of a group (A3)."""

BEHIND_CAMERA_MM = 800.0
"""Room that the photographer needs behind the camera (A3)."""

AVATAR_FACE_SHARE = 0.60
MASTER_FIELD_MM = 600.0
"""Height of the headshot master: holds 4:5, 2:3 and the square avatar at 60 % (A5)."""

UPRIGHT_CROP = 4 / 5
"""The widest upright ratio that is cut from a loose frame in its whole height (A5)."""

BANNER_RATIO = 16 / 9
CENTRE = 0.5
PERSON_SHARE_OF_BANNER = 1 / 3
ROW_SHARE_OF_BANNER = 2 / 3
EMPTY_TITLE_SHARE = 1 / 3
"""One person has a third of a banner, a group two; a poster's title a third above the head (GK)."""

PERSON_WIDTH_MM = 550.0
GROUP_MARGINS_MM = 600.0
ROW_PITCH_MM = 700.0

CROP_WORTH_SAYING = 1.02
"""Millimetres of rounding are no crop."""

SHORTEST_BORROWED_MM = 24.0
"""On full frame; nobody is told to borrow a lens that bends whoever stands at the edge (GK)."""

STANDARD_FOCAL_LENGTHS_MM = (
    *(14, 18, 20, 24, 25, 28, 32, 35, 40, 45, 50, 56, 60, 63),
    *(70, 75, 80, 85, 90, 100, 105, 110, 120, 135, 150, 180, 200),
)
"""Lenses one can buy or borrow, offered where the kit has none that fits."""


@dataclass(frozen=True, slots=True)
class Framing:
    """One row of A3.

    `field_mm` lies along the long side of the sensor; focal lengths are those on full frame,
    distances those from the lens. `middle` is where across the frame the people stand, from its
    left edge, `empty_above` what of its height is left to words: both as shares.
    """

    name: str
    field_mm: float
    focal_from_mm: float
    focal_to_mm: float
    nearest_mm: float
    farthest_mm: float
    upright: bool = True
    middle: float = CENTRE
    empty_above: float = 0.0

    @property
    def ideal_distance_mm(self) -> float:
        """The middle of the range of distances, which is what sets the perspective."""
        return math.sqrt(self.nearest_mm * self.farthest_mm)


FRAMINGS: Mapping[str, Framing] = MappingProxyType(
    {
        framing.name: framing
        for framing in (
            Framing("face", 350, 120, 180, 1300, 1900),
            Framing("head_shoulders", 500, 85, 135, 1300, 2000),
            Framing("waist", 900, 70, 105, 1800, 2700),
            Framing("knees", 1300, 70, 85, 2600, 3200),
            Framing("full", 2100, 50, 85, 3000, 5000),
        )
    }
)
"""Framings by the questionnaire's word (A3)."""

HEADSHOT_MASTER = Framing("head_shoulders", MASTER_FIELD_MM, 85, 135, 1300, 2000)
"""Head and shoulders shot loose enough for every crop (A5)."""


@dataclass(frozen=True, slots=True)
class FloorMarks:
    """Tape on the floor, in mm from the background: under the eyes, and under the sensor.

    `back_row_mm` is `subject_mm` where there is one row.
    """

    back_row_mm: float
    subject_mm: float
    sensor_mm: float


@dataclass(frozen=True, slots=True)
class CameraPosition:
    """A lens and the place it stands; `field_mm` is what it really sees along the long side.

    `wished_mm` is the framing's own field.
    """

    focal_mm: int
    field_mm: float
    wished_mm: float
    distance_mm: float
    background_gap_mm: float
    depth_of_rows_mm: float
    in_kit: bool
    fits: bool

    @property
    def used_share(self) -> float:
        """Share of the frame's sides that is the picture: less than 1 where the rest is cropped."""
        share = self.wished_mm / self.field_mm
        return share if share * CROP_WORTH_SAYING < 1 else 1.0

    @property
    def sensor_to_subject_mm(self) -> float:
        return sensor_to_subject_mm(self.focal_mm, self.distance_mm)

    @property
    def room_length_needed_mm(self) -> float:
        """Photographer, camera, subjects and the gap to the background in one line (A3)."""
        return BEHIND_CAMERA_MM + self.sensor_to_subject_mm + self.background_behind_mm

    @property
    def background_behind_mm(self) -> float:
        """From the (front) eyes to the background."""
        return self.depth_of_rows_mm + self.background_gap_mm

    @property
    def marks(self) -> FloorMarks:
        subject_mm = self.background_behind_mm
        sensor_mm = subject_mm + self.sensor_to_subject_mm
        return FloorMarks(self.background_gap_mm, subject_mm, sensor_mm)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the place allows: the sensor, the gaps to the background, the length of the room.

    `room_length_mm` is None on location and where the room is not known.
    """

    sensor: SensorFormat
    gap_mm: float
    least_gap_mm: float
    nearest_mm: float
    room_length_mm: float | None = None
    depth_of_rows_mm: float = 0.0


def head_share(field_mm: float) -> float:
    """Share of the frame's side that a head of 230 mm fills (A3)."""
    return HEAD_HEIGHT_MM / field_mm


def full_frame_focal_mm(focal_mm: float, sensor: SensorFormat) -> float:
    """The focal length with the same angle of view along the long side of full frame (A2)."""
    return focal_mm * 36.0 / sensor.long_side_mm


def avatar_square_mm() -> float:
    """Side of the square that shows the face at 60 % (A5)."""
    return HEAD_HEIGHT_MM / AVATAR_FACE_SHARE


def place_camera(
    framing: Framing, setting: Setting, focal_lengths_mm: Sequence[int]
) -> CameraPosition:
    """The best lens of the kit for this framing, and where it stands.

    Prefers, in this order: a position that fits the room, a focal length of A3, no crop
    afterwards, the full gap to the background, the distance in the middle of A3's range. Where
    no lens of the kit fits, the nearest one to borrow is given, marked as not `in_kit`; where
    none does either, the lens of the kit that takes the least room among those of A3, or else
    among all, marked as not fitting. ValueError for an empty kit.
    """
    if not focal_lengths_mm:
        raise ValueError("focal_lengths_mm must name at least one lens")
    kit = _best(framing, setting, focal_lengths_mm, in_kit=True)
    if kit.fits:
        return kit
    borrowed = _best(framing, setting, lenses_to_borrow(setting.sensor), in_kit=False)
    return borrowed if borrowed.fits else kit


def lenses_to_borrow(sensor: SensorFormat) -> tuple[int, ...]:
    """Standard focal lengths that people may be taken with on this sensor, in mm."""
    return tuple(
        focal
        for focal in STANDARD_FOCAL_LENGTHS_MM
        if full_frame_focal_mm(focal, sensor) >= 0.98 * SHORTEST_BORROWED_MM
    )


def rank_lenses(
    framing: Framing, setting: Setting, focal_lengths_mm: Iterable[int], *, in_kit: bool = True
) -> list[CameraPosition]:
    """Every lens where it would stand, the best first, as in :func:`place_camera`."""
    positions = [
        _position(framing, setting, focal, in_kit=in_kit) for focal in set(focal_lengths_mm)
    ]
    return sorted(positions, key=lambda position: _rank(framing, setting, position))


def loosened(framing: Framing, sensor: SensorFormat) -> Framing:
    """The framing with air around it, so that a 4:5 crop keeps its whole height (A5).

    On a 2:3 sensor a fifth more, as the headshot master has it: 600 mm for 500.
    """
    factor = max(1.0, UPRIGHT_CROP * sensor.long_side_mm / sensor.short_side_mm)
    return replace(framing, field_mm=framing.field_mm * factor)


def with_space_beside(framing: Framing) -> Framing:
    """A level frame for a 16:9 banner: the person in one third, the others empty (GK).

    Shows no less than the framing and at least the person from the waist up; a group's row takes
    two thirds. The distances stay those of A3, so shorter lenses do it.
    """
    if not framing.upright:
        wide = _widened(framing, framing.field_mm / ROW_SHARE_OF_BANNER)
        return replace(wide, middle=ROW_SHARE_OF_BANNER / 2)
    base = max(framing, FRAMINGS["waist"], key=lambda each: each.field_mm)
    width_mm = max(3 * PERSON_WIDTH_MM, BANNER_RATIO * base.field_mm)
    return replace(_widened(base, width_mm), upright=False, middle=PERSON_SHARE_OF_BANNER / 2)


def with_space_above(framing: Framing) -> Framing:
    """An upright frame whose upper third is empty, for a poster's title (GK)."""
    higher = _widened(framing, framing.field_mm / (1 - EMPTY_TITLE_SHARE))
    return replace(higher, empty_above=EMPTY_TITLE_SHARE)


def rows_of(people: int) -> tuple[int, ...]:
    """How many stand in each row, front row first: up to 5 in one, 10 in two, then eights.

    ValueError below one person.
    """
    if people < 1:
        raise ValueError("people must be at least 1")
    rows = _row_count(people)
    shortest, longer = divmod(people, rows)
    # The back row is the long one: the front row then leaves gaps to look through.
    return tuple(shortest + (row >= rows - longer) for row in range(rows))


def group_framing(
    people: int, body_field_mm: float, sensor: SensorFormat, rows: int | None = None
) -> Framing:
    """The frame that holds the longest row and `body_field_mm` of each person (A3).

    In as many `rows` as given, or as usual for so many people. Turned so that it sees the less
    besides: level, but for a couple at full length, who would stand in a hall.
    """
    longest = max(rows_of(people)) if rows is None else math.ceil(people / rows)
    level_mm, upright_mm = _group_fields_mm(row_width_mm(longest), body_field_mm, sensor)
    return _group(min(level_mm, upright_mm), upright=upright_mm < level_mm)


def level_group_framing(people: int, body_field_mm: float, sensor: SensorFormat) -> Framing:
    """As :func:`group_framing`, but level whatever it sees besides: a banner is."""
    width_mm = row_width_mm(max(rows_of(people)))
    return _group(_group_fields_mm(width_mm, body_field_mm, sensor)[0], upright=False)


def _group_fields_mm(
    width_mm: float, body_field_mm: float, sensor: SensorFormat
) -> tuple[float, float]:
    """The long side of a level and of an upright frame of so much width and height."""
    long_by_short = sensor.long_side_mm / sensor.short_side_mm
    level_mm = max(width_mm, body_field_mm * long_by_short)
    return level_mm, max(body_field_mm, width_mm * long_by_short)


def _group(field_mm: float, *, upright: bool) -> Framing:
    # 35 to 70 mm on full frame; the distances follow from them.
    nearest_mm, farthest_mm = (subject_distance_mm(focal, field_mm, 36.0) for focal in (35, 70))
    return Framing("group", field_mm, 35, 70, nearest_mm, farthest_mm, upright=upright)


def row_width_mm(people: int) -> float:
    """Width of a frame that holds so many people side by side (A3)."""
    return people * PERSON_WIDTH_MM + GROUP_MARGINS_MM


def rows_depth_mm(people: int) -> float:
    """From the front row's eyes to the back row's (A4: rows 700 mm apart)."""
    return (_row_count(people) - 1) * ROW_PITCH_MM


def sagitta_mm(radius_mm: float, width_mm: float) -> float:
    """Depth that a row of `width_mm` costs when curved around the camera (A4).

    ValueError where the row is wider than the circle.
    """
    if radius_mm <= 0 or not 0 <= width_mm <= 2 * radius_mm:
        raise ValueError("width_mm must be 0 or more and at most twice radius_mm")
    return radius_mm - math.sqrt(radius_mm**2 - (width_mm / 2) ** 2)


def _widened(framing: Framing, field_mm: float) -> Framing:
    narrower = framing.field_mm / field_mm
    return replace(
        framing,
        field_mm=field_mm,
        focal_from_mm=framing.focal_from_mm * narrower,
        focal_to_mm=framing.focal_to_mm * narrower,
    )


def _row_count(people: int) -> int:
    if people <= 5:
        return 1
    if people <= 10:
        return 2
    return max(3, math.ceil(people / 8))


def _best(
    framing: Framing, setting: Setting, focal_lengths_mm: Sequence[int], *, in_kit: bool
) -> CameraPosition:
    positions = (_position(framing, setting, focal, in_kit=in_kit) for focal in focal_lengths_mm)
    return min(positions, key=lambda position: _rank(framing, setting, position))


def _position(framing: Framing, setting: Setting, focal_mm: int, *, in_kit: bool) -> CameraPosition:
    side_mm = setting.sensor.long_side_mm
    distance_mm = max(subject_distance_mm(focal_mm, framing.field_mm, side_mm), setting.nearest_mm)
    without_gap_mm = (
        BEHIND_CAMERA_MM + sensor_to_subject_mm(focal_mm, distance_mm) + setting.depth_of_rows_mm
    )
    gap_mm, fits = _gap(setting, without_gap_mm)
    field_mm = field_seen_mm(focal_mm, distance_mm, side_mm)
    return CameraPosition(
        focal_mm=focal_mm,
        field_mm=field_mm,
        wished_mm=framing.field_mm,
        distance_mm=distance_mm,
        background_gap_mm=gap_mm,
        depth_of_rows_mm=setting.depth_of_rows_mm,
        in_kit=in_kit,
        fits=fits,
    )


def _gap(setting: Setting, without_gap_mm: float) -> tuple[float, bool]:
    if setting.room_length_mm is None:
        return setting.gap_mm, True
    left_mm = setting.room_length_mm - without_gap_mm
    return max(min(setting.gap_mm, left_mm), setting.least_gap_mm), left_mm >= setting.least_gap_mm


def _rank(framing: Framing, setting: Setting, position: CameraPosition) -> tuple[float, ...]:
    full_frame_mm = full_frame_focal_mm(position.focal_mm, setting.sensor)
    # A 56 mm lens on APS-C counts as 85 mm: half a millimetre must not put it out of range.
    in_range = framing.focal_from_mm * 0.98 <= full_frame_mm <= framing.focal_to_mm * 1.02
    return (
        not position.fits,
        not in_range,
        position.room_length_needed_mm if not position.fits else 0.0,
        round(position.field_mm / framing.field_mm, 2),
        # Some decimetres of gap are no reason to take another lens; half a metre is.
        (setting.gap_mm - position.background_gap_mm) // 500,
        abs(math.log(position.distance_mm / framing.ideal_distance_mm)),
    )
