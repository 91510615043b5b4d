"""Gate logs are taken over whole or not at all, and no passage twice."""

import gzip

import pytest
from django.core.management import CommandError, call_command

from audit.models import Event
from gates.gate_log import GateLogUnreadable
from gates.models import GatePassage
from gates.selectors.last_passages import LastPassage, last_passages
from gates.services.passages_import import import_gate_log
from tests.fixtures.cast import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

HEADER = "日時,職員番号,ゲート,入退"


@pytest.fixture
def log(hall, tmp_path):
    """`log("7:30 agatsuma G06-1 入", …)` is a file with these passages of Monday."""

    def written(*lines, name="gates.csv", header=HEADER):
        rows = [header]
        for line in lines:
            time, card, gate, direction = line.split()
            number = hall.people[card].number if card in hall.people else card
            rows.append(f"2026/11/30 {time},{number},{gate},{direction}")
        path = tmp_path / name
        path.write_bytes("\r\n".join(rows).encode("cp932"))
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
    file = log("7:30 agatsuma G06-1 入", "7:30 agatsuma G06-1 入", "7:45 agatsuma G06-1 退")
    first, second = import_gate_log(file=file), import_gate_log(file=file)
    assert (first.read, first.new, first.doubles) == (3, 2, 1)
    assert (second.read, second.new, second.doubles) == (3, 0, 3)
    assert GatePassage.objects.count() == 2


def test_what_is_left_out_is_counted_apart_and_the_event_says_so(log):
    report = import_gate_log(
        file=log(
            "7:30 agatsuma G06-1 入",
            "7:31 990001 G06-1 入",
            "7:32 990001 G06-1 退",
            "9:30 kudo G06-1 入",
            "x kudo G06-1 入",
        )
    )
    assert (report.new, report.unknown, report.unknown_cards, report.future) == (1, 2, {"990001"}, 1)
    assert [(fault.line, fault.reason) for fault in report.faulty] == [(6, "'2026/11/30 x' is no time")]
    event = Event.objects.get(kind="gate_log.imported")
    assert event.after == {
        "file": "gates.csv",
        "read": 5,
        "new": 1,
        "doubles": 0,
        "unknown": 2,
        "future": 1,
        "faulty": 1,
    }


def test_a_gates_clock_may_run_a_little_ahead(log):
    assert import_gate_log(file=log("8:05 agatsuma G06-1 入")).new == 1
    assert import_gate_log(file=log("8:05:01 kudo G06-1 入")).future == 1


def test_nothing_of_a_file_that_is_cut_off_is_kept(log):
    path = log(*(["7:30 agatsuma G06-1 入", "7:31 agatsuma G06-1 退"] * 20_000))
    packed = gzip.compress(path.read_bytes())
    path.write_bytes(packed[: len(packed) - 20])
    with pytest.raises(GateLogUnreadable):
        import_gate_log(file=path)
    assert not GatePassage.objects.exists()
    assert not Event.objects.filter(kind="gate_log.imported").exists()


def test_the_command_takes_the_good_files_and_names_the_bad_one(log, capsys, tmp_path):
    good = log("7:30 agatsuma G06-1 入", "25:00 kudo G06-1 入")
    with pytest.raises(CommandError, match=r"missing\.csv: No such file"):
        call_command("import_gate_log", str(tmp_path / "missing.csv"), str(good))
    said = capsys.readouterr()
    assert "gates.csv: 2 lines; new: 1" in said.out
    assert "gates.csv:3: '2026/11/30 25:00' is no time" in said.err
    assert len(kept()) == 1


def test_the_last_passage_of_everybody_is_one_query(hall, log, django_assert_num_queries):
    import_gate_log(
        file=log("7:10 kudo G06-1 入", "7:30 agatsuma G06-1 入", "7:45 agatsuma G06-1 退", "7:45 agatsuma G07-1 入")
    )
    with django_assert_num_queries(1):
        found = last_passages(after=at("7:20"), until=at("8:00"))
    assert found == [LastPassage(hall.person("agatsuma"), True, "G07-1", hall.floors["7"].pk, at("7:45"))]
