"""Whatever is wrong with a file is told with its line, by the command as over HTTP, and nothing of it is taken."""

import gzip
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from audit.models import Event
from gates.gate_log import Fault
from gates.models import GateLogFile, GatePassage, StagedPassage, UnknownCard
from integrations.gates import encoded_lines

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

FILES = "/api/v1/gate-log/files/"
HEADER = "日時,職員番号,ゲート,入退"
UNKNOWN = "2026/11/30 07:30:00,990001,G06-1,入"


@pytest.fixture
def facilities(hall, client_of):
    account = hall.account("kudo")
    account.roles = ["facilities"]
    account.save()
    return client_of(account)


@pytest.fixture(params=["command", "upload"])
def load(request, facilities, tmp_path, work, capsys):
    """`load(bytes)` answers the file as its report tells of it, and what the command said of it."""

    def by_command(content):
        path = tmp_path / "gates.csv"
        path.write_bytes(content)
        said = ""
        try:
            call_command("import_gate_log", str(path))
        except CommandError as error:
            said = str(error)
        told = capsys.readouterr()
        return facilities.get(f"{FILES}{GateLogFile.objects.get().pk}/").json(), said + told.out + told.err

    def by_upload(content):
        sent = facilities.post(FILES, {"file": SimpleUploadedFile("gates.csv", content)}, format="multipart")
        work()
        return facilities.get(f"{FILES}{sent.json()['id']}/").json(), None

    return {"command": by_command, "upload": by_upload}[request.param]


def in_a_zip(content):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("gates.csv", content)
    return packed.getvalue()


def lines(*rows, header=HEADER, encoding="utf-8", end="\r\n"):
    return (end.join([header, *rows]) + end).encode(encoding)


