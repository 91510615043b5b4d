"""What a folder of places says, and what is wrong with it."""

import pytest

from spaces.importing.drawn import DrawnArea, DrawnDesk
from spaces.importing.folder import Known, PlacesFolder, read_folder
from spaces.importing.mistakes import FolderError, MistakeCode
from spaces.importing.words import MISTAKE_WORDS, mistake_line
from spaces.tests.small_hall import AREAS, DESKS, PLAN, area_box, small_hall

KNOWN = Known(
    modes=("bookable", "drop_in", "assigned", "unavailable"),
    features=("monitor", "height_adjustable", "quiet", "accessible", "window"),
    departments={"0401", "0402"},
    people={"000001"},
)


def read(**changed: str | bytes) -> PlacesFolder:
    return read_folder(small_hall(**changed), KNOWN)


def mistakes(**changed: str | bytes) -> list[tuple[str, str, int | None, str | None]]:
    with pytest.raises(FolderError) as refused:
        read(**changed)
    for mistake in refused.value.mistakes:
        assert "{" not in mistake_line(mistake, "ja") + mistake_line(mistake, "en")
    return [(mistake.code.value, mistake.file, mistake.row, mistake.column) for mistake in refused.value.mistakes]


def test_a_folder_is_read_floor_by_floor() -> None:
    (fourth, floor), (fifth, upper) = read().floors
    assert (fourth.code, fourth.name, fourth.level, fifth.code) == ("4", "4階", 4, "5")
    assert (floor.width, floor.height) == (20.0, 10.0)
    assert floor.areas["04A"] == DrawnArea(
        "04A", "4階Aエリア", 1.0, 1.0, 9.0, 8.0, frozenset({("0401", None), ("0402", 0), ("0402", 2)}), ("04B",)
    )
    assert floor.desks["04A-001"] == DrawnDesk(
        "04A-001", "04A", 3.0, 3.6, 0.7, 1.2, 0.0, "bookable", ("monitor", "window"), None
    )
    assert upper.desks["05A-001"].assigned_to == "000001"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_tables_may_come_in_the_encodings_offices_save_them_in(encoding: str) -> None:
    assert read(areas=AREAS.encode(encoding), desks=DESKS.encode(encoding)) == read()


