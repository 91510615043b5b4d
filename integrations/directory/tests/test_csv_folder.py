import zipfile
from pathlib import Path

import pytest

from integrations.directory.csv_folder import CsvDirectory
from integrations.directory.opening import directory_in_file
from integrations.directory.port import Directory, DirectoryFaulty, DirectoryUnavailable, Finding, FindingCode
from integrations.directory.tests.city_in_ldif import EMPLOYMENTS, KINDS
from integrations.directory.tests.contract import DEPARTMENTS, PEOPLE, POSTS, DirectoryContract

ENGLISH = "id,number,name,family_name,given_name,kana,mail,title,employment,department"
JAPANESE = "所属コード,ユーザーID,職員番号,氏名,姓,名,フリガナ,メールアドレス,職名,任用区分,備考"


def departments() -> str:
    rows = [f"{one.code},{one.name},{KINDS[one.kind.value]},{one.parent or ''}" for one in DEPARTMENTS]
    return "\n".join(["code,name,kind,parent", *rows]) + "\n"


def people(*, japanese: bool = False) -> str:
    rows = []
    for one in PEOPLE:
        words = [one.id, one.number, one.name, one.family_name, one.given_name, one.kana, one.mail, one.title]
        words.append(EMPLOYMENTS[one.employment.value])
        rows.append([one.department, *words, ""] if japanese else [*words, one.department])
    return "\r\n".join([JAPANESE if japanese else ENGLISH, *(",".join(row) for row in rows), ""])


def posts() -> str:
    return "id,department\n" + "".join(f"{post.person},{post.department}\n" for post in POSTS)


def folder(at: Path, encoding: str = "utf-8", **changed: str) -> CsvDirectory:
    files = {"departments": departments(), "people": people(), "posts": posts(), **changed}
    for name, text in files.items():
        (at / f"{name}.csv").write_bytes(text.encode(encoding))
    return CsvDirectory(at)


class TestCsvInUtf8(DirectoryContract):
    @pytest.fixture
    def directory(self, tmp_path: Path) -> Directory:
        return folder(tmp_path)

    @pytest.fixture
    def switched_off(self, tmp_path: Path) -> Directory:
        return CsvDirectory(tmp_path / "nowhere")


class TestCsvFromWindows(TestCsvInUtf8):
    @pytest.fixture
    def directory(self, tmp_path: Path) -> Directory:
        return folder(tmp_path, "cp932", people=people(japanese=True))


class TestCsvWithAByteOrderMark(TestCsvInUtf8):
    @pytest.fixture
    def directory(self, tmp_path: Path) -> Directory:
        return folder(tmp_path, "utf-8-sig")


class TestCsvInAZip(TestCsvInUtf8):
    @pytest.fixture
    def directory(self, tmp_path: Path) -> Directory:
        path = tmp_path / "roll.zip"
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("2027/People.csv", people())
            packed.writestr("2027/departments.csv", departments())
            packed.writestr("2027/posts.csv", posts())
            packed.writestr("2027/notes.txt", "nothing to read")
        return directory_in_file(path)


def test_a_superior_is_named_by_the_user_id(tmp_path: Path) -> None:
    text = people().replace(ENGLISH, ENGLISH + ",manager").replace("030201\r\n", "030201,\r\n")
    roll = folder(tmp_path, people=text.replace("030202\r\n", "030202,s000001\r\n")).read()
    assert [person.manager for person in roll.people] == ["", "s000001", "s000001"]


def test_a_line_that_makes_no_sense_is_said_by_its_number(tmp_path: Path) -> None:
    text = people().replace("会計年度任用", "臨時").replace("000002,渡邉 花子", "000002,")
    roll = folder(tmp_path, people=text).read()
    assert roll.findings == (
        Finding("people.csv:3", FindingCode.NO_NAME, {"attribute": "name"}, id="s000002", number="000002"),
        Finding(
            "people.csv:4",
            FindingCode.UNKNOWN_EMPLOYMENT,
            {"attribute": "employment", "value": "臨時"},
            id="s000003",
            number="000003",
        ),
    )
    assert [person.id for person in roll.people] == ["s000001"]


def test_a_damaged_line_does_not_change_how_the_others_are_read(tmp_path: Path) -> None:
    folder(tmp_path)
    path = tmp_path / "people.csv"
    path.write_bytes(path.read_bytes().replace("我妻 美咲".encode(), b"\x89\xe4\x8d\xc8"))
    roll = CsvDirectory(tmp_path).read()
    assert [(finding.entry, finding.code) for finding in roll.findings] == [("people.csv:4", FindingCode.NOT_UTF8)]
    assert [person.name for person in roll.people] == ["髙橋 一郎", "渡邉 花子"]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"people": people().replace("employment", "class")}, "people.csv:1: the column employment or 任用区分 is"),
        ({"people": people().replace("title", "職員番号")}, "people.csv:1: the column number is there twice"),
        ({"people": people().replace("一郎,", "一,郎,")}, "people.csv:2: there are 12 values, and the heading has 10"),
        ({"people": people().replace("髙橋 一郎", '"髙橋 一郎')}, "people.csv:[0-9]+: this is no CSV"),
        ({"people": ENGLISH + "\n"}, "nobody"),
        ({"departments": "code,name,kind,parent\n"}, "there is no department"),
    ],
)
def test_what_is_no_directory_is_refused_with_the_place(tmp_path: Path, changed: dict[str, str], reason: str) -> None:
    with pytest.raises(DirectoryFaulty, match=reason):
        folder(tmp_path, **changed).read()


def test_a_folder_without_people_is_none(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "people.csv").unlink()
    with pytest.raises(DirectoryFaulty, match="the file is missing"):
        CsvDirectory(tmp_path).read()


def test_one_csv_alone_is_no_directory(tmp_path: Path) -> None:
    folder(tmp_path)
    with pytest.raises(DirectoryFaulty, match="one CSV alone is no directory"):
        directory_in_file(tmp_path / "people.csv")


def test_a_zip_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "roll.zip"
    path.write_bytes(b"PK\x03\x04" + bytes(100))
    with pytest.raises((DirectoryFaulty, DirectoryUnavailable)):
        CsvDirectory(path).read()