def cut_off():
    rows = [f"2026/11/30 07:{number % 60:02}:{number // 60 % 60:02},{number:06},G06-1,入" for number in range(3600)]
    packed = gzip.compress(lines(*rows), mtime=0)
    return packed[: len(packed) * 3 // 4]


REFUSED = {
    "unknown encoding": (lines(UNKNOWN, encoding="euc-jp"), "encoding", 1),
    "utf-16": (lines(UNKNOWN, encoding="utf-16"), "encoding", 1),
    "text that no encoding reads": (lines(header="at,card,gate,direction") + b"x,1,\xff\xff\x81,in\n", "encoding", 2),
    "wrong column": (lines(UNKNOWN, header="日時,氏名,ゲート,入退"), "no_column", 1),
    "column twice": (lines(UNKNOWN, header=f"{HEADER},ゲート"), "column_twice", 1),
    "nul bytes": (b"\0" * 500, "encoding", 1),
    "zip instead of gzip": (in_a_zip(lines(UNKNOWN)), "archive", 1),
    "only a header": (lines(), "empty", 1),
    "packed and empty": (gzip.compress(b"", mtime=0), "empty", 0),
    "nothing but nonsense": (lines("x,y,z,w", "a,b,c,d"), "too_many_faults", 2),
    "another table": (lines(UNKNOWN, *["2026/11/30 07:30:00,990001,G06-1,?"] * 101), "too_many_faults", 3),
    "one endless line": (b"x" * 3_000_000, "no_column", 1),
    "one endless line below the header": (lines() + b"x" * 3_000_000, "too_many_faults", 2),
}


@pytest.mark.parametrize(("content", "code", "line"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_none_is_refused_as_a_whole(load, content, code, line):
    file, said = load(content)
    assert (file["state"], file["problem"]["code"], file["problem"]["line"]) == ("failed", code, line)
    assert (file["report"], file["earlier"], file["can_resume"]) == (None, None, said is None)
    if said is not None:
        assert f"gates.csv:{line}: " in said if line else "gates.csv: " in said
    nothing_is_taken()


def nothing_is_taken():
    for model in (GatePassage, StagedPassage, UnknownCard):
        assert not model.objects.exists()
    assert not Event.objects.filter(kind="gate_log.imported").exists()


def test_a_gzip_that_is_cut_off_is_told_with_the_line_that_was_reached(load):
    file, said = load(cut_off())
    assert (file["state"], file["problem"]["code"]) == ("failed", "cut_off")
    assert 1 < file["problem"]["line"] < 3600
    if said is not None:
        assert f"gates.csv:{file['problem']['line']}: the compressed file is damaged or cut off" in said
    nothing_is_taken()


def test_a_gzip_that_unpacks_to_too_much_is_refused(load, monkeypatch):
    monkeypatch.setattr(encoded_lines, "MOST_UNPACKED_BYTES", 1 << 20)
    file, said = load(gzip.compress(lines(*[UNKNOWN] * 60_000)))
    assert (file["state"], file["problem"]["code"]) == ("failed", "too_large")
    assert file["problem"]["line"] > 20_000
    assert said is None or "unpacked it is larger than 1 MB" in said
    nothing_is_taken()


LEFT_OUT = {
    "a date that is none": ("2026/02/30 07:30:00,{card},G06-1,入", "time"),
    "a date out of range": ("1999/12/31 23:59:59,{card},G06-1,入", "before"),
    "the year one": ("0001/01/01 00:00:00,{card},G06-1,入", "before"),
    "a clock that runs ahead": ("2026/11/30 08:06:00,{card},G06-1,入", "future"),
    "the last year there is": ("9999/12/31 23:59:59,{card},G06-1,入", "future"),
    "too few fields": ("2026/11/30 07:30:00,{card},G06-1", "columns"),
    "too many fields": ("2026/11/30 07:30:00,{card},G06-1,入,入", "columns"),
    "a quote never closed": ('2026/11/30 07:30:00,{card},"G06-1,入', "not_csv"),
    "nul bytes in a line": ("2026/11/30 07:30:00,{card}\0,G06-1,入", "not_csv"),
    "another encoding": ("2026/11/30 07:30:00,{card},G06-1,入".encode("cp932"), "not_text"),
    "a line without an end": ("x" * 50_000, "too_long"),
}


@pytest.mark.parametrize(("row", "code"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_a_line_that_makes_no_sense_is_left_out_and_told_and_the_others_are_taken(load, hall, row, code):
    card = hall.people["kudo"].number
    raw = row if isinstance(row, bytes) else row.format(card=card).encode()
    good = lines(f"2026/11/30 07:00:00,{card},G06-1,入", f"2026/11/30 07:10:00,{card},G06-1,退")
    file, said = load(good + raw)
    assert (file["state"], file["report"]["read"], file["report"]["new"]) == ("done", 3, 2)
    assert [(line["line"], line["code"]) for line in file["report"]["left_out"]] == [(4, code)]
    if said is not None:
        assert f"gates.csv:4: {code}: " in said
    assert GatePassage.objects.count() == 2


def test_every_fault_of_a_line_is_among_them():
    told = {code for _row, code in LEFT_OUT.values()}
    assert {fault.value for fault in Fault} - told == {"direction", "card", "gate"}


@pytest.mark.parametrize("end", ["\n", "\r"], ids=["lf", "cr"])
def test_lines_may_end_as_on_other_systems(load, hall, end):
    file, _said = load(lines(f"2026/11/30 07:00:00,{hall.people['kudo'].number},G06-1,入", UNKNOWN, end=end))
    assert (file["report"]["new"], file["report"]["unknown"], file["report"]["faulty"]) == (1, 1, 0)


def test_a_file_loaded_twice_is_taken_once(load, hall):
    content = lines(f"2026/11/30 07:00:00,{hall.people['kudo'].number},G06-1,入")
    load(content)
    file, said = load(content)
    assert (file["state"], file["report"]["new"], GatePassage.objects.count()) == ("done", 1, 1)
    assert said is None or "this content was taken over at" in said
    assert Event.objects.filter(kind="gate_log.imported").count() == 1


def test_an_empty_file_is_refused_before_it_is_anything(facilities, tmp_path):
    answer = facilities.post(FILES, {"file": SimpleUploadedFile("gates.csv", b"")}, format="multipart")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["file"])
    path = tmp_path / "gates.csv"
    path.touch()
    with pytest.raises(CommandError, match=r"gates\.csv: there is nothing in the file"):
        call_command("import_gate_log", str(path))
    nothing_is_taken()