def test_numbers_may_be_full_width() -> None:
    assert read(desks=DESKS.replace("3.75", "３．７５")) == read()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("04A-002,4,04A", "04A-001,4,04A", ("desk_twice", "desks.csv", 3, "code")),
        ("04A-002,4,04A", "4a2,4,04A", None),
        ("04B-001,4,04B", "4a1,4,04B", ("desk_alike", "desks.csv", 4, "code")),
        ("04A-002,4,04A", "04A-002,4,09Z", ("unknown_area", "desks.csv", 3, "area")),
        ("04A-002,4,04A", "04A-002,4,05A", ("area_on_other_floor", "desks.csv", 3, "area")),
        ("04A-002,4,04A", "04A-002,x,04A", ("bad_floor", "desks.csv", 3, "floor")),
        ("04A-002,4,04A", "04A/002,4,04A", ("bad_code", "desks.csv", 3, "code")),
        ("04A-002,4,04A", ",4,04A", ("value_missing", "desks.csv", 3, "code")),
        ("04A-002,4,04A,3.75", "04A-002,4,04A,wide", ("bad_number", "desks.csv", 3, "x")),
        ("04A-002,4,04A,3.75", "04A-002,4,04A,nan", ("bad_number", "desks.csv", 3, "x")),
        ("04A-002,4,04A,3.75", "04A-002,4,04A,inf", ("out_of_range", "desks.csv", 3, "x")),
        ("04A-002,4,04A,3.75", "04A-002,4,04A,19.4", ("desk_outside_floor", "desks.csv", 3, "x")),
        ("12.0,3.6,1.4,0.7,90", "18.9,3.6,1.4,0.7,90", None),
        ("12.0,3.6,1.4,0.7,90", "18.9,3.6,1.4,0.7,0", ("desk_outside_floor", "desks.csv", 4, "x")),
        ("12.0,3.6,1.4,0.7,90", "12.0,9.2,1.4,0.7,90", ("desk_outside_floor", "desks.csv", 4, "x")),
        ("drop_in", "free", ("unknown_mode", "desks.csv", 3, "mode")),
        ("window monitor", "window sofa", ("unknown_feature", "desks.csv", 2, "features")),
        ("assigned,000001", "assigned,000009", ("unknown_person", "desks.csv", 5, "assigned_to")),
        ("assigned,000001", "bookable,000001", ("person_at_shared_desk", "desks.csv", 5, "assigned_to")),
        ("rotation,mode", "turned,mode", ("column_missing", "desks.csv", 1, "rotation")),
        ("drop_in,,\n", "drop_in,,,extra\n", ("row_too_long", "desks.csv", 3, None)),
    ],
)
def test_a_mistake_in_the_desks_is_named_with_row_and_column(
    old: str, new: str, expected: tuple[str, str, int | None, str | None] | None
) -> None:
    assert old in DESKS
    desks = DESKS.replace(old, new, 1)
    if expected is None:
        read(desks=desks)
    else:
        assert mistakes(desks=desks) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("04B,4,", "04A,4,", ("area_twice", "areas.csv", 3, "code")),
        ("0401 0402", "0401 0499", ("unknown_department", "areas.csv", 2, "departments")),
        ("@mon+wed", "@mon+someday", ("unknown_weekday", "areas.csv", 2, "departments")),
        (",04A 04B", ",04A 09Z", ("unknown_overflow", "areas.csv", 4, "overflow")),
        (",04A 04B", ",05A", ("unknown_overflow", "areas.csv", 4, "overflow")),
        ("05A,5,5階Aエリア", "05A,5,", ("value_missing", "areas.csv", 4, "name")),
    ],
)
def test_a_mistake_in_the_areas_is_named_with_row_and_column(
    old: str, new: str, expected: tuple[str, str, int | None, str | None]
) -> None:
    assert old in AREAS
    assert expected in mistakes(areas=AREAS.replace(old, new, 1))


def test_every_mistake_is_said_at_once() -> None:
    found = mistakes(desks=DESKS.replace("drop_in", "free").replace("3.75", "wide"), plan5="<svg/>")
    assert [code for code, *_place in found] == ["bad_number", "unknown_mode", "not_svg"]


def test_what_is_missing_is_named() -> None:
    files = small_hall()
    del files["desks.csv"], files["floors/05F.svg"]
    with pytest.raises(FolderError) as refused:
        read_folder(files, KNOWN)
    assert [mistake.code for mistake in refused.value.mistakes] == [MistakeCode.FILE_MISSING, MistakeCode.PLAN_MISSING]


def test_an_area_has_to_be_drawn_on_its_floor_and_within_it() -> None:
    plan = PLAN.format(floor=4, areas=area_box("04A", 150))
    assert mistakes(plan4=plan) == [
        ("area_outside_floor", "floors/04F.svg", 4, None),
        ("area_not_drawn", "areas.csv", 3, "code"),
    ]


@pytest.mark.parametrize("content", [b"\x81\xff\xfe", b"code,\x00", "code,floor\n".encode("utf-16")])
def test_what_is_not_text_is_refused(content: bytes) -> None:
    assert mistakes(areas=content)[0] == ("not_text", "areas.csv", None, None)


def test_an_empty_table_lacks_its_columns() -> None:
    assert {code for code, *_place in mistakes(desks="")} == {"column_missing"}


def test_an_open_quotation_mark_is_no_csv() -> None:
    assert ("not_csv", "desks.csv", 6, None) in mistakes(desks=DESKS + '"04A-009,4')


def test_every_mistake_has_words_in_both_languages() -> None:
    assert set(MISTAKE_WORDS) == set(MistakeCode)
    assert all(set(words) == {"ja", "en"} and all(words.values()) for words in MISTAKE_WORDS.values())
