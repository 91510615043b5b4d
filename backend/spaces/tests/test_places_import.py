"""Taking a folder over: idempotent, all or nothing, and the past stays."""

import datetime as dt
import io
from pathlib import Path

import pytest
import time_machine
from django.core.management import CommandError, call_command

from audit.models import Event
from core.revision import Slow, revisions
from spaces.importing.mistakes import FolderError, MistakeCode
from spaces.models import Area, Building, Desk, DeskPlacement, Floor, Layout
from spaces.selectors import floor_plan
from spaces.services.places_import import import_places
from spaces.tests.cast import IN_SPRING, Cast, cast, import_small_hall
from spaces.tests.small_hall import AREAS, DESKS, PLAN, area_box, small_hall

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)
TOMORROW = dt.date(2026, 11, 25)


@pytest.fixture(autouse=True)
def on_a_tuesday() -> object:
    with time_machine.travel("2026-11-24T10:00:00+09:00", tick=False):
        yield


@pytest.fixture
def hall() -> Cast:
    people = cast()
    import_small_hall(people.building)
    return people


def mistakes_of(error: pytest.ExceptionInfo[FolderError]) -> list[MistakeCode]:
    return [mistake.code for mistake in error.value.mistakes]


def test_a_folder_becomes_floors_areas_and_desks(hall: Cast) -> None:
    fourth = Floor.objects.get(code="4")
    plan = floor_plan(fourth.pk, TODAY)
    assert plan is not None
    assert (plan.floor.name, plan.width, plan.height, plan.effective_from) == ("4階", 20.0, 10.0, IN_SPRING)
    assert [(desk.code, desk.mode, desk.rotation, desk.features) for desk in plan.desks] == [
        ("04A-001", "bookable", 0.0, ("monitor", "window")),
        ("04A-002", "drop_in", 0.0, ()),
        ("04B-001", "bookable", 90.0, ()),
    ]
    own, common = plan.areas
    assert own.homes(0) == {hall.section.pk, hall.other_section.pk}
    assert own.homes(1) == {hall.section.pk}
    assert common.is_common(0)
    assert own.overflow_ids == (common.id,)
    upper = floor_plan(Floor.objects.get(code="5").pk, TODAY)
    assert upper is not None
    assert upper.desks[0].assigned_to_id == hall.person.pk
    assert upper.areas[0].overflow_ids == (own.id, common.id)


def test_a_second_run_changes_nothing_and_says_so(hall: Cast) -> None:
    before = (revisions()[Slow.PLACES], Event.objects.count(), Layout.objects.count())
    assert import_small_hall(hall.building).floors == ()
    assert import_small_hall(hall.building, effective_from=TODAY).floors == ()
    assert (revisions()[Slow.PLACES], Event.objects.count(), Layout.objects.count()) == before


def test_a_desk_that_another_floor_has_later_cannot_stand_here_until_then_and_after(hall: Cast) -> None:
    january = dt.date(2027, 1, 4)
    upstairs = DESKS + "05A-002,5,05A,5.0,3.6,0.7,1.2,0,bookable,,\n"
    import_small_hall(hall.building, effective_from=january, desks=upstairs)
    downstairs = DESKS + "05A-002,4,04B,14.0,3.6,0.7,1.2,0,bookable,,\n"
    with pytest.raises(FolderError) as error:
        import_small_hall(hall.building, effective_from=TODAY, desks=downstairs)
    assert mistakes_of(error) == [MistakeCode.DESK_ELSEWHERE]


def test_a_dry_run_says_what_would_change_and_changes_nothing(hall: Cast) -> None:
    outcome = import_small_hall(
        hall.building, effective_from=TODAY, dry_run=True,
        desks=DESKS.replace("drop_in", "bookable").replace("04B-001,4,04B,12.0", "04B-002,4,04B,12.0"),
    )  # fmt: skip
    (floor,) = outcome.floors
    assert floor.change.desks_mode == (("04A-002", "drop_in", "bookable"),)
    assert (floor.change.desks_new, floor.change.desks_retired) == (("04B-002",), ("04B-001",))
    assert (Layout.objects.count(), Desk.objects.count()) == (2, 4)


def test_a_change_begins_a_new_layout_of_its_floor_alone_and_the_past_stays(hall: Cast) -> None:
    fourth, fifth = Floor.objects.get(code="4"), Floor.objects.get(code="5")
    import_small_hall(hall.building, effective_from=TOMORROW, desks=DESKS.replace("3.75", "4.5"))
    now, then = floor_plan(fourth.pk, TODAY), floor_plan(fourth.pk, TOMORROW)
    assert now is not None
    assert then is not None
    assert (now.desks[1].x, then.desks[1].x) == (3.75, 4.5)
    assert now.desks[1].id == then.desks[1].id
    assert list(fifth.layouts.values_list("effective_from", flat=True)) == [IN_SPRING]


def test_a_retired_desk_is_left_out_and_stays_readable_before(hall: Cast) -> None:
    import_small_hall(
        hall.building, effective_from=TODAY, desks=DESKS.replace("04A-002,4,04A,3.75,3.6,0.7,1.2,0,drop_in,,\n", "")
    )
    fourth = Floor.objects.get(code="4")
    before, after = floor_plan(fourth.pk, TODAY - dt.timedelta(days=1)), floor_plan(fourth.pk, TODAY)
    assert before is not None
    assert after is not None
    retired = Desk.objects.get(code="04A-002").pk
    assert retired in before.desk_by_id
    assert retired not in after.desk_by_id


