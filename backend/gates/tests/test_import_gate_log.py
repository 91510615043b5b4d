"""Gate logs are taken over whole or not at all, and no passage twice."""

import gzip

import pytest
from django.core.management import CommandError, call_command

from audit.models import Event
from gates.gate_log import GateLogUnreadable, LogOnDisk
from gates.models import GateLogFile, GatePassage, StagedPassage, UnknownCard
from gates.selectors.last_passages import LastPassage, last_passages
from gates.selectors.left_out import unknown_cards_between, unknown_days_of
from gates.services.passages_import import import_gate_log
from gates.services.receiving import receive_path
from gates.services.taking import take_over
from tests.fixtures.cast import MONDAY, at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

HEADER = "日時,職員番号,ゲート,入退"


@pytest.fixture
def log(hall, tmp_path):
    """`log("7:30 agatsuma G06-1 入", …)` is a file with these passages of Monday."""

    def written(*lines, name="gates.csv", header=HEADER, end=""):
        rows = [header]
        for line in lines:
            time, card, gate, direction = line.split()
            number = hall.people[card].number if card in hall.people else card
            rows.append(f"2026/11/30 {time},{number},{gate},{direction}")
        path = tmp_path / name
        path.write_bytes(("\r\n".join(rows) + end).encode("cp932"))
        return path

    return written


def kept():
    rows = GatePassage.objects.order_by("at", "pk")
    return [(row.person.family_name, row.gate, row.floor and row.floor.code, row.direction, row.at) for row in rows]


def test_passages_are_kept_with_person_floor_and_where_they_were_read(log):
    import_gate_log(file=log("7:30 agatsuma G06-1 入", "7:40 kudo EAST 入"))
    assert kept() == [
        ("我妻", "G06-1", "6", "in", at("7:30")),
        ("工藤", "EAST", None, "in", at("7:40")),
    ]
    assert list(GatePassage.objects.order_by("pk").values_list("source_file", "source_line")) == [
        ("gates.csv", 2),
        ("gates.csv", 3),
    ]


def test_a_file_imported_again_adds_nothing(log):
    path = log("7:30 agatsuma G06-1 入", "7:30 agatsuma G06-1 入", "7:45 agatsuma G06-1 退")
    first, second = import_gate_log(file=path), import_gate_log(file=path)
    assert (first.file.read, first.file.new, first.file.doubles, first.known) == (3, 2, 1, False)
    assert second.known
    assert second.file == first.file
    assert GatePassage.objects.count() == 2
    assert Event.objects.filter(kind="gate_log.imported").count() == 1


def test_the_same_content_under_another_name_is_known_too(log):
    import_gate_log(file=log("7:30 agatsuma G06-1 入"))
    assert import_gate_log(file=log("7:30 agatsuma G06-1 入", name="copy.csv")).known


def test_a_file_that_grew_is_read_on_from_where_it_ended(log):
    lines = ["7:30 agatsuma G06-1 入", "x kudo G06-1 入"]
    first = import_gate_log(file=log(*lines, end="\r\n")).file
    second = import_gate_log(file=log(*lines, "7:45 agatsuma G06-1 退", end="\r\n")).file
    assert (first.read, first.new, first.faulty, first.line) == (2, 1, 1, 3)
    assert (second.continues, second.skipped_lines, second.read, second.new) == (first, 3, 1, 1)
    assert (second.line, second.faulty) == (4, 0)
    assert len(kept()) == 2


def test_a_file_that_grows_while_it_is_read_is_read_as_it_was(log):
    path = log("7:30 agatsuma G06-1 入", end="\r\n")
    received = receive_path(path=path)
    log("7:30 agatsuma G06-1 入", "7:45 agatsuma G06-1 退", end="\r\n")
    take_over(file_id=received.file.pk, source=LogOnDisk(path))
    assert len(kept()) == 1
    assert (import_gate_log(file=path).file.skipped_lines, len(kept())) == (2, 2)


def test_a_file_that_lost_its_end_while_it_was_read_is_not_taken(log):
    path = log("7:30 agatsuma G06-1 入", "7:45 agatsuma G06-1 退")
    received = receive_path(path=path)
    log("7:30 agatsuma G06-1 入")
    take_over(file_id=received.file.pk, source=LogOnDisk(path))
    problem = GateLogFile.objects.get().problem or {}
    assert (problem["code"], problem["line"]) == ("cut_off", 2)
    assert not kept()


def test_a_last_line_that_was_written_in_half_is_read_again(log):
    path = log("7:30 agatsuma G06-1 入", "7:45 agatsuma G06-1 退")
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    first = import_gate_log(file=path).file
    path.write_bytes(whole)
    second = import_gate_log(file=path).file
    assert (first.new, first.faulty) == (1, 1)
    assert (second.skipped_lines, second.read, second.new, second.faulty) == (2, 1, 1, 0)


def test_what_was_left_out_goes_in_when_the_roll_has_caught_up(hall, log):
    path = log("7:30 agatsuma G06-1 入", "7:31 990001 G06-1 入", "7:32 990001 G06-1 退")
    assert import_gate_log(file=path).file.unknown == 2
    assert import_gate_log(file=path).known
    hall.people["kudo"].number = "990001"
    hall.people["kudo"].save()
    again = import_gate_log(file=path)
    assert (again.known, again.file.new, again.file.doubles, again.file.unknown) == (False, 2, 1, 0)
    assert unknown_cards_between(MONDAY, MONDAY) == {}


