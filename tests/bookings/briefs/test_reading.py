"""A brief with its photographer's edits over it, and what two versions say differently."""

from dataclasses import replace

from bookings.briefs.comparing import differences
from bookings.briefs.models import BriefEdit
from bookings.briefs.reading import ReadLine, read
from guidance.brief import Brief, Kit, Line, Section
from guidance.texts import Text, text
from tests.guidance.brief.shoots import BAG, STUDIO, brief

LIGHT = Section("light", text("Light"), (Line(text("Key left")), Line(text("Fill {n}", n=1))))
LENS = Section("lens", text("Lens"), (Line(text("Use {n} mm", n=85)),))


def brief_of(*parts: Section) -> Brief:
    return replace(brief(uses=["online_profile"]), parts=parts)


def edit(key: str, words: str, original: Text | None = None, section: str = "light") -> BriefEdit:
    stored = original.as_json() if original else None
    return BriefEdit(section=section, line_key=key, words=words, original=stored)


def keys(section: Section) -> list[str]:
    return list(section.keyed())


def lines_of(found: Brief, *edits: BriefEdit) -> list[ReadLine]:
    return [line for section in read(found, edits) for line in section.lines]


def test_without_edits_the_lines_are_those_composed() -> None:
    assert [line.line for line in lines_of(brief_of(LIGHT, LENS))] == [*LIGHT.lines, *LENS.lines]


def test_an_edit_stands_over_its_line_and_one_s_own_line_at_the_end() -> None:
    key = keys(LIGHT)[0]
    reworded, own = edit(key, "Key right", LIGHT.lines[0].text), edit("", "Bring a flag")

    found = lines_of(brief_of(LIGHT), own, reworded)

    assert [(line.key, line.line, line.edit) for line in found] == [
        (key, LIGHT.lines[0], reworded),
        (keys(LIGHT)[1], LIGHT.lines[1], None),
        ("", None, own),
    ]
    assert found[0].original is None


def test_a_struck_line_is_still_there_to_be_put_back() -> None:
    key = keys(LIGHT)[0]

    struck, kept = lines_of(brief_of(LIGHT), edit(key, "", LIGHT.lines[0].text))

    assert (struck.is_struck, kept.is_struck) == (True, False)


def test_where_the_numbers_moved_on_the_edit_shows_what_it_was_made_for() -> None:
    before = text("Fill {n}", n=4)
    key = keys(LIGHT)[1]

    line = lines_of(brief_of(LIGHT), edit(key, "Fill by eye", before))[1]

    assert (line.line, line.original) == (LIGHT.lines[1], before)


def test_where_the_origin_is_gone_the_words_stay_and_a_strike_goes() -> None:
    gone = text("Use a snoot")
    found = lines_of(
        brief_of(LENS),
        edit("lens-0123456789ab", "Use the old snoot", gone, section="lens"),
        edit("lens-ba9876543210", "", gone, section="lens"),
    )

    assert [(line.line, line.original) for line in found] == [
        (LENS.lines[0], None),
        (None, gone),
    ]


def test_a_section_of_nothing_is_left_out_until_somebody_writes_there() -> None:
    empty = Section("warnings", text("Warnings"), ())
    own = edit("", "Mind the step", section="warnings")

    assert read(brief_of(empty), []) == ()
    assert [section.slug for section in read(brief_of(empty), [own])] == ["warnings"]


def test_versions_differ_by_what_came_what_went_and_what_has_other_numbers() -> None:
    moved = Section("light", LIGHT.title, (Line(text("Fill {n}", n=2)), Line(text("Rim"))))

    found = differences(brief_of(LIGHT, LENS), brief_of(moved))

    assert [(one.section, one.before, one.after) for one in found] == [
        ("light", LIGHT.lines[1], moved.lines[0]),
        ("light", None, moved.lines[1]),
        ("light", LIGHT.lines[0], None),
        ("lens", LENS.lines[0], None),
    ]


def test_a_version_differs_not_from_itself() -> None:
    found = brief(uses=["casting"], glasses="always")

    assert differences(found, found) == ()


def test_another_lens_changes_numbers_and_leaves_the_lines_their_keys() -> None:
    before = brief(BAG, STUDIO, uses=["online_profile"])
    after = brief(Kit("full_frame", (105,)), STUDIO, uses=["online_profile"])

    lens = [one for one in differences(before, after) if one.section == "lens"]
    assert lens
    assert all(one.before and one.after for one in lens)