def test_a_layout_of_the_same_day_is_replaced_while_the_day_is_not_over(hall: Cast) -> None:
    for x in ("4.0", "4.5"):
        import_small_hall(hall.building, effective_from=TODAY, desks=DESKS.replace("3.75", x))
    fourth = Floor.objects.get(code="4")
    plan = floor_plan(fourth.pk, TODAY)
    assert plan is not None
    assert plan.desks[1].x == 4.5
    assert sorted(fourth.layouts.values_list("effective_from", flat=True)) == [IN_SPRING, TODAY]


@pytest.mark.parametrize("day", [IN_SPRING, TODAY - dt.timedelta(days=1), dt.date(2025, 1, 1)])
def test_days_that_are_over_do_not_change(hall: Cast, day: dt.date) -> None:
    with pytest.raises(FolderError) as refused:
        import_small_hall(hall.building, effective_from=day, desks=DESKS.replace("3.75", "4.5"))
    assert set(mistakes_of(refused)) == {MistakeCode.LAYOUT_IS_HISTORY}
    assert Layout.objects.count() == 2


def test_a_later_layout_is_announced_and_stays(hall: Cast) -> None:
    import_small_hall(hall.building, effective_from=TOMORROW, desks=DESKS.replace("3.75", "4.5"))
    outcome = import_small_hall(hall.building, effective_from=TODAY, desks=DESKS.replace("3.75", "5.5"))
    assert [floor.later for floor in outcome.floors] == [TOMORROW]
    plan = floor_plan(Floor.objects.get(code="4").pk, TOMORROW)
    assert plan is not None
    assert plan.desks[1].x == 4.5


def test_one_mistake_anywhere_leaves_everything_as_it_was() -> None:
    people = cast()
    with pytest.raises(FolderError):
        import_small_hall(people.building, plan5="<svg/>")
    assert [model.objects.count() for model in (Floor, Area, Desk, Layout, Event)] == [0, 0, 0, 0, 0]


def test_a_desk_code_stands_for_one_desk_in_the_whole_city(hall: Cast) -> None:
    annex = Building.objects.create(code="annex", name="分庁舎")
    with pytest.raises(FolderError) as refused:
        import_small_hall(annex)
    assert mistakes_of(refused) == [MistakeCode.DESK_ELSEWHERE] * 4


def test_a_desk_cannot_stand_on_a_floor_the_folder_leaves_alone(hall: Cast) -> None:
    only_fifth = small_hall(
        areas="code,floor,name,departments,overflow\n05A,5,5階Aエリア,0402,\n",
        desks=DESKS.splitlines()[0] + "\n04A-001,5,05A,3.0,3.6,0.7,1.2,0,bookable,,\n",
        plan5=PLAN.format(floor=5, areas=area_box("05A", 10)),
    )
    del only_fifth["floors/04F.svg"]
    with pytest.raises(FolderError) as refused:
        import_places(building=hall.building, files=only_fifth, effective_from=TODAY)
    assert mistakes_of(refused) == [MistakeCode.DESK_ELSEWHERE]


def test_publishing_is_written_into_the_event_log(hall: Cast) -> None:
    import_small_hall(hall.building, effective_from=TODAY, desks=DESKS.replace("3.75", "4.5"))
    event = Event.objects.latest("pk")
    assert (event.kind, event.subject_kind, event.subject_id) == (
        "layout.published", "floor", Floor.objects.get(code="4").pk,
    )  # fmt: skip
    assert event.after is not None
    assert event.after["desks_moved"] == ["04A-002"]


def test_an_area_that_changes_its_departments_changes_its_floor(hall: Cast) -> None:
    outcome = import_small_hall(
        hall.building, effective_from=TODAY, areas=AREAS.replace("0401 0402@mon+wed", "0401 0402")
    )
    assert [floor.change.areas_changed for floor in outcome.floors] == [("04A",)]
    assert DeskPlacement.objects.filter(layout__effective_from=TODAY).count() == 3


def command(folder: Path, *options: str) -> str:
    output = io.StringIO()
    call_command("import_places", folder, *options, stdout=output, stderr=output)
    return output.getvalue()


def test_the_command_reports_in_both_languages(tmp_path: Path) -> None:
    cast().building.delete()
    (tmp_path / "floors").mkdir()
    for name, content in small_hall().items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(CommandError, match="--building"):
        command(tmp_path)
    dry = command(tmp_path, "--building", "main", "--building-name", "本庁舎", "--dry-run", "--language", "en")
    assert "Floor 4 (from 2026-11-24)\n  its first layout\n  desks new: 3  04A-001 04A-002 04B-001\n" in dry
    assert not Building.objects.exists()
    command(tmp_path, "--building", "main", "--building-name", "本庁舎")
    assert command(tmp_path) == "変更はありません。\n"
    (tmp_path / "desks.csv").write_text(DESKS.replace("drop_in", "free"), encoding="utf-8")
    output = io.StringIO()
    with pytest.raises(CommandError, match="1 件の誤り"):
        call_command("import_places", tmp_path, stderr=output)
    assert output.getvalue().startswith("desks.csv:3 mode: 利用区分 free はありません")