def test_another_file_of_the_same_day_takes_nothing_from_what_the_first_may_still_bring(hall, log):
    """Each building writes a log of its own; a card of nobody passed in one, and becomes somebody's."""
    path = log("7:31 990001 G06-1 入", "7:32 990001 G06-1 退")
    import_gate_log(file=path)
    hall.people["kudo"].number = "990001"
    hall.people["kudo"].save()
    import_gate_log(file=log("7:30 agatsuma G07-1 入", name="other.csv"))
    assert unknown_cards_between(MONDAY, MONDAY) == {MONDAY: 1}, "nothing of the card is kept yet"
    import_gate_log(file=log("7:40 990001 G07-1 入", name="third.csv"))
    assert unknown_cards_between(MONDAY, MONDAY) == {}
    again = import_gate_log(file=path)
    assert (again.known, again.file.new) == (False, 2)


def test_unknown_cards_are_counted_by_day_and_once_however_often_they_are_told(log):
    import_gate_log(file=log("7:31 990001 G06-1 入", "7:32 990001 G06-1 退", "7:33 990002 G06-1 入"))
    import_gate_log(file=log("7:31 990001 G06-1 入", "7:34 agatsuma G06-1 入", name="other.csv"))
    assert unknown_cards_between(MONDAY, MONDAY) == {MONDAY: 2}
    file = GateLogFile.objects.get(name="gates.csv")
    assert unknown_days_of(file) == [(MONDAY, 2, 3)]
    assert UnknownCard.objects.count() == 3


def test_what_is_left_out_is_counted_apart_and_the_event_says_so(log):
    report = import_gate_log(
        file=log(
            "7:30 agatsuma G06-1 入",
            "7:31 990001 G06-1 入",
            "7:32 990001 G06-1 退",
            "9:30 kudo G06-1 入",
            "x kudo G06-1 入",
        )
    ).file
    assert (report.new, report.unknown, report.future, report.faulty) == (1, 2, 1, 1)
    assert set(report.unknown_cards.values_list("card", flat=True)) == {"990001"}
    assert [(fault["line"], fault["code"]) for fault in report.faults] == [(5, "future"), (6, "time")]
    event = Event.objects.get(kind="gate_log.imported")
    assert event.after == {
        "file": "gates.csv",
        "read": 5,
        "new": 1,
        "doubles": 0,
        "unknown": 2,
        "future": 1,
        "faulty": 1,
        "first_day": "2026-11-30",
        "last_day": "2026-11-30",
    }


def test_the_command_says_that_what_was_taken_over_before_stands(log, settings):
    path = log("7:30 agatsuma G06-1 入", "9:30 kudo G06-1 入")
    import_gate_log(file=path)
    settings.GATE_LOG = {**settings.GATE_LOG, "columns": {**settings.GATE_LOG["columns"], "at": ("時刻",)}}
    with pytest.raises(CommandError, match=r"gates\.csv:1: .*; what was taken over at 2026-11-29 23:00 UTC stands"):
        call_command("import_gate_log", str(path))
    assert len(kept()) == 1


def test_a_gates_clock_may_run_a_little_ahead(log):
    assert import_gate_log(file=log("8:05 agatsuma G06-1 入")).file.new == 1
    assert import_gate_log(file=log("8:05:01 kudo G06-1 入")).file.future == 1


def test_nothing_of_a_file_that_is_cut_off_is_kept(log):
    path = log(*(["7:30 agatsuma G06-1 入", "7:31 agatsuma G06-1 退"] * 20_000))
    packed = gzip.compress(path.read_bytes())
    path.write_bytes(packed[: len(packed) - 20])
    with pytest.raises(GateLogUnreadable):
        import_gate_log(file=path)
    assert not GatePassage.objects.exists()
    assert not StagedPassage.objects.exists()
    assert not Event.objects.filter(kind="gate_log.imported").exists()
    file = GateLogFile.objects.get()
    problem = file.problem or {}
    assert (file.state, problem["code"]) == ("failed", "cut_off")
    assert problem["line"] > 0


def test_the_command_takes_the_good_files_and_names_the_bad_one(log, capsys, tmp_path):
    good = log("7:30 agatsuma G06-1 入", "25:00 kudo G06-1 入")
    with pytest.raises(CommandError, match=r"missing\.csv: No such file"):
        call_command("import_gate_log", str(tmp_path / "missing.csv"), str(good))
    said = capsys.readouterr()
    assert "gates.csv: 2 lines; new: 1" in said.out
    assert "gates.csv:3: time: 2026/11/30 25:00," in said.err
    assert len(kept()) == 1


def test_the_last_passage_of_everybody_is_one_query(hall, log, django_assert_num_queries):
    import_gate_log(
        file=log("7:10 kudo G06-1 入", "7:30 agatsuma G06-1 入", "7:45 agatsuma G06-1 退", "7:45 agatsuma G07-1 入")
    )
    with django_assert_num_queries(1):
        found = last_passages(after=at("7:20"), until=at("8:00"))
    assert found == [LastPassage(hall.person("agatsuma"), True, "G07-1", hall.floors["7"].pk, at("7:45"))]
